// In other pages: below a portal's path through a real proxy of either kind, and in a frame only where configured.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Embedded } from '#scripts/embedded.ts';
import { addStaff } from '#worker/actions/add-staff.ts';
import { d1Database } from '#worker/d1.ts';
import { makeHost } from '#worker/host.ts';
import { readSettings } from '#worker/settings.ts';
import { launch } from './chromium.ts';
import { axeFindings, choose, pickUp, pressSubmit, publish, seeReceipt, storedAnswers } from './phone.ts';
import { openPortal, type Portal } from './portal.ts';
import { serve } from './served.ts';

const prefix = '/pingyi';
const password = '会议室门口的那棵大银杏树';
let keeping: Portal;
let stripping: Portal;
let app: Embedded;
let browser: Browser;

beforeAll(async () => {
  keeping = await openPortal({ prefix, takesPrefixOff: false });
  stripping = await openPortal({ prefix, takesPrefixOff: true });
  app = await serve({
    settings: {
      BASE_PATH: prefix,
      FRAME_ANCESTORS: `http://127.0.0.1:${keeping.port}`,
      CREST_COLOUR: '#8c1d18',
      CONTACT_ZH: '县政府信息公开办公室',
    },
    seed: async (d1) => {
      await publish(['t-keeping', 't-stripping', 't-framed'])(d1);
      const host = makeHost(d1Database(d1), readSettings({ SECRET: '0'.repeat(64) }));
      await addStaff(host, 'command', { name: '管理员', role: 'admin', unit: null, password });
    },
  });
  for (const portal of [keeping, stripping]) portal.standBefore(app.url);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
  await keeping?.close();
  await stripping?.close();
});

const doors = () =>
  [
    ['t-keeping', keeping],
    ['t-stripping', stripping],
  ] as const;

const originOf = (portal: Portal) => `http://127.0.0.1:${portal.port}`;

describe('below a portal’s path', () => {
  test.each(['with script', 'without script'])('an answer is given and has its receipt, %s', async (script) => {
    for (const [survey, portal] of doors()) {
      const phone = await pickUp(browser, originOf(portal), { javaScriptEnabled: script === 'with script' });
      const failed: string[] = [];
      phone.context.on('response', (reply) => reply.status() >= 400 && failed.push(reply.url()));
      const page = await phone.open(`${prefix}/`);
      await page.locator(`a[href*="/s/${survey}"]`).tap();
      await choose(page, 'G00', '满意');
      await pressSubmit(page);
      await seeReceipt(page);
      expect(new URL(page.url()).pathname).toMatch(/^\/pingyi\/receipts\/\w{8}$/);
      await page.locator('.masthead a').first().tap();
      await page.waitForURL(({ pathname }) => pathname === `${prefix}/`);
      expect(failed).toEqual([]);
      expect(phone.complaints).toEqual([]);
    }
    for (const [survey] of doors())
      expect(await storedAnswers(app.d1, survey)).toHaveLength(script === 'with script' ? 1 : 2);
  });

  test('staff sign in, stay signed in and sign out', async () => {
    for (const [, portal] of doors()) {
      const desk = await pickUp(browser, originOf(portal), {
        viewport: { width: 1280, height: 800 },
        isMobile: false,
        hasTouch: false,
      });
      const page = await desk.open(`${prefix}/staff/audit`);
      await page.getByLabel('姓名').fill('管理员');
      await page.getByLabel('密码').fill(password);
      await page.getByRole('button', { name: '登录' }).click();
      await page.waitForURL(({ pathname }) => pathname === `${prefix}/staff/audit`);
      await page.reload();
      expect(new URL(page.url()).pathname).toBe(`${prefix}/staff/audit`);
      await page.getByRole('button', { name: '退出' }).click();
      await page.waitForURL(({ pathname }) => pathname === `${prefix}/staff/sign-in`);
      expect(desk.complaints).toEqual([]);
    }
  });

  test.each(['light', 'dark'] as const)('the county’s colour can be read in the %s scheme', async (colorScheme) => {
    const phone = await pickUp(browser, originOf(keeping), { colorScheme });
    for (const path of ['/', '/s/t-keeping', '/nowhere']) {
      const page = await phone.open(prefix + path);
      expect(await axeFindings(page), path).toEqual([]);
      await page.close();
    }
    expect(phone.complaints).toEqual([]);
  });
});

describe('in a frame', () => {
  const framed = async (page: Page) => {
    const frame = page.frames()[1];
    if (!frame) throw new Error('the portal has no frame');
    return frame;
  };

  test('of a configured site, an answer is given and has its receipt', async () => {
    const phone = await pickUp(browser, originOf(keeping));
    const page = await phone.open(`/frame?of=${prefix}/s/t-framed`);
    const frame = await framed(page);
    await frame.locator('#G00 label', { hasText: /^满意$/ }).tap();
    await frame.getByRole('button', { name: '提交' }).tap();
    await frame.locator('.slip-number').waitFor();
    expect(await storedAnswers(app.d1, 't-framed')).toEqual([{ G00: 's4' }]);
    expect(phone.complaints).toEqual([]);
  });

  test.each([
    ['another site shows nothing', () => `http://localhost:${keeping.port}`, `${prefix}/s/t-framed`],
    ['a configured site shows no page of the staff', () => originOf(keeping), `${prefix}/staff/sign-in`],
  ])('%s', async (_, origin, path) => {
    const phone = await pickUp(browser, origin());
    const page = await phone.open(`/frame?of=${originOf(keeping)}${path}`);
    await expect.poll(async () => (await framed(page)).url()).toMatch(/^chrome-error:/);
    expect(phone.complaints.join()).toContain('frame-ancestors');
  });
});
