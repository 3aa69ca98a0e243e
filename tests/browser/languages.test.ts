// A language that runs from right to left, added to a copy of the sources for this test alone (tests/world/mirrored.ts): it is
// offered beside the others, what must turn turns, and a survey from before it is asked in zh-CN.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Survey } from '#core/survey.ts';
import type { Embedded } from '#scripts/embedded.ts';
import { fell, grownTree, mirroredTag, mirroredWords } from '#tests/world/mirrored.ts';
import { d1Database } from '#worker/d1.ts';
import { sql } from '#worker/database.ts';
import { launch } from './chromium.ts';
import { axeFindings, pickUp, publish, seeReceipt, storedAnswers } from './phone.ts';
import { serve } from './served.ts';

const form = mirroredWords.citizen.form;
let app: Embedded;
let browser: Browser;

beforeAll(async () => {
  const tree = grownTree();
  const inTree = (...args: string[]) => execFileSync(process.execPath, args, { cwd: tree, encoding: 'utf8' });
  inTree('scripts/build.ts');
  const print = `import { generalSurvey } from '#core/model/general.ts'; import { townships } from '#tests/world/world.ts';
    console.log(JSON.stringify(generalSurvey('t-rtl', townships)))`;
  const survey = JSON.parse(inTree('--input-type=module', '-e', print)) as Survey;
  app = await serve({
    script: readFileSync(join(tree, 'dist/worker.js'), 'utf8'),
    seed: async (d1) => {
      await publish(['t-older', 't-rtl'])(d1);
      // Published by an instance that speaks the language; this process does not.
      await d1Database(d1).commit([
        sql`INSERT INTO survey_versions (survey, version, document, sha, published)
          VALUES ('t-rtl', 2, ${JSON.stringify({ ...survey, version: 2 })}, ${'0'.repeat(64)}, '2026-01-01')`,
        sql`UPDATE surveys SET version = 2 WHERE code = 't-rtl'`,
      ]);
    },
  });
  fell(tree);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

const left = async (page: Page, selector: string): Promise<number> =>
  (await page.locator(selector).first().boundingBox())?.x ?? Number.NaN;

const inLanguage = (path: string, more = '') => `${path}?lang=${mirroredTag}${more}`;

test.each([
  inLanguage('/'),
  inLanguage('/receipts'),
  inLanguage('/s/t-rtl'),
  inLanguage('/s/t-rtl', '&view=elder'),
  inLanguage('/', '&view=elder'),
])('%s runs from right to left and fits the screen', async (path) => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open(path);
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const name = await page.locator('.masthead a').first().boundingBox();
  expect((name?.x ?? 0) + (name?.width ?? 0), 'the name begins at the right edge').toBeGreaterThan(330);
  expect(await axeFindings(page)).toEqual([]);
  expect(phone.complaints).toEqual([]);
});

test('it is offered beside the others, and to a browser that asks for it', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/?lang=en');
  const offered = page.locator('.masthead [lang]');
  expect(await offered.evaluateAll((all) => all.map((link) => (link as HTMLElement).lang))).toEqual([
    'zh-CN',
    mirroredTag,
  ]);
  const asking = await pickUp(browser, app.url, { locale: 'ar' });
  expect(await (await asking.open('/')).locator('html').getAttribute('lang')).toBe(mirroredTag);
});

test('a survey that was published before is asked in zh-CN, below words of the language', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open(inLanguage('/s/t-older'));
  expect(await page.locator('#G00 .asked').innerText()).toContain('总的来说');
  expect(await page.getByRole('button', { name: form.submit }).count()).toBe(1);
});

test('numbers, marks and buttons of a question stand on the other side', async () => {
  const phone = await pickUp(browser, app.url);
  for (const [lang, mirrored] of [
    ['zh-CN', false],
    [mirroredTag, true],
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
  const page = await phone.open(inLanguage('/s/t-rtl'));
  await page.locator('#G00 input[value=s4]').check({ force: true });
  await page.locator('.masthead [lang=zh-CN]').tap();
  await page.locator('#restored').waitFor();
  expect(await page.locator('html').getAttribute('dir')).toBeNull();
  await page.locator(`.masthead [lang=${mirroredTag}]`).tap();
  await page.locator('#restored').waitFor();
  await page.getByRole('button', { name: form.submit }).tap();
  await seeReceipt(page);
  expect(await storedAnswers(app.d1, 't-rtl')).toEqual([{ G00: 's4' }]);
});
