// `pingyi report` on the second host, node:sqlite: the same bytes as any other door.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, test } from 'vitest';
import { reportSchema } from '#core/report.ts';
import { sqliteDatabase } from '#node/sqlite.ts';
import { WrongUsage } from '#scripts/commands/command.ts';
import { report } from '#scripts/commands/report.ts';
import { randomAnswers, seeded } from '#tests/world/answers.ts';
import { loadAnswers } from '#tests/world/load.ts';
import { buildWorld, generalOf } from '#tests/world/world.ts';
import { reportFile } from '#worker/export/file.ts';
import { type Host, makeHost } from '#worker/host.ts';
import { readSettings } from '#worker/settings.ts';

let host: Host;

beforeAll(async () => {
  const sqlite = new DatabaseSync(':memory:');
  for (const file of readdirSync('migrations').sort()) sqlite.exec(readFileSync(`migrations/${file}`, 'utf8'));
  host = makeHost(sqliteDatabase(sqlite), readSettings({ SECRET: 'x'.repeat(32) }), {
    now: () => Date.parse('2027-01-20T09:00:00+08:00'),
  });
  await buildWorld(host, 2026);
  const random = seeded(3);
  const general = generalOf(2026);
  await loadAnswers(
    host,
    general,
    Array.from({ length: 50 }, () => ({ answers: randomAnswers(general, random), day: '2026-03-05' })),
  );
});

async function run(...args: string[]) {
  const written: (Uint8Array | string)[] = [];
  const streams = { out: (bytes: Uint8Array | string) => written.push(bytes), err: () => expect.unreachable() };
  const status = await report.run(host, args, streams);
  return { status, out: Buffer.concat(written.map((bytes) => Buffer.from(bytes))) };
}

test('--json prints one JSON value and nothing else', async () => {
  const { status, out } = await run('2026', '--json');
  expect(status).toBe(0);
  const summary = reportSchema.parse(JSON.parse(out.toString()));
  expect(summary.evaluations[0]?.reconciliation).toMatchObject({ received: 50, valid: 50 });
});

test('--out writes the file, in the format asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pingyi-'));
  const path = join(folder, 'year.xlsx');
  const { status, out } = await run('2026', '--format', 'xlsx', '--out', path);
  expect([status, out.length]).toEqual([0, 0]);
  const summary = reportSchema.parse(JSON.parse((await run('2026', '--format', 'json')).out.toString()));
  expect(readFileSync(path).equals(await reportFile(summary, 'xlsx', 'zh-CN'))).toBe(true);
  rmSync(folder, { recursive: true });
});

test('a year without an evaluation is refused', async () => {
  await expect(run('2019')).rejects.toMatchObject({ code: 'missing', reason: 'no-report' });
});

test.each(['', '26', '2026 2027', '2026 --format pdf', '2026 --lang fr', '2026 --json --format csv', '2026 --verbose'])(
  'wrong usage: pingyi report %s',
  async (line) => {
    await expect(run(...line.split(' ').filter(Boolean))).rejects.toBeInstanceOf(WrongUsage);
  },
);
