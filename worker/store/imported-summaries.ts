// Sealed summaries that other organs reported, and whose are waited for.
import type { Day } from '#core/period.ts';
import { type SealedSummary, sealedText } from '#core/seal.ts';
import { type Database, type Statement, sql } from '../database.ts';

export interface ImportedSummary {
  readonly year: number;
  readonly organ: string;
  readonly version: number;
  readonly sha: string;
  readonly imported: Day;
  /** Canonical JSON with one line end; `readSealed` reads it. */
  readonly document: string;
}

/** Fails on the key when this version was imported meanwhile. */
export const importing = (summary: SealedSummary, day: Day, by: string): Statement => {
  const { year, county, seal } = summary;
  return sql`INSERT INTO imported_summaries (year, organ, version, document, sha, imported, imported_by)
    VALUES (${year}, ${county['zh-CN']}, ${seal.version}, ${sealedText(summary)}, ${seal.sha}, ${day}, ${by})`;
};

/** The newest version of each organ, by name. */
export const importedOf = (db: Database, year: number): Promise<ImportedSummary[]> =>
  db.all(sql`SELECT year, organ, version, sha, imported, document FROM imported_summaries AS each
    WHERE year = ${year} AND version = (SELECT max(version) FROM imported_summaries
      WHERE year = each.year AND organ = each.organ) ORDER BY organ`);

export const newestImported = (db: Database, year: number, organ: string): Promise<ImportedSummary | null> =>
  db.first(sql`SELECT year, organ, version, sha, imported, document FROM imported_summaries
    WHERE year = ${year} AND organ = ${organ} ORDER BY version DESC LIMIT 1`);

/** null where nobody said. */
export async function expectedOrgans(db: Database, year: number): Promise<string[] | null> {
  const row = await db.first<{ names: string }>(sql`SELECT names FROM expected_organs WHERE year = ${year}`);
  return row && (JSON.parse(row.names) as string[]);
}

export const expecting = (year: number, names: readonly string[]): Statement =>
  sql`INSERT INTO expected_organs (year, names) VALUES (${year}, ${JSON.stringify(names)})
    ON CONFLICT DO UPDATE SET names = excluded.names`;
