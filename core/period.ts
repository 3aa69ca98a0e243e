// Days and periods as the law counts them: the calendar of Asia/Shanghai, always half-open [from, to). China keeps
// UTC+8 all year, so a day is arithmetic and needs no time-zone data. A day is 'YYYY-MM-DD', a month 'YYYY-MM'.

export type Day = string;
export type Month = string;
export interface Period {
  readonly from: Day;
  /** The first day that is no longer in the period. */
  readonly to: Day;
}

const shanghaiOffsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;

const isoDay = (utcMs: number): Day => new Date(utcMs).toISOString().slice(0, 10);
const utcMs = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** The day in Shanghai at this moment (milliseconds since 1970 UTC). */
export const dayOf = (epochMs: number): Day => isoDay(epochMs + shanghaiOffsetMs);

/** The same moment to the minute, as a Shanghai clock shows it: `2026-01-31 09:05`. */
export const minuteOf = (epochMs: number): string =>
  new Date(epochMs + shanghaiOffsetMs).toISOString().slice(0, 16).replace('T', ' ');

/** The moment, in milliseconds since 1970 UTC, at which this day begins in Shanghai. */
export const startOfDay = (day: Day): number => utcMs(day) - shanghaiOffsetMs;

export const monthOf = (day: Day): Month => day.slice(0, 7);
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

export function isDay(value: string): value is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(utcMs(value)) && isoDay(utcMs(value)) === value;
}

export const isMonth = (value: string): value is Month => /^\d{4}-\d{2}$/.test(value) && isDay(`${value}-01`);

export const addDays = (day: Day, days: number): Day => isoDay(utcMs(day) + days * dayMs);

export function nextMonth(month: Month): Month {
  const year = Number(month.slice(0, 4));
  const next = Number(month.slice(5, 7)) + 1;
  return next > 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 4)}-${String(next).padStart(2, '0')}`;
}

export const yearPeriod = (year: number): Period => ({ from: `${year}-01-01`, to: `${year + 1}-01-01` });

/** From the first day of one month to the last day of another, both included. */
export const monthsPeriod = (first: Month, last: Month): Period => ({
  from: `${first}-01`,
  to: `${nextMonth(last)}-01`,
});

export const contains = (period: Period, day: Day): boolean => period.from <= day && day < period.to;

/** Every month that has a day in the period, in order; none for an empty period. */
export function monthsIn(period: Period): Month[] {
  const months: Month[] = [];
  for (let m = monthOf(period.from); `${m}-01` < period.to && months.length < 1200; m = nextMonth(m)) months.push(m);
  return months;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utcMs(to) - utcMs(from)) / dayMs);
