// Applies migrations/*.sql to an embedded D1, each once and in order, and records them as wrangler does, so that
// `wrangler d1 migrations apply` and this agree about the same database.

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { D1 } from '#worker/d1.ts';

const folder = fileURLToPath(new URL('../migrations', import.meta.url));

const register = `
  CREATE TABLE IF NOT EXISTS d1_migrations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT UNIQUE,
    applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
  )`;

/** Returns the names of the files it applied: none when the database was up to date. */
export async function migrate(d1: D1): Promise<string[]> {
  await d1.batch([d1.prepare(register)]);
  const { results } = await d1.prepare('SELECT name FROM d1_migrations').bind().all();
  const applied = new Set((results as { name: string }[]).map(({ name }) => name));
  if (readdirSync(folder).every((name) => !name.endsWith('.sql') || applied.has(name))) return [];

  // Loaded only when there is something to apply: it brings half of wrangler with it.
  const { readD1Migrations } = await import('@cloudflare/vitest-plugin');
  const pending = (await readD1Migrations(folder)).filter(({ name }) => !applied.has(name));
  for (const { name, queries } of pending) {
    const record = d1.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name);
    await d1.batch([...queries.map((query) => d1.prepare(query)), record]);
  }
  return pending.map(({ name }) => name);
}
