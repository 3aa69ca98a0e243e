// The annual report at the desk: whatever was typed is kept, two people never overwrite each other unseen, and its files are
// drafts until nothing is missing.
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkReport } from '#core/check/check-report.ts';
import { sealSummary } from '#core/seal.ts';
import type { AnnualFields } from '#core/statutory/annual-fields.ts';
import { halfFilled, wholeFields } from '#tests/world/annual.ts';
import { asEntries, form, plainFigures } from '#tests/world/entries.ts';
import { sampleSummary } from '#tests/world/summary.ts';
import { units } from '#tests/world/world.ts';
import { saveAnnual } from '#worker/actions/save-annual.ts';
import { sql } from '#worker/database.ts';
import { newestAnnual, revisionsKept } from '#worker/store/annual-reports.ts';
import { sealing } from '#worker/store/sealed-summaries.ts';
import { type Browser, type Desk, openDesk, signedInAs } from './desk.ts';

let desk: Desk;
let author: Browser;
let admin: Browser;
const [figures = {}] = fc.sample(plainFigures, { numRuns: 1, seed: 7 });
const whole = wholeFields(figures);

beforeAll(async () => {
  desk = await openDesk();
  desk.at('2039-01-08T10:00:00+08:00');
  author = await signedInAs(desk, desk.member('author'));
  admin = await signedInAs(desk, desk.member('admin'));
  await desk.host.db.commit([
    sealing(sealSummary(sampleSummary(), { version: 1, sealed: '2027-01-08', reason: null }), 'command'),
  ]);
});

/** Each test writes a report of its own year. */
let nextYear = 2021;
const fresh = () => {
  nextYear += 1;
  return { year: nextYear - 1, scope: 'county-aggregate' as const };
};
const at = (key: { year: number; scope: string }) => `/staff/annual/${key.year}/${key.scope}`;
const everyField = (fields: AnnualFields) =>
  Object.fromEntries([...form.cells, ...form.texts].map(({ id }) => [id, fields[id] ?? '']));
const press = (browser: Browser, path: string, revision: number, fields: AnnualFields, deed = 'save') =>
  browser.post(path, { ...everyField(fields), revision: String(revision), do: deed });
const stored = (key: ReturnType<typeof fresh>) => newestAnnual(desk.host.db, key);
const json = (browser: Browser, path: string, body: object) =>
  desk.app.request(path, {
    method: 'POST',
    headers: { cookie: browser.cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify(body),
  });

describe('saving without script', () => {
  test('keeps everything as typed, also what cannot be read, and says what is wrong at its cell', async () => {
    const key = fresh();
    const reply = await press(author, at(key), 0, halfFilled);
    expect(reply.status).toBe(303);
    expect((await stored(key))?.fields).toEqual(halfFilled);
    const page = await (await author.get(at(key))).text();
    expect(page).toContain('value="一件"');
    expect(page).toContain('“一件”不是数字');
    expect(page).toContain('还有 179 格没有填');
    expect(page).toContain(desk.member('author').name);
  });

  test('refuses a text that is too long and shows it whole, with all the rest', async () => {
    const key = fresh();
    const long = '好'.repeat(6001);
    const reply = await press(author, at(key), 0, { ...halfFilled, others: long });
    const page = await reply.text();
    expect([reply.status, page.includes(long), page.includes('最多 6000 字'), page.includes('value="一件"')]).toEqual([
      422,
      true,
      true,
      true,
    ]);
    expect(await stored(key)).toBeNull();
  });

  test('twice writes once, and notes each save in the audit', async () => {
    const key = fresh();
    await press(author, at(key), 0, halfFilled);
    await press(author, at(key), 1, halfFilled);
    expect((await stored(key))?.revision).toBe(1);
    const entries = await desk.host.db.all<{ action: string; detail: string }>(
      sql`SELECT action, detail FROM audit WHERE object = ${`${key.year}/${key.scope}`}`,
    );
    expect(entries.map(({ action, detail }) => [action, JSON.parse(detail)])).toEqual([
      ['annual.save', { changed: Object.keys(halfFilled).length, revision: 1 }],
    ]);
  });

  test('fills empty cells only when asked, and touches nothing typed', async () => {
    const key = fresh();
    await press(author, at(key), 0, { 'C.rev.keep': '2', 'C.rev.tot': '三' }, 'zeros');
    const fields = (await stored(key))?.fields ?? {};
    expect([fields['C.rev.keep'], fields['C.rev.other'], fields['C.rev.tot']]).toEqual(['2', '0', '三']);
    expect(fields['C.lit_after.tot']).toBe('0');
  });
});

describe('two people', () => {
  test('who changed different fields keep both', async () => {
    const key = fresh();
    await press(author, at(key), 0, { 'B.r1.np': '1' });
    await press(admin, at(key), 1, { 'B.r1.np': '1', others: '甲' });
    expect((await press(author, at(key), 1, { 'B.r1.np': '2' })).status).toBe(303);
    expect((await stored(key))?.fields).toEqual({ 'B.r1.np': '2', others: '甲' });
  });

  test('who changed the same field both see both, and nothing is stored until the second has', async () => {
    const key = fresh();
    await press(author, at(key), 0, { others: '原来的' });
    await press(admin, at(key), 1, { others: '管理员写的' });
    const clash = await press(author, at(key), 1, { others: '撰稿人写的', problems: '新的' });
    const page = await clash.text();
    expect(clash.status).toBe(409);
    for (const text of ['管理员写的', '撰稿人写的', '新的', desk.member('admin').name, 'name="revision" value="2"'])
      expect(page).toContain(text);
    expect((await stored(key))?.fields).toEqual({ others: '管理员写的' });
    await press(author, at(key), 2, { others: '撰稿人写的', problems: '新的' });
    expect((await stored(key))?.fields).toEqual({ others: '撰稿人写的', problems: '新的' });
  });

  test('who press at the same moment are both stored', async () => {
    const key = fresh();
    const host = desk.host;
    const cells = form.cells.slice(0, 10).map(({ id }) => id);
    const shares = [cells.slice(0, 1), cells.slice(1, 3), cells.slice(3, 6), cells.slice(6)];
    await Promise.all(
      shares.map((ids, n) =>
        saveAnnual(host, 'command', key, { base: 0, fields: Object.fromEntries(ids.map((id) => [id, String(n)])) }),
      ),
    );
    const all = shares.flatMap((ids, n) => ids.map((id) => [id, String(n)] as const));
    expect((await stored(key))?.fields).toEqual(Object.fromEntries(all));
    expect((await stored(key))?.revision).toBe(4);
  });
});

describe('a script', () => {
  test('posts the changed fields alone and hears what others changed', async () => {
    const path = at(fresh());
    await json(author, path, { revision: 0, fields: { 'C.rev.keep': '1' } });
    await json(admin, path, { revision: 1, fields: { 'C.rev.other': '2' } });
    const reply = await json(author, path, { revision: 1, fields: { 'C.rev.keep': '3' } });
    expect(await reply.json()).toMatchObject({ ok: true, revision: 3, state: 'draft', others: { 'C.rev.other': '2' } });
    const clash = await json(admin, path, { revision: 1, fields: { 'C.rev.keep': '9' } });
    expect([clash.status, await clash.json()]).toMatchObject([
      409,
      { ok: false, code: 'conflict', revision: 3, conflicts: [{ field: 'C.rev.keep', stored: '3', mine: '9' }] },
    ]);
  });

  test.each([
    [{ revision: -1, fields: {} }, 400],
    [{ revision: 0, fields: { a: 1 } }, 400],
    [{ revision: 0, fields: {}, more: 1 }, 400],
    [{ revision: 99, fields: {} }, 400],
    [{ revision: 0, fields: { nothing: '1' } }, 422],
  ])('is refused %j', async (body, status) => {
    expect((await json(author, '/staff/annual/2021/office', body)).status).toBe(status);
  });
});

describe('finishing', () => {
  const key = { year: 2026, scope: 'office' as const };

  test('is not possible while something is missing; what was typed is stored all the same', async () => {
    const reply = await press(author, at(key), 0, { ...whole, 'B.r1.np': '' }, 'finish');
    const page = await reply.text();
    expect([reply.status, page.includes('还不能定稿'), page.includes('还有 1 格没有填')]).toEqual([200, true, true]);
    expect((await stored(key as never))?.state).toBe('draft');
    const draft = await author.get(`${at(key)}/report.html`);
    expect(await draft.text()).toContain('草稿');
    expect(decodeURIComponent(draft.headers.get('content-disposition') ?? '')).toContain('（草稿）.html');
  });

  test('makes files that pass our own check, in Word and on the web', async () => {
    await press(author, at(key), 1, whole, 'finish');
    expect((await stored(key as never))?.state).toBe('ready');
    const html = await (await author.get(`${at(key)}/report.html`)).text();
    expect(html).not.toContain('草稿');
    expect(checkReport({ text: html, format: 'html' }).findings).toEqual([]);
    const docx = unzipSync(new Uint8Array(await (await author.get(`${at(key)}/report.docx`)).arrayBuffer()));
    const text = strFromU8(docx['word/document.xml'] ?? new Uint8Array());
    expect(checkReport({ text, format: 'docx' }).findings).toEqual([]);
    expect(text).toContain('2039年1月8日');
    const csv = await (await author.get(`${at(key)}/report.csv`)).text();
    expect(csv.trim().split('\r\n')).toHaveLength(201);
    const backup = (await (await author.get(`${at(key)}/report.json`)).json()) as { fields: AnnualFields };
    expect(backup.fields).toEqual(whole);
  });

  test('is not changed by a correction sealed later, until somebody finishes it anew', async () => {
    const rateIn = async () =>
      /严格口径满意率为([\d.]+)%/.exec(await (await author.get(`${at(key)}/report.html`)).text())?.[1];
    const before = await rateIn();
    const other = sampleSummary();
    const overall = other.evaluations[0]?.questions[0]?.rating;
    if (overall) Object.assign(overall.strict, { percent: 12.3 });
    const reason = { 'zh-CN': '漏录一批纸质问卷', en: 'Paper answers were left out' };
    await desk.host.db.commit([sealing(sealSummary(other, { version: 2, sealed: '2027-01-09', reason }), 'command')]);
    expect(await rateIn()).toBe(before);
    expect(await (await author.get(at(key))).text()).toContain('又封存了新的一版');
    await press(author, at(key), 2, whole, 'finish');
    expect(await rateIn()).toBe('12.3');
    expect(await (await author.get(at(key))).text()).not.toContain('又封存了新的一版');
  });

  test('is undone by a change, but not by somebody who has not seen it', async () => {
    const clash = await press(admin, at(key), 1, { ...whole, 'B.r1.np': '', others: '改' });
    expect([clash.status, (await clash.text()).includes('已经定稿')]).toEqual([409, true]);
    expect((await stored(key as never))?.state).toBe('ready');
    await press(admin, at(key), 3, { ...whole, others: '改' });
    expect(await stored(key as never)).toMatchObject({ state: 'draft', revision: 4 });
  });
});

describe('the county', () => {
  const year = 2038;
  const county = { year, scope: 'county-aggregate' } as const;

  test('shows which organs are in, and takes their sums when asked', async () => {
    const organs = ['office', ...units.map(({ code }) => `organ-${code}`)] as const;
    for (const scope of organs.slice(0, -1))
      await saveAnnual(
        desk.host,
        'command',
        { year, scope: scope as 'office' },
        { base: 0, fields: asEntries(figures) },
      );
    const before = await (await author.get(at(county))).text();
    expect(before).toContain(`${organs.length} 个机关，已录完整 ${organs.length - 1} 个`);
    expect(before).toContain('还缺：云岭县白水乡');
    expect(await (await author.get(`/staff/annual/${year}`)).text()).toContain('云岭县教育局');
    const last = { year, scope: organs.at(-1) as 'office' };
    expect((await press(author, at(last), 0, asEntries(figures))).status).toBe(303);
    await press(author, at(county), 0, { 'B.r1.np': '1', others: '留着' }, 'organs');
    const fields = (await newestAnnual(desk.host.db, county))?.fields ?? {};
    expect([fields['B.r1.np'], fields.others]).toEqual([String((figures['B.r1.np'] ?? 0) * organs.length), '留着']);
    await press(author, at(county), 1, { ...fields, 'C.rev.tot': '99999' });
    expect(await (await author.get(at(county))).text()).toContain('为 99999，各机关合计');
  });

  test('has no organ that is not a unit', async () => {
    for (const scope of ['organ-nobody', 'organ-', 'organ-../x', 'organ-EDUCATION'])
      expect((await author.get(`/staff/annual/${year}/${scope}`)).status).toBe(404);
  });
});

describe('a report', () => {
  test('is compared with last year’s, once that is entered', async () => {
    const path = '/staff/annual/2026/office';
    expect(await (await author.get(path)).text()).toContain('2025 年的报告还没有录入');
    await press(author, '/staff/annual/2025/office', 0, { 'B.r4.np': '77' });
    const page = await (await author.get(path)).text();
    expect(page).toContain('已与 2025 年的报告核对');
    expect(page).toContain('上年报告的结转下年度为 77');
  });

  test('of a year without a form, or to come, does not exist', async () => {
    for (const path of ['/staff/annual/2020/office', '/staff/annual/2040/office', '/staff/annual/2026/other'])
      expect((await author.get(path)).status).toBe(404);
  });

  test('can be read but not written by whoever may only read', async () => {
    const officer = await signedInAs(desk, desk.member('officer'));
    expect(await (await officer.get('/staff/annual/2026/office')).text()).toContain('只能查看');
    expect((await press(officer, '/staff/annual/2026/office', 3, {})).status).toBe(403);
  });

  test('keeps every finished revision and its last two hundred drafts; none of them ever changes', async () => {
    const { db } = desk.host;
    const key = { year: 2021, scope: 'office' as const };
    for (let n = 0; n < revisionsKept + 3; n += 1)
      await saveAnnual(desk.host, 'command', key, { base: n, fields: { others: String(n) } });
    const { n } = (await db.first<{ n: number }>(
      sql`SELECT count(*) AS n FROM annual_reports WHERE year = 2021 AND scope = 'office'`,
    )) ?? { n: 0 };
    expect(n).toBe(revisionsKept);
    await expect(db.commit([sql`UPDATE annual_reports SET fields = '{}' WHERE year = 2021`])).rejects.toThrow(/never/);
    await expect(db.commit([sql`DELETE FROM annual_reports WHERE year = 2021`])).rejects.toThrow(/stays/);
  });
});
