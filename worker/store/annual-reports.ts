// Saved annual reports: the newest revision counts, older ones are what people began with.
import type { AnnualFields } from '#core/statutory/annual-fields.ts';
import type { AnnualScope } from '#core/statutory/scope.ts';
import { type Database, type Statement, sql } from '../database.ts';

export interface AnnualKey {
  readonly year: number;
  readonly scope: AnnualScope;
}

export type AnnualState = 'draft' | 'ready';

export interface AnnualRevision extends AnnualKey {
  readonly revision: number;
  readonly state: AnnualState;
  /** Hash of the sealed summary it was finished with. */
  readonly sealed: string | null;
  /** Moment, ISO 8601 in UTC. */
  readonly saved: string;
  /** Staff id or `command`. */
  readonly savedBy: string;
  /** The person's name, null for `command`. */
  readonly savedByName: string | null;
}

export interface StoredAnnual extends AnnualRevision {
  readonly fields: AnnualFields;
}

/** As the trigger allows: older drafts than this many saves ago are cleared away. */
export const revisionsKept = 200;

const revision = sql`SELECT year, scope, revision, state, sealed, saved, saved_by AS savedBy,
  (SELECT name FROM staff WHERE id = saved_by) AS savedByName`;

type Row = AnnualRevision & { readonly fields: string };

const read = (row: Row | null): StoredAnnual | null =>
  row && { ...row, fields: JSON.parse(row.fields) as AnnualFields };

export const newestAnnual = async (db: Database, { year, scope }: AnnualKey): Promise<StoredAnnual | null> =>
  read(
    await db.first<Row>(sql`${revision}, fields FROM annual_reports
      WHERE year = ${year} AND scope = ${scope} ORDER BY revision DESC LIMIT 1`),
  );

export const annualAt = async (db: Database, { year, scope }: AnnualKey, at: number): Promise<StoredAnnual | null> =>
  read(
    await db.first<Row>(sql`${revision}, fields FROM annual_reports
      WHERE year = ${year} AND scope = ${scope} AND revision = ${at}`),
  );

/** The newest revision of each report, newest year first. */
export const annualReports = (db: Database): Promise<AnnualRevision[]> =>
  db.all(sql`${revision} FROM annual_reports AS each
    WHERE revision = (SELECT max(revision) FROM annual_reports WHERE year = each.year AND scope = each.scope)
    ORDER BY year DESC, scope DESC`);

/** The newest revision of every report of a year, with what was typed. */
export const annualsOf = async (db: Database, year: number): Promise<StoredAnnual[]> =>
  (
    await db.all<Row>(sql`${revision}, fields FROM annual_reports AS each WHERE year = ${year}
      AND revision = (SELECT max(revision) FROM annual_reports WHERE year = each.year AND scope = each.scope)`)
  ).map((row) => ({ ...row, fields: JSON.parse(row.fields) as AnnualFields }));

/** Fails on the key when somebody saved this revision first. */
export const savingAnnual = (report: Omit<StoredAnnual, 'savedByName'>): Statement[] => {
  const { year, scope, revision, state, sealed, fields, saved, savedBy } = report;
  return [
    sql`INSERT INTO annual_reports (year, scope, revision, state, fields, saved, saved_by, sealed)
      VALUES (${year}, ${scope}, ${revision}, ${state}, ${JSON.stringify(fields)}, ${saved}, ${savedBy}, ${sealed})`,
    sql`DELETE FROM annual_reports WHERE year = ${year} AND scope = ${scope} AND state = 'draft'
      AND revision <= ${revision - revisionsKept}`,
  ];
};
