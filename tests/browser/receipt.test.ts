// After answering, in a real browser: keeping the receipt, taking the answer back, with script and without; and what is
// said while somebody writes personal data.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsFor } from '#core/text.ts';
import type { Embedded } from '#scripts/embedded.ts';
import { launch } from './chromium.ts';
import { axeFindings, choose, type Phone, pickUp, pressSubmit, publish, seeReceipt, write } from './phone.ts';
import { serve } from './served.ts';

const w = wordsFor('zh-CN').citizen.receipt;
const codePattern = /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/;
let app: Embedded;
let browser: Browser;

beforeAll(async () => {
  app = await serve({ seed: publish(['t-keep', 't-back', 't-plain-back', 't-types', 't-no-typing']) });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

async function answered(phone: Phone, survey: string): Promise<Page> {
  const page = await phone.open(`/s/${survey}`);
  await choose(page, 'G00', '满意');
  await pressSubmit(page);
  await seeReceipt(page);
  return page;
}

const withdrawn = async (survey: string): Promise<number> => {
  const { results } = await app.d1
    .prepare('SELECT 1 FROM withdrawals w JOIN responses r USING (slip, id) WHERE r.survey = ?')
    .bind(survey)
    .all();
  return results.length;
};

describe('a receipt', () => {
  test('can be copied and kept as a picture, neither of which holds the withdrawal code', async () => {
    const phone = await pickUp(browser, app.url, { permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await answered(phone, 't-keep');
    const number = await page.locator('.slip-number').innerText();
    const code = (await page.locator('#own-code b').textContent()) as string;
    expect(page.url(), 'the code has left the address').not.toContain('#');

    await page.getByRole('button', { name: w.copy, exact: true }).first().tap();
    await page.getByRole('button', { name: w.copied }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(number);
    expect(copied).toContain(`${app.url}/receipts/${number.replace('-', '')}`);
    expect(copied).not.toContain(code);

    await page.getByRole('button', { name: w.save }).tap();
    const picture = page.locator('#picture img');
    await picture.waitFor();
    const { width, height, dark } = await picture.evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const ink = canvas.getContext('2d') as CanvasRenderingContext2D;
      ink.drawImage(image, 0, 0);
      const { data } = ink.getImageData(0, 96, canvas.width, canvas.height - 96);
      const dark = data.filter((value, i) => i % 4 === 0 && value < 60).length;
      return { width: canvas.width, height: canvas.height, dark };
    });
    expect([width, height > 700, dark > 20_000], `${dark} dark pixels`).toEqual([720, true, true]);
    expect(await picture.getAttribute('alt')).not.toContain(code);
    expect(await page.locator('#picture a').getAttribute('download')).toBe(`${number}.png`);
    expect(await axeFindings(page)).toEqual([]);
    expect(phone.complaints).toEqual([]);
  });

  test('shows the code only to whoever sent the answer', async () => {
    const phone = await pickUp(browser, app.url);
    const page = await answered(phone, 't-keep');
    expect(await page.locator('#own-code b').textContent()).toMatch(codePattern);
    expect(await page.locator('#own-code').isVisible(), 'closed, so that no screenshot holds it').toBe(false);
    await page.reload();
    expect(await page.locator('#own-code b').textContent()).toMatch(codePattern);
    await page.locator('#withdrawal summary').tap();
    await write(page, 'code', 'AAAA');
    await page.getByRole('button', { name: w.withdrawNow }).tap();
    await page.locator('#code-problem').waitFor();
    expect(await page.locator('#own-code b').textContent(), 'also beside a mistake').toMatch(codePattern);
    expect(new URL(page.url()).pathname).toMatch(/\/withdrawal$/);
    const other = await (await pickUp(browser, app.url)).open(new URL(page.url()).pathname);
    await other.locator('#withdrawal summary').tap();
    expect(await other.locator('#own-code').isVisible()).toBe(false);
    expect(await other.locator('#code').inputValue()).toBe('');
  });

  test('without script has nothing to press that would do nothing', async () => {
    const phone = await pickUp(browser, app.url, { javaScriptEnabled: false });
    const page = await answered(phone, 't-keep');
    expect(await page.locator('main button').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('.qr').isVisible()).toBe(true);
  });
});

describe('taking an answer back', () => {
  test('is two presses on the phone that sent it', async () => {
    const phone = await pickUp(browser, app.url);
    const page = await answered(phone, 't-back');
    await page.locator('#withdrawal summary').tap();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: w.withdrawNow }).tap();
    await page.getByRole('heading', { name: w.withdrawn }).waitFor();
    expect(await withdrawn('t-back')).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    expect(phone.complaints).toEqual([]);
  });

  test('works without script with the code from the address; a wrong one says so at its field', async () => {
    const phone = await pickUp(browser, app.url, { javaScriptEnabled: false });
    const page = await answered(phone, 't-plain-back');
    const code = decodeURIComponent(new URL(page.url()).hash.slice(1));
    expect(code).toMatch(codePattern);
    await page.locator('#withdrawal summary').tap();
    expect(await page.locator('#withdrawal').innerText()).toContain(w.withdrawAddress);
    await write(page, 'code', 'AAAA-BBBB');
    await page.getByRole('button', { name: w.withdrawNow }).tap();
    await page.locator('#code-problem').waitFor();
    expect(await page.locator('#code').inputValue()).toBe('AAAA-BBBB');
    expect(await page.locator('#code-problem').evaluate((line) => line.getBoundingClientRect().top)).toBeLessThan(640);
    expect(await withdrawn('t-plain-back')).toBe(0);
    await write(page, 'code', code.toLowerCase().replaceAll('-', ''));
    await page.getByRole('button', { name: w.withdrawNow }).tap();
    await page.getByRole('heading', { name: w.withdrawn }).waitFor();
    expect(await withdrawn('t-plain-back')).toBe(1);
  });
});

describe('while somebody writes', () => {
  const remark = (page: Page) => page.locator('#G14 ~ [role=status]');

  test('personal data is pointed out in words, also in full width and with gaps, and nothing is stopped', async () => {
    const phone = await pickUp(browser, app.url);
    const asked: string[] = [];
    phone.context.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const page = await phone.open('/s/t-types');
    await choose(page, 'G00', '满意');
    const fetched = () => asked.filter((path) => path.includes('/typing.'));
    expect(fetched(), 'whoever only ticks never fetches it').toEqual([]);
    for (const [text, kind] of [
      ['我的电话１３８　００１３　８０００', '手机号'],
      ['身份证 110105 19491231 002X', '身份证号'],
      ['卡号４１１１－１１１１－１１１１－１１１１', '银行卡号'],
      ['写信给 a.b@example.com', '邮箱'],
      ['车牌 云A·12345', '车牌号'],
    ] as const) {
      await write(page, 'G14', text);
      await remark(page).filter({ hasText: kind }).waitFor();
    }
    expect(await remark(page).getAttribute('role')).toBe('status');
    await write(page, 'G14', '公开栏半年没换了，2026-0412 号申请。');
    await page.waitForFunction(() => document.querySelector('#G14 ~ [role=status]')?.textContent === '');
    await write(page, 'G14', '打13800138000');
    await remark(page).filter({ hasText: '〔手机号〕' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await pressSubmit(page);
    await seeReceipt(page);
    expect(fetched()).toHaveLength(1);
    expect(phone.complaints).toEqual([]);
  });

  test('a script that does not come is not missed', async () => {
    const phone = await pickUp(browser, app.url);
    await phone.context.route('**/assets/typing.*', (route) => route.abort());
    const page = await phone.open('/s/t-no-typing');
    await write(page, 'G14', '打13800138000');
    await choose(page, 'G00', '满意');
    await pressSubmit(page);
    await seeReceipt(page);
    expect(phone.complaints).toEqual([]);
  });
});
