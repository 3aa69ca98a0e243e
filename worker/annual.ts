// Loading what an annual report is made of: its newest revision, last year's, and the year's newest sealed summary.
import type { Lang } from '#core/lang.ts';
import { dayOf, yearOf } from '#core/period.ts';
import { Refusal } from '#core/problem.ts';
import { type AnnualSource, type AnnualView, viewAnnual } from '#core/statutory/annual-view.ts';
import { forms } from '#core/statutory/form.ts';
import type { AnnualContext } from '#core/statutory/named-figures.ts';
import type { Host } from './host.ts';
import { sealedOf } from './sealed-reports.ts';
import { type AnnualKey, newestAnnual, type StoredAnnual } from './store/annual-reports.ts';

const firstYear = Math.min(...forms.map(({ since }) => since));

/** Throws a Refusal for a year without a form, or one that has not begun. */
export function requireAnnualYear(host: Host, year: number): void {
  if (year < firstYear || year > yearOf(host.today())) throw new Refusal('missing', 'no-page');
}

export const annualContext = async (host: Host, { year, scope }: AnnualKey): Promise<AnnualContext> => ({
  year,
  scope,
  county: host.settings.county['zh-CN'],
  sealed: await sealedOf(host.db, year),
});

export async function annualSource(host: Host, key: AnnualKey, stored: StoredAnnual | null): Promise<AnnualSource> {
  const [context, before] = await Promise.all([
    annualContext(host, key),
    newestAnnual(host.db, { ...key, year: key.year - 1 }),
  ]);
  return {
    context,
    fields: stored?.fields ?? {},
    lastYear: before?.fields ?? null,
    signed: stored?.state === 'ready' ? dayOf(Date.parse(stored.saved)) : null,
  };
}

export const annualView = async (
  host: Host,
  key: AnnualKey,
  stored: StoredAnnual | null,
  lang: Lang,
): Promise<AnnualView> => viewAnnual(await annualSource(host, key, stored), host.today(), lang);
