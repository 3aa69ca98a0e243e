// From draft to sealed through the real pages: who may, when, on which figures, and what is left behind.
import { describe, expect, test } from 'vitest';
import { incoherence } from '#core/coherence.ts';
import type { ReportStep } from '#core/report-state.ts';
import { draftSha, readSealed } from '#core/seal.ts';
import { generalOf } from '#tests/world/world.ts';
import { advanceReport } from '#worker/actions/advance-report.ts';
import type { Catalogue } from '#worker/catalogue.ts';
import { sql } from '#worker/database.ts';
import { draftOf } from '#worker/reports.ts';
import { stepsOf } from '#worker/store/report-steps.ts';
import { newestSealed, sealedVersions } from '#worker/store/sealed-summaries.ts';
import { allSurveys, allUnits } from '#worker/store/surveys.ts';
import { addingTally, talliesOf } from '#worker/store/tallies.ts';
import { type Browser, type Desk, openDesk, signedInAs } from './desk.ts';
import { openForm, sendAnswers } from './door.ts';

/** A desk whose only survey of the year it works on is over; every test has a year of its own. */
let years = 2050;
async function afterTheYear(): Promise<{ desk: Desk; year: number; author: Browser; answer: () => Promise<void> }> {
  years += 2;
  const year = years;
  const window = { opens: `${year}-01-01`, closes: `${year + 1}-06-30`, graceDays: 7 };
  const desk = await openDesk({ survey: generalOf(year), window });
  const answer = async () => {
    desk.at(`${year}-06-15T10:00:00+08:00`);
    expect((await sendAnswers(desk, await openForm(desk), { G00: 's4' })).status).toBe(201);
    desk.at(`${year + 1}-01-12T10:00:00+08:00`);
  };
  await answer();
  return { desk, year, author: await signedInAs(desk, desk.member('author')), answer };
}

const catalogueOf = async ({ host }: Desk): Promise<Catalogue> =>
  ({ surveys: await allSurveys(host.db), units: await allUnits(host.db) }) as Catalogue;

const figuresOf = async (desk: Desk, year: number) => {
  const draft = await draftOf(desk.host, await catalogueOf(desk), year);
  return draft ? draftSha(draft) : '';
};

/** Takes a step as the page would: with the figures that stand on it now. */
async function take(desk: Desk, browser: Browser, year: number, path: string, fields: Record<string, string> = {}) {
  const html = await (await browser.get(`/staff/reports/${year}?lang=zh-CN`)).text();
  const figures = /name="figures" value="(\w*)"/.exec(html)?.[1] ?? (await figuresOf(desk, year));
  return browser.post(`/staff/reports/${year}/${path}?lang=zh-CN`, { figures, ...fields });
}

describe('a year', () => {
  test('is checked, sealed and corrected, each with who and when', async () => {
    const { desk, year, author, answer } = await afterTheYear();
    expect((await take(desk, author, year, 'check')).status).toBe(303);
    expect((await take(desk, author, year, 'sealing')).status).toBe(303);
    const first = await newestSealed(desk.host.db, year);
    expect(first).toMatchObject({ version: 1, sealed: `${year + 1}-01-12`, sealedBy: desk.member('author').id });
    const read = readSealed(first?.document ?? '');
    expect('sealed' in read && incoherence(read.sealed)).toBeNull();

    for (let i = 0; i < 12; i += 1) await answer();
    const page = await (await author.get(`/staff/reports/${year}?lang=zh-CN`)).text();
    expect(page).toContain('封存以后的变动');
    expect(page).toContain(first?.sha);
    const file = await (await author.get(`/staff/reports/${year}.json`)).text();
    expect(file).toBe(first?.document);

    const empty = await take(desk, author, year, 'corrections', { reason: ' ' });
    expect([empty.status, (await empty.text()).includes('role="alert"')]).toEqual([422, true]);
    const long = await take(desk, author, year, 'corrections', { reason: '长'.repeat(301) });
    expect([long.status, (await long.text()).includes('长'.repeat(301))]).toEqual([422, true]);
    expect((await take(desk, author, year, 'corrections', { reason: '补录迟到的答卷' })).status).toBe(303);
    const second = readSealed((await newestSealed(desk.host.db, year))?.document ?? '');
    expect('sealed' in second && second.sealed.seal).toMatchObject({
      version: 2,
      reason: { 'zh-CN': '补录迟到的答卷' },
    });
    expect((await author.get(`/staff/reports/${year}.json?version=1`).then((r) => r.text())).length).toBe(
      first?.document.length,
    );
    expect((await author.get(`/staff/reports/${year}.json?version=3`)).status).toBe(404);

    expect((await stepsOf(desk.host.db, year)).map(({ step, by }) => [step, by])).toEqual(
      ['check', 'seal', 'correct'].map((step) => [step, desk.member('author').id]),
    );
    const audited = await desk.host.db.all<{ action: string }>(
      sql`SELECT action FROM audit WHERE object = ${String(year)} ORDER BY seq`,
    );
    expect(audited.map(({ action }) => action)).toEqual(['report.check', 'report.seal', 'report.correct']);
  });

  test('is not corrected for few people: they could be told from the two versions', async () => {
    const { desk, year, author, answer } = await afterTheYear();
    await take(desk, author, year, 'check');
    await take(desk, author, year, 'sealing');
    for (let i = 0; i < 9; i += 1) await answer();
    const reply = await take(desk, author, year, 'corrections', { reason: '补录' });
    expect([reply.status, (await reply.text()).includes('只差1至9份')]).toEqual([409, true]);
    await answer();
    expect((await take(desk, author, year, 'corrections', { reason: '补录' })).status).toBe(303);
  });

  test('is not corrected to nearly what an older version said: that one is kept by somebody', async () => {
    const { desk, year, author, answer } = await afterTheYear();
    await take(desk, author, year, 'check');
    await take(desk, author, year, 'sealing');
    for (let i = 0; i < 12; i += 1) await answer();
    expect((await take(desk, author, year, 'corrections', { reason: '补录' })).status).toBe(303);
    // Eleven leave the figures again: far from the newest version, and one away from the first.
    const [cell] = await talliesOf(desk.host.db, { survey: desk.survey.code });
    if (!cell) throw new Error('nobody answered');
    const eleven = Object.fromEntries(Object.entries(cell.tally).map(([key, n]) => [key, -(n / 13) * 11]));
    await desk.host.db.commit([addingTally({ ...cell, tally: eleven }, sql`1`)]);
    const reply = await take(desk, author, year, 'corrections', { reason: '更正' });
    expect([reply.status, (await reply.text()).includes('只差1至9份')]).toEqual([409, true]);
    expect(await sealedVersions(desk.host.db, year)).toHaveLength(2);
  });

  test('that is not over cannot be checked', async () => {
    const { desk, year, author } = await afterTheYear();
    desk.at(`${year}-12-31T23:59:00+08:00`);
    const figures = await figuresOf(desk, year);
    expect((await author.post(`/staff/reports/${year}/check`, { figures })).status).toBe(409);
    expect(await (await author.get(`/staff/reports/${year}?lang=zh-CN`)).text()).toContain(
      '这一年还没有结束。结束以后',
    );
  });

  test('whose figures moved since the check is not sealed', async () => {
    const { desk, year, author, answer } = await afterTheYear();
    await take(desk, author, year, 'check');
    const seen = await figuresOf(desk, year);
    for (let i = 0; i < 12; i += 1) await answer();
    expect((await author.post(`/staff/reports/${year}/sealing`, { figures: seen })).status).toBe(409);
    const now = await figuresOf(desk, year);
    expect((await author.post(`/staff/reports/${year}/sealing`, { figures: now })).status).toBe(409);
    expect(await (await author.get(`/staff/reports/${year}?lang=zh-CN`)).text()).toContain('核对以后数字又变了');
    expect(await sealedVersions(desk.host.db, year)).toEqual([]);
    await take(desk, author, year, 'check');
    expect((await take(desk, author, year, 'sealing')).status).toBe(303);
  });

  test('is sent back with a reason that the page shows', async () => {
    const { desk, year, author } = await afterTheYear();
    await take(desk, author, year, 'check');
    expect((await take(desk, author, year, 'sending-back', { reason: '渠道一栏要再核' })).status).toBe(303);
    const html = await (await author.get(`/staff/reports/${year}?lang=zh-CN`)).text();
    expect(html).toContain('已退回');
    expect(html).toContain('渠道一栏要再核');
    expect((await take(desk, author, year, 'sealing')).status).toBe(409);
  });

  test('without a survey has nothing to report; with answers it has', async () => {
    const { desk, year, author } = await afterTheYear();
    desk.at(`${year + 1}-01-12T10:00:00+08:00`);
    expect((await take(desk, author, 2019, 'nothing-to-report')).status).toBe(303);
    expect(await (await author.get('/staff/reports/2019?lang=zh-CN')).text()).toContain('本年无可报');
    expect((await take(desk, author, 2019, 'sending-back', { reason: '标错了' })).status).toBe(303);
    expect((await take(desk, author, 2019, 'check')).status).toBe(404);
    expect((await author.post(`/staff/reports/${year}/nothing-to-report`, {})).status).toBe(409);
  });

  test('is for whoever may write reports; others read where it stands', async () => {
    const { desk, year } = await afterTheYear();
    const officer = await signedInAs(desk, desk.member('officer'));
    const html = await (await officer.get(`/staff/reports/${year}?lang=zh-CN`)).text();
    expect([html.includes('现在：草稿'), html.includes(`/staff/reports/${year}/check`)]).toEqual([true, false]);
    expect((await take(desk, officer, year, 'check')).status).toBe(403);
  });
});

test('two who seal at once make one seal', async () => {
  const { desk, year } = await afterTheYear();
  const catalogue = await catalogueOf(desk);
  const seen = await figuresOf(desk, year);
  const step = (name: ReportStep) =>
    advanceReport(desk.host, catalogue, 'command', { year, step: name, seen, reason: '' });
  await step('check');
  const ends = await Promise.allSettled([step('seal'), step('seal')]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await sealedVersions(desk.host.db, year)).toHaveLength(1);
});
