// The year of the county and of all that reported to it: who is in, who is missing, and the sum.
import { type LeftOut, mergeSummaries } from '#core/merge.ts';
import type { Summary } from '#core/report.ts';
import type { OrganIn } from '#web/pages/staff/parts.tsx';
import type { Catalogue } from './catalogue.ts';
import type { Host } from './host.ts';
import { readKept, sealedOf } from './sealed-reports.ts';
import { expectedOrgans, importedOf } from './store/imported-summaries.ts';

export interface Merging {
  readonly year: number;
  readonly expected: readonly string[];
  readonly in: readonly OrganIn[];
  readonly missing: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** null as long as nobody who is expected is in. */
  readonly summary: Summary | null;
}

export async function mergingOf(host: Host, { units }: Pick<Catalogue, 'units'>, year: number): Promise<Merging> {
  const { county } = host.settings;
  const own = county['zh-CN'];
  const [imported, sealed, named] = await Promise.all([
    importedOf(host.db, year),
    sealedOf(host.db, year),
    expectedOrgans(host.db, year),
  ]);
  const expected = [own, ...(named ?? units.map(({ name }) => name['zh-CN'])).filter((name) => name !== own)];
  const parts = [
    ...(sealed ? [{ organ: own, sealed, imported: null }] : []),
    ...imported.map((row) => ({ organ: row.organ, sealed: readKept(row), imported: row.imported })),
  ];
  // What was imported stays for ever: the list is how an organ that does not belong is kept out of the sum.
  const counted = parts.filter(({ organ }) => expected.includes(organ));
  const { summary, leftOut } = mergeSummaries(
    county,
    year,
    host.today(),
    counted.map(({ organ, sealed: { seal: _, ...figures } }) => ({ organ, summary: figures })),
  );
  const total = ({ evaluations }: Summary, of: 'received' | 'valid') =>
    evaluations.reduce((sum, { reconciliation }) => sum + reconciliation[of], 0);
  return {
    year,
    expected,
    in: parts.map((part) => ({
      organ: part.organ,
      version: part.sealed.seal.version,
      sha: part.sealed.seal.sha,
      imported: part.imported,
      received: total(part.sealed, 'received'),
      valid: total(part.sealed, 'valid'),
      expected: expected.includes(part.organ),
    })),
    missing: expected.filter((name) => !parts.some(({ organ }) => organ === name)),
    leftOut,
    summary: counted.length > 0 ? summary : null,
  };
}
