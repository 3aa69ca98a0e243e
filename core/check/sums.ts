// The sums the form demands, as equations over cells: every term times its sign adds to 0. Recovery uses them to choose
// between readings, the rules to find errors, and the repairs to say which single figure would set things right.
import { type Cells, summand } from './cell.ts';
import { applicantIds, groupIds, outcomeIds, outcomeRowIds, remedyCell, requestCell, requestRowIds } from './form.ts';

export interface Equation {
  readonly rule: string;
  /** The column, row or group it belongs to. */
  readonly of: string;
  readonly terms: readonly (readonly [cell: string, sign: 1 | -1])[];
}

/** Rows that make up （七）总计; the 2019 format has one row for 其他处理. */
const outcomeRows = (has2019Row: boolean): readonly string[] =>
  has2019Row ? [...outcomeRowIds.filter((id) => !id.startsWith('r3_6')), 'r3_6'] : outcomeRowIds;

export function requestEquations(has2019Row = false): Equation[] {
  const rows = outcomeRows(has2019Row);
  const allRows = requestRowIds.flatMap((id) =>
    has2019Row && id === 'r3_6_1' ? ['r3_6'] : has2019Row && id.startsWith('r3_6') ? [] : [id],
  );
  const parts = applicantIds.filter((id) => id !== 'tot');
  return [
    ...applicantIds.map(
      (column): Equation => ({
        rule: 'B1',
        of: column,
        terms: [
          [requestCell('r1', column), 1],
          [requestCell('r2', column), 1],
          [requestCell('r3_7', column), -1],
          [requestCell('r4', column), -1],
        ],
      }),
    ),
    ...applicantIds.map(
      (column): Equation => ({
        rule: 'B2',
        of: column,
        terms: [...rows.map((row) => [requestCell(row, column), 1] as const), [requestCell('r3_7', column), -1]],
      }),
    ),
    ...allRows.map(
      (row): Equation => ({
        rule: 'B3',
        of: row,
        terms: [...parts.map((column) => [requestCell(row, column), 1] as const), [requestCell(row, 'tot'), -1]],
      }),
    ),
  ];
}

const remedyRules = ['C1', 'C2', 'C3'];

export const remedyEquations = (): Equation[] =>
  groupIds.map((group, index) => ({
    rule: remedyRules[index] ?? 'C1',
    of: group,
    terms: outcomeIds.map((column) => [remedyCell(group, column), column === 'tot' ? -1 : 1] as const),
  }));

/** By how much the sum is off; undefined while any term cannot be read. */
export function residual(equation: Equation, cells: Cells): number | undefined {
  let sum = 0;
  for (const [cell, sign] of equation.terms) {
    const value = summand(cells[cell]);
    if (value === undefined) return undefined;
    sum += sign * value;
  }
  return sum;
}

/** What the only unreadable term must be for the sum to hold; undefined unless there is exactly one. */
export function implied(equation: Equation, cells: Cells): { cell: string; value: number } | undefined {
  const unknown = equation.terms.filter(([cell]) => summand(cells[cell]) === undefined);
  const [only] = unknown;
  if (unknown.length !== 1 || !only) return undefined;
  const [cell, sign] = only;
  const rest = equation.terms.reduce((sum, [id, s]) => sum + s * (summand(cells[id]) ?? 0), 0);
  const value = -rest * sign;
  return value >= 0 ? { cell, value: value === 0 ? 0 : value } : undefined;
}
