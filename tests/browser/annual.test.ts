// The page of an annual report in a real browser: keys, sums, pasting, what is kept until it is stored, and importing a file.
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Embedded } from '#scripts/embedded.ts';
import { serveAuthor, signInAsAuthor } from './author.ts';
import { launch } from './chromium.ts';
import { axeFindings, pickUp } from './phone.ts';

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

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
const cell = (page: Page, id: string) => page.locator(`[name="${id}"]`);

async function write(year: number, options: BrowserContextOptions = {}) {
  const phone = await pickUp(browser, app.url, { viewport: { width: 1280, height: 900 }, hasTouch: false, ...options });
  const page = await phone.open(`/staff/annual/${year}/office`);
  await signInAsAuthor(page);
  await page.waitForURL(new RegExp(`/annual/${year}/office`));
  return { ...phone, page };
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'));
const paste = (page: Page, id: string, data: Readonly<Record<string, string>>) =>
  cell(page, id).evaluate((field, types) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(types)) clipboardData.setData(type, text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);

test('keys move as in a spreadsheet, and Escape takes back what was typed', async () => {
  const { page, complaints } = await write(2023);
  expect(await page.getByText('方向键、回车在格子之间移动').isVisible()).toBe(true);
  await cell(page, 'B.r1.np').focus();
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('B.r2.np');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toBe('B.r1.l_com');
  await page.keyboard.press('End');
  expect(await focused(page)).toBe('B.r1.tot');
  await page.keyboard.press('Control+End');
  expect(await focused(page)).toBe('B.r4.tot');
  await page.keyboard.press('Control+Home');
  expect(await focused(page)).toBe('B.r1.np');
  await page.keyboard.type('99');
  await page.keyboard.press('Escape');
  expect(await cell(page, 'B.r1.np').inputValue()).toBe('12');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('B.r1.l_com');
  expect(page.url()).toContain('/annual/2023/office');
  expect(complaints).toEqual([]);
});

test('a sum that does not hold is said at its cell and filled in only when asked for', async () => {
  const { page } = await write(2022);
  await paste(page, 'B.r1.np', { 'text/plain': '1,234\t2\t０\t\t0\t0\t7\r\n' });
  const bar = page.locator('.entry-bar');
  await bar.getByText('粘贴了 6 格。').waitFor();
  expect(await bar.innerText()).toContain('1 个空格没有覆盖');
  expect(await cell(page, 'B.r1.l_pub').inputValue()).toBe('');
  await cell(page, 'B.r1.l_pub').fill('0');
  const remark = page.locator('#d-B\\.r1\\.tot');
  await remark.waitFor();
  expect(await remark.innerText()).toContain('1236 ≠ 7');
  expect(await cell(page, 'B.r1.tot').inputValue()).toBe('7');
  expect(await axeFindings(page)).toEqual([]);
  await remark.getByRole('button', { name: '填入 1236' }).click();
  expect(await cell(page, 'B.r1.tot').inputValue()).toBe('1236');
  await remark.waitFor({ state: 'detached' });
  await bar.getByRole('button', { name: '撤销' }).click();
  expect(await cell(page, 'B.r1.tot').inputValue()).toBe('7');

  await cell(page, 'C.rev.keep').fill('1');
  for (const id of ['correct', 'other', 'pending']) await cell(page, `C.rev.${id}`).fill('0');
  await page.waitForFunction(() => (document.getElementById('f-C.rev.tot') as HTMLInputElement).placeholder === '1');
  expect(await cell(page, 'C.rev.tot').inputValue()).toBe('');
  await cell(page, 'C.rev.tot').focus();
  await bar.getByText('按勾稽关系应为 1').waitFor();
});

test('what was typed and not stored survives the window, is offered, and is forgotten once stored', async () => {
  const { page, context } = await write(2021);
  await page.locator('[name="disclosure"]').fill('主动公开信息若干条。');
  await page.getByText('10 字').first().waitFor();
  await page.getByText('可以引用的数据').click();
  await page.locator('[name="requests"]').focus();
  await page.getByRole('button', { name: '插入 {收到申请}' }).click();
  expect(await page.locator('[name="requests"]').inputValue()).toBe('{收到申请}');
  await page.getByText('有 2 处改动还没有保存').waitFor();
  await page.close();

  const again = await context.newPage();
  await again.goto('/staff/annual/2021/office');
  await again.getByText('有 2 处与下面的不同').waitFor();
  await again.getByRole('button', { name: '放回表单' }).click();
  expect(await again.locator('[name="disclosure"]').inputValue()).toBe('主动公开信息若干条。');
  await again.getByRole('button', { name: '保存', exact: true }).click();
  await again.waitForURL(/saved/);
  expect(await again.locator('[name="disclosure"]').inputValue()).toBe('主动公开信息若干条。');
  expect(await again.getByText('处与下面的不同').count()).toBe(0);
  expect(await again.evaluate(() => localStorage.length)).toBe(0);
});

test('what somebody else was first with is not stored, and not forgotten either', async () => {
  const [mine, theirs] = [await write(2023), await write(2023)];
  for (const [{ page }, text] of [
    [theirs, '同事先写的。'],
    [mine, '我后写的一句话。'],
  ] as const) {
    await page.locator('[name="disclosure"]').fill(text);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.waitForLoadState();
  }
  await mine.page.locator('.conflict').waitFor();
  await mine.page.getByText('有 1 处改动还没有保存').waitFor();
  expect(await mine.page.getByText('处与下面的不同').count()).toBe(0);
  // A second window on the same report that changed nothing takes nothing away.
  const idle = await mine.context.newPage();
  await mine.page.close();
  await idle.goto('/staff/annual/2023/office');
  await idle.getByText('有 1 处与下面的不同').waitFor();
  await idle.getByRole('button', { name: '放回表单' }).click();
  expect(await idle.locator('[name="disclosure"]').inputValue()).toBe('我后写的一句话。');
});

test('a window that changed nothing leaves what another one keeps', async () => {
  const { page, context } = await write(2025);
  const other = await context.newPage();
  await other.goto('/staff/annual/2025/office');
  await other.locator('[name="disclosure"]').fill('另一个窗口写的。');
  await other.getByText('有 1 处改动还没有保存').waitFor();
  await page.goto('/staff');
  expect(await other.evaluate(() => localStorage.length)).toBe(1);
});

test('where the browser keeps nothing, leaving with something unsaved is asked about, saving is not', async () => {
  const { page, context } = await write(2025);
  await context.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto('/staff/annual/2025/office');
  const asked: string[] = [];
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  await page.locator('[name="disclosure"]').click();
  await page.keyboard.type('写了就走');
  await page.getByText('浏览器不让暂存').waitFor();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.waitForURL(/saved/);
  expect(asked).toEqual([]);
  await page.locator('[name="disclosure"]').click();
  await page.keyboard.type('，又写');
  await page.goto('/staff');
  expect(asked).toEqual(['beforeunload']);
});

test('on a phone neither labels nor the bar cover the cell one is in', async () => {
  const { page } = await write(2023, { viewport: { width: 360, height: 640 } });
  for (const id of ['np', 'l_com', 'l_oth', 'tot']) await cell(page, `B.r1.${id}`).fill('1');
  await page.locator('#d-B\\.r1\\.tot, .entry-bar').first().waitFor();
  const uncovered = () =>
    page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement;
      const { left, right, top, bottom } = field.getBoundingClientRect();
      return [left + 4, (left + right) / 2, right - 4].map(
        (x) => document.elementFromPoint(x, (top + bottom) / 2) === field,
      );
    });
  await cell(page, 'B.r1.tot').focus();
  for (const key of ['Home', 'ArrowRight', 'End', 'Control+End', 'ArrowUp', 'Control+Home', 'ArrowDown', 'ArrowDown']) {
    await page.keyboard.press(key);
    expect([key, await focused(page), await uncovered()]).toEqual([key, await focused(page), [true, true, true]]);
  }
  for (let n = 0; n < 12; n++) {
    await page.keyboard.press(n < 9 ? 'Tab' : 'Shift+Tab');
    expect([n, await uncovered()]).toEqual([n, [true, true, true]]);
  }
  const bar = await page.locator('.entry-bar').boundingBox();
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBe(640);
  expect(await sideways(page)).toBe(0);
});

test('a Word report shows what would change; what is chosen is filled in, undone, filled in again and saved', async () => {
  const { page, complaints } = await write(2024, { viewport: { width: 360, height: 640 } });
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
