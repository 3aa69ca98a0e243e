// What changed because of comments, each entry in its newest row.
import type { Improvement } from '#core/improvement.ts';
import { type Database, type Statement, sql } from '../database.ts';

export interface ImprovementRow extends Improvement {
  readonly survey: string;
  readonly entry: string;
  readonly n: number;
  readonly withdrawn: 0 | 1;
  readonly at: string;
  readonly by: string;
}

/** Newest last; withdrawn ones too. */
export const improvementsOf = (db: Database, survey: string): Promise<ImprovementRow[]> =>
  db.all(sql`SELECT survey, entry, n, said, done, withdrawn, at, by FROM improvements AS each
    WHERE survey = ${survey}
      AND n = (SELECT max(n) FROM improvements WHERE survey = each.survey AND entry = each.entry)
    ORDER BY at, entry`);

/** Fails on the key when somebody wrote this entry first. */
export const writing = ({ survey, entry, n, said, done, withdrawn, at, by }: ImprovementRow): Statement =>
  sql`INSERT INTO improvements (survey, entry, n, said, done, withdrawn, at, by)
    VALUES (${survey}, ${entry}, ${n}, ${said}, ${done}, ${withdrawn}, ${at}, ${by})`;
