// A citizen with a phone in front of the served app: opens forms, answers by the words on the screen, presses 提交. What
// the browser says about failed scripts and content security is collected, and the database tells what arrived.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { generalSurvey } from '#core/model/general.ts';
import { requestSurvey } from '#core/model/request.ts';
import { dayOf, yearOf } from '#core/period.ts';
import type { Survey } from '#core/survey.ts';
import { wordsFor } from '#core/text.ts';
import { sealedSample } from '#tests/world/summary.ts';
import { townships } from '#tests/world/world.ts';
import { type D1, d1Database } from '#worker/d1.ts';
import { sha256Hex } from '#worker/seals.ts';
import { issuing } from '#worker/store/invitations.ts';
import { sealing } from '#worker/store/sealed-summaries.ts';
import { publishing } from '#worker/store/surveys.ts';

export const words = wordsFor('zh-CN').citizen.form;

export const smallPhone: BrowserContextOptions = {
  viewport: { width: 360, height: 640 },
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
};

/** One open survey for each test, so that a count of rows is that test's own. */
export const publish =
  (codes: readonly string[], make: (code: string) => Survey = surveyOf) =>
  async (d1: D1): Promise<void> => {
    const year = yearOf(dayOf(Date.now()));
    const open = { opens: `${year}-01-01`, closes: `${year}-12-31`, graceDays: 7 };
    await d1Database(d1).commit(codes.flatMap((code) => publishing(make(code), open, open.opens)));
  };

/** One page of each kind; of surveys `t-look` and the sealed sample year. */
export const citizenPaths = [
  '/',
  '/s/t-look',
  '/receipts',
  '/receipts/ABCDEFGH',
  '/nowhere',
  '/remedies',
  '/accessibility',
  '/verify',
  '/results/general-2026',
];

/** The sealed sample year besides, with its results at /results/general-2026. */
export const withSealedSample =
  (seed: (d1: D1) => Promise<void>) =>
  async (d1: D1): Promise<void> => {
    await seed(d1);
    await d1Database(d1).commit([sealing(sealedSample(), 'command')]);
  };

/** A request evaluation with one invitation, for the reply to a request that was answered in March. */
export async function invite(d1: D1, token: string): Promise<void> {
  const year = yearOf(dayOf(Date.now()));
  const open = { opens: `${year}-01-01`, closes: `${year}-12-31`, graceDays: 7 };
  const invitation = { hash: sha256Hex(token), survey: 't-request', unit: 'education', outcome: 'r3_1' };
  await d1Database(d1).commit([
    ...publishing(requestSurvey('t-request'), open, open.opens),
    issuing({ ...invitation, month: `${year}-03`, tail: '0412', expires: open.closes }),
  ]);
}

export const surveyOf = (code: string): Survey => generalSurvey(code, townships);

export async function storedAnswers(d1: D1, survey: string): Promise<Record<string, unknown>[]> {
  const { results } = await d1.prepare('SELECT answers FROM responses WHERE survey = ?').bind(survey).all();
  return results.map((row) => JSON.parse((row as { answers: string }).answers) as Record<string, unknown>);
}

export interface Phone {
  readonly context: BrowserContext;
  /** What the browser complained about: errors of scripts and violations of the content security policy. */
  readonly complaints: string[];
  open(path: string): Promise<Page>;
}

export async function pickUp(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Phone> {
  const context = await browser.newContext({ ...smallPhone, ...options, baseURL: url });
  context.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  return {
    context,
    complaints,
    async open(path) {
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
  };
}

/** Touches the answer with this label in this question. */
export async function choose(page: Page, question: string, label: string): Promise<void> {
  await page.locator(`#${question} label`, { hasText: new RegExp(`^${label}$`) }).tap();
}

export const write = (page: Page, field: string, text: string): Promise<void> =>
  page.locator(`[name="${field}"]`).fill(text);

/** As long as even a quick person needs for a question or two: who is faster is taken for a robot, rightly here. */
export const takeTime = (page: Page): Promise<void> => page.waitForTimeout(3_000);

export const pressSubmit = (page: Page): Promise<void> => page.getByRole('button', { name: words.submit }).tap();

/** Waits for 待发送, 没有收到 …, whichever panel of an answer says it. */
export const seeState = (page: Page, state: string): Promise<void> =>
  page
    .locator('.parcel h2', { hasText: new RegExp(`^${state}$`) })
    .filter({ visible: true })
    .first()
    .waitFor();

/** Waits for the receipt page and returns the receipt on it. */
export async function seeReceipt(page: Page): Promise<string> {
  await page.waitForURL(/\/receipts\//, { timeout: 30_000 });
  return (await page.locator('.slip-number').innerText()).trim();
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong with the page as it stands, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  });
}
