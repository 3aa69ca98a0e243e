// Sessions by the hash of their token, and the tries that signing in has left. Who a session belongs to is read with it
// each time, so that disabling somebody or changing their role works on their next request.
import type { Session } from '#core/session.ts';
import { idleSecondsMax, sessionSecondsMax, triesMax } from '#core/session.ts';
import type { Staff } from '#core/staff.ts';
import { type Database, type Statement, sql } from '../database.ts';

export interface SessionRecord extends Session {
  readonly staff: Staff;
  readonly disabled: boolean;
}

export async function sessionBy(db: Database, hash: string): Promise<SessionRecord | null> {
  const row = await db.first<Session & Staff & { disabled: number }>(sql`
    SELECT s.started, s.seen, m.id, m.name, m.role, m.unit, m.disabled
    FROM sessions s JOIN staff m ON m.id = s.staff WHERE s.hash = ${hash}`);
  if (!row) return null;
  const { started, seen, disabled, ...staff } = row;
  return { started, seen, staff, disabled: disabled === 1 };
}

export const starting = (hash: string, staff: string, now: number): Statement =>
  sql`INSERT INTO sessions (hash, staff, started, seen) VALUES (${hash}, ${staff}, ${now}, ${now})`;

export const touching = (hash: string, now: number): Statement =>
  sql`UPDATE sessions SET seen = ${now} WHERE hash = ${hash} AND seen < ${now}`;

export const ending = (hash: string): Statement => sql`DELETE FROM sessions WHERE hash = ${hash}`;

/** All sessions of a person, but for the one they are using. */
export const endingOthers = (staff: string, kept = ''): Statement =>
  sql`DELETE FROM sessions WHERE staff = ${staff} AND hash <> ${kept}`;

export const forgettingExpired = (now: number): Statement =>
  sql`DELETE FROM sessions WHERE seen <= ${now - idleSecondsMax} OR started <= ${now - sessionSecondsMax}`;

/** Takes one try before the password is looked at, so that tries sent at once are counted too; changes no row when none is left. */
export const takingTry = (key: string, window: number): Statement => sql`
  INSERT INTO sign_in_failures (name_hash, window, failures) VALUES (${key}, ${window}, 1)
  ON CONFLICT DO UPDATE SET failures = failures + 1 WHERE failures < ${triesMax}`;

/** Gives back the try of a right password; the wrong ones before it stay counted. */
export const returningTry = (key: string, window: number): Statement =>
  sql`UPDATE sign_in_failures SET failures = failures - 1 WHERE name_hash = ${key} AND window = ${window} AND failures > 0`;

export const forgettingTries = (window: number): Statement =>
  sql`DELETE FROM sign_in_failures WHERE window < ${window}`;

export const triesTaken = async (db: Database, key: string, window: number): Promise<number> =>
  (
    await db.first<{ failures: number }>(
      sql`SELECT failures FROM sign_in_failures WHERE name_hash = ${key} AND window = ${window}`,
    )
  )?.failures ?? 0;
