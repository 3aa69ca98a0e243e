// The steps of each year's report, in their order.
import type { ReportEntry } from '#core/report-state.ts';
import { type Database, type Statement, sql } from '../database.ts';

export const stepsOf = (db: Database, year: number): Promise<ReportEntry[]> =>
  db.all(sql`SELECT n, step, at, by, sha, reason FROM report_steps WHERE year = ${year} ORDER BY n`);

/** Fails on the key when somebody took this step first. */
export const stepping = (year: number, { n, step, at, by, sha, reason }: ReportEntry): Statement =>
  sql`INSERT INTO report_steps (year, n, step, at, by, sha, reason)
    VALUES (${year}, ${n}, ${step}, ${at}, ${by}, ${sha}, ${reason})`;

/** Years that anybody did anything about. */
export const yearsWithSteps = async (db: Database): Promise<number[]> =>
  (await db.all<{ year: number }>(sql`SELECT DISTINCT year FROM report_steps ORDER BY year DESC`)).map(
    ({ year }) => year,
  );
