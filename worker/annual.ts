// Loading what an annual report is made of: its newest revision, last year's, and the year's newest sealed summary.
import { dayOf, yearOf } from '#core/period.ts';
import { Refusal } from '#core/problem.ts';
import type { SealedSummary } from '#core/report.ts';
import type { Organ } from '#core/statutory/aggregate.ts';
import type { AnnualSource } from '#core/statutory/annual-view.ts';
import { forms } from '#core/statutory/form.ts';
import type { AnnualContext } from '#core/statutory/named-figures.ts';
import { type AnnualScope, organOf, unitOf } from '#core/statutory/scope.ts';
import type { Host } from './host.ts';
import { readKept, sealedOf } from './sealed-reports.ts';
import { type AnnualKey, annualsOf, newestAnnual, type StoredAnnual } from './store/annual-reports.ts';
import { newestSealed, sealedWithSha } from './store/sealed-summaries.ts';
import { allUnits } from './store/surveys.ts';

const firstYear = Math.min(...forms.map(({ since }) => since));

/** Throws a Refusal for a year without a form, one that has not begun, and a unit that is not there. */
export async function requireAnnual(host: Host, year: number, scope?: AnnualScope): Promise<void> {
  if (year < firstYear || year > yearOf(host.today())) throw new Refusal('missing', 'no-page');
  if (scope && unitOf(scope) !== null && (await unitName(host, scope)) === null)
    throw new Refusal('missing', 'no-page');
}

const unitName = async (host: Host, scope: AnnualScope): Promise<string | null> =>
  (await allUnits(host.db)).find(({ code }) => code === unitOf(scope))?.name['zh-CN'] ?? null;

/** `finishedWith` is the hash of the sealed summary that a finished report keeps to; else the newest counts. */
export async function annualContext(
  host: Host,
  { year, scope }: AnnualKey,
  finishedWith: string | null = null,
): Promise<AnnualContext & { readonly sealed: SealedSummary | null }> {
  const county = host.settings.county['zh-CN'];
  const kept = finishedWith === null ? null : await sealedWithSha(host.db, finishedWith);
  const sealed = kept ? readKept(kept) : await sealedOf(host.db, year);
  const unit = unitOf(scope) === null ? '' : ((await unitName(host, scope)) ?? '');
  return { year, scope, county, organ: organOf(county, scope, unit), sealed };
}

/** Everybody whose tables the county's adds up: its office and every unit. */
export async function organsOf(host: Host, { year, scope }: AnnualKey): Promise<Organ[]> {
  if (scope !== 'county-aggregate') return [];
  const [units, stored] = await Promise.all([allUnits(host.db), annualsOf(host.db, year)]);
  const county = host.settings.county['zh-CN'];
  const organ = (each: AnnualScope, unit = ''): Organ => ({
    scope: each,
    name: organOf(county, each, unit),
    fields: stored.find((report) => report.scope === each)?.fields ?? null,
  });
  return [organ('office'), ...units.map(({ code, name }) => organ(`organ-${code}`, name['zh-CN']))];
}

export async function annualSource(host: Host, key: AnnualKey, stored: StoredAnnual | null): Promise<AnnualSource> {
  const [context, before, organs] = await Promise.all([
    annualContext(host, key, stored?.sealed),
    newestAnnual(host.db, { ...key, year: key.year - 1 }),
    organsOf(host, key),
  ]);
  return {
    context,
    fields: stored?.fields ?? {},
    lastYear: before?.fields ?? null,
    organs,
    signed: stored?.state === 'ready' ? dayOf(Date.parse(stored.saved)) : null,
  };
}

/** A finished report keeps to what was sealed then; whether something newer is sealed now. */
export async function isSealedAnew(host: Host, stored: StoredAnnual | null): Promise<boolean> {
  if (stored?.state !== 'ready') return false;
  return ((await newestSealed(host.db, stored.year))?.sha ?? null) !== stored.sealed;
}
