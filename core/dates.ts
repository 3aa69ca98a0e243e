// Days and months as people write them. Built by hand rather than with Intl, so that every phone, worker and file shows
// the same characters.
import type { Lang } from './lang.ts';
import type { Day, Month } from './period.ts';

const englishMonths = 'January February March April May June July August September October November December'.split(
  ' ',
);

const inMonth = (year: number, month: number, lang: Lang): string =>
  lang === 'en' ? `${englishMonths[month - 1]} ${year}` : `${year}年${month}月`;

export function showMonth(value: Month, lang: Lang): string {
  const [year = 0, month = 1] = value.split('-').map(Number);
  return inMonth(year, month, lang);
}

/** From one day to another, both included; the year is said once. */
export function showDays(first: Day, last: Day, lang: Lang): string {
  if (first.slice(0, 4) !== last.slice(0, 4)) return span(showDay(first, lang), showDay(last, lang), lang);
  const [from, to] = [showDay(first, lang), showDay(last, lang)];
  return lang === 'en' ? span(from.slice(0, -5), to, lang) : span(from, to.slice(5), lang);
}

const span = (from: string, to: string, lang: Lang): string => (lang === 'en' ? `${from} to ${to}` : `${from}至${to}`);

export function showDay(value: Day, lang: Lang): string {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  return lang === 'en' ? `${day} ${inMonth(year, month, lang)}` : `${inMonth(year, month, lang)}${day}日`;
}
