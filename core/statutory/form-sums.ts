// Writing a form's sums as data: the same sum for each of several columns (over rows), or of several rows (over columns).
import type { Equation, TableId, Term } from './form.ts';
import { address } from './form-layout.ts';

export type Members = readonly { readonly id: string; readonly label: string }[];

export interface Sum {
  readonly rule: string;
  readonly table: TableId;
  readonly block: string;
  readonly of: Members;
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

/** plus − minus = 0 in each of the columns or rows. */
export const sumEach = (each: 'column' | 'row', sum: Sum): Equation[] =>
  balance(each, { ...sum, before: [] }).map((equation) => ({ ...equation, total: totalOf(equation.terms) }));

/** plus − minus = before, which are cells of last year's report. */
export const balance = (
  each: 'column' | 'row',
  { rule, table, block, of, plus, minus, before, soft = false }: Sum & { before: readonly string[]; soft?: boolean },
): Equation[] =>
  of.map(({ id, label }) => {
    const cell = (other: string) => (each === 'column' ? address(block, other, id) : address(block, id, other));
    const signed = (others: readonly string[], sign: 1 | -1) => others.map((other): Term => [cell(other), sign]);
    const terms = [...signed(plus, 1), ...signed(minus, -1)];
    return { rule, table, of: id, label, terms, before: signed(before, -1), total: null, soft };
  });

function totalOf(terms: readonly Term[]): string | null {
  const [only, ...more] = terms.filter(([, sign]) => sign === -1);
  return only && more.length === 0 ? only[0] : null;
}
