// The staff's desk in a real browser: signing in, seeing an answer arrive, issuing and printing codes, with script and
// without; and every page looked over for accessibility, width and broken promises about foreign content.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Embedded } from '#scripts/embedded.ts';
import { halfFilled } from '#tests/world/annual.ts';
import { randomAnswers, seeded } from '#tests/world/answers.ts';
import { loadAnswers } from '#tests/world/load.ts';
import { press } from '#tests/world/press.ts';
import { buildWorld, generalOf, requestOf, staff } from '#tests/world/world.ts';
import { addStaff } from '#worker/actions/add-staff.ts';
import { saveAnnual } from '#worker/actions/save-annual.ts';
import { d1Database } from '#worker/d1.ts';
import { type Host, makeHost } from '#worker/host.ts';
import { readSettings } from '#worker/settings.ts';
import { launch } from './chromium.ts';
import { axeFindings, pickUp } from './phone.ts';
import { serve } from './served.ts';

const password = '会议室门口的那棵大银杏树';
const attack = `<img src=x onerror="document.title='hit'"><script>document.title='hit'</script>`;
let app: Embedded;
let browser: Browser;
let host: Host;
let year: number;

beforeAll(async () => {
  app = await serve({
    seed: async (d1) => {
      host = makeHost(d1Database(d1), readSettings({ SECRET: '0'.repeat(64) }));
      year = Number(host.today().slice(0, 4));
      await buildWorld(host, year);
      const random = seeded(7);
      const answers = Array.from({ length: 60 }, (_, i) => ({
        answers: { ...randomAnswers(generalOf(year), random, 0.6), ...(i < 2 ? { G14: attack } : {}) },
        day: host.today(),
        unit: i % 2 ? 'land' : 'health',
      }));
      await loadAnswers(host, generalOf(year), answers);
      const typed = { ...halfFilled, others: attack, 'C.rev.other': '<b>' };
      await saveAnnual(host, 'command', { year, scope: 'office' }, { base: 0, fields: typed });
      for (const { name, role, unit } of staff) await addStaff(host, 'command', { name, role, unit, password });
    },
  });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

const desk: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, isMobile: false, hasTouch: false };

async function sitDown(name: string, options: BrowserContextOptions = desk) {
  const phone = await pickUp(browser, app.url, options);
  const page = await phone.open('/staff');
  await fillIn(page, name, password);
  await page.waitForURL(/\/staff\?/);
  return { page, complaints: phone.complaints };
}

async function fillIn(page: Page, name: string, typed: string): Promise<void> {
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('密码').fill(typed);
  await page.getByRole('button', { name: '登录' }).click();
}

const list = (tails: readonly string[], month = `${year}-01`) =>
  tails.map((tail) => `县教育局,r3_1,${month},${tail}`).join('\n');

describe('signing in', () => {
  test('with a wrong password says so, keeps the name, and the right one leads to the page asked for', async () => {
    const phone = await pickUp(browser, app.url, desk);
    const page = await phone.open(`/staff/results/general-${year}`);
    await fillIn(page, '经办', '不是这个密码不是这个');
    expect(await page.getByRole('alert').innerText()).toContain('姓名或密码不对');
    expect(await page.getByLabel('姓名').inputValue()).toBe('经办');
    expect(await axeFindings(page)).toEqual([]);
    await fillIn(page, '经办', password);
    await page.waitForURL(new RegExp(`/staff/results/general-${year}`));
    expect(phone.complaints).toEqual([]);
  });

  test('out leaves nothing to go back to', async () => {
    const { page } = await sitDown('领导');
    await page.getByRole('button', { name: '退出' }).click();
    await page.waitForURL(/sign-in/);
    await page.goBack();
    await page.waitForURL(/sign-in/);
    expect(await page.locator('table').count()).toBe(0);
  });
});

describe('results', () => {
  test('show a comment that arrives without a reload, and no figure that tells of it', async () => {
    const { page, complaints } = await sitDown('经办');
    await page.goto(`/staff/results/general-${year}`);
    const figures = async () => (await page.locator('main .sum, main table').allInnerTexts()).join();
    const before = await figures();
    const answers = { G00: 's5', G14: '公开栏下雨看不清' };
    const { path, json } = press(host, { survey: generalOf(year), answers });
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(app.url + path, { method: 'POST', headers, body: json })).status).toBe(201);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByText('公开栏下雨看不清').waitFor();
    expect(await figures()).toBe(before);
    expect(complaints).toEqual([]);
  });

  test('lock themselves when the session has ended', async () => {
    const { page } = await sitDown('撰稿');
    await page.goto(`/staff/results/general-${year}`);
    await page.context().clearCookies();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForURL(/sign-in/);
  });
});

describe('invitations', () => {
  test('from a spreadsheet’s CSV become codes that print alone, eight to an A4 page, and open their form', async () => {
    const { page, complaints } = await sitDown('经办');
    await page.goto('/staff/invitations');
    const rows = list(Array.from({ length: 9 }, (_, i) => `100${i}`)).replace(/县教育局/g, 'education');
    // 单位 as Excel saves it in China: GB 18030.
    const name = Buffer.from([0xcf, 0xd8, 0xbd, 0xcc, 0xd3, 0xfd, 0xbe, 0xd6]);
    const buffer = Buffer.concat([name, Buffer.from(`,r3_2,${year}-01,2000\n${rows}`)]);
    await page.getByLabel('上传 CSV 文件').setInputFiles({ name: '办结.csv', mimeType: 'text/csv', buffer });
    await page.waitForFunction(() => document.querySelector('textarea')?.value.startsWith('县教育局'));
    await page.getByRole('button', { name: '生成评价码' }).click();
    await page.getByRole('heading', { name: '已生成 10 个评价码' }).waitFor();
    expect(await page.locator('.code-card svg').count()).toBe(10);
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);

    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('h1, nav, .masthead, #links').filter({ visible: true }).count()).toBe(0);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    await page.emulateMedia({ media: 'screen' });

    const link = await page.locator('#links tbody tr').first().locator('code').last().innerText();
    const citizen = await (await pickUp(browser, app.url)).open(`${link}?ch=qr`);
    expect(await citizen.locator('main').innerText()).toContain('2000');
    expect(complaints).toEqual([]);
  });

  test('without script: a list with a mistake comes back whole, and goes through when it is mended', async () => {
    const { page } = await sitDown('教育局经办', { ...desk, javaScriptEnabled: false });
    await page.goto('/staff/invitations');
    expect(await page.getByLabel('上传 CSV 文件').isVisible()).toBe(false);
    await page.getByLabel('办结清单').fill(list(['3001', 'x']));
    await page.getByRole('button', { name: '生成评价码' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('第 2 行 尾号');
    expect(await page.getByLabel('办结清单').inputValue()).toBe(list(['3001', 'x']));
    await page.getByLabel('办结清单').fill(list(['3001', '3002']));
    await page.getByRole('button', { name: '生成评价码' }).click();
    expect(await page.locator('h1').innerText()).toBe('已生成 2 个评价码');
  });
});

describe('every page', () => {
  const paths = () => [
    '/staff',
    '/staff/surveys',
    `/staff/results/general-${year}`,
    `/staff/results/general-${year}?unit=land`,
    `/staff/results/general-${year}?unit=finance&channel=paper`,
    `/staff/results/${requestOf(year).code}`,
    '/staff/invitations',
    `/staff/comments?survey=general-${year}`,
    '/staff/annual',
    '/staff/tokens',
    `/staff/reports/${year}/parts`,
    `/staff/quarantine/general-${year}`,
    `/staff/annual/${year}/office`,
    `/staff/annual/${year}/county-aggregate`,
    `/staff/reports/${year}`,
    `/staff/improvements/general-${year}`,
    '/staff/people',
    '/staff/password',
    '/staff/audit',
    '/staff/nowhere-at-all',
    '/staff/results/nowhere',
  ];
  const eyes: readonly [string, BrowserContextOptions][] = [
    ['at a desk', desk],
    ['at a desk in the dark', { ...desk, colorScheme: 'dark' }],
    ['on a small phone', { viewport: { width: 320, height: 640 } }],
    ['in English', { ...desk, locale: 'en-GB' }],
  ];

  test.each(eyes)('can be used and read %s', async (_, options) => {
    const phone = await pickUp(browser, app.url, options);
    const page = await phone.open('/staff/sign-in?lang=zh-CN');
    await fillIn(page, '管理员', password);
    await page.waitForURL(/\/staff\?/);
    const found: string[] = [];
    for (const path of paths()) {
      await page.goto(path);
      for (const finding of await axeFindings(page)) found.push(`${path} ${finding}`);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wider > 0) found.push(`${path} is ${wider} px wider than the screen`);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, select, input:not([type=hidden]), nav a')]
          // A tick is pressed on its words too.
          .filter((target) => !target.closest('.picks label'))
          .concat([...document.querySelectorAll('.picks label')])
          .filter((target) => target.getBoundingClientRect().height > 0 && target.getBoundingClientRect().height < 44)
          .map((target) => target.outerHTML.slice(0, 80)),
      );
      for (const target of small) found.push(`${path} lower than 44 px: ${target}`);
      if ((await page.title()) === 'hit') found.push(`${path} ran what somebody wrote`);
    }
    expect(found).toEqual([]);
    expect(phone.complaints).toEqual([]);
  });
});
