// What the public sees: sealed figures and nothing else, the words of the office beside them, and data to take away.
import { describe, expect, test } from 'vitest';
import { inEveryLang } from '#core/lang.ts';
import { sealedText, sealSummary } from '#core/seal.ts';
import { makeSummary } from '#core/summarise.ts';
import { countedSurvey, county, randomCounted } from '#tests/world/summary.ts';
import { generalOf } from '#tests/world/world.ts';
import { sealing } from '#worker/store/sealed-summaries.ts';
import { type Desk, openDesk, signedInAs } from './desk.ts';
import { openForm, sendAnswers } from './door.ts';

/** A sealed year that holds the desk's own survey. */
const sealedYear = (desk: Desk, year: number, people: number, version = 1) => {
  const survey = { ...desk.survey };
  const window = { opens: `${year}-01-01`, closes: `${year}-12-31`, graceDays: 7 };
  const part = countedSurvey(survey, window, randomCounted(generalOf(year), people, year));
  return sealSummary(makeSummary(county, year, `${year + 1}-01-08`, [part]), {
    version,
    sealed: `${year + 1}-01-12`,
    reason: version === 1 ? null : inEveryLang({ 'zh-CN': '补录纸质问卷' }),
  });
};

describe('GET /results/:survey', () => {
  test('says in words that it is too early, and that there is no such survey', async () => {
    const desk = await openDesk();
    const early = await desk.app.request(`/results/${desk.survey.code}?lang=zh-CN`);
    expect([early.status, (await early.text()).includes('结果还没有公布')]).toEqual([404, true]);
    expect((await desk.app.request('/results/nothing')).status).toBe(404);
  });

  test('shows what was sealed, never what came after', async () => {
    const desk = await openDesk();
    const sealed = sealedYear(desk, 2031, 90);
    await desk.host.db.commit([sealing(sealed, 'command')]);
    const path = `/results/${desk.survey.code}?lang=zh-CN`;
    const html = await (await desk.app.request(path)).text();
    expect(html).toContain(sealed.seal.sha);
    expect(html).toContain('2031年结果');
    const { received, valid } = sealed.evaluations[0]?.reconciliation ?? { received: 0, valid: 0 };
    expect(html).toContain(`收到${received}份，有效${valid}份`);
    expect(html).not.toContain('<script');
    expect((await sendAnswers(desk, await openForm(desk), { G00: 's1' })).status).toBe(201);
    expect(await (await desk.app.request(path)).text()).toBe(html);
  });

  test('too few answers give no figure', async () => {
    const desk = await openDesk();
    await desk.host.db.commit([sealing(sealedYear(desk, 2033, 3), 'command')]);
    const html = await (await desk.app.request(`/results/${desk.survey.code}?lang=zh-CN`)).text();
    expect(html).toContain('不公布结果');
    expect(html).not.toContain('class="rated"');
  });

  test('shows the newest year, another when asked, and a correction with its reason', async () => {
    const desk = await openDesk();
    const years = [sealedYear(desk, 2041, 60), sealedYear(desk, 2042, 80), sealedYear(desk, 2042, 96, 2)];
    await desk.host.db.commit(years.map((each) => sealing(each, 'command')));
    const path = `/results/${desk.survey.code}?lang=zh-CN`;
    const newest = await (await desk.app.request(path)).text();
    for (const word of ['2042年结果', '补录纸质问卷', '与上年比较', 'year=2041']) expect(newest).toContain(word);
    expect(await (await desk.app.request(`${path}&year=2041`)).text()).toContain('2041年结果');
    expect((await desk.app.request(`${path}&year=2040`)).status).toBe(404);
    const json = await desk.app.request(path, { headers: { accept: 'application/json' } });
    expect(await json.json()).toMatchObject({ ok: true, year: 2042, seal: { version: 2 } });
  });

  test('gives the whole sealed year away, byte for byte', async () => {
    const desk = await openDesk();
    const sealed = sealedYear(desk, 2043, 60);
    await desk.host.db.commit([sealing(sealed, 'command')]);
    const base = `/results/${desk.survey.code}/2043`;
    expect(await (await desk.app.request(`${base}.json`)).text()).toBe(sealedText(sealed));
    expect(await (await desk.app.request(`${base}.csv?lang=zh-CN`)).text()).toContain(sealed.seal.sha);
    expect((await desk.app.request(`${base}.pdf`)).status).toBe(404);
    expect((await desk.app.request(`/results/${desk.survey.code}/2039.json`)).status).toBe(404);
    expect(await (await desk.app.request('/?lang=zh-CN')).text()).toContain(`/results/${desk.survey.code}?`);
  });
});

describe('您说 · 我们做', () => {
  const path = ({ survey }: Desk) => `/staff/improvements/${survey.code}`;
  const publicPage = async (desk: Desk) => (await desk.app.request(`/results/${desk.survey.code}?lang=zh-CN`)).text();

  test('is written, edited and taken back, and the public page follows', async () => {
    const desk = await openDesk();
    await desk.host.db.commit([sealing(sealedYear(desk, 2051, 60), 'command')]);
    const officer = await signedInAs(desk, desk.member('officer'));
    expect((await officer.post(path(desk), { entry: '', said: '指南难找', done: '移到首页' })).status).toBe(303);
    expect(await publicPage(desk)).toContain('移到首页');
    const list = await (await officer.get(`${path(desk)}?lang=zh-CN`)).text();
    const [, entry = ''] = /name="entry" value="([0-9a-f]{16})"/.exec(list) ?? [];
    await officer.post(path(desk), { entry, said: '指南难找', done: '移到首页<b>并加索引' });
    const edited = await publicPage(desk);
    expect(edited).toContain('移到首页&lt;b>并加索引');
    expect((await officer.post(`${path(desk)}/${entry}/withdrawal`, {})).status).toBe(303);
    expect(await publicPage(desk)).not.toContain('指南难找');
    const rows = await desk.host.db.all({ text: 'SELECT n FROM improvements WHERE entry = ?', values: [entry] });
    expect(rows).toHaveLength(3);
  });

  test('what is missing, too long or personal is said at the field, with everything typed', async () => {
    const desk = await openDesk();
    const author = await signedInAs(desk, desk.member('author'));
    const post = (fields: Record<string, string>) => author.post(`${path(desk)}?lang=zh-CN`, { entry: '', ...fields });
    const missing = await post({ said: '我写的', done: '' });
    expect([missing.status, (await missing.text()).includes('我写的')]).toEqual([422, true]);
    expect((await post({ said: '长'.repeat(301), done: '做' })).status).toBe(422);
    const personal = await post({ said: '打13800138000没人接', done: '做' });
    expect([personal.status, (await personal.text()).includes('个人信息')]).toEqual([422, true]);
    expect((await author.post(path(desk), { entry: 'f'.repeat(16), said: 'a', done: 'b' })).status).toBe(404);
  });
});
