// Breakdowns: the overall rating by unit, and how many answers came by each channel, as they may be shown. A breakdown is
// made once, of a final count, and as finely as small numbers allow: by satisfied, middle and dissatisfied, by satisfied
// and not, or as the number of answers alone. One of which everything would be hidden is not given at all.
import { type Share, shareOf } from './figures.ts';
import { guards as allGuards, type Guards, hiddenRangeMin, rangeOf, smallCellMax } from './privacy.ts';

/** The overall rating of one part (a unit); what is null is hidden. */
export interface BreakdownRow {
  readonly by: string;
  readonly valid: number | null;
  readonly strict: Share | null;
  readonly wide: Share | null;
}

export interface CountRow {
  readonly by: string;
  readonly n: number | null;
}

/** The overall rating of one part, before anything is hidden. */
export interface PartRating extends Rating {
  readonly by: string;
}
interface Rating {
  readonly valid: number;
  readonly strict: number;
  readonly wide: number;
}

type Grouping = 'three' | 'two' | 'one';
const finestFirst: readonly Grouping[] = ['three', 'two', 'one'];

const cellsOf = ({ valid, strict, wide }: Rating, grouping: Grouping): number[] =>
  grouping === 'three'
    ? [strict, wide - strict, valid - wide]
    : grouping === 'two'
      ? [strict, valid - strict]
      : [valid];

/** Rows in the order of `parts`, which add up to the published whole; none when nothing may be told. */
export function shownRows(parts: readonly PartRating[], guards: Guards = allGuards): BreakdownRow[] {
  const sum = (of: keyof Rating) => parts.reduce((total, part) => total + part[of], 0);
  const all = { valid: sum('valid'), strict: sum('strict'), wide: sum('wide') };
  for (const grouping of finestFirst) {
    const hidden = guards.rows(parts.map((part) => cellsOf(part, grouping)));
    const shown = parts.filter((_, i) => !hidden.has(i));
    const isEmpty = shown.length === 0 || (hidden.size > 0 && all.strict <= smallCellMax);
    if (!isEmpty && shown.every((row) => leavesRange(grouping, row, all)))
      return parts.map((part, i) => (hidden.has(i) ? nothing(part) : told(part, grouping)));
  }
  return [];
}

const nothing = ({ by }: PartRating): BreakdownRow => ({ by, valid: null, strict: null, wide: null });

function told({ by, valid, strict, wide }: PartRating, grouping: Grouping): BreakdownRow {
  const isNobody = valid === 0;
  return {
    by,
    valid,
    strict: isNobody || grouping !== 'one' ? shareOf(strict, valid) : null,
    wide: isNobody || grouping === 'three' || (grouping === 'two' && strict === valid) ? shareOf(wide, valid) : null,
  };
}

/** What a row that is shown leaves unsaid must not follow from the totals of the whole. */
function leavesRange(grouping: Grouping, row: Rating, all: Rating): boolean {
  const rest = ({ valid, strict }: Rating) => valid - strict;
  if (row.valid === 0 || grouping === 'three') return true;
  if (grouping === 'two')
    return rest(row) === 0 || rangeOf(rest(row), all.wide - all.strict, rest(all)) >= hiddenRangeMin;
  return (['strict', 'wide'] as const).every((of) => rangeOf(row.valid, all[of], all.valid) >= hiddenRangeMin);
}

/** How many valid answers fell on each value of an axis that every answer has; none when nothing may be told. */
export function shownCounts(
  counts: readonly { readonly by: string; readonly n: number }[],
  guards: Guards = allGuards,
): CountRow[] {
  const hidden = guards.rows(counts.map(({ n }) => [n]));
  if (hidden.size === counts.length) return [];
  return counts.map(({ by, n }, i) => ({ by, n: hidden.has(i) ? null : n }));
}
