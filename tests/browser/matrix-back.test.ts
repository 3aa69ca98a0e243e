// Never lost, never twice, when one goes back. A page out of the back/forward cache is as it was left, and what it says may have
// become untrue meanwhile. The browser that npm brings has no such cache and loads the page anew: the same must hold there, and
// the last test shows to every browser what the cache would do.

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
  app = await serve({ seed: publish(['t-left', 't-delivered', 't-frozen']) });
  browser = await launch({ backForwardCache: true });
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

/**
 * Leaves for the home page; the returned function goes back, to the very same page unless the browser keeps none at all: that
 * our page was unfit to be kept is no excuse.
 */
async function leave(page: Page): Promise<() => Promise<void>> {
  const cdp = await devtools(page);
  const excuses: string[] = [];
  cdp.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) =>
    excuses.push(...notRestoredExplanations.map(({ reason }) => reason)),
  );
  await cdp.send('Page.enable');
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => sessionStorage.setItem('shown', persisted ? 'again' : 'anew')),
  );
  await page.locator('.masthead a').first().tap();
  await page.waitForURL(/\/\?lang=/);
  return async () => {
    await page.evaluate(() => history.back());
    await seeAt(page, /\/(s|receipts)\//);
    // A page that comes back may lead on to the receipt while it is asked.
    const shown = () => page.evaluate(() => sessionStorage.getItem('shown')).catch(() => null);
    const hasNoCache = () => excuses.includes('BackForwardCacheDisabledForDelegate');
    await expect.poll(async () => hasNoCache() || (await shown()) === 'again').toBe(true);
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

test('a form shown again as it was left becomes the receipt, when its answer was delivered from elsewhere', async () => {
  const scene = openScene(browser, app, 't-frozen');
  const phone = await scene.pickUp();
  const left = await scene.answer(phone);
  const other = await phone.open(scene.path);
  await other.locator('#restored').waitFor();
  await pressSubmit(other);
  await seeReceipt(other);
  expect(await left.locator('[name="G14"]').inputValue(), 'as it was left').toBe(scene.text);
  await left.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await seeReceipt(left);
  await scene.tellsTheTruth(left);
  expect(await scene.end()).toEqual([]);
});
