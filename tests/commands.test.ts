// The commands, on a real SQLite database: what they print, what they change, and with which status they end.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { Problems, Refusal } from '#core/problem.ts';
import type { Survey } from '#core/survey.ts';
import { sqliteDatabase } from '#node/sqlite.ts';
import { type Command, WrongUsage } from '#scripts/commands/command.ts';
import { doctor } from '#scripts/commands/doctor.ts';
import { invite } from '#scripts/commands/invite.ts';
import { staff } from '#scripts/commands/staff.ts';
import { survey } from '#scripts/commands/survey.ts';
import { unit } from '#scripts/commands/unit.ts';
import { verifyAudit } from '#scripts/commands/verify-audit.ts';
import { writingDatabase } from '#scripts/written-sql.ts';
import { makeHost } from '#worker/host.ts';
import { isPassword } from '#worker/passwords.ts';
import { readSettings } from '#worker/settings.ts';
import { staffNamed } from '#worker/store/staff.ts';
import { allSurveys } from '#worker/store/surveys.ts';
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

test('unit set adds a unit once and mends its name, and staff can then belong to it', async () => {
  const { run, host } = await machine();
  expect((await run(unit, 'set heping 和平乡 --json')).printed).toBe('{"ok":true,"became":"added"}\n');
  expect((await run(unit, 'set heping 和平乡 --json')).printed).toContain('unchanged');
  expect((await run(unit, 'set heping 和平镇 --en Heping --json')).printed).toContain('renamed');
  expect((await run(unit, 'list')).printed).toContain('heping\t和平镇\tHeping');
  await run(staff, 'add 乡经办 --role officer --unit heping');
  expect(await staffNamed(host.db, '乡经办')).toMatchObject({ unit: 'heping' });
  for (const line of ['set county 县', 'set Heping 和平', `set x ${'乡'.repeat(41)}`])
    await expect(run(unit, line), line).rejects.toThrow(Problems);
  for (const line of ['', 'set x', 'list x', 'drop heping'])
    await expect(run(unit, line), line).rejects.toThrow(WrongUsage);
});

describe('survey', () => {
  const files = mkdtempSync(join(tmpdir(), 'pingyi-survey-'));
  afterAll(() => rmSync(files, { recursive: true }));
  const write = (name: string, document: object): string => {
    const path = join(files, name);
    writeFileSync(path, JSON.stringify(document));
    return path;
  };
  const days = '--opens 2026-07-01 --closes 2026-09-30';
  const model = async (run: Awaited<ReturnType<typeof machine>>['run'], line: string) =>
    JSON.parse((await run(survey, `model ${line}`)).printed) as Survey;

  test('a model is printed, edited, published, and served with its townships', async () => {
    const { run, host } = await machine();
    const mine = await model(run, 'general autumn --townships chengguan,qingshi');
    expect(mine.questions.find(({ code }) => code === 'B3')).toMatchObject({ options: [{ code: 'chengguan' }, {}] });
    const title = { 'zh-CN': '秋季评议', en: 'Autumn evaluation' };
    const path = write('autumn.json', { ...mine, title });
    expect(await run(survey, `publish ${path} ${days} --json`)).toEqual({
      status: 0,
      printed: '{"ok":true,"became":"new"}\n',
    });
    const stored = (await allSurveys(host.db)).find(({ code }) => code === 'autumn');
    expect(stored).toMatchObject({ opens: '2026-07-01', closes: '2026-09-30', graceDays: 7, version: 1 });
    expect(stored?.versions.get(1)?.document).toEqual({ ...mine, title });
    expect(await run(verifyAudit, '')).toMatchObject({ status: 0 });
  });

  test('a published version stays: changes are the next one, days may move', async () => {
    const { run, host } = await machine();
    const mine = await model(run, 'request winter');
    const first = write('first.json', mine);
    await run(survey, `publish ${first} ${days}`);
    expect((await run(survey, `publish ${first} ${days} --json`)).printed).toContain('unchanged');
    expect((await run(survey, `publish ${first} ${days.replace('09-30', '10-31')} --json`)).printed).toContain('resch');
    const changed = { ...mine, intro: { 'zh-CN': '改过', en: 'changed' } };
    await expect(run(survey, `publish ${write('same.json', changed)} ${days}`)).rejects.toThrow('not-next-version');
    await expect(run(survey, `publish ${write('far.json', { ...changed, version: 3 })} ${days}`)).rejects.toThrow(
      'not-next-version',
    );
    const next = write('next.json', { ...changed, version: 2 });
    expect((await run(survey, `publish ${next} ${days} --json`)).printed).toContain('next-version');
    await expect(run(survey, `publish ${first} ${days}`)).rejects.toThrow('not-next-version');
    const stored = (await allSurveys(host.db)).find(({ code }) => code === 'winter');
    expect(stored?.versions.get(1)?.document).toEqual(mine);
    expect(stored?.version).toBe(2);
  });

  test('what is no fair survey is refused at its place and stores nothing', async () => {
    const { run, host } = await machine();
    const mine = await model(run, 'general unfair');
    const before = await allSurveys(host.db);
    const levels = mine.scale.levels.slice(0, 3);
    const lopsided = write('lopsided.json', { ...mine, scale: { ...mine.scale, levels } });
    await expect(run(survey, `publish ${lopsided} ${days}`)).rejects.toThrow('scale: bad-survey');
    const path = write('fair.json', mine);
    for (const wrong of ['--opens 2026-07-01 --closes 2026-02-30', '--opens 2026-07-02 --closes 2026-07-01'])
      await expect(run(survey, `publish ${path} ${wrong}`)).rejects.toThrow(Problems);
    await expect(run(survey, `publish ${path} ${days} --grace 3.5`)).rejects.toThrow('grace');
    for (const wrong of [`publish ${path}`, `publish ${files}/none.json ${days}`, 'model party x', 'publish', ''])
      await expect(run(survey, wrong), wrong).rejects.toThrow(WrongUsage);
    await expect(run(survey, 'model general x --townships moon')).rejects.toThrow(Problems);
    expect(await allSurveys(host.db)).toEqual(before);
  });
});

test('what commands write as SQL makes another database the same, chain and all', async () => {
  const { sqlite: other, host: there, run } = await machine();
  other.exec('INSERT INTO units VALUES (\'quoted\', \'{"zh-CN":"?"}\', 9)');
  const { db, written } = writingDatabase(null);
  const host = makeHost(db, there.settings, { now: () => worldNow });
  const silent = { out: () => {}, err: () => {} };
  await unit.run(host, ['set', 'heping', "和平'乡?"], silent);
  await staff.run(host, ['add', '管理员', '--role', 'admin'], silent);
  other.exec(written());
  expect((await run(unit, 'list')).printed).toContain("heping\t和平'乡?");
  expect(await staffNamed(there.db, '管理员')).toEqual(await staffNamed(db, '管理员'));
  expect(await run(verifyAudit, '')).toMatchObject({ status: 0, printed: expect.stringContaining('End: 2:') });

  const exported = `CREATE TABLE staff_at_night (n INTEGER) STRICT; INSERT INTO staff_at_night VALUES (7);`;
  expect(await writingDatabase(exported).db.first({ text: 'SELECT n FROM staff_at_night', values: [] })).toEqual({
    n: 7,
  });
});
