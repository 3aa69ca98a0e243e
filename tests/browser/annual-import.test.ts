// Importing tables on the page of an annual report, in a real browser: differences first, nothing sent, and it can be undone.
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Embedded } from '#scripts/embedded.ts';
import { buildWorld } from '#tests/world/world.ts';
import { addStaff } from '#worker/actions/add-staff.ts';
import { d1Database } from '#worker/d1.ts';
import { makeHost } from '#worker/host.ts';
import { readSettings } from '#worker/settings.ts';
import { launch } from './chromium.ts';
import { axeFindings, pickUp } from './phone.ts';
import { serve } from './served.ts';

const password = '会议室门口的那棵大银杏树';
const path = '/staff/annual/2024/office';
let app: Embedded;
let browser: Browser;

beforeAll(async () => {
  app = await serve({
    seed: async (d1) => {
      const host = makeHost(d1Database(d1), readSettings({ SECRET: '0'.repeat(64) }));
      await buildWorld(host, Number(host.today().slice(0, 4)));
      await addStaff(host, 'command', { name: '撰稿', role: 'author', unit: null, password });
    },
  });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
const cell = (page: Page, id: string) => page.locator(`[name="${id}"]`);

test('a Word report shows what would change; what is chosen is filled in, undone, filled in again and saved', async () => {
  const { open, complaints } = await pickUp(browser, app.url, { viewport: { width: 360, height: 640 } });
  const page = await open(path);
  await page.getByLabel('姓名').fill('撰稿');
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL(new RegExp(path));
  await cell(page, 'A1.norms.made').fill('8');
  await cell(page, 'A1.norms.repealed').fill('１');

  const posts: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
  const file = (name: string, buffer: Buffer) =>
    page.getByLabel('从文件导入表格').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await file('坏.docx', readFileSync('tests/golden/annual.docx').subarray(0, 4_000));
  await page.getByText('这不是 Word 文档，或者文件坏了').waitFor();
  await file('上报.docx', readFileSync('tests/golden/annual.docx'));
  const preview = page.locator('#import-preview');
  await preview.waitFor();
  expect(await preview.innerText()).toContain('这一页是 2024 年的');
  // 8 is another figure than the file's 5; １ is the same as its 1.
  expect(await preview.innerText()).toContain('读出 200 格，其中 199 格与现在不同');
  expect(await preview.innerText()).toContain('有 1 格现在已有别的数');
  expect(await axeFindings(page)).toEqual([]);
  expect(await sideways(page)).toBe(0);

  await page.getByLabel('填入“行政规范性文件·本年制发件数”').uncheck();
  await page.getByRole('button', { name: '填入选中的 198 格' }).click();
  expect(await cell(page, 'A1.norms.made').inputValue()).toBe('8');
  expect(await cell(page, 'A1.norms.valid').inputValue()).toBe('31');
  await page.getByRole('button', { name: '撤销导入' }).click();
  expect(await cell(page, 'A1.norms.valid').inputValue()).toBe('');
  expect(posts).toEqual([]);

  await file('表.csv', readFileSync('tests/golden/annual.csv'));
  await page.getByRole('button', { name: '填入选中的 199 格' }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.waitForURL(/saved/);
  expect(await cell(page, 'A1.norms.made').inputValue()).toBe('5');
  expect(complaints).toEqual([]);
});
