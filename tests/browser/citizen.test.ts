// The citizen's door in a real browser: with script and without, and weighed. How it looks is in everyone.test.ts.

import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tokenFrom } from '#core/invitation.ts';
import { wordsFor } from '#core/text.ts';
import type { Embedded } from '#scripts/embedded.ts';
import { launch } from './chromium.ts';
import {
  axeFindings,
  choose,
  invite,
  pickUp,
  pressSubmit,
  publish,
  seeReceipt,
  storedAnswers,
  words,
  write,
} from './phone.ts';
import { serve } from './served.ts';

const surveys = ['t-script', 't-plain', 't-look', 't-boxes', 't-early', 't-draft', 't-keys'];
const token = tokenFrom('7'.repeat(32));
let app: Embedded;
let browser: Browser;

beforeAll(async () => {
  app = await serve({
    seed: async (d1) => {
      await publish(surveys)(d1);
      await invite(d1, token);
    },
  });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

test('a phone answers and gets a receipt', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-script');
  await choose(page, 'G00', '满意');
  await choose(page, 'G01', '不了解／未使用');
  expect(await page.locator('#G08R').isVisible()).toBe(false);
  await choose(page, 'G08', '申请过');
  await choose(page, 'G08R', '不满意');
  await write(page, 'G14', '希望公开栏常更新。');
  expect(await page.locator('#strip span').innerText()).toContain('已答 5 题');
  await pressSubmit(page);
  const receipt = await seeReceipt(page);
  expect(receipt).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  expect(await axeFindings(page)).toEqual([]);
  expect(await storedAnswers(app.d1, 't-script')).toEqual([
    { G00: 's4', G01: 'na', G08: 'yes', G08R: 's2', G14: '希望公开栏常更新。' },
  ]);
  await page.goBack();
  expect(page.url(), 'back does not lead into the form that was received').not.toContain('/s/');
  expect(phone.complaints).toEqual([]);
});

test('one reply is rated through its code, named so that only its applicant knows it', async () => {
  const phone = await pickUp(browser, app.url);
  for (const _ of ['a preview by a chat program', 'a look']) await (await phone.open(`/i/${token}`)).close();
  const page = await phone.open(`/i/${token}`);
  expect(await page.locator('.facts').innerText()).toContain('3月收到答复的申请（尾号 0412）');
  await choose(page, 'R00', '不满意');
  await choose(page, 'R09', '超过期限');
  await pressSubmit(page);
  await seeReceipt(page);
  expect(await storedAnswers(app.d1, 't-request')).toEqual([{ R00: 's2', R09: ['late'] }]);
  const again = await phone.open(`/i/${token}`);
  expect(await again.locator('h1').innerText()).toBe(wordsFor('zh-CN').refusal['invitation-used'].title);
});

test('without script the form is complete, and a mistake costs nothing that was typed', async () => {
  const phone = await pickUp(browser, app.url, { javaScriptEnabled: false });
  const page = await phone.open('/s/t-plain');
  await choose(page, 'G08', '没有申请过');
  await choose(page, 'G08R', '满意');
  for (const area of ['财政资金', '惠农补贴', '住房', '其他']) await choose(page, 'G12', area);
  await write(page, 'G12.other', '村务');
  await write(page, 'G14', '第一行\n第二行');
  await pressSubmit(page);
  await page.locator('#problems').waitFor();
  expect(await page.locator('#problems a').allInnerTexts()).toHaveLength(2);
  expect(await page.locator('#G00').getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator('#G12-problem').innerText()).toContain('最多选 3 项');
  expect(await page.locator('[name="G14"]').inputValue()).toBe('第一行\n第二行');
  await choose(page, 'G00', '基本满意');
  await choose(page, 'G12', '住房');
  await pressSubmit(page);
  await seeReceipt(page);
  expect(await storedAnswers(app.d1, 't-plain')).toEqual([
    { G00: 's3', G08: 'no', G12: ['fiscal', 'farm', 'other'], 'G12.other': '村务', G14: '第一行\n第二行' },
  ]);
});

test('a mistake is named at its question, which takes the focus', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-keys');
  await write(page, 'G14', '字'.repeat(501));
  expect(await page.locator('.count').innerText()).toBe('已写 501 字，最多 500 字');
  await pressSubmit(page);
  expect(await page.locator('#problems li').count()).toBe(2);
  expect(await page.locator('#G00 .problem').innerText()).toContain('需要选一个答案');
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('G00');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Space');
  await write(page, 'G14', '短');
  await page.keyboard.press('Tab');
  await pressSubmit(page);
  await seeReceipt(page);
  expect(await storedAnswers(app.d1, 't-keys')).toEqual([{ G00: 's5', G14: '短' }]);
});

test('boxes that cannot be ticked say why, and a ticked one can always be taken back', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-boxes');
  const guidance = page.locator('#G13 .guidance');
  for (const reason of ['更新慢', '找不到', '其他']) await choose(page, 'G13', reason);
  expect(await guidance.innerText()).toContain('已选满 3 项');
  expect(await page.locator('#G13 [type=checkbox]:enabled').count(), 'the three, and 没有').toBe(4);
  expect(await page.locator('[name="G13.other"]').isVisible()).toBe(true);
  await choose(page, 'G13', '没有');
  expect(await page.locator('#G13 input:checked').count()).toBe(1);
  expect(await guidance.innerText()).toBe('');
  await choose(page, 'G13', '看不懂');
  expect(await page.locator('#G13 input:checked').inputValue()).toBe('unclear');
  await choose(page, 'G01', '满意');
  await page.locator('#G01').getByRole('button', { name: words.clear }).tap();
  expect(await page.locator('#G01 input:checked').count()).toBe(0);
});

test('a tap before the script arrives is kept', async () => {
  const phone = await pickUp(browser, app.url);
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await phone.context.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  const page = await phone.context.newPage();
  await page.goto('/s/t-early', { waitUntil: 'commit' });
  await choose(page, 'G00', '满意');
  await write(page, 'G14', '早');
  release();
  await page.locator('#strip', { hasText: '已答 2 题' }).waitFor();
  expect(await page.locator('#G00 input:checked').inputValue()).toBe('s4');
});

test('a form left half filled is put back as it was, and can be emptied', async () => {
  const phone = await pickUp(browser, app.url);
  const first = await phone.open('/s/t-draft');
  await choose(first, 'G00', '不满意');
  await choose(first, 'G12', '住房');
  await write(first, 'G14', '没写完');
  await first.close();
  const page = await phone.open('/s/t-draft?lang=en');
  await page.locator('#restored').waitFor();
  expect(await page.locator('#G00 input:checked').inputValue()).toBe('s2');
  expect(await page.locator('#G12 input:checked').inputValue()).toBe('housing');
  expect(await page.locator('[name="G14"]').inputValue()).toBe('没写完');
  await page.locator('[data-press="anew"]').filter({ visible: true }).tap();
  await page.waitForFunction(() => document.querySelectorAll('input:checked').length === 0);
  expect(await page.locator('[name="G14"]').inputValue()).toBe('');
});

const pages = ['/', '/s/t-look', '/s/t-look?lang=en', '/receipts/ABCDEFGH', '/nowhere', '/i/nobody'];

test('every page stands still while it loads, while its script wakes late, and while a draft comes back', async () => {
  const phone = await pickUp(browser, app.url);
  await phone.context.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node?: Node }[] };
        moved.push(`${value.toFixed(4)} ${sources.map(({ node }) => (node as Element)?.className || node?.nodeName)}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await phone.context.route('**/assets/*.js', async (route) => {
    const page = route.request().frame().page();
    // A script for later may still be held when the page is closed.
    await page
      .waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
      .then(() => route.continue())
      .catch(() => undefined);
  });
  for (const path of [...pages, '/s/t-look']) {
    const page = await phone.open(path);
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved), path).toEqual([]);
    if (path.startsWith('/s/')) await write(page, 'G14', '没写完');
    await page.close();
  }
});

test('the form with style and script weighs at most 14 KB, its script at most 10', async () => {
  // One that nobody has hurried: under load a form brings a second script, for later.
  const calm = await serve({ seed: publish(['t-look']) });
  const compressed = async (path: string) => {
    const text = await (await fetch(calm.url + path)).text();
    return { text, bytes: gzipSync(text, { level: 9 }).length };
  };
  const html = await compressed('/s/t-look');
  const scripts = [...html.text.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, path]) => path as string);
  expect(scripts).toHaveLength(1);
  const script = await compressed(scripts[0] as string);
  expect(script.bytes).toBeLessThanOrEqual(10 * 1024);
  expect(html.bytes + script.bytes).toBeLessThanOrEqual(14 * 1024);
  await calm.dispose();
});
