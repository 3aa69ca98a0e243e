// One read that proves the database answers.
import { type Database, sql } from '../database.ts';

export const ping = (db: Database): Promise<unknown> => db.first(sql`SELECT 1 AS alive`);
