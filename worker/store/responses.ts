// Storing one response with everything that must happen with it, and reading it back. Every statement carries the same
// guard (not stored yet, and its invitation unused), so one batch is exactly once however often it runs.
import type { Answers } from '#core/answers.ts';
import type { Day } from '#core/period.ts';
import { monthOf } from '#core/period.ts';
import type { ExclusionReason, Flags, Standing } from '#core/standing.ts';
import type { Payload } from '#core/submission.ts';
import type { Tally } from '#core/tally.ts';
import { type Database, type Statement, sql } from '../database.ts';
import { addingTally } from './tallies.ts';

export interface NewResponse extends Pick<Payload, 'id' | 'survey' | 'version' | 'unit' | 'channel'> {
  readonly slip: string;
  readonly day: Day;
  /** Masked already. */
  readonly answers: Answers;
  readonly fingerprint: string;
  readonly flags: Flags;
  readonly standing: Standing;
  readonly tally: Tally;
  readonly comments: readonly { question: string; state: 'new' | 'held' }[];
  /** Hash of the invitation this response uses up. */
  readonly invitation: string | null;
}

/** The batch for one response; its last-but-one statement is the insert whose change count tells whether it was new. */
export function storing(r: NewResponse): { statements: Statement[]; insertAt: number } {
  const unstored = sql`NOT EXISTS (SELECT 1 FROM responses WHERE slip = ${r.slip} AND id = ${r.id})`;
  const fresh = r.invitation
    ? sql`${unstored} AND EXISTS (SELECT 1 FROM invitations WHERE hash = ${r.invitation} AND used = 0)`
    : unstored;
  const bit = Number;
  const statements = [
    addingTally({ ...r, month: monthOf(r.day) }, fresh),
    ...r.comments.map(
      ({ question, state }) => sql`INSERT INTO comments (survey, month, slip, id, question, unit, state)
        SELECT ${r.survey}, ${monthOf(r.day)}, ${r.slip}, ${r.id}, ${question}, ${r.unit}, ${state} WHERE ${fresh}`,
    ),
    sql`INSERT INTO responses (slip, id, survey, version, unit, channel, day, answers, fingerprint,
        late, quarantine, possible_duplicate, test)
      SELECT ${r.slip}, ${r.id}, ${r.survey}, ${r.version}, ${r.unit}, ${r.channel}, ${r.day},
        ${JSON.stringify(r.answers)}, ${r.fingerprint}, ${bit(r.flags.late)}, ${bit(r.flags.quarantine)},
        ${bit(r.flags.possibleDuplicate)}, ${bit(r.flags.test)}
      WHERE ${fresh} ON CONFLICT DO NOTHING`,
  ];
  const insertAt = statements.length - 1;
  if (r.invitation)
    statements.push(sql`UPDATE invitations SET used = 1 WHERE hash = ${r.invitation} AND used = 0
      AND EXISTS (SELECT 1 FROM responses WHERE slip = ${r.slip} AND id = ${r.id})`);
  return { statements, insertAt };
}

export const fingerprintOf = async (db: Database, slip: string, id: string): Promise<string | null> =>
  (await db.first<{ fingerprint: string }>(sql`SELECT fingerprint FROM responses WHERE slip = ${slip} AND id = ${id}`))
    ?.fingerprint ?? null;

export interface Received {
  readonly survey: string;
  readonly day: Day;
  readonly late: boolean;
  readonly withdrawn: boolean;
}

export async function receivedUnder(db: Database, slip: string): Promise<Received | null> {
  const row = await db.first<{ survey: string; day: Day; late: number; withdrawn: number }>(sql`
    SELECT r.survey, r.day, r.late, w.id IS NOT NULL AS withdrawn
    FROM responses r LEFT JOIN withdrawals w ON w.slip = r.slip AND w.id = r.id
    WHERE r.slip = ${slip} ORDER BY withdrawn, r.day LIMIT 1`);
  return row && { survey: row.survey, day: row.day, late: row.late === 1, withdrawn: row.withdrawn === 1 };
}

export interface StoredResponse {
  readonly slip: string;
  readonly id: string;
  readonly survey: string;
  readonly version: number;
  readonly unit: string;
  readonly channel: string;
  readonly day: Day;
  readonly answers: Answers;
  readonly late: boolean;
  readonly quarantine: boolean;
  readonly test: boolean;
  /** Why staff left it out. */
  readonly excluded: ExclusionReason | null;
  readonly withdrawn: boolean;
  readonly withdrawnOn: Day | null;
}

const stored = sql`
  SELECT r.slip, r.id, r.survey, r.version, r.unit, r.channel, r.day, r.answers,
    r.late, r.quarantine, r.test, x.reason AS excluded, w.id IS NOT NULL AS withdrawn, w.day AS withdrawnOn
  FROM responses r
  LEFT JOIN exclusions x ON x.slip = r.slip AND x.id = r.id
  LEFT JOIN withdrawals w ON w.slip = r.slip AND w.id = r.id`;

/** A page of all responses in key order, for recounts; `after` is the last key of the page before. */
export async function responsesAfter(
  db: Database,
  after: { slip: string; id: string },
  limit: number,
): Promise<StoredResponse[]> {
  const rows = await db.all<ResponseRow>(sql`
    ${stored} WHERE (r.slip, r.id) > (${after.slip}, ${after.id}) ORDER BY r.slip, r.id LIMIT ${limit}`);
  return rows.map(asStored);
}

/** Nearly always one: a receipt has 39 bits, so in many million answers two may share one. */
export const responsesUnder = async (db: Database, slip: string): Promise<StoredResponse[]> =>
  (await db.all<ResponseRow>(sql`${stored} WHERE r.slip = ${slip}`)).map(asStored);

type Bit = 'late' | 'quarantine' | 'test' | 'withdrawn';
type ResponseRow = Omit<StoredResponse, 'answers' | Bit> & { answers: string } & Record<Bit, number>;

const asStored = (row: ResponseRow): StoredResponse => ({
  ...row,
  answers: JSON.parse(row.answers) as Answers,
  late: row.late === 1,
  quarantine: row.quarantine === 1,
  test: row.test === 1,
  withdrawn: row.withdrawn === 1,
});
