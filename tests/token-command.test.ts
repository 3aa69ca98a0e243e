// `pingyi token`: a token is printed once, listed without itself, and revoked.
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { isApiToken } from '#core/api-token.ts';
import { Problems, Refusal } from '#core/problem.ts';
import { sqliteDatabase } from '#node/sqlite.ts';
import { WrongUsage } from '#scripts/commands/command.ts';
import { token } from '#scripts/commands/token.ts';
import { sql } from '#worker/database.ts';
import { makeHost } from '#worker/host.ts';
import { readSettings } from '#worker/settings.ts';
import { buildWorld, worldNow } from './world/world.ts';

async function machine() {
  const sqlite = new DatabaseSync(':memory:');
  for (const file of readdirSync('migrations').sort()) sqlite.exec(readFileSync(`migrations/${file}`, 'utf8'));
  const host = makeHost(sqliteDatabase(sqlite), readSettings({ SECRET: 'x'.repeat(32) }), { now: () => worldNow });
  await buildWorld(host);
  const run = async (line: string) => {
    let printed = '';
    const out = (text: string | Uint8Array) => {
      printed += String(text);
    };
    const status = await token.run(host, line.split(' '), { out, err: out });
    expect(status).toBe(0);
    return printed;
  };
  return { host, run };
}

test('add prints it once, list never, and revoke ends it; each deed is in the audit', async () => {
  const { host, run } = await machine();
  const made = JSON.parse(await run('add 门户 --scope results.read --scope reports.read --expires 2026-12-31 --json'));
  expect(isApiToken(made.token)).toBe(true);
  expect(made).toMatchObject({ ok: true, name: '门户', scopes: ['results.read', 'reports.read'], unit: null });
  expect(await run('list')).toContain('works');
  await run(`revoke ${made.id}`);
  const listed = await run('list --json');
  expect(JSON.parse(listed)).toMatchObject([{ id: made.id, revoked: '2026-06-15' }]);
  const audit = await host.db.all(sql`SELECT * FROM audit`);
  expect(audit.filter((event) => JSON.stringify(event).includes(made.id))).toHaveLength(2);
  expect(listed + JSON.stringify(audit)).not.toContain(made.token.slice(4));
});

test.each([
  ['add 门户', Problems],
  ['add 门户 --scope everything', Problems],
  ['add 门户 --scope results.read --unit education', Problems],
  ['add 门户 --scope results.read --expires 2020-01-01', Problems],
  ['revoke nobody', Refusal],
  ['revoke', WrongUsage],
  ['list all', WrongUsage],
  ['find 门户', WrongUsage],
  ['add 门户 --admin', WrongUsage],
])('%s makes nothing', async (line, kind) => {
  const { host, run } = await machine();
  await expect(run(line)).rejects.toBeInstanceOf(kind);
  expect(await host.db.all(sql`SELECT id FROM api_tokens`)).toEqual([]);
});
