// Under a portal's path: whether its proxy leaves the prefix on a request or takes it off, every address we give out
// begins with it.
import { describe, expect, test } from 'vitest';
import { openDesk, password, signedInAs } from './desk.ts';
import { fieldsIn, formFields, postForm, sendAnswers } from './door.ts';

const base = '/pingyi';

/** Everything on a page that leads somewhere on this site. */
const addressesIn = (html: string): string[] =>
  [...html.matchAll(/(?:href|src|action)="([^"]*)"/g)]
    .map(([, address]) => address as string)
    .filter((address) => address.startsWith('/'));

describe.each([
  ['left on', base],
  ['taken off', ''],
])('with the prefix %s', (_, prefix) => {
  test('pages, forms, redirects, receipts and assets work, and lead to addresses below it', async () => {
    const desk = await openDesk({ basePath: base });
    const path = `${prefix}/s/${desk.survey.code}`;
    const html = await (await desk.app.request(path)).text();
    const form = fieldsIn(html);
    const stored = await postForm(desk, { ...formFields(form), G00: 's4' }, path);
    const location = stored.headers.get('location') as string;
    expect([stored.status, location]).toEqual([303, expect.stringMatching(/^\/pingyi\/receipts\/\w{8}\?/)]);
    const receipt = await desk.app.request(prefix + location.slice(base.length));
    expect(receipt.status).toBe(200);
    const front = await desk.app.request(`${prefix}/`);
    expect(front.status).toBe(200);
    const pages = [html, await receipt.text(), await front.text()];
    const addresses = pages.flatMap(addressesIn);
    expect(addresses.length).toBeGreaterThan(8);
    expect(addresses.filter((address) => !address.startsWith(`${base}/`))).toEqual([]);
    for (const address of new Set(addresses.filter((each) => each.includes('/assets/'))))
      expect((await desk.app.request(prefix + address.slice(base.length))).status).toBe(200);
    expect(html).toMatch(/"typing":"\/pingyi\/assets\/typing\./);
  });

  test('the phone is told where its receipt is', async () => {
    const desk = await openDesk({ basePath: base });
    const path = `${prefix}/s/${desk.survey.code}`;
    const form = fieldsIn(await (await desk.app.request(path)).text());
    const reply = await sendAnswers({ ...desk, app: below(desk.app, prefix) }, form, { G00: 's4' });
    expect(await reply.json()).toMatchObject({ page: expect.stringMatching(/^\/pingyi\/receipts\//) });
  });

  test('staff are led to the sign-in page and back', async () => {
    const desk = await openDesk({ basePath: base });
    const asked = await desk.app.request(`${prefix}/staff/audit?before=9`);
    expect(asked.headers.get('location')).toBe('/pingyi/staff/sign-in?next=%2Fstaff%2Faudit%3Fbefore%3D9&lang=zh-CN');
    const reply = await desk.app.request(`${prefix}/staff/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ name: desk.member('admin').name, password, next: '/staff/audit' }).toString(),
    });
    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/pingyi/staff/audit']);
    expect(reply.headers.getSetCookie().every((cookie) => /; Path=\/; /.test(cookie))).toBe(true);
    const admin = await signedInAs(desk, desk.member('admin'));
    const html = await (await admin.get(`${prefix}/staff`)).text();
    expect(addressesIn(html).filter((address) => !address.startsWith(`${base}/`))).toEqual([]);
  });
});

test('a path that only begins like the prefix is no page', async () => {
  const desk = await openDesk({ basePath: base });
  for (const path of ['/pingyix/', '/pingyi/pingyi/', '/pingyi//staff']) {
    const { status } = await desk.app.request(path);
    expect([path, status]).toEqual([path, 404]);
  }
});

const below = (app: { request: (path: string, init?: RequestInit) => unknown }, prefix: string) =>
  ({ request: (path: string, init?: RequestInit) => app.request(prefix + path, init) }) as never;
