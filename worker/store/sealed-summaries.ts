// Sealed summaries: every version of every sealed year, as the exact bytes that were given out.
import type { Localised } from '#core/lang.ts';
import type { Day } from '#core/period.ts';
import { type SealedSummary, sealedText } from '#core/seal.ts';
import { type Database, type Statement, sql } from '../database.ts';

export interface SealedVersion {
  readonly year: number;
  readonly version: number;
  readonly sha: string;
  readonly sealed: Day;
  /** Staff id or `command`. */
  readonly sealedBy: string;
}

export interface SealedDocument extends SealedVersion {
  /** Canonical JSON with one line end; `readSealed` reads it. */
  readonly document: string;
}

const version = sql`SELECT year, version, sha, sealed, sealed_by AS sealedBy`;

/** Fails on the key when somebody sealed this version first. */
export const sealing = (summary: SealedSummary, by: string): Statement => {
  const { year, seal } = summary;
  return sql`INSERT INTO sealed_summaries (year, version, document, sha, sealed, sealed_by)
    VALUES (${year}, ${seal.version}, ${sealedText(summary)}, ${seal.sha}, ${seal.sealed}, ${by})`;
};

/** The version that counts. */
export const newestSealed = (db: Database, year: number): Promise<SealedDocument | null> =>
  db.first(sql`${version}, document FROM sealed_summaries WHERE year = ${year} ORDER BY version DESC LIMIT 1`);

/** The newest sealed year before this one, in its newest version. */
export const lastSealedBefore = (db: Database, year: number): Promise<SealedDocument | null> =>
  db.first(
    sql`${version}, document FROM sealed_summaries WHERE year < ${year} ORDER BY year DESC, version DESC LIMIT 1`,
  );

export const sealedWithSha = (db: Database, sha: string): Promise<SealedDocument | null> =>
  db.first(sql`${version}, document FROM sealed_summaries WHERE sha = ${sha}`);

/** Newest first. */
export const sealedVersions = (db: Database, year: number): Promise<SealedVersion[]> =>
  db.all(sql`${version} FROM sealed_summaries WHERE year = ${year} ORDER BY version DESC`);

/** The newest version of each sealed year, newest year first. */
export const sealedYears = (db: Database): Promise<SealedVersion[]> =>
  db.all(sql`${version} FROM sealed_summaries AS each
    WHERE version = (SELECT max(version) FROM sealed_summaries WHERE year = each.year) ORDER BY year DESC`);

export const sealedVersion = (db: Database, year: number, of: number): Promise<SealedDocument | null> =>
  db.first(sql`${version}, document FROM sealed_summaries WHERE year = ${year} AND version = ${of}`);

const newestOfEachYear = sql`version = (SELECT max(version) FROM sealed_summaries WHERE year = kept.year)`;

/** The years whose sealed summary holds this survey, newest first. */
export const publishedYears = async (db: Database, survey: string): Promise<number[]> =>
  (
    await db.all<{ year: number }>(sql`SELECT DISTINCT kept.year AS year
      FROM sealed_summaries AS kept, json_each(kept.document, '$.evaluations') AS part
      WHERE ${newestOfEachYear} AND json_extract(part.value, '$.survey') = ${survey} ORDER BY kept.year DESC`)
  ).map(({ year }) => year);

export interface Published {
  readonly year: number;
  readonly survey: string;
  readonly title: Localised;
}

/** Every survey of the newest sealed year. */
export const newestPublished = async (db: Database): Promise<Published[]> =>
  (
    await db.all<{ year: number; survey: string; title: string }>(sql`SELECT kept.year AS year,
        json_extract(part.value, '$.survey') AS survey, json_extract(part.value, '$.title') AS title
      FROM sealed_summaries AS kept, json_each(kept.document, '$.evaluations') AS part
      WHERE kept.year = (SELECT max(year) FROM sealed_summaries) AND ${newestOfEachYear}`)
  ).map(({ title, ...rest }) => ({ ...rest, title: JSON.parse(title) as Localised }));
