// `npm run screenshots`: opens the demo county in a real Chromium and writes a picture of every page, on a phone and at a
// desk, to docs/screenshots; the survey also in the dark and on narrower and wider phones. Chinese text needs a Chinese font on
// the machine. Names given as arguments take only those; without any, pictures of pages that are no more go.

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { dayOf, yearOf } from '#core/period.ts';
import { launch } from '#tests/browser/chromium.ts';
import { type DemoSignIn, seedDemo } from '#tests/world/seed.ts';
import { requestOf } from '#tests/world/world.ts';
import { d1Database } from '#worker/d1.ts';
import { sha256Hex } from '#worker/seals.ts';
import { issuing } from '#worker/store/invitations.ts';
import { build } from './build.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

const folder = 'docs/screenshots';
const wanted = process.argv.slice(2);
const year = yearOf(dayOf(Date.now()));
const token = '0123456789ABCDEFGHJKMNPQRS';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly staff?: boolean;
  /** What to do on the page before the picture is taken. */
  readonly act?: (page: Page, screen: Screen) => Promise<unknown>;
  readonly script?: false;
  /** Where it is taken; a phone and a desk if nothing is said. */
  readonly on?: readonly Screen[];
}

/** Four handled requests; each screen has its own, because a case is invited once. */
const requests = (screen: string): string =>
  ['education,r3_1', 'health,r3_3_4', 'land,r3_4_1', 'baishui,r3_2']
    .map((row, i) => `${row},${year}-0${i + 3},${screen === 'phone' ? 7012 + i : 7112 + i}`)
    .join('\n');

const pictures: readonly Picture[] = [
  { name: 'home', path: '/' },
  { name: 'survey', path: `/s/general-${year}` },
  {
    name: 'survey-answering',
    path: `/s/general-${year}`,
    on: ['phone', 'dark', 'narrow', 'wide', 'desk'],
    act: async (page) => {
      for (const [field, code] of [
        ['G00', 's4'],
        ['G01', 's4'],
        ['G02', 's3'],
        ['G08', 'yes'],
      ] as const)
        await page.locator(`input[name="${field}"][value="${code}"]`).check({ force: true });
    },
  },
  {
    name: 'survey-problems',
    path: `/s/general-${year}`,
    script: false,
    on: ['phone'],
    act: (page) => page.locator('.finish button').click(),
  },
  { name: 'elder', path: `/s/general-${year}?view=elder` },
  {
    name: 'elder-question',
    path: `/s/general-${year}?view=elder`,
    act: async (page) => {
      await page.locator('[data-turn=next]').filter({ visible: true }).click();
      await page.locator('input[name="G00"][value="s4"]').check({ force: true });
    },
  },
  { name: 'remedies', path: '/remedies' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'request', path: `/i/${token}` },
  {
    name: 'receipt',
    path: `/s/general-${year}`,
    act: async (page) => {
      await page.locator('input[name="G00"][value="s4"]').check({ force: true });
      await page.locator('.finish button').click();
      await page.waitForURL(/\/receipts\//);
    },
  },
  { name: 'receipts', path: '/receipts?number=ABCD' },
  { name: 'published', path: `/results/general-${year - 1}` },
  { name: 'verify', path: '/verify' },
  { name: 'notice', path: '/s/none' },
  { name: 'sign-in', path: '/staff/sign-in' },
  { name: 'staff', path: '/staff', staff: true },
  { name: 'results', path: `/staff/results/general-${year}`, staff: true },
  { name: 'invitations', path: '/staff/invitations', staff: true },
  {
    name: 'invitations-issued',
    path: '/staff/invitations',
    staff: true,
    act: async (page, screen) => {
      await page.locator('textarea').fill(requests(screen));
      await page.locator('textarea').locator('xpath=ancestor::form').locator('button[type=submit]').click();
      await page.waitForLoadState();
    },
  },
  { name: 'comments', path: '/staff/comments', staff: true },
  { name: 'quarantine', path: `/staff/quarantine/general-${year}`, staff: true },
  { name: 'report', path: `/staff/reports/${year}`, staff: true },
  { name: 'tokens', path: '/staff/tokens', staff: true },
  { name: 'report-parts', path: `/staff/reports/${year - 1}/parts`, staff: true },
  { name: 'report-sealed', path: `/staff/reports/${year - 1}`, staff: true },
  { name: 'improvements', path: `/staff/improvements/general-${year - 1}`, staff: true },
  { name: 'annual', path: `/staff/annual/${year}/office`, staff: true },
  { name: 'annual-list', path: '/staff/annual', staff: true },
  {
    name: 'check',
    path: '/staff/check',
    staff: true,
    act: async (page) => {
      await page.locator('#pasted').fill(readFileSync('tests/golden/annual-draft.html', 'utf8'));
      await page.locator('#check button[type=submit]').click();
      await page.locator('#outcome-title').waitFor();
    },
  },
  { name: 'annual-county', path: `/staff/annual/${year}/county-aggregate`, staff: true },
  { name: 'annual-organs', path: `/staff/annual/${year}`, staff: true },
  { name: 'people', path: '/staff/people', staff: true },
  { name: 'audit', path: '/staff/audit', staff: true },
];

const phone = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1 } as const;
const screens = {
  phone,
  dark: { ...phone, colorScheme: 'dark' },
  narrow: { ...phone, viewport: { width: 320, height: 640 } },
  wide: { ...phone, viewport: { width: 390, height: 844 } },
  desk: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
} as const;
type Screen = keyof typeof screens;
/** Of a longer page the picture is its beginning: all of them travel with the sources. */
const heightMax = 1_600;

await build();
const stateDir = mkdtempSync(join(tmpdir(), 'pingyi-pictures-'));
const settings = { SECRET: '0'.repeat(64) };
const app = await openEmbedded({ stateDir, settings, serve: true });
const browser = await launch();
try {
  await migrate(app.d1);
  const [admin] = await seedDemo(app.d1, settings);
  const month = `${year}-03`;
  await d1Database(app.d1).commit([
    issuing({
      hash: sha256Hex(token),
      survey: requestOf(year).code,
      unit: 'education',
      outcome: 'r3_1',
      month,
      tail: '9412',
      expires: `${year}-12-31`,
    }),
  ]);
  if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const screen of Object.keys(screens) as Screen[]) await takeAll(browser, screen, admin as DemoSignIn);
  if (wanted.length === 0) await overview(browser);
} finally {
  await browser.close();
  await app.dispose();
  rmSync(stateDir, { recursive: true, force: true });
}

async function takeAll(from: Browser, screen: Screen, admin: DemoSignIn): Promise<void> {
  const open = (options = {}) => from.newContext({ ...screens[screen], locale: 'zh-CN', ...options });
  const contexts = { citizen: await open(), plain: await open({ javaScriptEnabled: false }), staff: await open() };
  await signIn(contexts.staff, admin);
  const taken = ({ name, on = ['phone', 'desk'] }: Picture): boolean =>
    on.includes(screen) && (wanted.length === 0 || wanted.includes(name));
  for (const picture of pictures.filter(taken)) {
    const context = picture.staff ? contexts.staff : picture.script === false ? contexts.plain : contexts.citizen;
    const page = await context.newPage();
    await page.goto(app.url + picture.path);
    await picture.act?.(page, screen);
    const { width } = screens[screen].viewport;
    const height = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), heightMax);
    await page.screenshot({
      path: `${folder}/${picture.name}-${screen}.png`,
      fullPage: true,
      clip: { x: 0, y: 0, width, height },
    });
    console.log(`${picture.name}-${screen}`);
    await page.close();
  }
  for (const context of Object.values(contexts)) await context.close();
}

async function signIn(context: BrowserContext, { name, password }: DemoSignIn): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${app.url}/staff/sign-in`);
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').last().click();
  await page.waitForURL(({ pathname }) => pathname === '/staff');
  await page.close();
}

/** The README's picture: the survey on a phone beside the results at a desk. */
async function overview(from: Browser): Promise<void> {
  const page = await from.newPage({ viewport: { width: 1200, height: 680 } });
  const data = (name: string) => `data:image/png;base64,${readFileSync(`${folder}/${name}.png`).toString('base64')}`;
  const frame = 'object-fit:cover;object-position:top;border:1px solid #c9cfd6;border-radius:10px;height:640px';
  await page.setContent(
    `<body style="margin:0;padding:20px;display:flex;gap:20px;background:#eef1f4">
      <img style="${frame};width:300px" src="${data('survey-answering-phone')}">
      <img style="${frame};width:838px" src="${data('results-desk')}"></body>`,
  );
  await page.screenshot({ path: `${folder}/overview.png` });
}
