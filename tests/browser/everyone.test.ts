// The citizen's pages for everyone: every look of every page by axe, by its sizes, and by what a browser tells a screen
// reader. What the accessibility statement claims is held here.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsFor } from '#core/text.ts';
import type { Embedded } from '#scripts/embedded.ts';
import { launch } from './chromium.ts';
import {
  axeFindings,
  citizenPaths as paths,
  pickUp,
  pressSubmit,
  publish,
  seeReceipt,
  storedAnswers,
  surveyOf,
  withSealedSample,
  words,
} from './phone.ts';
import { serve } from './served.ts';

const w = wordsFor('zh-CN').citizen.view;
/** What a style sheet can break shows on the home page, the form and one page of text. */
const lookedAt = ['/', '/s/t-look', '/accessibility'];
const looks: readonly (readonly [string, string, readonly string[], BrowserContextOptions])[] = [
  ['standard view', '', paths, {}],
  ['standard view in the dark', '', paths, { colorScheme: 'dark' }],
  ['standard view in forced colours', '', lookedAt, { forcedColors: 'active' }],
  ['standard view with reduced motion', '', lookedAt, { reducedMotion: 'reduce' }],
  ['standard view in English', 'lang=en', paths, {}],
  ['长辈版', 'view=elder', paths, {}],
  ['长辈版 in the dark', 'view=elder', lookedAt, { colorScheme: 'dark' }],
  ['长辈版 in forced colours', 'view=elder', lookedAt, { forcedColors: 'active' }],
  ['长辈版 in English, largest', 'view=elder&size=30&lang=en', lookedAt, {}],
];
let app: Embedded;
let browser: Browser;

beforeAll(async () => {
  app = await serve({ seed: withSealedSample(publish(['t-look', 't-keys', 't-elder-keys'])) });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

const everyPage = async (
  query: string,
  options: BrowserContextOptions,
  look: (page: Page, path: string) => unknown,
  among: readonly string[] = paths,
) => {
  const phone = await pickUp(browser, app.url, options);
  for (const path of among) {
    const page = await phone.open(`${path}?${query}`);
    await look(page, path);
    await page.close();
  }
  expect(phone.complaints).toEqual([]);
  await phone.context.close();
};

test.each(looks)('%s: axe finds nothing, and the page keeps its policy', (_, query, among, options) =>
  everyPage(query, options, async (page, path) => expect(await axeFindings(page), path).toEqual([]), among),
);

test('the steps of 长辈版 have no finding of axe', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-look?view=elder');
  for (const name of [w.begin, w.next, w.toEnd, words.submit]) {
    await page.getByRole('button', { name, exact: true }).tap();
    expect(await axeFindings(page), name).toEqual([]);
  }
});

describe('a screen of 320 px needs no sideways scroll', () => {
  const narrow = { viewport: { width: 320, height: 640 } };
  const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

  test.each(['lang=zh-CN', 'lang=en'])('with text at twice its size: %s', (query) =>
    everyPage(query, narrow, async (page, path) => {
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await wide(page), path).toBeLessThanOrEqual(320);
    }),
  );

  test.each(['view=elder&size=30', 'view=elder&size=30&lang=en'])('in the largest type: %s', (query) =>
    everyPage(query, narrow, async (page, path) => expect(await wide(page), path).toBeLessThanOrEqual(320)),
  );
});

/** What can be pressed and is smaller than so many pixels. A link within a sentence is text (WCAG 2.2, 2.5.8). */
const tooSmall = (page: Page, min: number, links: string) =>
  page.evaluate(
    ([pressed, smallest]) =>
      [...document.querySelectorAll<HTMLElement>(pressed)]
        .filter((element) => element.offsetParent)
        .map((element) => ({ box: element.getBoundingClientRect(), text: element.innerText }))
        .filter(({ box }) => Math.min(box.height, box.width) < smallest)
        .map(({ box, text }) => `${text} ${box.width} × ${box.height}`),
    [`label:not(.asked), button, summary, textarea, [type=text], ${links}`, min] as const,
  );

describe('what is pressed', () => {
  test('is at least 44 px in the standard view', () =>
    everyPage('', {}, async (page, path) =>
      expect(await tooSmall(page, 44, 'a.button, .masthead a, .masthead button'), path).toEqual([]),
    ));

  test.each(['view=elder&size=18', 'view=elder', 'view=elder&lang=en'])('is at least 60 px in 长辈版: %s', (query) =>
    everyPage(query, { javaScriptEnabled: false }, async (page, path) =>
      expect(await tooSmall(page, 60, 'a'), path).toEqual([]),
    ),
  );

  test('is at least 60 px on each step of 长辈版', async () => {
    const phone = await pickUp(browser, app.url);
    const page = await phone.open('/s/t-look?view=elder&size=18');
    for (const name of [w.begin, w.next, w.toEnd]) {
      await page.getByRole('button', { name, exact: true }).tap();
      expect(await tooSmall(page, 60, 'a'), name).toEqual([]);
    }
  });
});

/** Each visible text with its size, and the height of its line as a multiple of that. */
const letters = (page: Page) =>
  page.evaluate(() => {
    const found: { text: string; size: number; line: number }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? '';
      const element = walker.currentNode.parentElement as HTMLElement;
      if (!text || !element.offsetParent || /^(SCRIPT|NOSCRIPT)$/.test(element.tagName)) continue;
      let block = element;
      while (getComputedStyle(block).display === 'inline') block = block.parentElement as HTMLElement;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      found.push({ text, size, line: Number.parseFloat(getComputedStyle(block).lineHeight) / size });
    }
    return found;
  });

describe('text', () => {
  test.each([18, 30])('is nowhere smaller than %i px when that size of 长辈版 is chosen', (size) =>
    everyPage(`view=elder&size=${size}`, { javaScriptEnabled: false }, async (page, path) =>
      expect(
        (await letters(page)).filter((text) => text.size < size),
        path,
      ).toEqual([]),
    ),
  );

  test.each(['', 'view=elder'])('has lines at least 1.3 times as high as it is, and paragraphs apart: %s', (query) =>
    everyPage(query, { javaScriptEnabled: false }, async (page, path) => {
      expect(
        (await letters(page)).filter(({ line }) => !(line >= 1.3)),
        path,
      ).toEqual([]);
      const close = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('p + p, li + li')]
          .filter((after) => after.offsetParent && after.innerText && after.previousElementSibling)
          .map((after) => {
            const gap =
              after.getBoundingClientRect().top -
              (after.previousElementSibling as Element).getBoundingClientRect().bottom;
            return { text: after.innerText, apart: 1 + gap / Number.parseFloat(getComputedStyle(after).lineHeight) };
          })
          .filter(({ apart }) => apart < 1.3),
      );
      expect(query ? close : [], path).toEqual([]);
    }),
  );

  test('has its language: no Chinese on an English page that is not marked as such', () =>
    everyPage('lang=en', {}, async (page, path) => {
      const unmarked = await page.evaluate(() =>
        [...document.querySelectorAll('body *:not(script)')]
          .filter((element) =>
            [...element.childNodes].some(
              (node) => node.nodeType === 3 && /\p{Script=Han}/u.test(node.textContent ?? ''),
            ),
          )
          .filter((element) => !element.closest('[lang]')?.getAttribute('lang')?.startsWith('zh'))
          .map(({ textContent }) => textContent),
      );
      expect(unmarked, path).toEqual([]);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    }));
});

test('a screen reader is told each answer together with its question', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-look');
  await page.locator('#G08 label').last().tap();
  interface AxNode {
    nodeId: string;
    parentId?: string;
    role?: { value: string };
    name?: { value: string };
  }
  const session = await phone.context.newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const named = (role: RegExp, from: AxNode): string => {
    let node: AxNode | undefined = from;
    while (node && !role.test(node.role?.value ?? '')) node = byId.get(node.parentId ?? '');
    return node?.name?.value ?? '';
  };
  const heard = nodes
    .filter(({ role }) => /^(radio|checkbox)$/.test(role?.value ?? ''))
    .map((node) => [named(/^(radiogroup|group)$/, node), node.name?.value]);
  const survey = surveyOf('t-look');
  const expected = survey.questions.flatMap((question) => {
    const options =
      question.kind === 'rating' ? [...survey.scale.levels, ...(question.na ? [{ words: question.na }] : [])] : [];
    return [...options, ...('options' in question ? question.options : [])].map(({ words: option }) => [
      expect.stringContaining(question.words['zh-CN']),
      option['zh-CN'],
    ]);
  });
  expect(heard).toEqual(expected);
});

/** Where the focus is, and whether a ring of at least 2 px shows it: on the control itself or on the label drawn for it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    const drawn = element.matches('label > input') ? (element.nextElementSibling as Element) : element;
    const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
    return {
      name: element.name || element.textContent?.trim() || '',
      value: element.value,
      seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    };
  });

test('the whole survey is answered by keyboard, and the focus is always seen', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-keys');
  const visited: string[] = [];
  for (let i = 0; i < 120; i += 1) {
    await page.keyboard.press('Tab');
    const { name, seen } = await focused(page);
    expect(seen, name).toBe(true);
    visited.push(name);
    if (name === words.submit) break;
    if (name === 'G00') {
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
    }
    if (name === 'G12' && visited.filter((earlier) => earlier === 'G12').length <= 2)
      await page.keyboard.press('Space');
    if (name === 'G14') await page.keyboard.type('good');
  }
  const reachable = surveyOf('t-keys').questions.filter(({ when }) => !when);
  expect(reachable.map(({ code }) => code).filter((code) => !visited.includes(code))).toEqual([]);
  await page.keyboard.press('Enter');
  await seeReceipt(page);
  expect(await storedAnswers(app.d1, 't-keys')).toEqual([{ G00: 's4', G12: ['fiscal', 'farm'], G14: 'good' }]);
});

test('长辈版 is answered by keyboard, and the focus is always seen', async () => {
  const phone = await pickUp(browser, app.url);
  const page = await phone.open('/s/t-elder-keys?view=elder');
  const tabTo = async (wanted: string) => {
    for (let i = 0; i < 20; i += 1) {
      await page.keyboard.press('Tab');
      const { name, seen } = await focused(page);
      expect(seen, name).toBe(true);
      if (name === wanted) return;
    }
    throw new Error(`no ${wanted}`);
  };
  await tabTo(w.begin);
  await page.keyboard.press('Enter');
  await tabTo('G00');
  await page.keyboard.press('ArrowDown');
  await tabTo(w.next);
  await page.keyboard.press('Space');
  await tabTo('G01');
  await tabTo(w.toEnd);
  await page.keyboard.press('Enter');
  await tabTo(words.submit);
  await pressSubmit(page);
  await seeReceipt(page);
  expect(await storedAnswers(app.d1, 't-elder-keys')).toEqual([{ G00: 's4' }]);
});
