// 长辈版: one question at a time in large type, with script and without, and none of it on the standard page.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsFor } from '#core/text.ts';
import type { Embedded } from '#scripts/embedded.ts';
import { launch } from './chromium.ts';
import { axeFindings, choose, pickUp, pressSubmit, publish, seeReceipt, storedAnswers, write } from './phone.ts';
import { serve } from './served.ts';

const w = wordsFor('zh-CN').citizen.view;
const surveys = [
  't-way',
  't-plain',
  't-turn',
  't-mistake',
  't-size',
  't-enter',
  't-read',
  't-resume',
  't-early',
  't-kept',
];
let app: Embedded;
let browser: Browser;

beforeAll(async () => {
  app = await serve({ seed: publish(surveys) });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

const turn = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).tap();
const shown = (page: Page) => page.locator('.question').filter({ visible: true });
const size = (page: Page) => page.evaluate(() => getComputedStyle(document.body).fontSize);

test('is entered from the home page and from the form, and its links stay in it', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/');
  await page.getByRole('link', { name: w.elder }).tap();
  await page.waitForURL(/view=elder/);
  expect(await size(page)).toBe('22px');
  await page
    .locator('.card', { has: page.locator('a[href*="t-way"]') })
    .getByRole('link')
    .tap();
  await page.waitForURL(/\/s\/t-way\?.*view=elder/);
  await turn(page, w.begin);
  await choose(page, 'G00', '满意');
  await turn(page, w.toEnd);
  await pressSubmit(page);
  await seeReceipt(page);
  expect(await size(page)).toBe('22px');
  expect(await axeFindings(page)).toEqual([]);
  const form = await phone.open('/s/t-way?unit=u&ch=qr');
  await turn(form, w.elder);
  await form.waitForURL(/view=elder/);
  expect(form.url(), 'how one came is still known').toContain('ch=qr');
  await turn(form, w.plain);
  await form.waitForURL((url) => !url.search.includes('elder'));
  expect(await size(form)).toBe('18px');
  expect(phone.complaints).toEqual([]);
});

test('without script is the whole form in large type, and keeps what is on it when that changes', async () => {
  const phone = await pickUp(browser, app.url, { javaScriptEnabled: false });
  const page = await phone.open('/s/t-plain?view=elder&size=22');
  await write(page, 'G14', '字大些再写');
  await turn(page, w.larger);
  await page.waitForURL(/view=elder&size=26/);
  expect(await page.locator('[name=G14]').inputValue()).toBe('字大些再写');
  expect(await page.locator('#pager').isVisible()).toBe(false);
  await pressSubmit(page);
  await page.locator('#problems').waitFor();
  await choose(page, 'G00', '不满意');
  await pressSubmit(page);
  await seeReceipt(page);
  expect(page.url()).toMatch(/view=elder&size=26/);
  expect(await storedAnswers(app.d1, 't-plain')).toEqual([{ G00: 's2', G14: '字大些再写' }]);
});

test('shows one question at a time, which turns by a press alone', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-turn?view=elder');
  expect(await shown(page).count()).toBe(0);
  await turn(page, w.begin);
  expect(await shown(page).getAttribute('id')).toBe('G00');
  expect(await page.evaluate(() => document.activeElement?.id), 'a screen reader begins there').toBe('G00');
  const below = () => page.locator('#G00 label').last().boundingBox();
  const before = await below();
  await choose(page, 'G00', '满意');
  expect(await shown(page).getAttribute('id')).toBe('G00');
  expect(await below(), 'nothing moves').toEqual(before);
  for (let i = 0; i < 8; i += 1) await turn(page, w.next);
  expect(await page.locator('#pager p').first().innerText()).toBe('后面还有 10 题');
  await choose(page, 'G08', '申请过');
  expect(await page.locator('#pager p').first().innerText()).toBe('后面还有 11 题');
  await turn(page, w.next);
  expect(await shown(page).getAttribute('id')).toBe('G08R');
  await turn(page, w.back);
  await choose(page, 'G08', '没有申请过');
  await turn(page, w.next);
  expect(await shown(page).getAttribute('id')).toBe('G09');
  for (let i = 0; i < 9; i += 1) await turn(page, w.next);
  expect(await shown(page).locator('legend').innerText()).toContain('从哪里看到');
  expect(await page.getByText(w.last).isVisible()).toBe(true);
  await turn(page, w.back);
  await turn(page, w.next);
  await turn(page, w.end);
  expect(await shown(page).count()).toBe(0);
  await pressSubmit(page);
  await seeReceipt(page);
  expect(await storedAnswers(app.d1, 't-turn')).toEqual([{ G00: 's4', G08: 'no' }]);
});

test('opens the question with a mistake, as often as it is made', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-mistake?view=elder');
  await turn(page, w.begin);
  for (const _ of ['once', 'twice']) {
    await turn(page, w.toEnd);
    await pressSubmit(page);
    await shown(page).locator('.problem').waitFor();
    expect(await shown(page).getAttribute('id')).toBe('G00');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('G00');
  }
  await turn(page, w.toEnd);
  await page.locator('#problems a').tap();
  expect(await shown(page).getAttribute('id')).toBe('G00');
});

test('changes the size of type where one stands, up to 30 px, and takes it to the receipt', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-size?view=elder');
  await turn(page, w.begin);
  await choose(page, 'G00', '基本满意');
  for (const expected of ['26px', '30px', '30px']) {
    await turn(page, w.larger);
    expect(await size(page)).toBe(expected);
  }
  expect(await shown(page).getAttribute('id'), 'nothing else moved').toBe('G00');
  expect(await page.locator('#restored').isVisible()).toBe(false);
  expect(page.url()).toContain('size=30');
  await turn(page, w.smaller);
  await turn(page, w.toEnd);
  await pressSubmit(page);
  await seeReceipt(page);
  expect(await size(page)).toBe('26px');
  expect(await storedAnswers(app.d1, 't-size')).toEqual([{ G00: 's3' }]);
});

test('takes the enter key in a line of text for the next question, not for 提交', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-enter?view=elder');
  await turn(page, w.begin);
  await choose(page, 'G00', '满意');
  for (let i = 0; i < 12; i += 1) await turn(page, w.next);
  await choose(page, 'G12', '其他');
  await write(page, 'G12.other', '村务');
  await page.locator('[name="G12.other"]').press('Enter');
  expect(await shown(page).getAttribute('id')).toBe('G13');
  expect(await storedAnswers(app.d1, 't-enter')).toEqual([]);
});

test('goes on after the last answer of an earlier visit, also of one in the standard view', async () => {
  const phone = await pickUp(browser, app.url);
  const first = await phone.open('/s/t-resume');
  await choose(first, 'G00', '满意');
  await choose(first, 'G02', '满意');
  await first.close();
  const page = await phone.open('/s/t-resume?view=elder');
  await page.locator('#restored').waitFor();
  await turn(page, w.begin);
  expect(await shown(page).getAttribute('id')).toBe('G03');
});

test('leaves whoever began before the script arrived at their question', async () => {
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
  await page.goto('/s/t-early?view=elder', { waitUntil: 'commit' });
  await choose(page, 'G02', '满意');
  release();
  await page.locator('#pager').filter({ visible: true }).waitFor();
  expect(await shown(page).getAttribute('id')).toBe('G02');
});

/** A voice cannot be had in a browser without a screen: this one notes what it is told to say. */
const notingVoice = (localService: boolean) => `
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  Object.defineProperty(window, 'speechSynthesis', { value: {
    said: [], cancelled: 0,
    getVoices: () => [{ lang: 'zh_CN', localService: ${localService} }],
    speak(utterance) { this.said.push(utterance); },
    cancel() { this.cancelled += 1; },
  } });`;
type Noting = { said: { text: string; lang: string; onend(): void }[]; cancelled: number };

test('reads a question and its answers aloud, and stops when it is left', async () => {
  const phone = await pickUp(browser, app.url);
  await phone.context.addInitScript(notingVoice(true));
  const page = await phone.open('/s/t-read?view=elder');
  const speech = () =>
    page.evaluate(() => {
      const { said, cancelled } = window.speechSynthesis as unknown as Noting;
      return { said: said.map(({ text }) => text), lang: said[0]?.lang, cancelled };
    });
  await turn(page, w.begin);
  await turn(page, w.next);
  await turn(page, w.read);
  const { said, lang } = await speech();
  expect(said[0]).toContain('您看到的政府信息内容是否全面、准确？');
  expect(said.slice(1)).toEqual(['非常满意', '满意', '基本满意', '不满意', '非常不满意', '不了解／未使用']);
  expect(lang).toBe('zh-CN');
  const before = (await speech()).cancelled;
  await turn(page, w.quiet);
  expect((await speech()).cancelled).toBe(before + 1);
  await turn(page, w.read);
  await turn(page, w.next);
  expect((await speech()).cancelled).toBeGreaterThan(before + 1);
  await turn(page, w.read);
  await page.evaluate(() => (window.speechSynthesis as unknown as Noting).said.at(-1)?.onend());
  expect(await page.getByRole('button', { name: w.read }).isVisible(), 'it may be read again').toBe(true);
});

test('offers no reading where the voice would come from the network, or none is there', async () => {
  for (const prepared of [notingVoice(false), '']) {
    const phone = await pickUp(browser, app.url);
    await phone.context.addInitScript(prepared);
    const page = await phone.open('/s/t-read?view=elder');
    await turn(page, w.begin);
    expect(await page.locator('#read').isVisible()).toBe(false);
    expect(phone.complaints).toEqual([]);
  }
});

test('costs the standard page nothing but the way to it', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-kept');
  const html = await page.content();
  expect(html).not.toContain('size-22');
  expect(html).not.toContain('id="pager"');
  expect(html).not.toMatch(/assets\/elder/);
});
