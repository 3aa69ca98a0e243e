// The year's report behind its routes: who may read it, what a year is, and what the files say of themselves.
import { describe, expect, test } from 'vitest';
import type { Role } from '#core/capability.ts';
import { schemaPath, summaryJsonSchema } from '#core/report.ts';
import { requestOf, units } from '#tests/world/world.ts';
import { addStaff } from '#worker/actions/add-staff.ts';
import { signIn } from '#worker/actions/sign-in.ts';
import { summaryOf } from '#worker/reports.ts';
import { issuing } from '#worker/store/invitations.ts';
import { allSurveys } from '#worker/store/surveys.ts';
import { type OpenDoor, openDoor, openForm, sendAnswers } from './door.ts';

const password = 'eight-horses-cross-the-ford';
let people = 0;

/** Signs somebody of this role in and returns how to ask for a page as them. */
async function as(door: OpenDoor, role: Role) {
  people += 1;
  const name = `${role}${people}`;
  await addStaff(door.host, 'command', { name, role, unit: null, password });
  const { token } = await signIn(door.host, { name, password, device: undefined, replaces: null });
  return (path: string) => door.app.request(path, { headers: { cookie: `__Host-pingyi=${token}` } });
}

const twoYears = { opens: '2026-01-01', closes: '2027-03-31', graceDays: 7 };

const summaryOfOwn = async ({ host, survey }: OpenDoor, year: number) => {
  const surveys = (await allSurveys(host.db)).filter(({ code }) => code === survey.code);
  return summaryOf(host, { surveys, units }, year);
};

describe('a year is [1 January, 1 January) in Shanghai', () => {
  test.each([
    ['the last second of the year before', '2026-12-31T23:59:59+08:00', 2026],
    ['the first second of the year', '2027-01-01T00:00:00+08:00', 2027],
    ['what is still last year in Greenwich', '2027-01-01T07:59:59+08:00', 2027],
  ])('%s', async (_, moment, year) => {
    const door = await openDoor({ window: twoYears });
    const form = await openForm(door);
    door.at(moment);
    expect((await sendAnswers(door, form, { G00: 's4' })).status).toBe(201);
    door.at('2028-02-01T12:00:00+08:00');
    const received = async (of: number) => (await summaryOfOwn(door, of)).evaluations[0]?.reconciliation.received;
    expect([await received(year), await received(year === 2026 ? 2027 : 2026)]).toEqual([1, 0]);
  });

  test('in which nothing was evaluated has no report', async () => {
    const door = await openDoor({ window: twoYears });
    await expect(summaryOfOwn(door, 2019)).rejects.toMatchObject({ code: 'missing', reason: 'no-report' });
  });

  test('invitations belong to the year of the reply', async () => {
    const door = await openDoor({ survey: requestOf(2026), window: twoYears });
    const months = ['2025-12', '2026-01', '2026-12', '2027-01'];
    await door.host.db.commit(
      months.map((month, i) =>
        issuing({
          hash: door.host.randomHex(32),
          survey: door.survey.code,
          unit: 'education',
          outcome: 'r3_1',
          month,
          tail: `00${i}1`,
          expires: '2027-03-31',
        }),
      ),
    );
    door.at('2028-02-01T12:00:00+08:00');
    expect((await summaryOfOwn(door, 2026)).evaluations[0]?.chain.invited).toEqual({ n: 2 });
    expect((await summaryOfOwn(door, 2027)).evaluations[0]?.chain.invited).toEqual({ n: 1 });
  });
});

describe('GET /staff/reports', () => {
  const pages = ['/staff/reports', '/staff/reports/2026', '/staff/reports/2026.json', '/staff/reports/2026.docx'];

  test.each(pages)('%s is for whoever may read reports', async (path) => {
    const door = await openDoor();
    expect((await door.app.request(path)).status).toBe(303);
    expect((await door.app.request(path, { headers: { accept: 'application/json' } })).status).toBe(401);
    expect((await (await as(door, 'viewer'))(path)).status).toBe(403);
    expect((await (await as(door, 'author'))(path)).status).toBe(200);
  });

  test('the page holds the paragraph to copy, every file, and the chain', async () => {
    const door = await openDoor();
    door.at('2027-01-20T09:00:00+08:00');
    const html = await (await (await as(door, 'author'))('/staff/reports/2026?lang=zh-CN')).text();
    expect(html).toContain('id="paragraph"');
    expect(html).toContain('data-copy="paragraph"');
    for (const format of ['docx', 'xlsx', 'csv', 'md', 'json'])
      expect(html).toContain(`/staff/reports/2026.${format}?`);
    for (const step of ['应评', '送达', '打开', '提交', '有效']) expect(html).toContain(`>${step}</th>`);
  });

  test('the page of a running year says that it cannot be sealed yet', async () => {
    const door = await openDoor();
    const html = await (await (await as(door, 'author'))('/staff/reports/2026?lang=zh-CN')).text();
    expect(html).toContain('这一年还没有结束');
    expect(html).toContain('年内的数还没有到可以显示的时候');
  });

  test('a file says its type and name, and is not cached', async () => {
    const door = await openDoor();
    const { headers } = await (await as(door, 'author'))('/staff/reports/2026.csv?lang=zh-CN');
    expect(headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    expect(headers.get('cache-control')).toBe('no-store');
    const [, name = ''] =
      headers.get('content-disposition')?.match(/^attachment; filename="pingyi-2026\.csv"; filename\*=UTF-8''(\S+)$/) ??
      [];
    expect(decodeURIComponent(name)).toBe('云岭县2026年政府信息公开评议汇总（草稿）.csv');
  });

  test.each(['/staff/reports/1999', '/staff/reports/1999.json', '/staff/reports/2026.pdf', '/staff/reports/02026'])(
    '%s is not there',
    async (path) => {
      const door = await openDoor();
      expect((await (await as(door, 'author'))(path)).status).toBe(404);
    },
  );
});

test('the schema of the JSON is public', async () => {
  const reply = await (await openDoor()).app.request(schemaPath);
  expect(reply.headers.get('content-type')).toMatch(/^application\/schema\+json/);
  expect(await reply.json()).toEqual(JSON.parse(JSON.stringify(summaryJsonSchema())));
});
