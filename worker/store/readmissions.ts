// Labelled answers that wait for a decision, and the decisions. What is moved is named answer by answer, so that one that
// arrives meanwhile is left for the next look.
import type { Day } from '#core/period.ts';
import type { Labelled, Readmission } from '#core/readmission.ts';
import { negated, type Tally } from '#core/tally.ts';
import { type Database, type Statement, sql } from '../database.ts';
import type { StoredResponse } from './responses.ts';
import { addingTally, type TallyCell } from './tallies.ts';

const undecided = sql`r.quarantine = 1 AND r.test = 0
  AND NOT EXISTS (SELECT 1 FROM exclusions x WHERE x.slip = r.slip AND x.id = r.id)
  AND NOT EXISTS (SELECT 1 FROM withdrawals w WHERE w.slip = r.slip AND w.id = r.id)`;

export const labelledDays = (db: Database, survey: string): Promise<Labelled[]> =>
  db.all<Labelled>(sql`SELECT r.day, count(*) AS n FROM responses r WHERE r.survey = ${survey} AND ${undecided}
    GROUP BY r.day ORDER BY r.day DESC`);

/** No more than `limit`, so that one decision stays one batch. */
export async function labelledOn(db: Database, survey: string, day: Day, limit: number): Promise<LabelledAnswer[]> {
  const rows = await db.all<LabelledRow>(sql`
    SELECT r.slip, r.id, r.survey, r.version, r.unit, r.channel, r.day, r.answers, r.late
    FROM responses r WHERE r.survey = ${survey} AND r.day = ${day} AND ${undecided}
    ORDER BY r.slip, r.id LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, answers: JSON.parse(row.answers), late: row.late === 1 }));
}

export type LabelledAnswer = Pick<
  StoredResponse,
  'slip' | 'id' | 'survey' | 'version' | 'unit' | 'channel' | 'day' | 'answers'
> & { readonly late: boolean };

type LabelledRow = Omit<LabelledAnswer, 'answers' | 'late'> & { answers: string; late: number };

export const readmissionsOf = (db: Database, survey: string): Promise<Readmission[]> =>
  db.all<Readmission>(sql`
    SELECT a.day, a.n, a.reason, coalesce(s.name, a.staff) AS staff, a.decided
    FROM readmissions a LEFT JOIN staff s ON s.id = a.staff
    WHERE a.survey = ${survey} ORDER BY a.decided DESC, a.day DESC, a.id`);

export interface NewReadmission extends Readmission {
  readonly id: string;
  readonly survey: string;
  readonly answers: readonly Pick<StoredResponse, 'slip' | 'id'>[];
  /** What moves from 存疑待核 to valid, cell by cell. */
  readonly cells: readonly Omit<TallyCell, 'standing'>[];
}

/** The batch; it fails as a whole where one of the answers is no longer undecided (see `isOvertaken`). */
export function readmitting({
  id,
  survey,
  day,
  n,
  reason,
  staff,
  decided,
  answers,
  cells,
}: NewReadmission): Statement[] {
  const keys = JSON.stringify(answers.map((answer) => [answer.slip, answer.id]));
  const named = sql`(r.slip, r.id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${keys}))`;
  const always = sql`1`;
  const moved = (tally: Tally, from: Omit<TallyCell, 'standing'>): Statement[] => [
    addingTally({ ...from, standing: 'quarantine', tally: negated(tally) }, always),
    addingTally({ ...from, standing: 'valid', tally }, always),
  ];
  return [
    sql`INSERT INTO readmissions (id, survey, day, n, found, reason, staff, decided)
      SELECT ${id}, ${survey}, ${day}, ${n}, (SELECT count(*) FROM responses r WHERE ${named} AND ${undecided}),
        ${reason}, ${staff}, ${decided}`,
    ...cells.flatMap((cell) => moved(cell.tally, cell)),
    sql`UPDATE responses AS r SET quarantine = 0 WHERE ${named}`,
  ];
}

export const isOvertaken = (error: unknown): boolean => String(error).includes('CHECK constraint failed: found = n');
