// Somebody who belongs to one unit sees that unit and no other, whatever they put into the address or the form.
import { beforeAll, describe, expect, test } from 'vitest';
import { loadAnswers } from '#tests/world/load.ts';
import { requestOf } from '#tests/world/world.ts';
import { sql } from '#worker/database.ts';
import { type Browser, type Desk, openDesk, signedInAs } from './desk.ts';

let desk: Desk;
let browser: Browser;

beforeAll(async () => {
  desk = await openDesk();
  browser = await signedInAs(desk, desk.ofUnit);
  const answers = ['education', 'land'].flatMap((unit) =>
    Array.from({ length: 12 }, (_, i) => ({
      answers: { G00: i < 6 ? 's5' : 's4', ...(i === 0 ? { G14: `${unit} 的意见` } : {}) },
      day: '2026-05-05',
      unit,
    })),
  );
  await loadAnswers(desk.host, desk.survey, answers);
});

const everything = async () =>
  JSON.stringify(
    await Promise.all(
      ['comments', 'invitations', 'staff'].map((table) =>
        desk.host.db.all({ text: `SELECT * FROM ${table}`, values: [] }),
      ),
    ),
  );

describe('results', () => {
  test('are the row of the unit and its comments, once the year is over, whatever the address says', async () => {
    desk.at('2027-01-20T09:00:00+08:00');
    const later = await signedInAs(desk, desk.ofUnit);
    for (const query of ['', '&unit=land', "&unit=education' OR '1'='1"]) {
      const path = `/staff/results/${desk.survey.code}?year=2026${encodeURI(query)}`;
      const html = await (await later.get(path)).text();
      expect(html).toContain('县教育局</th><td class="n">');
      expect(html).not.toMatch(/县自然资源局<\/th>|各题评价|分渠道份数|land 的意见/);
      expect(html).toContain('education 的意见');
    }
    desk.at('2026-06-15T10:00:00+08:00');
  });

  test('are not there while the year runs', async () => {
    const html = await (await browser.get(`/staff/results/${desk.survey.code}`)).text();
    expect(html).toContain('收集结束以后，这里会列出本单位的数');
    expect(html).not.toMatch(/收到 \d+ 份|县教育局<\/th>/);
  });
});

test('the overview counts the unit’s answers and comments only', async () => {
  const html = await (await browser.get('/staff')).text();
  expect(html).toContain('10 多份');
  expect(html).toContain('待看 1 条');
});

describe('comments', () => {
  test('of other units are not listed', async () => {
    const html = await (await browser.get(`/staff/comments?survey=${desk.survey.code}`)).text();
    expect(html).toContain('education 的意见');
    expect(html).not.toContain('land 的意见');
  });

  test('of other units cannot be decided about', async () => {
    const foreign = await desk.host.db.first<Record<string, string>>(
      sql`SELECT survey, month, slip, id, question FROM comments WHERE unit = 'land' AND survey = ${desk.survey.code}`,
    );
    const before = await everything();
    const reply = await browser.post('/staff/comments', {
      ...foreign,
      state: 'released',
      theme: '',
      handling: '',
      list: 'new',
    });
    expect([reply.status, await everything()]).toEqual([403, before]);
  });
});

describe('invitations', () => {
  test('are issued and counted for the unit only', async () => {
    const requests = await openDesk({ survey: requestOf(2026) });
    const survey = requests.survey.code;
    const [ours, admin] = [
      await signedInAs(requests, requests.ofUnit),
      await signedInAs(requests, requests.member('admin')),
    ];
    const before = await everything();
    for (const list of ['land,r3_1,2026-05,0001', 'education,r3_1,2026-05,0002\nland,r3_1,2026-05,0003']) {
      const reply = await ours.post('/staff/invitations', { survey, list });
      expect([reply.status, await everything()]).toEqual([403, before]);
    }
    expect((await ours.post('/staff/invitations', { survey, list: 'education,r3_1,2026-05,0004' })).status).toBe(200);
    expect((await admin.post('/staff/invitations', { survey, list: 'land,r3_1,2026-05,0005' })).status).toBe(200);
    const html = await (await ours.get(`/staff/invitations?survey=${survey}`)).text();
    expect(html).toMatch(/<th scope="row">县教育局<\/th>/);
    expect(html).not.toContain('县自然资源局');
  });
});

test('what concerns the whole county is closed, and every refusal is written down', async () => {
  for (const path of ['/staff/reports/2026', '/staff/people', '/staff/audit'])
    expect([path, (await browser.get(path)).status]).toEqual([path, 403]);
  const refused = await desk.host.db.all<{ object: string }>(
    sql`SELECT DISTINCT object FROM audit WHERE action = 'access.denied' AND actor = ${desk.ofUnit.id}`,
  );
  const objects = refused.map(({ object }) => object);
  for (const object of ['reports.read', 'staff.manage', 'audit.read', 'unit land']) expect(objects).toContain(object);
});
