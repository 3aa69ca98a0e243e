// Invitations by hash. Whether one is used is all that is ever known of its use.
import type { Day, Month } from '#core/period.ts';
import { type Database, type Statement, sql } from '../database.ts';

export interface Invitation {
  readonly hash: string;
  readonly survey: string;
  readonly unit: string;
  readonly outcome: string;
  readonly month: Month;
  readonly tail: string;
  readonly expires: Day;
  readonly used: boolean;
}

export async function invitationBy(db: Database, hash: string): Promise<Invitation | null> {
  const row = await db.first<Omit<Invitation, 'used'> & { used: number }>(sql`
    SELECT hash, survey, unit, outcome, month, tail, expires, used FROM invitations WHERE hash = ${hash}`);
  return row && { ...row, used: row.used === 1 };
}

/** Issues one; a case that was invited before keeps its first invitation (no row changes). */
export const issuing = (i: Omit<Invitation, 'used'>): Statement => sql`
  INSERT INTO invitations (hash, survey, unit, outcome, month, tail, expires)
  VALUES (${i.hash}, ${i.survey}, ${i.unit}, ${i.outcome}, ${i.month}, ${i.tail}, ${i.expires})
  ON CONFLICT DO NOTHING`;

/** Which of these hashes are invitations. */
export const invitationsAmong = async (db: Database, hashes: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await db.all<{ hash: string }>(sql`
        SELECT hash FROM invitations WHERE hash IN (SELECT value FROM json_each(${JSON.stringify(hashes)}))`)
    ).map(({ hash }) => hash),
  );

export interface InvitationCount {
  readonly unit: string;
  readonly outcome: string;
  readonly month: Month;
  readonly issued: number;
  readonly used: number;
}

export const countInvitations = (
  db: Database,
  survey: string,
  unit: string | null = null,
): Promise<InvitationCount[]> =>
  db.all<InvitationCount>(sql`
    SELECT unit, outcome, month, count(*) AS issued, sum(used) AS used FROM invitations
    WHERE survey = ${survey} AND (${unit} IS NULL OR unit = ${unit})
    GROUP BY unit, outcome, month ORDER BY unit, month, outcome`);
