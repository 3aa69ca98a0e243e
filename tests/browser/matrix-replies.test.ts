// Never lost, never twice, whatever comes back to a press of 提交. A reply that is not our own word changes nothing and the
// answer goes again by itself; our own no is final and leaves every word on the phone.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Embedded } from '#scripts/embedded.ts';
import { launch } from './chromium.ts';
import { pressSubmit, publish, seeReceipt, seeState, words, write } from './phone.ts';
import { type Fault, json, meet, openScene } from './scene.ts';
import { serve } from './served.ts';

const html = { contentType: 'text/html', body: '<html><body>请登录校园网</body></html>' };

const passing: Record<string, Fault> = {
  'the acknowledgement is lost': async (route) => {
    await route.fetch();
    await route.abort();
  },
  'the connection breaks': (route) => route.abort(),
  'our server fails (500)': (route) => route.fulfill(json(500, { ok: false, code: 'bug', message: '我们出错了' })),
  'too many at once (429)': (route) =>
    route.fulfill(json(429, { ok: false, code: 'too-many', message: '请稍后' }, { 'retry-after': '1' })),
  'the database is slow (503)': (route) =>
    route.fulfill(json(503, { ok: false, code: 'busy', message: '系统正忙' }, { 'retry-after': '1' })),
  'a proxy answers (502)': (route) => route.fulfill({ ...html, status: 502 }),
  'a captive portal answers (200)': (route) => route.fulfill({ ...html, status: 200 }),
  'a captive portal answers (403)': (route) => route.fulfill({ ...html, status: 403 }),
  'somebody else is acknowledged': (route) =>
    route.fulfill(json(200, { ok: true, id: 'f'.repeat(32), sha: '0'.repeat(64), receipt: 'ABCDEFGH' })),
};

/** Status, code and the sentence the screen must repeat. */
const final: readonly (readonly [status: number, code: string, message: string])[] = [
  [400, 'invalid', '提交的内容读不出来'],
  [403, 'closed', '评议还没有开始'],
  [404, 'missing', '没有这份问卷'],
  [409, 'conflict', '这份答卷已经收到过，内容和这次不同'],
  [410, 'gone', '评议已经结束'],
  [413, 'invalid', '提交的内容太大'],
  [415, 'invalid', '提交的格式不对'],
];

const passingCode = (index: number): string => `t-passing-${index}`;
const finalCode = (status: number): string => `t-final-${status}`;
let app: Embedded;
let browser: Browser;

beforeAll(async () => {
  const codes = [...Object.keys(passing).map((_, i) => passingCode(i)), ...final.map(([status]) => finalCode(status))];
  app = await serve({ seed: publish([...codes, 't-mend']) });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

describe('待发送 first, then one row and a receipt:', () => {
  const rows = Object.entries(passing).map(([name, fault], i) => ({ name, fault, survey: passingCode(i) }));
  test.concurrent.each(rows)('$name', async ({ name, fault, survey }) => {
    const scene = openScene(browser, app, survey);
    const phone = await scene.pickUp();
    const trouble = await meet(phone.context, fault);
    const page = await scene.answer(phone);
    await pressSubmit(page);
    await seeState(page, words.waiting);
    expect(await page.locator('#parcel').innerText()).toContain(words.keptOnPhone);
    expect(await page.locator('#parcel .letter').textContent()).toContain(scene.text);
    expect(await scene.arrived()).toEqual(name === 'the acknowledgement is lost' ? [scene.text] : []);
    trouble.lift();
    await seeReceipt(page);
    expect(await scene.arrived()).toEqual([scene.text]);
    expect(await scene.end()).toEqual([]);
  });
});

describe('没有收到, in the server’s words, and the text stays on this page and the next:', () => {
  test.concurrent.each(final)('%i %s', async (status, code, message) => {
    const scene = openScene(browser, app, finalCode(status));
    const phone = await scene.pickUp();
    await meet(phone.context, (route) => route.fulfill(json(status, { ok: false, code, message })));
    const page = await scene.answer(phone);
    await pressSubmit(page);
    await seeState(page, words.refused);
    expect(await page.locator('#parcel').innerText()).toContain(message);
    expect(await page.locator('#parcel .letter').innerText()).toContain(scene.text);
    await scene.tellsTheTruth(page);
    await page.reload();
    await seeState(page, words.refused);
    expect(await page.locator('#elsewhere .letter').innerText()).toContain(scene.text);
    await scene.tellsTheTruth(page);
    expect(await scene.end()).toEqual([]);
  });
});

test('what the server wants corrected (422) comes back to the form, with everything in it', async () => {
  const scene = openScene(browser, app, 't-mend');
  const phone = await scene.pickUp();
  const problems = [{ field: 'G14', code: 'bad-characters', message: '里面有无法保存的字符' }];
  const reply = json(422, { ok: false, code: 'invalid', message: '改一下', problems });
  const trouble = await meet(phone.context, (route) => route.fulfill(reply));
  const page = await scene.answer(phone, '改之前');
  await pressSubmit(page);
  await page.locator('#G14-problem').waitFor();
  expect(await page.locator('[name="G14"]').inputValue()).toBe('改之前');
  expect(await page.locator('[name="G14"]').getAttribute('aria-invalid')).toBe('true');
  trouble.lift();
  await write(page, 'G14', scene.text);
  await pressSubmit(page);
  await seeReceipt(page);
  expect(await scene.arrived()).toEqual([scene.text]);
  const again = await phone.open(scene.path);
  expect(await again.locator('.parcel:visible').count()).toBe(0);
  expect(await scene.end()).toEqual([]);
});
