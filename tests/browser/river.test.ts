// The whole river, once, with real parts: two phones answer (one with script, one without), one request is rated through
// the code on its printed sheet, staff see all three, and the year's Word document holds the numbers of the year's JSON.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf, yearOf } from '#core/period.ts';
import { type Report, reportSchema } from '#core/report.ts';
import { workerScript } from '#scripts/build.ts';
import type { Embedded } from '#scripts/embedded.ts';
import { readDocx } from '../worker/reading.ts';
import { type DemoSignIn, seedDemo } from '../world/seed.ts';
import { launch } from './chromium.ts';
import { choose, pickUp, pressSubmit, seeReceipt, takeTime, write } from './phone.ts';
import { serve } from './served.ts';

const year = yearOf(dayOf(Date.now()));
const general = `general-${year}`;
const settings = { SECRET: '0'.repeat(64) };
let app: Embedded;
let browser: Browser;
let officer: DemoSignIn;
let before: Report;

beforeAll(async () => {
  app = await serve({
    settings,
    script: await workerScript('tests/browser/later-worker.ts'),
    seed: async (d1) => {
      officer = (await seedDemo(d1, settings)).find(({ role }) => role === 'officer') as DemoSignIn;
    },
  });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

test('from a phone to the annual report', async () => {
  await setClock(nextJanuary());
  before = await summary(await signIn());
  await setClock(0);
  const today = await signIn();

  const phone = await pickUp(browser, app.url);
  const withScript = await phone.open(`/s/${general}`);
  await choose(withScript, 'G00', '非常不满意');
  await write(withScript, 'G14', '办事大厅的公开栏，半年没有换过了。电话13800138000');
  await takeTime(withScript);
  await pressSubmit(withScript);
  await seeReceipt(withScript);

  const plain = await pickUp(browser, app.url, { javaScriptEnabled: false });
  const withoutScript = await plain.open(`/s/${general}`);
  await choose(withoutScript, 'G00', '不满意');
  await takeTime(withoutScript);
  await pressSubmit(withoutScript);
  await seeReceipt(withoutScript);

  const code = await issueInvitation(today);
  const scanned = await phone.open(new URL(code).pathname + new URL(code).search);
  await choose(scanned, 'R00', '非常满意');
  await pressSubmit(scanned);
  await seeReceipt(scanned);

  // The figures of a year are all there when it is over.
  await setClock(nextJanuary());
  const desk = await signIn();
  await desk.goto(`${app.url}/staff/results/${general}?year=${year}`);
  const results = await desk.locator('main').innerText();
  const received = (of: Report, kind: string) => evaluation(of, kind).reconciliation.received;
  expect(results).toContain(`收到 ${received(before, 'general') + 2} 份`);
  expect(results, 'a comment in which a number was masked waits for a person').not.toContain('半年没有换过了');
  expect(results).not.toContain('13800138000');

  const after = await summary(desk);
  expect(received(after, 'general')).toBe(received(before, 'general') + 2);
  expect(received(after, 'request')).toBe(received(before, 'request') + 1);
  const level = (of: Report, kind: string, question: string, at: string) =>
    evaluation(of, kind)
      .questions.find(({ code }) => code === question)
      ?.cells.find(({ code }) => code === at)?.share?.n;
  for (const [kind, question, at] of [
    ['general', 'G00', 's1'],
    ['general', 'G00', 's2'],
    ['request', 'R00', 's5'],
  ] as const)
    expect(level(after, kind, question, at), `${question} ${at}`).toBe((level(before, kind, question, at) ?? 0) + 1);

  const document = readDocx(await download(desk, 'docx'));
  const rows = document.tables.flatMap(({ rows }) => rows).map((cells) => cells.join(' | '));
  for (const { questions, reconciliation } of after.evaluations) {
    expect(rows.some((row) => new RegExp(`\\b${reconciliation.received}\\b`).test(row))).toBe(true);
    for (const { words, cells, rating } of questions) {
      if (!rating) continue;
      const row = rows.find((text) => text.includes(words['zh-CN'])) ?? '';
      for (const { share } of cells) expect(row.split(' | '), words['zh-CN']).toContain(String(share?.n));
    }
  }
  expect(phone.complaints).toEqual([]);
});

const evaluation = (of: Report, kind: string) => {
  const found = of.evaluations.find(({ survey }) => survey === `${kind}-${year}`);
  if (!found) throw new Error(`no ${kind} evaluation in ${of.year}`);
  return found;
};

const nextJanuary = () => Date.parse(`${year + 1}-01-20T09:00:00+08:00`) - Date.now();

const setClock = (aheadMs: number) => fetch(`${app.url}/later/${aheadMs}`, { method: 'POST' });

async function signIn(): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(`${app.url}/staff/sign-in`);
  await page.locator('input[name=name]').fill(officer.name);
  await page.locator('input[name=password]').fill(officer.password);
  await page.locator('main button[type=submit]').click();
  await page.waitForURL(({ pathname }) => pathname === '/staff');
  return page;
}

async function issueInvitation(desk: Page): Promise<string> {
  await desk.goto(`${app.url}/staff/invitations`);
  await desk.locator('textarea').fill(`education,r3_1,${year}-01,8888`);
  await desk.locator('textarea').locator('xpath=ancestor::form').locator('button[type=submit]').click();
  const text = await desk.locator('main').innerText();
  const link = /http:\/\/[^\s]+\/i\/[0-9A-Z]{26}/.exec(text)?.[0];
  expect(link, 'the sheet shows the link once').toBeTruthy();
  expect(await desk.locator('main svg').count()).toBeGreaterThan(0);
  return `${link}?ch=qr`;
}

const download = async (desk: Page, format: string): Promise<Uint8Array> =>
  new Uint8Array(await (await desk.request.get(`${app.url}/staff/reports/${year}.${format}?lang=zh-CN`)).body());

const summary = async (desk: Page): Promise<Report> =>
  reportSchema.parse(JSON.parse(new TextDecoder().decode(await download(desk, 'json'))));
