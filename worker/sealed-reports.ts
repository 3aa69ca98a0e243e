// A sealed year as it is kept, read back: the document is ours, so one that does not read was tampered with outside of
// the program.
import { Refusal } from '#core/problem.ts';
import type { Report, SealedSummary } from '#core/report.ts';
import { readSealed } from '#core/seal.ts';
import type { Catalogue } from './catalogue.ts';
import type { Database } from './database.ts';
import type { Host } from './host.ts';
import { summaryOf } from './reports.ts';
import { newestSealed, type SealedDocument, sealedVersion } from './store/sealed-summaries.ts';

export function readKept({
  year,
  version,
  document,
}: Pick<SealedDocument, 'year' | 'version' | 'document'>): SealedSummary {
  const read = readSealed(document);
  if ('fault' in read) throw new Error(`sealed summary ${year} version ${version} in the database is ${read.fault}`);
  return read.sealed;
}

/** The version that counts, or the one asked for; null where there is none. */
export async function sealedOf(db: Database, year: number, version?: number): Promise<SealedSummary | null> {
  const kept = await (version === undefined ? newestSealed(db, year) : sealedVersion(db, year, version));
  return kept && readKept(kept);
}

/** What a file of the year holds: what was sealed, in the version asked for; else the draft. */
export async function reportOf(
  host: Host,
  catalogue: Pick<Catalogue, 'surveys' | 'units'>,
  year: number,
  version?: number,
): Promise<Report> {
  const sealed = await sealedOf(host.db, year, version);
  if (!sealed && version !== undefined) throw new Refusal('missing', 'no-report');
  return sealed ?? summaryOf(host, catalogue, year);
}
