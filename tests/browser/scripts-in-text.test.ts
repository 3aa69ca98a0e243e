// Text is only text: what attackers write goes through the real door and is looked at wherever it is shown, by a browser
// that would run it. Each page is seen twice, under our content security policy, which must find nothing to forbid, and
// with the policy switched off, so that escaping alone is proved.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tidyText } from '#core/canonical.ts';
import { dayOf, yearOf } from '#core/period.ts';
import type { Embedded } from '#scripts/embedded.ts';
import { press } from '#tests/world/press.ts';
import { buildWorld, generalOf } from '#tests/world/world.ts';
import { addStaff } from '#worker/actions/add-staff.ts';
import { d1Database } from '#worker/d1.ts';
import { type Host, makeHost } from '#worker/host.ts';
import { readSettings } from '#worker/settings.ts';
import payloads from '../corpus/scripts-in-text.json' with { type: 'json' };
import { launch } from './chromium.ts';
import { pickUp, pressSubmit, words } from './phone.ts';
import { fillIn, json, meet } from './scene.ts';
import { serve } from './served.ts';

const admin = { name: '管理员', password: '会议室门口的那棵大银杏树' };
const year = yearOf(dayOf(Date.now()));
const survey = generalOf(year);
const atDesk: BrowserContextOptions = { isMobile: false, viewport: { width: 1280, height: 900 } };
const form = `/s/${survey.code}`;
let app: Embedded;
let browser: Browser;
let host: Host;
let receipt: string;

beforeAll(async () => {
  app = await serve({
    seed: async (d1) => {
      host = makeHost(d1Database(d1), readSettings({ SECRET: '0'.repeat(64) }));
      await buildWorld(host, year);
      await addStaff(host, 'command', { ...admin, role: 'admin', unit: null });
    },
  });
  browser = await launch();
  for (const text of payloads) receipt = await submit(text);
});
afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

/** As a phone sends it, through the door of everybody. Returns the receipt. */
async function submit(written: string): Promise<string> {
  const text = tidyText(written);
  const answers = { G00: 's4', G12: ['fiscal', 'other'], 'G12.other': text, G14: text };
  const { path, json: body } = press(host, { survey, answers });
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(app.url + path, { method: 'POST', headers, body });
  expect(reply.status, text).toBe(201);
  return ((await reply.json()) as { receipt: string }).receipt;
}

interface Watched {
  readonly page: Page;
  /** Opens the path and fails if anything ran or became part of the page. */
  visit(path: string): Promise<void>;
  readonly context: Awaited<ReturnType<typeof pickUp>>['context'];
  /** What ran, what the policy forbade, and what only markup could have made. */
  readonly findings: string[];
  check(): Promise<void>;
}

async function watch(options: BrowserContextOptions): Promise<Watched> {
  const { context, complaints: findings } = await pickUp(browser, app.url, options);
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
      console.error(`content security policy: ${violatedDirective} ${sample}`),
    );
  });
  const page = await context.newPage();
  page.on('dialog', async (dialog) => {
    findings.push(`${page.url()} dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  const check = async (): Promise<void> => {
    const made = await page.evaluate(() => [
      ...('__x' in window ? ['window.__x'] : []),
      ...[
        ...document.querySelectorAll(
          'iframe, object, embed, base, video, audio, template, math, form[id]:not([id=form]), [name=__x]',
        ),
      ].map(({ outerHTML }) => outerHTML),
      ...[...document.querySelectorAll('*')]
        .filter((element) => element.getAttributeNames().some((name) => name.startsWith('on')))
        .map(({ outerHTML }) => outerHTML),
      ...[...document.scripts].filter(({ src, type }) => !src && type !== 'application/json').map(({ text }) => text),
      ...[...document.links].map(({ protocol, href }) => (/^https?:/.test(protocol) ? '' : href)).filter(Boolean),
    ]);
    findings.push(...made.map((what) => `${page.url()} ${what}`));
  };
  const visit = async (path: string): Promise<void> => {
    await page.goto(path);
    await check();
  };
  return { page, context, findings, visit, check };
}

async function signIn({ page }: Watched): Promise<void> {
  await page.goto('/staff/sign-in?lang=zh-CN');
  await page.getByLabel('姓名').fill(admin.name);
  await page.getByLabel('密码').fill(admin.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL(/\/staff\?/);
}

test('the corpus is alive: put into a page as markup, most of it runs at once', async () => {
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(60);
  const page = await browser.newPage();
  await page.addInitScript(() => {
    window.alert = () => {
      Object.assign(window, { __x: 1 });
    };
  });
  await page.goto(`${app.url}/healthz`);
  await page.evaluate((texts) => {
    for (const text of texts) document.body.appendChild(document.createElement('iframe')).srcdoc = text;
  }, payloads);
  const ran = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('iframe')].filter(({ contentWindow }) => '__x' in (contentWindow ?? {})).length,
    );
  await expect.poll(ran, { timeout: 15_000 }).toBeGreaterThanOrEqual(45);
  await page.close();
});

describe.each([
  ['under our policy', {}],
  ['without any policy', { bypassCSP: true }],
] as const)('nothing runs %s', (_, options) => {
  test('at the staff’s desk, where every text is read as it was written', async () => {
    const desk = await watch({ ...atDesk, ...options });
    await signIn(desk);
    const read: (string | null)[] = [];
    await desk.visit(`/staff/comments?survey=${survey.code}&state=new&lang=zh-CN`);
    for (;;) {
      read.push(...(await desk.page.locator('.comment .words').allTextContents()));
      const next = desk.page.locator('main > p:last-child > a');
      if ((await next.count()) === 0) break;
      await desk.visit((await next.getAttribute('href')) ?? '');
    }
    expect(new Set(read)).toEqual(new Set(payloads.map(tidyText)));
    for (const path of [
      '/staff',
      '/staff/surveys',
      `/staff/results/${survey.code}`,
      `/staff/results/${survey.code}?unit=land`,
      `/staff/reports/${year}`,
      '/staff/people',
      '/staff/audit',
    ])
      await desk.visit(path);
    expect(desk.findings).toEqual([]);
    await desk.context.close();
  });

  test('in what a citizen wrote and sees again: the form, the draft, the waiting answer, the refusal', async () => {
    const phone = await watch(options);
    const trouble = await meet(phone.context, (route) =>
      route.fulfill(json(410, { ok: false, code: 'gone', message: payloads.join() })),
    );
    for (let from = 0; from < payloads.length; from += 9) {
      const text = payloads
        .slice(from, from + 9)
        .join('\n')
        .slice(0, 500);
      await phone.visit(form);
      await fillIn(phone.page, text);
      await phone.visit(form);
      expect(await phone.page.locator('[name="G14"]').inputValue(), 'restored').toBe(tidyText(text));
      await pressSubmit(phone.page);
      await phone.page.locator('#parcel h2', { hasText: words.refused }).filter({ visible: true }).waitFor();
      await phone.check();
      expect(await phone.page.locator('#parcel .letter').textContent()).toContain(tidyText(text));
    }
    trouble.lift();
    await phone.visit(`/receipts/${receipt}`);
    expect(phone.findings).toEqual([]);
    await phone.context.close();
  });

  test('in a script-less form that comes back with its mistakes', async () => {
    const phone = await watch(options);
    for (let from = 0; from < payloads.length; from += 9) {
      const text = payloads
        .slice(from, from + 9)
        .join('\n')
        .slice(0, 500);
      await phone.visit(form);
      await phone.page.evaluate((written) => {
        for (const box of document.querySelectorAll<HTMLInputElement>('textarea, [name="G12.other"]'))
          box.value = written;
        document.querySelector<HTMLFormElement>('#island-root form')?.submit();
      }, text);
      await phone.page.locator('#problems li').first().waitFor();
      await phone.check();
      expect(await phone.page.locator('[name="G14"]').inputValue()).toBe(text);
    }
    expect(phone.findings).toEqual([]);
    await phone.context.close();
  });

  test('in an address', async () => {
    const anyone = await watch(options);
    await signIn(anyone);
    for (const text of payloads.filter((_, i) => i % 16 === 0).map(encodeURIComponent))
      for (const path of [
        `/s/${text}`,
        `/i/${text}?ch=${text}`,
        `/receipts/${text}?lang=${text}`,
        `${form}?ch=${text}&unit=${text}`,
        `/staff/comments?survey=${text}&state=${text}&after=${text}`,
        `/staff/results/${survey.code}?unit=${text}&channel=${text}`,
        `/staff/reports/${text}`,
        `/staff/sign-in?next=${text}`,
      ])
        await anyone.visit(path);
    expect(anyone.findings).toEqual([]);
    await anyone.context.close();
  });
});

test('a comment that is released is text in the list of the released', async () => {
  const desk = await watch({ ...atDesk, bypassCSP: true });
  await signIn(desk);
  await desk.visit(`/staff/comments?survey=${survey.code}&state=new&lang=zh-CN`);
  const comment = desk.page.locator('.comment').first();
  const text = await comment.locator('.words').textContent();
  await comment.locator('[value=released]').click();
  await desk.check();
  await desk.visit(`/staff/comments?survey=${survey.code}&state=released&lang=zh-CN`);
  expect(await desk.page.locator('.comment .words').allTextContents()).toEqual([text]);
  expect(desk.findings).toEqual([]);
  await desk.context.close();
});

test('no file holds a text, and each is a download that no browser may take for a page', async () => {
  const desk = await watch(atDesk);
  await signIn(desk);
  for (const format of ['md', 'csv', 'json', 'docx', 'xlsx']) {
    const reply = await desk.page.request.get(`/staff/reports/${year}.${format}`);
    expect(reply.headers()).toMatchObject({ 'x-content-type-options': 'nosniff' });
    expect(reply.headers()['content-disposition']).toMatch(/^attachment/);
    expect(reply.headers()['content-type']).not.toMatch(/html|xml;|svg/);
    const body = (await reply.body()).toString();
    expect(body).not.toContain('__x');
  }
  await desk.context.close();
});
