// A scene of the never-lost matrix: one citizen, one survey of their own, one text, and something that goes wrong. At any
// moment of it the screen says 已收到 over exactly one row, or it says something else and the text can be read there.

import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import type { Embedded } from '#scripts/embedded.ts';
import { choose, type Phone, pickUp, storedAnswers, words, write } from './phone.ts';

export interface Scene {
  readonly survey: string;
  readonly path: string;
  readonly text: string;
  pickUp(options?: BrowserContextOptions): Promise<Phone>;
  /** Opens the form and answers it, with the scene's text if no other is given. */
  answer(phone: Phone, text?: string): Promise<Page>;
  /** The texts that arrived. */
  arrived(): Promise<unknown[]>;
  /** Fails where the screen and the database disagree. */
  tellsTheTruth(page: Page): Promise<void>;
  /** Closes the phones and returns what their browsers complained about. */
  end(): Promise<string[]>;
}

export function openScene(browser: Browser, app: Embedded, survey: string): Scene {
  const phones: Phone[] = [];
  const path = `/s/${survey}`;
  const text = `写给 ${survey} 的话`;
  const arrived = async () => (await storedAnswers(app.d1, survey)).map(({ G14 }) => G14);
  return {
    ...{ survey, path, text, arrived },
    async pickUp(options) {
      const phone = await pickUp(browser, app.url, options);
      phones.push(phone);
      return phone;
    },
    async answer(phone, own = text) {
      const page = await phone.open(path);
      await fillIn(page, own);
      return page;
    },
    async tellsTheTruth(page) {
      const received = await saysReceived(page);
      if (!received) expect(await textOn(page)).toContain(text);
      // 待发送 stays true over a row whose acknowledgement is still missing.
      expect((await arrived()).length).toBeLessThanOrEqual(1);
      if (received) expect(await arrived()).toEqual([text]);
    },
    async end() {
      for (const { context } of phones) await context.close();
      return phones.flatMap(({ complaints }) => complaints);
    },
  };
}

export async function fillIn(page: Page, text: string): Promise<void> {
  await choose(page, 'G00', '满意');
  await write(page, 'G14', text);
}

async function saysReceived(page: Page): Promise<boolean> {
  if (/\/receipts\//.test(page.url())) return true;
  return page.locator('.parcel h2', { hasText: words.received }).filter({ visible: true }).first().isVisible();
}

/** In the form, in the answer's panel, or among what earlier visits left. */
async function textOn(page: Page): Promise<string> {
  const letters = await page.locator('.parcel:visible .letter').allTextContents();
  const box = page.locator('[name="G14"]:visible');
  return [...letters, ...((await box.count()) > 0 ? [await box.inputValue()] : [])].join('\n');
}

export const devtools = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page);

/** Not waitForURL(): it rejects on an error page, and it waits for a load that a page from the cache never has. */
export const seeAt = (page: Page, url: RegExp): Promise<unknown> =>
  expect.poll(() => page.url(), { timeout: 15_000 }).toMatch(url);

export type Fault = (route: Route) => Promise<void>;

/** Every post meets the fault until it is lifted. */
export async function meet(context: BrowserContext, fault: Fault): Promise<{ lift(): void }> {
  let lifted = false;
  await context.route(/\/s\//, (route) =>
    route.request().method() === 'POST' && !lifted ? fault(route) : route.continue(),
  );
  return {
    lift() {
      lifted = true;
    },
  };
}

export const json = (status: number, body: object, headers: Record<string, string> = {}) => ({
  status,
  headers,
  contentType: 'application/json',
  body: JSON.stringify(body),
});
