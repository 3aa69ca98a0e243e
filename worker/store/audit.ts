// The audit's rows: appended, read, never changed (triggers see to that).
import { type AuditEntry, type ChainEnd, chainStart } from '#core/audit.ts';
import { type Database, type Statement, sql } from '../database.ts';

type Row = Omit<AuditEntry, 'detail'> & { detail: string };

const read = (row: Row): AuditEntry => ({ ...row, detail: JSON.parse(row.detail) as AuditEntry['detail'] });

export const chainEnd = async (db: Database): Promise<ChainEnd> =>
  (await db.first<ChainEnd>(sql`SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1`)) ?? chainStart;

export const hashAt = async (db: Database, seq: number): Promise<string | null> =>
  (await db.first<{ hash: string }>(sql`SELECT hash FROM audit WHERE seq = ${seq}`))?.hash ?? null;

export const entriesAfter = async (db: Database, seq: number, limit: number): Promise<AuditEntry[]> =>
  (
    await db.all<Row>(sql`
      SELECT seq, at, actor, action, object, detail, previous, hash FROM audit
      WHERE seq > ${seq} ORDER BY seq LIMIT ${limit}`)
  ).map(read);

export const entriesBefore = async (db: Database, seq: number, limit: number): Promise<AuditEntry[]> =>
  (
    await db.all<Row>(sql`
      SELECT seq, at, actor, action, object, detail, previous, hash FROM audit
      WHERE seq < ${seq} ORDER BY seq DESC LIMIT ${limit}`)
  ).map(read);

export const appending = (e: AuditEntry): Statement => sql`
  INSERT INTO audit (seq, at, actor, action, object, detail, previous, hash)
  VALUES (${e.seq}, ${e.at}, ${e.actor}, ${e.action}, ${e.object}, ${JSON.stringify(e.detail)}, ${e.previous}, ${e.hash})`;
