// Summaries that other organs report: what goes in comes out byte for byte, and what is wrong is named and writes nothing.
import { describe, expect, test } from 'vitest';
import { inEveryLang } from '#core/lang.ts';
import { yearPeriod } from '#core/period.ts';
import { sealedText, sealSummary } from '#core/seal.ts';
import { sampleSummary } from '#tests/world/summary.ts';
import { sql } from '#worker/database.ts';
import { importedOf } from '#worker/store/imported-summaries.ts';
import { type Browser, type Desk, openDesk, signedInAs } from './desk.ts';

let towns = 0;
const town = (): string => {
  towns += 1;
  return `清水镇${towns}`;
};

const sealed = (organ: string, version = 1, summary = sampleSummary()) =>
  sealSummary(
    { ...summary, county: inEveryLang({ 'zh-CN': organ }) },
    { version, sealed: '2027-01-12', reason: version === 1 ? null : inEveryLang({ 'zh-CN': '补录' }) },
  );

const path = '/staff/reports/2026/parts?lang=zh-CN';

async function send(desk: Desk, { cookie }: Browser, content: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  const form = new FormData();
  form.set('file', new File([content], 'year.json'));
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  return desk.app.request(path, { method: 'POST', headers, body: form });
}

async function author() {
  const desk = await openDesk();
  desk.at('2027-01-20T09:00:00+08:00');
  return { desk, browser: await signedInAs(desk, desk.member('author')) };
}

const rows = ({ host }: Desk) => host.db.all(sql`SELECT year, organ, version, sha FROM imported_summaries`);

describe('a summary that is reported', () => {
  test('comes out as it came in, and twice changes nothing', async () => {
    const { desk, browser } = await author();
    const organ = town();
    const text = sealedText(sealed(organ));
    expect(await (await send(desk, browser, text)).text()).toContain(`已收到${organ}的第 1 版。`);
    const kept = (await importedOf(desk.host.db, 2026)).find((row) => row.organ === organ);
    expect(kept?.document).toBe(text);
    const before = await rows(desk);
    expect(await (await send(desk, browser, text)).text()).toContain('早已收到，没有变化');
    expect(await rows(desk)).toEqual(before);
  });

  test('in a newer version replaces the older one, which stays on record', async () => {
    const { desk, browser } = await author();
    const organ = town();
    await send(desk, browser, sealedText(sealed(organ)));
    expect(await (await send(desk, browser, sealedText(sealed(organ, 2)))).text()).toContain('代替旧版');
    const reply = await send(desk, browser, sealedText(sealed(organ)));
    expect([reply.status, await reply.text()]).toEqual([422, expect.stringContaining('比已收到的第 2 版旧')]);
    const versions = (await rows(desk)).filter((row) => (row as { organ: string }).organ === organ);
    expect(versions).toHaveLength(2);
  });

  test('is named on the page, with who is missing, and added up', async () => {
    const { desk, browser } = await author();
    const organ = town();
    await browser.post('/staff/reports/2026/parts/expected', { organs: `${organ}\r\n杨柳镇\r\n\r\n杨柳镇` });
    const before = await (await browser.get(path)).text();
    expect(before).toContain('杨柳镇');
    await send(desk, browser, sealedText(sealed(organ)));
    const html = await (await browser.get(path)).text();
    expect(html).toMatch(new RegExp(`<th scope="row">${organ} </th><td class="n">664</td>`));
    expect(html.match(/还缺 \d+ 家<\/h2><p>([^<]*)/)?.[1]).toContain('杨柳镇');
    expect(html.match(/还缺 \d+ 家<\/h2><p>([^<]*)/)?.[1]).not.toContain(organ);
    const sum = (await (await browser.get('/staff/reports/2026/parts/sum.json')).json()) as {
      parts: { organ: string; sha: string }[];
      summary: { evaluations: { reconciliation: { received: number } }[] };
    };
    expect(sum.parts.map((each) => each.organ)).toContain(organ);
    expect(sum.summary.evaluations[0]?.reconciliation.received).toBe(640 * sum.parts.length);
    for (const format of ['csv', 'xlsx', 'docx', 'md'])
      expect((await browser.get(`/staff/reports/2026/parts/sum.${format}`)).status).toBe(200);
  });
});

test('an organ that is not on the list is shown, and not added up', async () => {
  const { desk, browser } = await author();
  const [listed, stray] = [town(), town()];
  await browser.post('/staff/reports/2026/parts/expected', { organs: listed });
  await send(desk, browser, sealedText(sealed(listed)));
  await send(desk, browser, sealedText(sealed(stray)));
  expect(await (await browser.get(path)).text()).toMatch(new RegExp(`${stray} <span[^>]*>不在名单上，未计入合计`));
  const sum = await (await browser.get('/staff/reports/2026/parts/sum.json')).text();
  expect([sum.includes(listed), sum.includes(stray)]).toEqual([true, false]);
});

describe('what is wrong with a file is named, and nothing is written', () => {
  const organ = town();
  const good = sealedText(sealed(organ));
  const older = { ...sampleSummary(), year: 2025, period: { ...sampleSummary().period, ...yearPeriod(2025) } };
  const boasting = structuredClone(sampleSummary());
  for (const { rating } of boasting.evaluations[0]?.questions ?? []) if (rating) rating.strict.n = rating.valid;
  const draft = { ...sampleSummary(), seal: null };
  test.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
    ['no JSON', '年报', '这不是 JSON 文件'],
    ['no text', Uint8Array.of(0xff, 0xfe, 0x00), '这不是 JSON 文件'],
    ['empty', '', '还没有填'],
    ['cut off', good.slice(0, -900), '文件不完整'],
    ['something else', '{"format":"other"}', '不是评议系统的年度汇总'],
    ['nested without end', `{"a":${'['.repeat(100_000)}`, '不是评议系统的年度汇总'],
    ['a draft', JSON.stringify(draft), '还是草稿'],
    ['one digit changed', good.replace('"received":640', '"received":641'), '被改动过'],
    ['from a newer program', good.replace('"formatVersion":1', '"formatVersion":2'), '更新版本的程序'],
    ['saved again by another program', JSON.stringify(JSON.parse(good), null, 2), '重新存过'],
    ['with a key twice', good.replace('"year":2026', '"year":2025,"year":2026'), '重新存过'],
    [
      'of numbers that contradict each other',
      sealedText(sealed(town(), 1, boasting)),
      '自相矛盾（在 general-2026 G00）',
    ],
    ['of a name with blanks around it', sealedText(sealed('云岭县 ')), '自相矛盾（在 county）'],
    ['of another year', sealedText(sealed(town(), 1, older)), '这是 2025 年的汇总'],
    ['of this office itself', sealedText(sealed('云岭县')), '自己的汇总'],
    ['too large', 'x'.repeat(3 * 1024 * 1024), '太大'],
  ])('%s', async (_, content, words) => {
    const { desk, browser } = await author();
    const before = await rows(desk);
    const reply = await send(desk, browser, content);
    const html = await reply.text();
    expect([reply.status, html.includes('id="file-problem"')]).toEqual([
      expect.toSatisfy((status: number) => [413, 422, 400].includes(status)),
      true,
    ]);
    expect(html.match(/id="file-problem">([^<]*)/)?.[1]).toContain(words);
    expect(await rows(desk)).toEqual(before);
  });

  test('the same version with other content', async () => {
    const { desk, browser } = await author();
    const name = town();
    await send(desk, browser, sealedText(sealed(name)));
    const before = await rows(desk);
    const other = sealedText(sealed(name, 1, { ...sampleSummary(), made: '2027-01-09' }));
    expect(await (await send(desk, browser, other)).text()).toContain('同一版不该有两份');
    expect(await rows(desk)).toEqual(before);
  });
});

test('only a report author of this site may take one in', async () => {
  const { desk } = await author();
  const viewer = await signedInAs(desk, desk.member('viewer'));
  expect((await send(desk, viewer, sealedText(sealed(town())))).status).toBe(403);
  expect((await viewer.get(path)).status).toBe(403);
  const officer = await signedInAs(desk, desk.member('officer'));
  expect(await (await officer.get(path)).text()).not.toContain('type="file"');
  const { browser } = await author();
  const foreign = await desk.app.request(path, {
    method: 'POST',
    headers: { cookie: browser.cookie, 'sec-fetch-site': 'cross-site' },
    body: new FormData(),
  });
  expect(foreign.status).toBe(403);
});
