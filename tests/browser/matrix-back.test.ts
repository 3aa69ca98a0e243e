// Never lost, never twice, when the page comes out of the back/forward cache of a real Chromium, as it was left: what it
// says may have become untrue meanwhile.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Embedded } from '#scripts/embedded.ts';
import { launch } from './chromium.ts';
import { pressSubmit, publish, seeReceipt, seeState, words } from './phone.ts';
import { devtools, openScene, seeAt } from './scene.ts';
import { serve } from './served.ts';

let app: Embedded;
let browser: Browser;
beforeAll(async () => {
  app = await serve({ seed: publish(['t-left', 't-delivered']) });
  browser = await launch({ backForwardCache: true });
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

/** Leaves for the home page; the returned function goes back and makes sure that the very same page is shown. */
async function leave(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => sessionStorage.setItem('shown', persisted ? 'again' : 'anew')),
  );
  await page.locator('.masthead a').first().tap();
  await page.waitForURL(/\/\?lang=/);
  return async () => {
    await page.evaluate(() => history.back());
    await seeAt(page, /\/(s|receipts)\//);
    await page.waitForFunction(() => sessionStorage.getItem('shown') === 'again');
  };
}

test('a form that was left comes back as it was, and is one row', async () => {
  const scene = openScene(browser, app, 't-left');
  const page = await scene.answer(await scene.pickUp());
  const back = await leave(page);
  await back();
  await scene.tellsTheTruth(page);
  await pressSubmit(page);
  await seeReceipt(page);
  await scene.tellsTheTruth(page);
  expect(await scene.end()).toEqual([]);
});

test('待发送 that was delivered meanwhile becomes the receipt', async () => {
  const scene = openScene(browser, app, 't-delivered');
  const phone = await scene.pickUp();
  const page = await scene.answer(phone);
  const cdp = await devtools(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setBlockedURLs', { urls: ['*/s/*'] });
  await pressSubmit(page);
  await seeState(page, words.waiting);
  await scene.tellsTheTruth(page);
  await cdp.send('Network.setBlockedURLs', { urls: [] });
  const back = await leave(page);
  await seeState(page, words.received);
  await back();
  await seeReceipt(page);
  await scene.tellsTheTruth(page);
  expect(await scene.end()).toEqual([]);
});
