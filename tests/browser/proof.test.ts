// Under load, on a real phone page: the proof of work is done while the person reads, and nobody waits for it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trapField } from '#core/submission.ts';
import type { Embedded } from '#scripts/embedded.ts';
import { launch } from './chromium.ts';
import { axeFindings, choose, pickUp, pressSubmit, publish, seeReceipt, takeTime } from './phone.ts';
import { serve } from './served.ts';

const surveys = ['t-solved', 't-hasty', 't-draft', 't-robot'];
let app: Embedded;
let browser: Browser;

beforeAll(async () => {
  app = await serve({ seed: publish(surveys) });
  browser = await launch();
  for (let i = 0; i < 40; i += 1) await (await fetch(`${app.url}/s/t-solved`)).text();
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

const ticketParts = (page: Page) =>
  page.locator('[name=ticket]').evaluate((field) => (field as HTMLInputElement).value.split('.').length);
const untilSolved = (page: Page) =>
  page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name=ticket]')?.value.split('.').length === 4);
const labels = async (survey: string) => {
  const { results } = await app.d1.prepare('SELECT quarantine FROM responses WHERE survey = ?').bind(survey).all();
  return (results as { quarantine: number }[]).map(({ quarantine }) => quarantine);
};
const sentTickets = (page: Page): string[] => {
  const tickets: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') tickets.push((request.postDataJSON() as { ticket: string }).ticket);
  });
  return tickets;
};

test('the challenge is solved while the person reads, and the answer brings the solution', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-solved');
  const tickets = sentTickets(page);
  await untilSolved(page);
  await choose(page, 'G00', '满意');
  await takeTime(page);
  await pressSubmit(page);
  await seeReceipt(page);
  expect(tickets.map((ticket) => ticket.split('.').length)).toEqual([4]);
  expect(await labels('t-solved')).toEqual([0]);
  expect(phone.complaints).toEqual([]);
});

test('pressed before it is solved, or where its script never comes, the answer goes without', async () => {
  const phone = await pickUp(browser, app.url);
  await phone.context.route('**/assets/proof.*', (route) => route.abort());
  const page = await phone.open('/s/t-hasty');
  await choose(page, 'G00', '不满意');
  expect(await ticketParts(page)).toBe(3);
  await takeTime(page);
  await pressSubmit(page);
  await seeReceipt(page);
  expect(await labels('t-hasty')).toEqual([0]);
});

test('a draft brings its own ticket, whose challenge is solved in its place', async () => {
  const phone = await pickUp(browser, app.url);
  const first = await phone.open('/s/t-draft');
  await choose(first, 'G00', '满意');
  const id = await first.locator('[name=id]').inputValue();
  await first.close();
  const page = await phone.open('/s/t-draft');
  const tickets = sentTickets(page);
  await untilSolved(page);
  expect(await page.locator('[name=id]').inputValue()).toBe(id);
  await takeTime(page);
  await pressSubmit(page);
  await seeReceipt(page);
  expect(tickets.map((ticket) => ticket.split('.').length)).toEqual([4]);
  expect(await labels('t-draft')).toEqual([0]);
});

test('the trap is out of sight, out of reach of the keyboard and of a screen reader; a robot that fills it is labelled', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-robot');
  const trap = page.locator(`[name=${trapField}]`);
  const box = await trap.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(0);
  expect(await page.getByRole('textbox', { includeHidden: false }).count(), 'the comment').toBe(1);
  expect(await axeFindings(page)).toEqual([]);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  expect((await trap.boundingBox())?.y).toBeLessThan(0);
  await choose(page, 'G00', '非常满意');
  await trap.evaluate((field) => {
    (field as HTMLInputElement).value = 'http://cheap.example/';
  });
  await takeTime(page);
  await pressSubmit(page);
  await seeReceipt(page);
  expect(await labels('t-robot')).toEqual([1]);
});
