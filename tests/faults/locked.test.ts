// Another process writes to the SQLite file and holds its lock (a backup, a command): whoever meets it waits a little or
// is asked to come again, and nobody is told 已收到 for nothing.
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { hostOn, makeState, openInstance, openSurveys, signingHost } from '#scripts/instance.ts';
import { seeded } from '#tests/world/answers.ts';
import { buildWorld } from '#tests/world/world.ts';
import { createApp } from '#worker/app.ts';
import type { Database } from '#worker/database.ts';
import { arrivals, crowd } from './crowd.ts';
import { examine } from './findings.ts';
import { Ledger } from './ledger.ts';
import { openSqlite } from './sqlite-file.ts';

const surveys = openSurveys(signingHost);
const clean = { lost: 0, duplicated: 0, altered: 0, torn: 0, wrongReceipts: 0 };
const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Takes the lock that only one writer can have; the returned function lets go. */
function lock(file: string): () => void {
  const sqlite = new DatabaseSync(file);
  sqlite.exec('BEGIN IMMEDIATE');
  return () => sqlite.close();
}

/** Of all the files that local D1 keeps, ours. */
function databaseFile(stateDir: string): string {
  const files = globSync(join(stateDir, 'd1/*/*.sqlite'));
  const ours = files.find((file) => {
    const sqlite = new DatabaseSync(file, { readOnly: true });
    const found = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'responses'").get();
    sqlite.close();
    return found;
  });
  if (!ours) throw new Error(`no database among ${files.join(', ')}`);
  return ours;
}

test('while another process holds the lock everybody is asked to come again, and then stored once', async () => {
  const state = await makeState();
  endings.push(() => state.remove());
  // The runtime logs each refused lock with its stack.
  const server = await openInstance(state, { log: () => {} });
  endings.push(() => server.dispose());
  const ledger = new Ledger(signingHost, surveys, seeded(1));
  const unlock = lock(databaseFile(state.stateDir));

  const asked = new Set<string>();
  const connections = 8;
  await crowd(server.url, ledger, {
    connections,
    next: arrivals(ledger, connections),
    onReply: ({ mark }, { status, headers }) => {
      if (asked.size === connections) return;
      expect(status).toBe(503);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(ledger.acknowledged).toBe(0);
      asked.add(mark);
      if (asked.size === connections) unlock();
    },
  });

  expect(ledger.acknowledged).toBe(connections);
  expect(await examine(hostOn(server.d1), surveys, ledger)).toMatchObject({ stored: connections, ...clean });
});

test('a lock that is let go at once is waited for, and the citizen notices nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pingyi-'));
  endings.push(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'answers.sqlite');
  const { db, sqlite } = openSqlite(file);
  endings.push(() => sqlite.close());
  await buildWorld({ db }, Number(signingHost.today().slice(0, 4)));

  const unlock = lock(file);
  let refusals = 0;
  const watched: Database = {
    ...db,
    commit: (statements) =>
      db.commit(statements).catch((error: unknown) => {
        refusals += 1;
        unlock();
        throw error;
      }),
  };
  const app = createApp({ ...signingHost, db: watched });
  const ledger = new Ledger(signingHost, surveys, seeded(2));
  const { press } = ledger.arrive();
  const headers = { 'content-type': 'application/json' };
  expect((await app.request(press.path, { method: 'POST', headers, body: press.json })).status).toBe(201);
  expect(refusals).toBe(1);
  expect(await examine({ ...signingHost, db }, surveys, ledger)).toMatchObject({ stored: 1, ...clean });
});
