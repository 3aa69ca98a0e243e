// B1, B2, B3, C1, C2, C3: the sums of tables 三 and 四. A sum over a row that had to be put together again proves nothing
// against the author; a row that cannot be read is reported once, with what the other sums say it must be.
import type { Cells } from '../cell.ts';
import { applicantIds, cellLabel, groupIds, outcomeIds, remedyCell, requestCell } from '../form.ts';
import { repairsOf } from '../repairs.ts';
import type { Found, Report, Rule, Said } from '../rule.ts';
import { type Equation, implied, remedyEquations, requestEquations, residual } from '../sums.ts';
import { cellAt, cellQuote, rawOf, rowQuote, totalAt } from './cells.ts';

const equationsFor = (report: Report): Equation[] => [
  ...requestEquations(report.tables.form === '2019' && report.tables.cells['r3_6.tot'] !== undefined),
  ...remedyEquations(),
];

const ruleText = { B1: 'sum-b1', B2: 'sum-b2', B3: 'sum-b3', C1: 'sum-c', C2: 'sum-c', C3: 'sum-c' } as const;
type SumRule = keyof typeof ruleText;

function sides(equation: Equation, cells: Cells): { left: number; right: number } {
  const side = (sign: 1 | -1) =>
    equation.terms.filter(([, s]) => s === sign).reduce((sum, [id]) => sum + (cells[id]?.value ?? 0), 0);
  return { left: side(1), right: side(-1) };
}

function quoteOf(equation: Equation, report: Report): string {
  if (equation.rule === 'B3') return rowQuote(report, equation.of);
  if (equation.rule.startsWith('C')) {
    return outcomeIds.map((column) => cellQuote(report, remedyCell(equation.of, column))).join('，');
  }
  return equation.terms
    .filter(([id, sign]) => sign < 0 || (report.tables.cells[id]?.value ?? 0) !== 0 || equation.rule === 'B1')
    .map(([id]) => cellQuote(report, id))
    .join('，');
}

const ofLabel = (equation: Equation): string =>
  equation.rule === 'B3'
    ? cellLabel(requestCell(equation.of, 'tot')).replace(/·总计$/, '')
    : equation.rule.startsWith('B')
      ? cellLabel(requestCell('r1', equation.of)).replace(/^.*·/, '')
      : cellLabel(remedyCell(equation.of, 'tot')).replace(/·总计$/, '');

function broken(equation: Equation, report: Report, all: readonly Equation[]): Found {
  const { cells } = report.tables;
  const total = equation.terms.find(([, sign]) => sign < 0)?.[0] ?? '';
  const states = equation.terms.map(([id]) => cells[id]);
  const doubtful = states.some((cell) => cell?.mended || cell?.state === 'blank' || cell?.state === 'dash');
  const repairs: Said[] = repairsOf(equation, cells, all).map(({ cell, from, to }) => ({
    key: 'repair-cell',
    values: { cell: cellLabel(cell), from, to },
  }));
  return {
    severity: doubtful ? 'unverifiable' : 'high',
    message: { key: ruleText[equation.rule as SumRule], values: { of: ofLabel(equation), ...sides(equation, cells) } },
    repairs,
    quote: quoteOf(equation, report),
    place: cells[total]?.place ?? states.find((cell) => cell?.place)?.place ?? null,
  };
}

const sumRule = (id: SumRule, table: 'B' | 'C'): Rule => ({
  id,
  needs: [table],
  check: (report) => {
    const all = equationsFor(report);
    const wrong = all.filter(
      (equation) => equation.rule === id && (residual(equation, report.tables.cells) ?? 0) !== 0,
    );
    return [
      ...wrong.map((equation) => broken(equation, report, all)),
      ...(id === 'B3' ? unreadableRows(report, all) : table === 'C' ? unreadableGroup(report, id, all) : []),
    ];
  },
});

const impliedText = (report: Report, ids: readonly string[], all: readonly Equation[]): string =>
  ids
    .filter((id) => ['unreadable', 'missing'].includes(cellAt(report, id)?.state ?? 'missing'))
    .flatMap((id) => {
      const values = all.flatMap((equation) => {
        const found = implied(equation, report.tables.cells);
        return found?.cell === id ? [found.value] : [];
      });
      const [value] = values;
      return value === undefined || values.some((other) => other !== value) ? [] : [`${cellLabel(id)}＝${value}`];
    })
    .join('，');

const cannotRead = (
  report: Report,
  ids: readonly string[],
  of: string,
  quote: string,
  all: readonly Equation[],
): Found[] => {
  if (ids.every((id) => !['unreadable', 'missing'].includes(cellAt(report, id)?.state ?? 'missing'))) return [];
  const must = impliedText(report, ids, all);
  return [
    {
      severity: 'unverifiable',
      message: must === '' ? { key: 'row-unreadable', values: { of } } : { key: 'row-implied', values: { of, must } },
      quote,
      place: ids.map((id) => cellAt(report, id)?.place).find((place) => place) ?? null,
    },
  ];
};

function unreadableRows(report: Report, all: readonly Equation[]): Found[] {
  if (!report.tables.found.B) return [];
  const rows = all.filter(({ rule }) => rule === 'B3').map(({ of }) => of);
  const lost = rows.filter(
    (row) =>
      totalAt(
        report,
        applicantIds.map((column) => requestCell(row, column)),
      ) === undefined,
  );
  if (lost.length > 12) {
    return [
      {
        severity: 'unverifiable',
        message: { key: 'table-unreadable', values: { table: '三', n: lost.length } },
        quote: '',
        place: null,
      },
    ];
  }
  return lost.flatMap((row) =>
    cannotRead(
      report,
      applicantIds.map((column) => requestCell(row, column)),
      cellLabel(requestCell(row, 'tot')).replace(/·总计$/, ''),
      rowQuote(report, row),
      all,
    ),
  );
}

function unreadableGroup(report: Report, rule: SumRule, all: readonly Equation[]): Found[] {
  const group = groupIds[Number(rule.slice(1)) - 1];
  if (!report.tables.found.C || group === undefined) return [];
  const ids = outcomeIds.map((column) => remedyCell(group, column));
  const quote = ids.map((id) => rawOf(cellAt(report, id))).join(' ');
  return cannotRead(report, ids, cellLabel(remedyCell(group, 'tot')).replace(/·总计$/, ''), quote, all);
}

export const sumRules: readonly Rule[] = [
  sumRule('B1', 'B'),
  sumRule('B2', 'B'),
  sumRule('B3', 'B'),
  sumRule('C1', 'C'),
  sumRule('C2', 'C'),
  sumRule('C3', 'C'),
];
