// A language that runs from right to left, made from English for this test alone (mirrored-worker.ts): what must turn, turns.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsFor } from '#core/text.ts';
import type { Embedded } from '#scripts/embedded.ts';
import { mirroredSurvey, mirroredWords } from '#tests/world/mirrored.ts';
import { launch } from './chromium.ts';
import { axeFindings, pickUp, publish, seeReceipt, storedAnswers, surveyOf } from './phone.ts';
import { serve } from './served.ts';

const form = mirroredWords(wordsFor('en')).citizen.form;
let app: Embedded;
let browser: Browser;

beforeAll(async () => {
  app = await serve({
    seed: publish(['t-rtl'], (code) => mirroredSurvey(surveyOf(code))),
    entry: 'tests/browser/mirrored-worker.ts',
  });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

const left = async (page: Page, selector: string): Promise<number> =>
  (await page.locator(selector).first().boundingBox())?.x ?? Number.NaN;

test.each(['/?lang=en', '/s/t-rtl?lang=en', '/s/t-rtl?lang=en&view=elder', '/?lang=en&view=elder'])(
  '%s runs from right to left and fits the screen',
  async (path) => {
    const phone = await pickUp(browser, app.url);
    const page = await phone.open(path);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const name = await page.locator('.masthead a').first().boundingBox();
    expect((name?.x ?? 0) + (name?.width ?? 0), 'the name begins at the right edge').toBeGreaterThan(330);
    expect(await axeFindings(page)).toEqual([]);
    expect(phone.complaints).toEqual([]);
  },
);

test('numbers, marks and buttons of a question stand on the other side', async () => {
  const phone = await pickUp(browser, app.url);
  for (const [lang, mirrored] of [
    ['zh-CN', false],
    ['en', true],
  ] as const) {
    const page = await phone.open(`/s/t-rtl?lang=${lang}`);
    const number = await left(page, '#G01 .asked b');
    expect(number > 180, `the number of a question in ${lang}`).toBe(mirrored);
    await page.locator('#G01 label').first().tap();
    const clear = await left(page, '#G01 [data-press=clear]');
    expect(clear < (await left(page, '#G01 .under label')), `the button beside 不了解 in ${lang}`).toBe(mirrored);
    const marks = await page
      .locator('#G12 label span')
      .first()
      .evaluate((box) => {
        const { marginLeft, marginRight } = getComputedStyle(box, '::before');
        return Number.parseFloat(marginLeft) > Number.parseFloat(marginRight);
      });
    expect(marks, `the gap between mark and words in ${lang}`).toBe(mirrored);
    await page.close();
  }
});

test('it is answered like any other, and its draft is read in either language', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-rtl?lang=en');
  await page.locator('#G00 input[value=s4]').check({ force: true });
  await page.locator('.masthead a[hreflang=zh-CN]').tap();
  await page.locator('#restored').waitFor();
  expect(await page.locator('html').getAttribute('dir')).toBeNull();
  await page.locator('.masthead a[hreflang=en]').tap();
  await page.locator('#restored').waitFor();
  await page.getByRole('button', { name: form.submit }).tap();
  await seeReceipt(page);
  expect(await storedAnswers(app.d1, 't-rtl')).toEqual([{ G00: 's4' }]);
});
