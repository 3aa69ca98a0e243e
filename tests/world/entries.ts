// Tables whose every sum holds, made from the free cells: the parts are drawn, the totals follow. r1 is drawn as large as
// the outcomes and what is carried on demand, so that B1 holds too.
import fc from 'fast-check';
import type { Entries, Figures } from '#core/statutory/entries.ts';
import { impliedCells } from '#core/statutory/equations.ts';
import { formOf } from '#core/statutory/form.ts';

export const form = formOf(2026);
const totals = new Set(form.equations.flatMap(({ total }) => total ?? []));

/** Cells that the sums leave free: not a total, not 规章, and not r1, which follows from the rest. */
export const freeCells = form.cells.filter(
  ({ id }) => !totals.has(id) && !id.startsWith('A1.rules') && !id.startsWith('B.r1.'),
);

/** The whole form from its free cells; r2 is taken down where it is more than was handled. */
export function wholeForm(free: Figures): Figures {
  const figures: Record<string, number> = { 'A1.rules.made': 0, 'A1.rules.repealed': 0, 'A1.rules.valid': 0, ...free };
  const settle = () => Object.assign(figures, Object.fromEntries(impliedCells(form, figures)));
  for (const column of ['np', 'l_com', 'l_res', 'l_pub', 'l_law', 'l_oth']) {
    const rows = form.cells.map(({ id }) => id).filter((id) => id.startsWith('B.r3_') && id.endsWith(`.${column}`));
    const handled = rows.reduce((sum, id) => sum + (figures[id] ?? 0), figures[`B.r4.${column}`] ?? 0);
    figures[`B.r2.${column}`] = Math.min(figures[`B.r2.${column}`] ?? 0, handled);
  }
  settle();
  return figures;
}

export const asEntries = (figures: Figures): Entries =>
  Object.fromEntries(Object.entries(figures).map(([id, value]) => [id, String(value)]));

/** Mostly zeros and small counts, as in a county; now and then a large one. */
const count = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 30 }) },
  { weight: 1, arbitrary: fc.integer({ min: 31, max: 4000 }) },
);

export const validFigures: fc.Arbitrary<Figures> = fc
  .tuple(...freeCells.map(({ decimalsMax }) => (decimalsMax > 0 ? count.map((n) => n + (n % 4) / 4) : count)))
  .map((values) => wholeForm(Object.fromEntries(freeCells.map(({ id }, i) => [id, values[i] ?? 0]))));

/** Of a report that has nothing to explain: no direct suits since 复议前置, no fee unpaid, few requests carried over. */
export const plainFigures: fc.Arbitrary<Figures> = validFigures.map((figures) =>
  wholeForm(
    Object.fromEntries(
      freeCells.map(({ id }) => {
        const quiet = id.startsWith('C.lit_direct') || id.startsWith('B.r3_6_2');
        return [id, quiet ? 0 : id.startsWith('B.r4.') ? Math.min(figures[id] ?? 0, 1) : (figures[id] ?? 0)];
      }),
    ),
  ),
);
