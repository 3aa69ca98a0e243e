// Phones of 2017. The citizen's scripts hold no syntax newer than Chrome 61, the first engine that runs them at all, and
// need no library function it lacked; anything older ignores modules and keeps the plain form.

import { transform } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '#scripts/build.ts';
import type { Embedded } from '#scripts/embedded.ts';
import { launch } from './chromium.ts';
import { choose, pickUp, pressSubmit, publish, seeReceipt, storedAnswers, words, write } from './phone.ts';
import { serve } from './served.ts';

let app: Embedded;
let browser: Browser;
beforeAll(async () => {
  app = await serve({ seed: publish(['t-old', 't-older']) });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

test('there is nothing left in the scripts to lower for Chrome 61', async () => {
  const lowered = async (code: string, target: string) => (await transform(code, { target, format: 'esm' })).code;
  const built = await build();
  for (const name of ['survey.js', 'outbox.js']) {
    const code = built.get(name) ?? '';
    expect((await lowered(code, 'chrome61')) === (await lowered(code, 'esnext')), name).toBe(true);
  }
  const modern = 'const {a,...b}=c?.d??{};async function*e(){for await(const f of g)yield f**2}class h{#i=1}';
  expect(await lowered(modern, 'chrome61'), 'the comparison can fail').not.toBe(await lowered(modern, 'esnext'));
});

/** What came after Chrome 61, as far as it can be taken away: owner and names. */
const later: Readonly<Record<string, readonly string[]>> = {
  Object: ['hasOwn', 'fromEntries', 'groupBy'],
  'Array.prototype': [
    ...['at', 'flat', 'flatMap', 'findLast', 'findLastIndex'],
    ...['toReversed', 'toSorted', 'toSpliced', 'with'],
  ],
  'String.prototype': ['at', 'matchAll', 'replaceAll', 'trimStart', 'trimEnd', 'isWellFormed', 'toWellFormed'],
  Promise: ['allSettled', 'any', 'try', 'withResolvers'],
  'Promise.prototype': ['finally'],
  'Element.prototype': ['replaceChildren', 'checkVisibility', 'toggleAttribute', 'getHTML'],
  'HTMLFormElement.prototype': ['requestSubmit'],
  'Blob.prototype': ['text', 'arrayBuffer'],
  Intl: ['Segmenter', 'RelativeTimeFormat', 'ListFormat', 'PluralRules'],
  'Crypto.prototype': ['randomUUID'],
  window: [
    ...['structuredClone', 'queueMicrotask', 'AbortController', 'AbortSignal', 'BigInt', 'WeakRef'],
    ...['ResizeObserver', 'CompressionStream', 'navigation', 'scheduler', 'cookieStore'],
  ],
  'Navigator.prototype': ['locks', 'clipboard', 'userActivation', 'storage'],
};

test('an answer is given and received without any function that came later', async () => {
  const phone = await pickUp(browser, app.url);
  await phone.context.addInitScript((taken) => {
    for (const [path, names] of Object.entries(taken)) {
      const owner = path.split('.').reduce((at, name) => Reflect.get(at, name), window as object);
      for (const name of names) Reflect.deleteProperty(owner, name);
    }
  }, later);
  const page = await phone.open('/s/t-old');
  await page.locator('#strip', { hasText: '已答 0 题' }).waitFor();
  await choose(page, 'G00', '满意');
  for (const reason of ['更新慢', '其他']) await choose(page, 'G13', reason);
  await write(page, 'G13.other', '字小');
  await write(page, 'G14', '换行\n和😀');
  await page.locator('#strip', { hasText: '已答 3 题' }).waitFor();
  await pressSubmit(page);
  await seeReceipt(page);
  expect(await storedAnswers(app.d1, 't-old')).toEqual([
    { G00: 's4', G13: ['slow', 'other'], 'G13.other': '字小', G14: '换行\n和😀' },
  ]);
  expect(phone.complaints).toEqual([]);
});

test('every script of a citizen’s page is a module, which older engines leave alone, and the form needs none', async () => {
  const phone = await pickUp(browser, app.url);
  // What an engine without modules does with them: nothing.
  await phone.context.route('**/assets/*.js', (route) => route.abort());
  const page = await phone.open('/s/t-older');
  const kinds = await page.evaluate(() =>
    [...document.scripts].map(({ type, src }) => `${type} ${src ? 'file' : 'data'}`),
  );
  expect(kinds.sort()).toEqual(['application/json data', 'module file']);
  expect(await page.locator('#strip, #parcel, #elsewhere, #restored').filter({ visible: true }).count()).toBe(0);
  await choose(page, 'G00', '不满意');
  await page.getByRole('button', { name: words.submit }).tap();
  await seeReceipt(page);
  expect(await storedAnswers(app.d1, 't-older')).toEqual([{ G00: 's2' }]);
});
