// Days and months as people write them, by the patterns of each language's words. Built by hand rather than with Intl, so
// that every phone, worker and file shows the same characters.
import { fill, type Lang } from './lang.ts';
import type { Day, Month } from './period.ts';
import { wordsFor } from './text.ts';

const patterns = (lang: Lang) => wordsFor(lang).language.dates;

const monthName = (month: number, lang: Lang): string => patterns(lang).months.split(' ')[month - 1] ?? '';

export function showMonth(value: Month, lang: Lang): string {
  const [year = 0, month = 1] = value.split('-').map(Number);
  return fill(patterns(lang).month, { year, month: monthName(month, lang) });
}

/** From one day to another, both included; the year is said once. */
export function showDays(first: Day, last: Day, lang: Lang): string {
  const year = first.slice(0, 4);
  if (year === last.slice(0, 4))
    return fill(patterns(lang).daysInYear, { first: inYear(first, lang), last: inYear(last, lang), year });
  return fill(patterns(lang).days, { first: showDay(first, lang), last: showDay(last, lang) });
}

export function showDay(value: Day, lang: Lang): string {
  return fill(patterns(lang).day, { year: value.slice(0, 4), inYear: inYear(value, lang) });
}

function inYear(value: Day, lang: Lang): string {
  const [, month = 1, day = 1] = value.split('-').map(Number);
  return fill(patterns(lang).inYear, { month: monthName(month, lang), day });
}
