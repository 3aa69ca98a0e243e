// 年报校核 in a real browser: a Word file with a planted error becomes findings, tables and counts, and nothing leaves the page.
import { strToU8, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Embedded } from '#scripts/embedded.ts';
import { build } from '#tests/corpus/build.ts';
import { tunedCases } from '#tests/corpus/cases.ts';
import { serveAuthor, signInAsAuthor } from './author.ts';
import { launch } from './chromium.ts';
import { axeFindings, pickUp } from './phone.ts';

const desk = { viewport: { width: 1280, height: 900 }, isMobile: false, hasTouch: false };
let app: Embedded;
let browser: Browser;

beforeAll(async () => {
  app = await serveAuthor();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

async function openCheck(options = {}) {
  const { open, context, complaints } = await pickUp(browser, app.url, { ...desk, ...options });
  const page = await open('/staff/check');
  await signInAsAuthor(page);
  await page.waitForURL(/\/staff\/check/);
  await page.waitForLoadState();
  return { page, context, complaints };
}

const planted = (layout: string, plant: string) => {
  const found = tunedCases.find((each) => each.layout === layout && each.plants.includes(plant as never));
  if (!found) throw new Error(`no ${plant} as ${layout}`);
  return build(found);
};
const report = planted('docx', 'carriedOutTable');
const word = Buffer.from(zipSync({ 'word/document.xml': strToU8(report.text) }));
const wordFile = { name: '年度报告.docx', mimeType: 'application/octet-stream', buffer: word };
const outcome = (page: Page) => page.getByRole('region', { name: /校核结果/ });
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test('a Word file is checked without one request, and its findings, cells and counts can be followed', async () => {
  const { page, complaints } = await openCheck();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await page.getByLabel('要校核的报告').setInputFiles(wordFile);
  await outcome(page).waitFor();
  expect(await outcome(page).innerText()).toContain('校核结果：年度报告.docx');
  const findings = page.locator('.finding');
  expect(await findings.first().innerText()).toContain('错误');
  expect(await page.locator('.finding', { hasText: 'B1' }).count()).toBeGreaterThan(0);
  expect(await page.locator('.reading').innerText()).toContain('共 175 格，读出 175 格');
  const marked = page.locator('.recovered .wrong a').first();
  const number = (await marked.innerText()).slice(1, -1);
  await marked.click();
  expect(page.url()).toContain(`#finding-${number}`);
  expect(await axeFindings(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);

  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#check, nav, .masthead').filter({ visible: true }).count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: '复制为文字' }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  expect(sent).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the page can reach nobody, its own server included', async () => {
  const { page } = await openCheck();
  const reached = await page.evaluate(async () => {
    const fetched = await fetch(location.href).then(
      () => true,
      () => false,
    );
    const pictured = await new Promise((done) => {
      const picture = new Image();
      picture.onload = picture.onerror = (event) => done(typeof event !== 'string' && event.type === 'load');
      picture.src = '/healthz';
    });
    return {
      fetched,
      pictured,
      beacon: await new Promise((done) => {
        addEventListener('securitypolicyviolation', (event) => {
          if (event.effectiveDirective === 'connect-src') done('refused');
        });
        navigator.sendBeacon('/healthz', 'x');
      }),
    };
  });
  expect(reached).toEqual({ fetched: false, pictured: false, beacon: 'refused' });
  expect(await page.locator('form[action]').count()).toBe(0);
});

test('pasted text, last year’s report and a broken file: each is read or says at its field why not', async () => {
  const { page } = await openCheck({ viewport: { width: 360, height: 640 } });
  await page.getByLabel('要校核的报告').setInputFiles({ ...wordFile, buffer: word.subarray(0, 900) });
  await page.getByText('这不是 Word 文档，或者文件坏了').waitFor();
  await page
    .getByLabel('要校核的报告')
    .setInputFiles({ ...wordFile, name: 'a.pdf', buffer: Buffer.from('%PDF-1.7 …') });
  await page.getByText('PDF 读不了').waitFor();
  expect(await outcome(page).count()).toBe(0);

  const carried = planted('html', 'carriedOver');
  await page.getByLabel('或者粘贴报告全文').fill(carried.text);
  await page.getByRole('button', { name: '开始校核' }).click();
  await outcome(page).waitFor();
  expect(await page.locator('.finding', { hasText: 'B4' }).count()).toBe(0);
  await page.getByText('更多选项').click();
  const before = Buffer.from(String(carried.options.lastYear));
  await page.getByLabel('上年的报告').setInputFiles({ name: '上年.html', mimeType: 'text/html', buffer: before });
  await page.locator('.finding', { hasText: 'B4' }).first().waitFor();
  expect(await sideways(page)).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
});

test('without script the page says so and names the command', async () => {
  const { page } = await openCheck({ javaScriptEnabled: false });
  expect(await page.locator('main').innerText()).toContain('pingyi -- check');
  expect(await page.getByLabel('要校核的报告').isVisible()).toBe(false);
});
