// Breakdowns: the overall rating by unit, and how many answers came by each channel, as they may be shown. A breakdown is
// made once, of a final count. Where three groups of levels would hide most of its rows, it keeps two, or the number of
// answers alone.
import { type Share, shareOf } from './figures.ts';
import { hiddenCells, hiddenRows } from './privacy.ts';

/** The overall rating of one part (a unit); what is null is hidden. */
export interface BreakdownRow {
  readonly by: string;
  readonly valid: number | null;
  readonly strict: Share | null;
  readonly wide: Share | null;
}

/** The overall rating of one part, before anything is hidden. */
export interface PartRating {
  readonly by: string;
  readonly valid: number;
  readonly strict: number;
  readonly wide: number;
}

type Grouping = 'three' | 'two' | 'one';

const cellsOf = ({ valid, strict, wide }: PartRating, grouping: Grouping): number[] =>
  grouping === 'three'
    ? [strict, wide - strict, valid - wide]
    : grouping === 'two'
      ? [strict, valid - strict]
      : [valid];

export function shownRows(parts: readonly PartRating[]): BreakdownRow[] {
  const { grouping, hidden } = finest(parts);
  return parts.map((part, i) => {
    const { by, valid, strict, wide } = part;
    if (hidden.has(i)) return { by, valid: null, strict: null, wide: null };
    return {
      by,
      valid,
      strict: grouping === 'one' ? null : shareOf(strict, valid),
      wide: grouping === 'three' ? shareOf(wide, valid) : null,
    };
  });
}

/** The finest grouping that shows half of the parts that somebody rated; else the coarsest that holds, else nothing. */
function finest(parts: readonly PartRating[]): { grouping: Grouping; hidden: Set<number> } {
  const rated = parts.filter(({ valid }) => valid > 0).length;
  let best: { grouping: Grouping; hidden: Set<number> } = { grouping: 'one', hidden: new Set(parts.keys()) };
  for (const grouping of ['three', 'two', 'one'] as const) {
    const hidden = hiddenRows(parts.map((part) => cellsOf(part, grouping)));
    if (!hidden) continue;
    best = { grouping, hidden };
    if (2 * parts.filter(({ valid }, i) => valid > 0 && !hidden.has(i)).length >= rated) break;
  }
  return best;
}

/** How many valid answers fell on each value of an axis that every answer has; null where it is hidden. */
export function shownCounts(counts: readonly { readonly by: string; readonly n: number }[]) {
  const numbers = counts.map(({ n }) => n);
  const hidden = hiddenCells(
    numbers,
    numbers.reduce((sum, n) => sum + n, 0),
  );
  return counts.map(({ by, n }, i) => ({ by, n: hidden.has(i) ? null : n }));
}
