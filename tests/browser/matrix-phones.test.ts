// Never lost, never twice, whatever the phone, its network, its clock and its owner's hand do. Each scene ends on a page
// that must say 已收到 over exactly one row; on the way, the screen may not say more than the database knows.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsFor } from '#core/text.ts';
import type { Embedded } from '#scripts/embedded.ts';
import { launch } from './chromium.ts';
import { choose, type Phone, pressSubmit, publish, seeReceipt, seeState, words, write } from './phone.ts';
import { devtools, fillIn, meet, openScene, type Scene, seeAt } from './scene.ts';
import { serve } from './served.ts';

const inEnglish = wordsFor('en').citizen.form;
const inElder = wordsFor('zh-CN').citizen.view;
const yearMs = 365 * 86_400_000;
const withoutScript = { javaScriptEnabled: false } as const;
const slow3G = { offline: false, latency: 2_000, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** Presses with no network and waits until the phone says where the answer is. */
async function pressOffline(scene: Scene, phone: Phone): Promise<Page> {
  const page = await scene.answer(phone);
  await phone.context.setOffline(true);
  await pressSubmit(page);
  await page.getByText(words.waitingOffline).waitFor();
  await page.getByText(words.keptOnPhone).waitFor();
  await scene.tellsTheTruth(page);
  expect(await scene.arrived()).toEqual([]);
  return page;
}

/** The reply to the first post is lost after the server stored it. Not by `route`, which switches the cache off. */
async function loseAcknowledgement(page: Page): Promise<void> {
  let left = 1;
  const cdp = await devtools(page);
  cdp.on('Fetch.requestPaused', ({ requestId, request }) => {
    if (request.method === 'POST' && left-- > 0)
      void cdp.send('Fetch.failRequest', { requestId, errorReason: 'ConnectionReset' });
    else void cdp.send('Fetch.continueRequest', { requestId });
  });
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*/s/*', requestStage: 'Response' }] });
}

const blockStorage = ({ context }: Phone): Promise<unknown> =>
  context.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
  });

async function onPhoneThatKeepsNothing(scene: Scene, phone: Phone): Promise<Page> {
  const trouble = await meet(phone.context, (route) => route.abort());
  const page = await scene.answer(phone);
  await pressSubmit(page);
  await seeState(page, words.waiting);
  expect(await page.locator('#parcel').innerText()).toContain(words.keptInPage);
  await scene.tellsTheTruth(page);
  trouble.lift();
  return page;
}

async function withClock(scene: Scene, offMs: number): Promise<Page> {
  const phone = await scene.pickUp();
  await phone.context.clock.setSystemTime(Date.now() + offMs);
  const page = await pressOffline(scene, phone);
  // Set right while the answer waits, and the page is opened afresh.
  await phone.context.clock.setSystemTime(Date.now());
  await page.close();
  await phone.context.setOffline(false);
  return phone.open(scene.path);
}

/** Each returns the page that must end on the receipt. */
const scenes: Record<string, (scene: Scene) => Promise<Page>> = {
  'script off': async (scene) => {
    const page = await scene.answer(await scene.pickUp(withoutScript));
    await scene.tellsTheTruth(page);
    await pressSubmit(page);
    return page;
  },
  'script off, the acknowledgement lost, back and pressed again': async (scene) => {
    const page = await scene.answer(await scene.pickUp(withoutScript));
    await loseAcknowledgement(page);
    await pressSubmit(page);
    await seeAt(page, /^chrome-error:/);
    await page.waitForLoadState();
    await page.goBack();
    expect(await page.locator('[name="G14"]').inputValue()).toBe(scene.text);
    await pressSubmit(page);
    return page;
  },
  'script off, the acknowledgement lost, reloaded': async (scene) => {
    const page = await scene.answer(await scene.pickUp(withoutScript));
    await loseAcknowledgement(page);
    await pressSubmit(page);
    await seeAt(page, /^chrome-error:/);
    await page.waitForLoadState();
    await page.reload();
    return page;
  },
  'storage blocked': async (scene) => {
    const phone = await scene.pickUp();
    await blockStorage(phone);
    return onPhoneThatKeepsNothing(scene, phone);
  },
  'quota full': async (scene) => {
    const phone = await scene.pickUp();
    await phone.context.addInitScript(() => {
      const full = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      Storage.prototype.setItem = full;
      IDBObjectStore.prototype.put = full;
    });
    return onPhoneThatKeepsNothing(scene, phone);
  },
  'offline, then online': async (scene) => {
    const phone = await scene.pickUp();
    const page = await pressOffline(scene, phone);
    await phone.context.setOffline(false);
    return page;
  },
  'offline, the tab closed, then online': async (scene) => {
    const phone = await scene.pickUp();
    await (await pressOffline(scene, phone)).close();
    await phone.context.setOffline(false);
    return phone.open(scene.path);
  },
  'offline, the tab killed, then online': async (scene) => {
    const phone = await scene.pickUp();
    const page = await pressOffline(scene, phone);
    const crashed = page.waitForEvent('crash');
    void (await devtools(page)).send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
    await phone.context.setOffline(false);
    return phone.open(scene.path);
  },
  'a clock a year slow, then set right': (scene) => withClock(scene, -yearMs),
  'a clock a year fast, then set right': (scene) => withClock(scene, yearMs),
  'pressed before the script arrives': async (scene) => {
    const phone = await scene.pickUp();
    await phone.context.route('**/assets/survey.*.js', () => undefined);
    const page = await phone.context.newPage();
    await page.goto(scene.path, { waitUntil: 'commit' });
    await fillIn(page, scene.text);
    await pressSubmit(page);
    return page;
  },
  'slow 3G': async (scene) => {
    const phone = await scene.pickUp();
    const page = await scene.answer(phone);
    await (await devtools(page)).send('Network.emulateNetworkConditions', slow3G);
    await pressSubmit(page);
    await seeState(page, words.sending);
    await scene.tellsTheTruth(page);
    return page;
  },
  'pressed twice': async (scene) => {
    const page = await scene.answer(await scene.pickUp());
    await page.getByRole('button', { name: words.submit }).evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    return page;
  },
  'two tabs with the same answer': async (scene) => {
    const phone = await scene.pickUp();
    const [first, second] = [await phone.open(scene.path), await phone.open(scene.path)];
    for (const page of [first, second]) await fillIn(page, scene.text);
    await pressSubmit(first);
    await pressSubmit(second);
    expect(await seeReceipt(second)).toBe(await seeReceipt(first));
    return second;
  },
  'two tabs with different answers: the second is refused and stays readable': async (scene) => {
    const phone = await scene.pickUp();
    const [first, second] = [await phone.open(scene.path), await phone.open(scene.path)];
    await fillIn(first, scene.text);
    await fillIn(second, '后写的');
    await pressSubmit(first);
    await seeReceipt(first);
    await pressSubmit(second);
    await seeState(second, words.refused);
    expect(await second.locator('#parcel .letter').innerText()).toContain('后写的');
    const again = await phone.open(scene.path);
    expect(await again.locator('#elsewhere .letter').innerText()).toContain('后写的');
    await again.locator('#elsewhere').getByRole('button', { name: words.discard }).tap();
    await again.locator('#elsewhere').waitFor({ state: 'hidden' });
    return first;
  },
  'the language changed before the press': async (scene) => {
    const page = await scene.answer(await scene.pickUp());
    await page.getByRole('button', { name: 'English' }).tap();
    await page.locator('#restored').waitFor();
    expect(page.url(), 'the phone kept it: no post').not.toContain('turn');
    await scene.tellsTheTruth(page);
    await page.getByRole('button', { name: inEnglish.submit }).tap();
    return page;
  },
  'script off, the language changed before the press, and back': async (scene) => {
    const page = await scene.answer(await scene.pickUp(withoutScript));
    await page.getByRole('button', { name: 'English' }).tap();
    await page.getByRole('button', { name: '中文' }).tap();
    await page.getByRole('button', { name: words.submit }).waitFor();
    await scene.tellsTheTruth(page);
    await pressSubmit(page);
    return page;
  },
  'script off, sent by the Enter key from a line of text': async (scene) => {
    const page = await scene.answer(await scene.pickUp(withoutScript));
    await choose(page, 'G12', '其他');
    await write(page, 'G12.other', '水费');
    await page.locator('[name="G12.other"]').press('Enter');
    return page;
  },
  'storage blocked, the language changed before the press': async (scene) => {
    const phone = await scene.pickUp();
    await blockStorage(phone);
    const page = await scene.answer(phone);
    await page.getByRole('button', { name: 'English' }).tap();
    await page.getByRole('button', { name: inEnglish.submit }).waitFor();
    await scene.tellsTheTruth(page);
    await page.getByRole('button', { name: inEnglish.submit }).tap();
    return page;
  },
  'storage blocked, 长辈版 chosen while it waits': async (scene) => {
    const phone = await scene.pickUp();
    await blockStorage(phone);
    const trouble = await meet(phone.context, (route) =>
      route.request().url().includes('turn') ? route.continue() : route.abort(),
    );
    const page = await scene.answer(phone);
    await pressSubmit(page);
    await seeState(page, words.waiting);
    await page.getByRole('button', { name: inElder.elder }).tap();
    await page.getByRole('button', { name: inElder.begin }).waitFor();
    expect(await page.locator('[name="G14"]').inputValue()).toBe(scene.text);
    trouble.lift();
    await page.getByRole('button', { name: inElder.begin }).tap();
    await page.getByRole('button', { name: inElder.end }).tap();
    await pressSubmit(page);
    return page;
  },
  'the language changed while it waits': async (scene) => {
    const phone = await scene.pickUp();
    const trouble = await meet(phone.context, (route) => route.abort());
    const page = await scene.answer(phone);
    await pressSubmit(page);
    await seeState(page, words.waiting);
    await page.getByRole('button', { name: 'English' }).tap();
    await seeState(page, inEnglish.waiting);
    await scene.tellsTheTruth(page);
    trouble.lift();
    return page;
  },
};

const codeOf = (index: number): string => `t-scene-${index}`;
let app: Embedded;
let browser: Browser;
beforeAll(async () => {
  const codes = Object.keys(scenes).map((_, index) => codeOf(index));
  app = await serve({ seed: publish([...codes, 't-elsewhere']) });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

describe('one row, and 已收到 only over it:', () => {
  const rows = Object.entries(scenes).map(([name, play], index) => [name, play, codeOf(index)] as const);
  test.concurrent.each(rows)('%s', async (_, play, survey) => {
    const scene = openScene(browser, app, survey);
    const page = await play(scene);
    await seeReceipt(page);
    await scene.tellsTheTruth(page);
    expect(await scene.end()).toEqual([]);
  });
});

test('what waits is sent from any page of ours, also when its form is no longer served', async () => {
  const scene = openScene(browser, app, 't-elsewhere');
  const phone = await scene.pickUp();
  await (await pressOffline(scene, phone)).close();
  await phone.context.setOffline(false);
  const closed = await phone.open('/s/no-such-survey');
  await seeState(closed, words.received);
  await scene.tellsTheTruth(closed);
  const form = await phone.open(scene.path);
  expect(await form.locator('input:checked').count(), 'its draft went with it').toBe(0);
  expect(await scene.end()).toEqual([]);
});
