// When figures of a running year may move. Whoever looks every day can subtract, so two populations that were ever shown
// differ by ten people at least, and nothing is broken down before the year is over. A month that has ended never changes:
// what is taken back later is booked in the month in which it is taken back. So everybody sees the same steps, without
// a record of who saw what. Decision 012 has the reasons.
import type { Day, Month } from './period.ts';
import { addDays, nextMonth, yearOf, yearPeriod } from './period.ts';
import type { Window } from './window.ts';

/** Two populations that are ever shown differ by at least so many people. */
export const stepMin = 10;
/** What is shown stays so far behind the last month that ended, for the final count to lie a step above it. */
export const trailMin = 20;

export interface MonthCount {
  readonly month: Month;
  /** Valid answers that came in the month less those taken back in it; can be negative. */
  readonly valid: number;
}

/**
 * The month whose end the figures of a running year show; null while there is none to show. `ended` holds the months of the
 * year that are over, in order. The steps follow from the months up to each alone, and one that was reached stays: if later
 * months could move them, a month of withdrawals would bring back an end that lies a few people beside one already shown.
 */
export function releasedThrough(ended: readonly MonthCount[]): Month | null {
  let running = 0;
  const ends = ended.map(({ month, valid }) => {
    running += valid;
    return { month, size: running };
  });
  let [size, released]: [number, Month | null] = [0, null];
  for (const [i, end] of ends.entries()) {
    if (end.size < size + stepMin) continue;
    if (!ends.slice(i).some((later) => later.size >= end.size + trailMin)) break;
    [size, released] = [end.size, end.month];
  }
  return released;
}

/** Whether no answer of this survey and year can come or go any more. */
export const isFinal = (
  { closes, graceDays }: Pick<Window, 'closes' | 'graceDays'>,
  year: number,
  today: Day,
): boolean => today >= yearPeriod(year).to || (today > addDays(closes, graceDays) && yearOf(closes) <= year);

/** The last day of a month. */
export const lastDayOf = (month: Month): Day => addDays(`${nextMonth(month)}-01`, -1);

/**
 * Whether figures of one number of answers may take the place of published ones of another: only where nobody is told
 * apart by the difference. With equal numbers the figures must be the same, which the caller knows.
 */
export const mayReplace = (published: number, next: number): boolean =>
  published === next || Math.abs(next - published) >= stepMin;
