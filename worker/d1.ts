// The database port on Cloudflare D1. `batch` is a transaction: all statements or none.
import type { Database, Statement } from './database.ts';

/** The part of a D1 binding we use. */
export interface D1 {
  prepare(text: string): D1Prepared;
  batch(statements: D1Prepared[]): Promise<{ meta: { changes?: number } }[]>;
}
interface D1Prepared {
  bind(...values: unknown[]): D1Prepared;
  all(): Promise<{ results: unknown[] }>;
}

export function d1Database(d1: D1): Database {
  const prepare = ({ text, values }: Statement) => d1.prepare(text).bind(...values);
  const all = async <Row>(statement: Statement) => (await prepare(statement).all()).results as Row[];
  return {
    all,
    first: async <Row>(statement: Statement) => (await all<Row>(statement))[0] ?? null,
    commit: async (statements) => (await d1.batch(statements.map(prepare))).map(({ meta }) => meta.changes ?? 0),
  };
}
