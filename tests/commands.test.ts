// The commands, on a real SQLite database: what they print, what they change, and with which status they end.
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { Problems, Refusal } from '#core/problem.ts';
import { sqliteDatabase } from '#node/sqlite.ts';
import { type Command, WrongUsage } from '#scripts/commands/command.ts';
import { doctor } from '#scripts/commands/doctor.ts';
import { invite } from '#scripts/commands/invite.ts';
import { staff } from '#scripts/commands/staff.ts';
import { verifyAudit } from '#scripts/commands/verify-audit.ts';
import { makeHost } from '#worker/host.ts';
import { isPassword } from '#worker/passwords.ts';
import { readSettings } from '#worker/settings.ts';
import { staffNamed } from '#worker/store/staff.ts';
import { randomAnswers, seeded } from './world/answers.ts';
import { loadAnswers } from './world/load.ts';
import { buildWorld, generalOf, worldNow } from './world/world.ts';

async function machine() {
  const sqlite = new DatabaseSync(':memory:');
  for (const file of readdirSync('migrations').sort()) sqlite.exec(readFileSync(`migrations/${file}`, 'utf8'));
  const host = makeHost(sqliteDatabase(sqlite), readSettings({ SECRET: 'x'.repeat(32) }), { now: () => worldNow });
  await buildWorld(host);
  /** Status and everything on standard output; what a command throws is what pingyi.ts puts into words. */
  const run = async ({ run }: Command, line: string) => {
    let printed = '';
    const out = (text: string | Uint8Array) => {
      printed += String(text);
    };
    const status = await run(host, line.split(' ').filter(Boolean), { out, err: out });
    return { status, printed };
  };
  return { sqlite, host, run };
}

test('staff add prints a password once, and it works', async () => {
  const { host, run } = await machine();
  const { status, printed } = await run(staff, 'add 王科长 --role officer --unit land --json');
  const { password } = JSON.parse(printed) as { password: string };
  const account = await staffNamed(host.db, '王科长');
  expect([status, account?.role, account?.unit]).toEqual([0, 'officer', 'land']);
  expect(await isPassword(password, account?.password ?? null)).toBe(true);
  expect(await isPassword(`${password} `, account?.password ?? null)).toBe(false);
  expect((await run(staff, 'list')).printed).not.toContain(password);
});

test('staff reset makes the old password useless and ends what was open', async () => {
  const { host, run, sqlite } = await machine();
  const first = JSON.parse((await run(staff, 'add 甲 --role admin --json')).printed) as { password: string };
  const { id } = (await staffNamed(host.db, '甲')) as { id: string };
  sqlite.exec(`INSERT INTO sessions VALUES ('${'0'.repeat(64)}', '${id}', 1, 1)`);
  const second = JSON.parse((await run(staff, 'reset 甲 --json')).printed) as { password: string };
  const stored = (await staffNamed(host.db, '甲'))?.password ?? null;
  expect([await isPassword(first.password, stored), await isPassword(second.password, stored)]).toEqual([false, true]);
  expect(sqlite.prepare('SELECT count(*) AS n FROM sessions').get()).toEqual({ n: 0 });
});

test('what staff cannot do is refused and changes nothing', async () => {
  const { run, sqlite } = await machine();
  await run(staff, 'add 甲 --role admin');
  const before = sqlite.prepare('SELECT * FROM staff').all();
  for (const line of [
    '',
    'add',
    'add 乙',
    'list 甲',
    'disable',
    'disable 甲 乙',
    'destroy 甲',
    'add 乙 --role officer --colour red',
    'role 甲',
  ])
    await expect(run(staff, line), line).rejects.toThrow(WrongUsage);
  for (const line of ['disable 甲', 'role 甲 --role viewer', 'reset 乙', 'enable 乙'])
    await expect(run(staff, line), line).rejects.toThrow(Refusal);
  for (const line of [
    'add 甲 --role viewer',
    'add 乙 --role god',
    'add 乙 --role admin --unit land',
    'add 乙 --role viewer --unit moon',
  ])
    await expect(run(staff, line), line).rejects.toThrow(Problems);
  expect(sqlite.prepare('SELECT * FROM staff').all()).toEqual(before);
});

test('invite prints one link, and none for a case invited before', async () => {
  const { run, sqlite } = await machine();
  const line =
    'invite --unit land --outcome r3_1 --month 2026-05 --tail 0417 --origin https://www.yunling.gov.cn'.slice(7);
  const { status, printed } = await run(invite, line);
  expect([status, printed]).toEqual([
    0,
    expect.stringMatching(/^https:\/\/www\.yunling\.gov\.cn\/i\/[0-9A-HJKMNP-TV-Z]{26}\n$/),
  ]);
  expect(await run(invite, `${line} --json`)).toEqual({ status: 1, printed: expect.stringContaining('"link":null') });
  expect(sqlite.prepare('SELECT count(*) AS n FROM invitations').get()).toEqual({ n: 1 });
  await expect(run(invite, '--unit land')).rejects.toThrow(WrongUsage);
  await expect(run(invite, line.replace('r3_1', 'r9'))).rejects.toThrow(Problems);
});

test('doctor finds a count that is off by one, and a broken audit', async () => {
  const { host, run, sqlite } = await machine();
  const random = seeded(1);
  const answers = Array.from({ length: 50 }, () => ({
    answers: randomAnswers(generalOf(2026), random),
    day: '2026-05-05',
  }));
  await loadAnswers(host, generalOf(2026), answers);
  await run(staff, 'add 甲 --role admin');
  expect(await run(doctor, '')).toMatchObject({ status: 0 });
  sqlite.exec(`UPDATE tallies SET counts = json_set(counts, '$.responses', 51)`);
  sqlite.exec(`DROP TRIGGER audit_never_changes; UPDATE audit SET object = 'x' WHERE seq = 1`);
  const { status, printed } = await run(doctor, '--json');
  expect(status).toBe(1);
  expect(JSON.parse(printed)).toMatchObject({
    ok: false,
    differences: [{ key: 'responses', folded: 51, recounted: 50 }],
    audit: { seq: 1, fault: 'altered' },
  });
});

test('verify-audit tells a whole chain from a broken, a shortened and a rewritten one', async () => {
  const { run, sqlite } = await machine();
  for (const name of ['甲', '乙', '丙']) await run(staff, `add ${name} --role admin`);
  const { printed } = await run(verifyAudit, '');
  const end = printed.match(/End: (\d+:[0-9a-f]{64})/)?.[1] ?? '';
  expect(await run(verifyAudit, `--seen ${end}`)).toEqual({ status: 0, printed });
  sqlite.exec('DROP TRIGGER audit_stays; DELETE FROM audit WHERE seq = 3');
  expect((await run(verifyAudit, '')).status).toBe(0);
  expect(await run(verifyAudit, `--seen ${end}`)).toEqual({
    status: 1,
    printed: expect.stringContaining('cut or written anew'),
  });
  sqlite.exec('DELETE FROM audit WHERE seq = 1');
  expect(await run(verifyAudit, '--json')).toEqual({
    status: 1,
    printed: expect.stringContaining('"fault":"missing"'),
  });
  await expect(run(verifyAudit, '--seen nonsense')).rejects.toThrow(WrongUsage);
});
