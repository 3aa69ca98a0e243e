// Never lost, never twice: the acknowledgement that got lost, the double press, the lift without signal, the captive
// portal. After each there is one row, or the text is still there, and the screen says the truth.

import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Embedded } from '#scripts/embedded.ts';
import { launch } from './chromium.ts';
import { choose, pickUp, pressSubmit, publish, seeReceipt, seeState, storedAnswers, words, write } from './phone.ts';
import { serve } from './served.ts';

type Fault = (route: Route) => Promise<void>;
const json = (status: number, body: object, headers = {}) => ({
  status,
  headers,
  contentType: 'application/json',
  body: JSON.stringify(body),
});
const html = { contentType: 'text/html', body: '<html><body>请登录校园网</body></html>' };

/** What may happen to the first press; the second goes through. */
const faults: Record<string, Fault> = {
  'the acknowledgement is lost': async (route) => {
    await route.fetch();
    await route.abort();
  },
  'the connection breaks': (route) => route.abort(),
  'our server fails (500)': (route) => route.fulfill(json(500, { ok: false, code: 'bug', message: '我们出错了' })),
  'too many at once (429)': (route) =>
    route.fulfill(json(429, { ok: false, code: 'too-many', message: '请稍后' }, { 'retry-after': '1' })),
  'the database is slow (503)': (route) =>
    route.fulfill(json(503, { ok: false, code: 'busy', message: '系统正忙' }, { 'retry-after': '1' })),
  'a proxy answers (502)': (route) => route.fulfill({ ...html, status: 502 }),
  'a captive portal answers (200)': (route) => route.fulfill({ ...html, status: 200 }),
  'a captive portal answers (403)': (route) => route.fulfill({ ...html, status: 403 }),
  'somebody else is acknowledged': (route) =>
    route.fulfill(json(200, { ok: true, id: 'f'.repeat(32), sha: '0'.repeat(64), receipt: 'ABCDEFGH' })),
};
const codeOf = (index: number): string => `t-fault-${index}`;
const surveys = [
  ...Object.keys(faults).map((_, index) => codeOf(index)),
  ...[
    't-double',
    't-offline',
    't-closed-tab',
    't-home',
    't-same',
    't-other',
    't-gone',
    't-mend',
    't-blocked',
    't-full',
  ],
];

let app: Embedded;
let browser: Browser;
beforeAll(async () => {
  app = await serve({ seed: publish(surveys) });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

/** The first `times` posts meet the fault. */
async function meet(context: BrowserContext, fault: Fault, times = 1): Promise<void> {
  let left = times;
  await context.route(/\/s\//, (route) => {
    if (route.request().method() !== 'POST' || left-- <= 0) return route.continue();
    return fault(route);
  });
}

async function answer(page: Page, text: string): Promise<void> {
  await choose(page, 'G00', '满意');
  await write(page, 'G14', text);
}

const textsOf = async (survey: string) => (await storedAnswers(app.d1, survey)).map(({ G14 }) => G14);

describe('one row and a receipt, whatever happens to the first press:', () => {
  test.each(Object.entries(faults).map(([name, fault], index) => ({ name, fault, code: codeOf(index) })))(
    '$name',
    async ({ fault, code }) => {
      const phone = await pickUp(browser, app.url);
      await meet(phone.context, fault);
      const page = await phone.open(`/s/${code}`);
      await answer(page, '一份');
      await pressSubmit(page);
      await seeState(page, words.waiting);
      expect(await page.locator('#parcel').innerText()).toContain(words.keptOnPhone);
      await seeReceipt(page);
      expect(await textsOf(code)).toEqual(['一份']);
      expect(phone.complaints).toEqual([]);
    },
  );
});

test('two presses count once', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-double');
  await answer(page, '两下');
  await page.getByRole('button', { name: words.submit }).evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await seeReceipt(page);
  expect(await textsOf('t-double')).toEqual(['两下']);
});

test('offline it waits and says so; online it goes by itself', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-offline');
  await answer(page, '电梯里');
  await phone.context.setOffline(true);
  await pressSubmit(page);
  await page.getByText(words.waitingOffline).waitFor();
  expect(await textsOf('t-offline')).toEqual([]);
  await phone.context.setOffline(false);
  await seeReceipt(page);
  expect(await textsOf('t-offline')).toEqual(['电梯里']);
});

test('a page closed while waiting goes on when the form is opened again', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-closed-tab');
  await answer(page, '关掉再开');
  await phone.context.setOffline(true);
  await pressSubmit(page);
  await page.getByText(words.keptOnPhone).waitFor();
  await page.close();
  await phone.context.setOffline(false);
  await seeReceipt(await phone.open('/s/t-closed-tab'));
  expect(await textsOf('t-closed-tab')).toEqual(['关掉再开']);
});

test('what waits is sent from any page of ours, also when its form is no longer served', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-home');
  await answer(page, '从别的页面发');
  await phone.context.setOffline(true);
  await pressSubmit(page);
  await page.getByText(words.keptOnPhone).waitFor();
  await page.close();
  await phone.context.setOffline(false);
  const closed = await phone.open('/s/no-such-survey');
  await seeState(closed, words.received);
  expect(await textsOf('t-home')).toEqual(['从别的页面发']);
  const form = await phone.open('/s/t-home');
  expect(await form.locator('input:checked').count(), 'its draft went with it').toBe(0);
  expect(phone.complaints).toEqual([]);
});

test('two tabs of one form with the same answer are one answer', async () => {
  const phone = await pickUp(browser, app.url);
  const [first, second] = [await phone.open('/s/t-same'), await phone.open('/s/t-same')];
  for (const page of [first, second]) await answer(page, '同一份');
  await pressSubmit(first);
  await pressSubmit(second);
  expect(await seeReceipt(second)).toBe(await seeReceipt(first));
  expect(await textsOf('t-same')).toEqual(['同一份']);
});

test('two tabs with different answers: the first is stored, the second stays readable', async () => {
  const phone = await pickUp(browser, app.url);
  const [first, second] = [await phone.open('/s/t-other'), await phone.open('/s/t-other')];
  await answer(first, '先写的');
  await answer(second, '后写的');
  await pressSubmit(first);
  await seeReceipt(first);
  await pressSubmit(second);
  await seeState(second, words.refused);
  expect(await second.locator('#parcel .letter').innerText()).toContain('后写的');
  expect(await textsOf('t-other')).toEqual(['先写的']);
  const again = await phone.open('/s/t-other');
  expect(await again.locator('#elsewhere .letter').innerText()).toContain('后写的');
  await again.locator('#elsewhere').getByRole('button', { name: words.discard }).tap();
  await again.locator('#elsewhere').waitFor({ state: 'hidden' });
});

test('a final refusal keeps the text, on this page and the next', async () => {
  const phone = await pickUp(browser, app.url);
  const closed = json(410, { ok: false, code: 'gone', message: '评议已经结束' });
  await meet(phone.context, (route) => route.fulfill(closed), 9);
  const page = await phone.open('/s/t-gone');
  await answer(page, '来晚了');
  await pressSubmit(page);
  await seeState(page, words.refused);
  expect(await page.locator('#parcel').innerText()).toContain('评议已经结束');
  expect(await page.locator('#parcel .letter').innerText()).toContain('来晚了');
  await page.reload();
  expect(await page.locator('#elsewhere .letter').innerText()).toContain('来晚了');
});

test('what the server wants corrected comes back to the form, with everything in it', async () => {
  const phone = await pickUp(browser, app.url);
  const problems = [{ field: 'G14', code: 'bad-characters', message: '里面有无法保存的字符' }];
  await meet(phone.context, (route) =>
    route.fulfill(json(422, { ok: false, code: 'invalid', message: '改一下', problems })),
  );
  const page = await phone.open('/s/t-mend');
  await answer(page, '改之前');
  await pressSubmit(page);
  await page.locator('#G14-problem').waitFor();
  expect(await page.locator('[name="G14"]').inputValue()).toBe('改之前');
  expect(await page.locator('[name="G14"]').getAttribute('aria-invalid')).toBe('true');
  await write(page, 'G14', '改之后');
  await pressSubmit(page);
  await seeReceipt(page);
  expect(await textsOf('t-mend')).toEqual(['改之后']);
  const again = await phone.open('/s/t-mend');
  expect(await again.locator('.parcel:visible').count()).toBe(0);
});

describe('a phone that keeps nothing says so, and still sends:', () => {
  const breakStorage = {
    't-blocked': () => {
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
    },
    't-full': () => {
      const full = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      Storage.prototype.setItem = full;
      IDBObjectStore.prototype.put = full;
    },
  };
  test.each(['t-blocked', 't-full'] as const)('%s', async (code) => {
    const phone = await pickUp(browser, app.url);
    await phone.context.addInitScript(breakStorage[code]);
    await meet(phone.context, (route) => route.abort());
    const page = await phone.open(`/s/${code}`);
    await answer(page, '存不下');
    await pressSubmit(page);
    await seeState(page, words.waiting);
    expect(await page.locator('#parcel').innerText()).toContain(words.keptInPage);
    await seeReceipt(page);
    expect(await textsOf(code)).toEqual(['存不下']);
    expect(phone.complaints).toEqual([]);
  });
});
