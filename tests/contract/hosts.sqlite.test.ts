// The contract suites on node:sqlite with the same migrations.
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe } from 'vitest';
import { sqliteDatabase } from '#node/sqlite.ts';
import type { Database } from '#worker/database.ts';
import { databaseContract } from './database.ts';
import { submissionContract } from './submission.ts';

const open = async (): Promise<Database> => {
  const sqlite = new DatabaseSync(':memory:');
  sqlite.exec('PRAGMA foreign_keys = ON');
  for (const file of readdirSync('migrations').sort()) sqlite.exec(readFileSync(`migrations/${file}`, 'utf8'));
  return sqliteDatabase(sqlite);
};

describe('the database port on node:sqlite', () => databaseContract(open));
describe('a submission on node:sqlite', () => submissionContract(open));
