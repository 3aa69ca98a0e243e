// A command's writes as SQL text, for a database that the command cannot reach: D1 at Cloudflare takes a file and nothing
// else. The command really runs, on a copy in memory, so that every rule and the audit chain hold; the copy is an export of
// that database, or what the migrations make of an empty one.

import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { sqliteDatabase } from '#node/sqlite.ts';
import type { Database, Statement, Value } from '#worker/database.ts';

const folder = fileURLToPath(new URL('../migrations/', import.meta.url));

export interface WritingDatabase {
  readonly db: Database;
  /** Everything committed so far, to be run once and in this order. */
  readonly written: () => string;
}

/** `exported` holds the statements of an export with its schema; null stands for a database that was only migrated. */
export function writingDatabase(exported: string | null): WritingDatabase {
  const sqlite = new DatabaseSync(':memory:');
  const schema = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(`${folder}${name}`, 'utf8'));
  for (const text of exported === null ? schema : [exported]) sqlite.exec(text);
  const copy = sqliteDatabase(sqlite);
  const statements: Statement[] = [];
  return {
    db: {
      ...copy,
      async commit(batch) {
        const changes = await copy.commit(batch);
        statements.push(...batch);
        return changes;
      },
    },
    written: () => statements.map((statement) => `${withValues(statement)};\n`).join(''),
  };
}

/** Our SQL holds no question mark but those of its values: the tag puts every other text into a value too. */
function withValues({ text, values }: Statement): string {
  const parts = text.split('?');
  if (parts.length !== values.length + 1) throw new Error('a statement holds a question mark that is no value');
  return parts.reduce((before, part, i) => before + literal(values[i - 1] ?? null) + part).trim();
}

/** A text that holds a NUL would be cut there, so it is spelled by its bytes. */
function literal(value: Value): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  if (value.includes('\0')) return `CAST(X'${Buffer.from(value).toString('hex')}' AS TEXT)`;
  return `'${value.replaceAll("'", "''")}'`;
}
