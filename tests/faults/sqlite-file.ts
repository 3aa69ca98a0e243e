// The port on a node:sqlite of its own, with the real migrations.
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { sqliteDatabase } from '#node/sqlite.ts';
import type { Database } from '#worker/database.ts';

export function openSqlite(path: string): { db: Database; sqlite: DatabaseSync } {
  const sqlite = new DatabaseSync(path);
  sqlite.exec('PRAGMA foreign_keys = ON');
  for (const file of readdirSync('migrations').sort()) sqlite.exec(readFileSync(`migrations/${file}`, 'utf8'));
  return { db: sqliteDatabase(sqlite), sqlite };
}
