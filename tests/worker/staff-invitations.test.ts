// Issuing invitations: links once, every mistake with everything typed kept, and one rating for each however hard it is
// tried.
import { describe, expect, test } from 'vitest';
import { requestOf } from '#tests/world/world.ts';
import { sql } from '#worker/database.ts';
import { type Desk, openDesk, signedInAs } from './desk.ts';
import { formFields, openForm, postForm } from './door.ts';

const openRequests = () => openDesk({ survey: requestOf(2026) });
const officerOf = (desk: Desk) => signedInAs(desk, desk.member('officer'));
const linksIn = (html: string) => [...new Set(html.match(/https?:\/\/[^\s"<]+\/i\/[0-9A-HJKMNP-TV-Z]{26}/g) ?? [])];
const invitations = (desk: Desk) => desk.host.db.all(sql`SELECT * FROM invitations WHERE survey = ${desk.survey.code}`);

describe('a list', () => {
  test('becomes links and codes that open their form', async () => {
    const desk = await openRequests();
    const officer = await officerOf(desk);
    const list = '单位,办理结果,答复月份,尾号\n县教育局,r3_1,2026-05,0417\n城关镇,r3_2,2026-04,0032';
    const html = await (await officer.post('/staff/invitations', { survey: desk.survey.code, list })).text();
    const links = linksIn(html);
    expect([links.length, html.match(/<svg class="qr"/g)?.length]).toEqual([2, 2]);
    const form = await desk.app.request(`${new URL(links[0] ?? '').pathname}?ch=qr`);
    expect([form.status, (await form.text()).includes('0417')]).toEqual([200, true]);
    expect(await invitations(desk)).toHaveLength(2);
  });

  test('is issued under the address the office is reached at, always https but on this machine', async () => {
    const desk = await openDesk({ survey: requestOf(2026), basePath: '/pingyi' });
    const { cookie } = await officerOf(desk);
    const issue = async (origin: string, tail: string) => {
      const body = new URLSearchParams({ survey: desk.survey.code, list: `县教育局,r3_1,2026-05,${tail}` });
      const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
      const reply = await desk.app.request(`${origin}/pingyi/staff/invitations`, { method: 'POST', headers, body });
      return linksIn(await reply.text())[0]?.slice(0, -26);
    };
    expect(await issue('http://www.yunling.gov.cn', '0001')).toBe('https://www.yunling.gov.cn/pingyi/i/');
    expect(await issue('https://www.yunling.gov.cn', '0002')).toBe('https://www.yunling.gov.cn/pingyi/i/');
    expect(await issue('http://127.0.0.1:8787', '0003')).toBe('http://127.0.0.1:8787/pingyi/i/');
  });

  test('is issued under PUBLIC_ORIGIN, whatever a proxy says', async () => {
    const desk = await openDesk({ survey: requestOf(2026), publicOrigin: 'https://www.yunling.gov.cn' });
    const officer = await officerOf(desk);
    const fields = { survey: desk.survey.code, list: '县教育局,r3_1,2026-05,0417' };
    const html = await (await officer.post('/staff/invitations', fields)).text();
    expect(linksIn(html)[0]?.slice(0, -26)).toBe('https://www.yunling.gov.cn/i/');
  });

  test('sent twice issues nothing twice and shows no link again', async () => {
    const desk = await openRequests();
    const officer = await officerOf(desk);
    const fields = { survey: desk.survey.code, list: '县教育局,r3_1,2026-05,0417' };
    const first = linksIn(await (await officer.post('/staff/invitations', fields)).text());
    const second = await (
      await officer.post('/staff/invitations', { ...fields, list: `${fields.list}\n县教育局,r3_1,2026-05,0418` })
    ).text();
    expect(linksIn(second)).toHaveLength(1);
    expect(second).not.toContain(first[0]);
    expect(second).toContain('有 1 件以前发过');
    expect(await invitations(desk)).toHaveLength(2);
    for (const path of ['/staff/invitations', '/staff', '/staff/audit'])
      expect(linksIn(await (await officer.get(path)).text())).toEqual([]);
  });

  test('with mistakes issues nothing, names each, and keeps what was typed', async () => {
    const desk = await openRequests();
    const officer = await officerOf(desk);
    const list = '县教育局,r3_1,2026-05,0417\n没有局,r9,2027-01,<script>alert(1)</script>';
    const reply = await officer.post('/staff/invitations', { survey: desk.survey.code, list });
    const html = await reply.text();
    expect(reply.status).toBe(422);
    for (const place of ['第 2 行 单位', '第 2 行 办理结果', '第 2 行 答复月份', '第 2 行 尾号'])
      expect(html).toContain(place);
    expect(html).toContain('县教育局,r3_1,2026-05,0417\n没有局,r9,2027-01,&lt;script>alert(1)&lt;/script>');
    expect(html).not.toContain('<script>alert');
    expect(await invitations(desk)).toEqual([]);
  });

  test('for a survey that is no request evaluation, has closed, or is not there, is refused', async () => {
    const general = await openDesk();
    const list = '县教育局,r3_1,2026-05,0417';
    const officer = await officerOf(general);
    for (const survey of [general.survey.code, 'nowhere'])
      expect((await officer.post('/staff/invitations', { survey, list })).status).toBe(404);
    const requests = await openRequests();
    requests.at('2027-02-01T10:00:00+08:00');
    const late = await (await officerOf(requests)).post('/staff/invitations', { survey: requests.survey.code, list });
    expect(late.status).toBe(410);
  });

  test('of five hundred is issued whole', async () => {
    const desk = await openRequests();
    const rows = Array.from(
      { length: 500 },
      (_, i) => `县人力资源和社会保障局,r3_1,2026-05,${String(i).padStart(4, '0')}`,
    );
    const reply = await (await officerOf(desk)).post('/staff/invitations', {
      survey: desk.survey.code,
      list: rows.join('\n'),
    });
    expect([reply.status, linksIn(await reply.text()).length, (await invitations(desk)).length]).toEqual([
      200, 500, 500,
    ]);
  });
});

test('counts are by unit and by outcome, and the outcomes never invited are listed', async () => {
  const desk = await openRequests();
  const officer = await officerOf(desk);
  const list = '县教育局,r3_1,2026-05,0001\n县教育局,r3_2,2026-05,0002\n城关镇,r3_1,2026-05,0003';
  await officer.post('/staff/invitations', { survey: desk.survey.code, list });
  await desk.host.db.commit([
    sql`UPDATE invitations SET used = 1 WHERE survey = ${desk.survey.code} AND tail = '0001'`,
  ]);
  const html = await (await officer.get('/staff/invitations')).text();
  const row = (name: string) =>
    html.match(new RegExp(`<th scope="row">${name}</th>((?:<td class="n">\\d+</td>)+)`))?.[1]?.match(/\d+/g);
  expect(row('县教育局')).toEqual(['2']);
  expect(row('城关镇')).toEqual(['1']);
  expect(row('（一）予以公开')).toEqual(['2']);
  expect(row('合计')).toEqual(['3']);
  expect(html).toContain('已用的不足 10 个');
  const never = html.slice(html.indexOf('class="never"'));
  expect([never.includes('r3_1<'), never.includes('r3_3_1')]).toEqual([false, true]);
});

test('two hundred ratings with one token store one', async () => {
  const desk = await openRequests();
  const officer = await officerOf(desk);
  const list = '县教育局,r3_1,2026-05,0417';
  const [link = ''] = linksIn(
    await (await officer.post('/staff/invitations', { survey: desk.survey.code, list })).text(),
  );
  const path = new URL(link).pathname;
  const forms = await Promise.all(Array.from({ length: 200 }, () => openForm(desk, path)));
  const replies = await Promise.all(forms.map((form) => postForm(desk, { ...formFields(form), R00: 's4' }, path)));
  expect(replies.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(replies.filter(({ status }) => status === 410)).toHaveLength(199);
  expect(await desk.stored()).toHaveLength(1);
});

test('what is written down of issuing holds neither token nor case', async () => {
  const desk = await openRequests();
  const officer = await officerOf(desk);
  await officer.post('/staff/invitations', { survey: desk.survey.code, list: '县教育局,r3_1,2026-05,991177' });
  const [row] = await desk.host.db.all(sql`SELECT * FROM audit WHERE object = ${desk.survey.code}`);
  expect(row).toMatchObject({ action: 'invitations.issue', detail: '{"units":{"education":1}}' });
  expect(JSON.stringify(row)).not.toContain('991177');
});
