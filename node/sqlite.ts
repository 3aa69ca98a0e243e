// The database port on node:sqlite. One connection, so BEGIN IMMEDIATE … COMMIT is a transaction like D1's batch: the
// calls in between are synchronous and nothing can slip in.
import type { DatabaseSync } from 'node:sqlite';
import type { Database } from '#worker/database.ts';

export function sqliteDatabase(sqlite: DatabaseSync): Database {
  return {
    all: async <Row>({ text, values }: { text: string; values: readonly (string | number | null)[] }) =>
      sqlite.prepare(text).all(...values) as Row[],
    first: async <Row>({ text, values }: { text: string; values: readonly (string | number | null)[] }) =>
      (sqlite.prepare(text).get(...values) ?? null) as Row | null,
    async commit(statements) {
      sqlite.exec('BEGIN IMMEDIATE');
      try {
        const changes = statements.map(({ text, values }) => Number(sqlite.prepare(text).run(...values).changes));
        sqlite.exec('COMMIT');
        return changes;
      } catch (error) {
        sqlite.exec('ROLLBACK');
        throw error;
      }
    },
  };
}
