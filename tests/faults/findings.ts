// What is in the database, held against the ledger. Every field of Findings but `stored` must be 0 after a run that kept
// its promises.
import type { Answers } from '#core/answers.ts';
import { canonical } from '#core/canonical.ts';
import type { Survey } from '#core/survey.ts';
import { type Database, sql } from '#worker/database.ts';
import type { Host } from '#worker/host.ts';
import { recount } from '#worker/recount.ts';
import { type Citizen, type Ledger, markField, type Surveys } from './ledger.ts';

export interface Findings {
  readonly stored: number;
  /** Acknowledged, and not there. */
  readonly lost: number;
  /** Rows beyond the first of one press. */
  readonly duplicated: number;
  /** Rows of nobody, or with other answers than were sent. */
  readonly altered: number;
  /** Counts, comments or used invitations that disagree with the responses. */
  readonly torn: number;
  /** Acknowledged under another receipt than the id has. */
  readonly wrongReceipts: number;
}

export async function examine(host: Host, surveys: Surveys, ledger: Ledger): Promise<Findings> {
  const byMark = new Map(ledger.citizens.map((citizen) => [citizen.mark, { citizen, rows: 0 }]));
  const rows = await storedAnswers(host.db);
  let altered = 0;
  for (const { survey, answers } of rows) {
    const mark = answers[markField[survey === surveys.general.code ? 'general' : 'request']];
    const found = byMark.get(String(mark));
    if (found) found.rows += 1;
    if (!found || canonical(answers) !== canonical(found.citizen.press.envelope.answers)) altered += 1;
  }
  const everybody = [...byMark.values()];
  return {
    stored: rows.length,
    lost: everybody.filter(({ citizen, rows }) => citizen.receipt !== null && rows === 0).length,
    duplicated: everybody.reduce((sum, { rows }) => sum + Math.max(0, rows - 1), 0),
    altered,
    torn: await torn(host.db, surveys),
    wrongReceipts: ledger.citizens.filter((citizen) => !hasRightReceipt(host, citizen)).length,
  };
}

const hasRightReceipt = (host: Host, { receipt, press }: Citizen): boolean =>
  receipt === null || receipt === host.seals.receipt(press.envelope.id);

const storedAnswers = async (db: Database): Promise<{ survey: string; answers: Answers }[]> =>
  (await db.all<{ survey: string; answers: string }>(sql`SELECT survey, answers FROM responses`)).map((row) => ({
    survey: row.survey,
    answers: JSON.parse(row.answers) as Answers,
  }));

/** Everything that is written with a response, against the responses. Zero when each is whole or absent. */
export async function torn(db: Database, surveys: Surveys): Promise<number> {
  const documentOf = (code: string): Survey => (code === surveys.general.code ? surveys.general : surveys.request);
  const miscounted = await recount(db, documentOf);
  const [parts] = await db.all<{ mute: number; orphaned: number; uses: number }>(sql`
    SELECT
      (SELECT count(*) FROM responses r
        WHERE (r.answers ->> ${markField.general} IS NOT NULL OR r.answers ->> ${markField.request} IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM comments c WHERE c.slip = r.slip)) AS mute,
      (SELECT count(*) FROM comments c WHERE NOT EXISTS (SELECT 1 FROM responses r WHERE r.slip = c.slip)) AS orphaned,
      (SELECT count(*) FROM invitations WHERE used = 1)
        - (SELECT count(*) FROM responses WHERE survey = ${surveys.request.code}) AS uses`);
  if (!parts) throw new Error('the counts of parts did not come back');
  return miscounted.length + parts.mute + parts.orphaned + Math.abs(parts.uses);
}
