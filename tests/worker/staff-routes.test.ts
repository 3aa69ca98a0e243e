// Every route there is, called by everybody there is. A new route fails here until somebody has said who may use it.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Capability, type Role, roles } from '#core/capability.ts';
import { may } from '#core/staff.ts';
import { sql } from '#worker/database.ts';
import { type Browser, browserWith, type Desk, openDesk, signedInAs } from './desk.ts';

const open = [
  'GET /',
  'GET /s/:survey',
  'POST /s/:survey',
  'GET /i/:token',
  'POST /i/:token',
  'GET /receipts',
  'GET /receipts/:code',
  'GET /receipts/:code/withdrawal',
  'POST /receipts/:code/withdrawal',
  'GET /results/:survey',
  'GET /results/:survey/:file',
  'GET /verify',
  'POST /verify',
  'GET /remedies',
  'GET /accessibility',
  'GET /healthz',
  'GET /assets/:file',
  'GET /api/v1/schemas/summary-1.json',
  'GET /api/v1/openapi.json',
  // These ask for a token of their own (tests/api.test.ts).
  'GET /api/v1/results/:survey',
  'GET /api/v1/reports/:file',
  'POST /api/v1/invitations',
  'GET /staff/sign-in',
  'POST /staff/sign-in',
];

/** What each needs; null: whoever is signed in. */
const guarded: Readonly<Record<string, Capability | null>> = {
  'GET /staff': 'results.read',
  'GET /staff/surveys': 'results.read',
  'GET /staff/results/:survey': 'results.read',
  'GET /staff/invitations': 'invitations.issue',
  'POST /staff/invitations': 'invitations.issue',
  'GET /staff/comments': 'comments.moderate',
  'POST /staff/comments': 'comments.moderate',
  'GET /staff/quarantine/:survey': 'quarantine.decide',
  'POST /staff/quarantine/:survey': 'quarantine.decide',
  'GET /staff/people': 'staff.manage',
  'POST /staff/people': 'staff.manage',
  'POST /staff/people/:id/password': 'staff.manage',
  'POST /staff/people/:id/role': 'staff.manage',
  'POST /staff/people/:id/disabling': 'staff.manage',
  'POST /staff/people/:id/enabling': 'staff.manage',
  'GET /staff/tokens': 'tokens.manage',
  'POST /staff/tokens': 'tokens.manage',
  'POST /staff/tokens/:id/revocation': 'tokens.manage',
  'GET /staff/audit': 'audit.read',
  'GET /staff/reports': 'reports.read',
  'GET /staff/reports/:year': 'reports.read',
  'GET /staff/reports/:file': 'reports.read',
  'GET /staff/reports/:year/parts': 'reports.read',
  'POST /staff/reports/:year/parts': 'reports.write',
  'POST /staff/reports/:year/parts/expected': 'reports.write',
  'GET /staff/reports/:year/parts/:file': 'reports.read',
  'POST /staff/reports/:year/check': 'reports.write',
  'POST /staff/reports/:year/sending-back': 'reports.write',
  'POST /staff/reports/:year/sealing': 'reports.write',
  'POST /staff/reports/:year/nothing-to-report': 'reports.write',
  'POST /staff/reports/:year/corrections': 'reports.write',
  'GET /staff/check': 'reports.read',
  'GET /staff/annual': 'reports.read',
  'GET /staff/annual/:year': 'reports.read',
  'GET /staff/annual/:year/:scope': 'reports.read',
  'POST /staff/annual/:year/:scope': 'reports.write',
  'GET /staff/annual/:year/:scope/:file': 'reports.read',
  'GET /staff/improvements/:survey': 'improvements.write',
  'POST /staff/improvements/:survey': 'improvements.write',
  'POST /staff/improvements/:survey/:entry/withdrawal': 'improvements.write',
  'GET /staff/password': null,
  'POST /staff/password': null,
  'POST /staff/sign-out': null,
};

let desk: Desk;
let browsers: Record<Role, Browser>;

beforeAll(async () => {
  desk = await openDesk();
  const signed = await Promise.all(
    roles.map(async (role) => [role, await signedInAs(desk, desk.member(role))] as const),
  );
  browsers = Object.fromEntries(signed) as Record<Role, Browser>;
});

/** Without the patterns of their parameters. */
const routes = () =>
  desk.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(/(:\w+)\{.*?\}(?=\/|$)/g, '$1')}`);

/** A real path for a route, of things that exist; people are ones that are in no test's way. */
function pathOf(route: string): string {
  const [, path = ''] = route.split(' ');
  return path
    .replace(':survey', desk.survey.code)
    .replace(':id', 'nobody')
    .replace(':entry', '0'.repeat(16))
    .replace(':year', '2026')
    .replace(':scope', 'office')
    .replace(':file', route.includes(':scope') ? 'report.json' : route.includes('/parts/') ? 'sum.json' : '2026.json');
}

const call = (browser: Browser, route: string, headers?: Record<string, string>) =>
  route.startsWith('GET')
    ? browser.get(pathOf(route), headers)
    : browser.post(pathOf(route), {}, { 'sec-fetch-site': 'same-origin', ...headers });

test('each is in the inventory, and the inventory names no other', () => {
  expect([...new Set(routes())].sort()).toEqual([...open, ...Object.keys(guarded)].sort());
});

describe('nobody signed in', () => {
  test('a page leads to the sign-in page and back', async () => {
    for (const route of Object.keys(guarded).filter((each) => each.startsWith('GET'))) {
      const reply = await call(browserWith(desk), route);
      expect([route, reply.status]).toEqual([route, 303]);
      const location = new URL(reply.headers.get('location') ?? '', 'http://localhost');
      expect(location.pathname).toBe('/staff/sign-in');
      if (route !== 'GET /staff') expect(location.searchParams.get('next')).toBe(pathOf(route));
    }
  });

  test('everything else is 401, in words', async () => {
    for (const route of Object.keys(guarded)) {
      const json = await call(browserWith(desk), route, { accept: 'application/json' });
      expect([route, json.status, await json.json()]).toEqual([
        route,
        401,
        expect.objectContaining({ ok: false, code: 'forbidden' }),
      ]);
    }
    const form = await call(browserWith(desk), 'POST /staff/comments');
    expect([form.status, (await form.text()).includes('请重新登录')]).toEqual([401, true]);
  });

  test('no spelling of a path opens one', async () => {
    const { code } = desk.survey;
    const spellings = [
      `/staff/results/${code}/`,
      `//staff/results/${code}`,
      `/staff//results/${code}`,
      `/./staff/results/${code}`,
      `/s/../staff/results/${code}`,
      `/assets/../staff/results/${code}`,
      `/assets/..%2fstaff/results/${code}`,
      `/STAFF/results/${code}`,
      `/Staff/Results/${code}`,
      `/%73taff/results/${code}`,
      `/staff%2fresults%2f${code}`,
      `/staff/results/${code}%00`,
      `/staff/results/${code};sign-in`,
      `/staff/results/${code}?/staff/sign-in`,
      `/staff/sign-in/../results/${code}`,
      `/staff/sign-in/%2e%2e/results/${code}`,
      `/staff/results/${code}#/healthz`,
      `/healthz/../staff/people`,
      `\\staff\\people`,
    ];
    for (const path of spellings) {
      for (const accept of ['text/html', 'application/json']) {
        const reply = await browserWith(desk).get(path, { accept });
        expect([path, reply.status >= 300]).toEqual([path, true]);
      }
    }
  });

  test.each(['', 'x', '0'.repeat(64), 'undefined', '../../etc', `${'a'.repeat(64)}; __Host-pingyi=`])(
    'a made-up cookie opens nothing: %s',
    async (token) => {
      const reply = await browserWith(desk, `__Host-pingyi=${token}`).get('/staff', { accept: 'application/json' });
      expect(reply.status).toBe(401);
    },
  );
});

describe.each(roles)('%s', (role) => {
  test('gets exactly what the table of capabilities gives', async () => {
    for (const [route, capability] of Object.entries(guarded)) {
      if (capability === null) continue;
      const reply = await call(browsers[role], route, { accept: 'application/json' });
      const refused = reply.status === 403 && ((await reply.json()) as { code: string }).code === 'forbidden';
      expect([route, refused]).toEqual([route, !may(desk.member(role), capability)]);
    }
  });
});

test('a refusal is written down with who and what', async () => {
  const viewer = desk.member('viewer');
  await browsers.viewer.get('/staff/people');
  const rows = await desk.host.db.all(
    sql`SELECT actor, object FROM audit WHERE action = 'access.denied' AND actor = ${viewer.id} AND object = 'staff.manage'`,
  );
  expect(rows).not.toEqual([]);
});

describe('a write from another site', () => {
  const writes = [...Object.keys(guarded), ...open].filter((route) => route.startsWith('POST /staff'));
  const origins: readonly Record<string, string>[] = [
    {},
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': '' },
    { referer: 'http://localhost/staff' },
  ];
  const types = [
    'application/json',
    'image/png',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    null,
  ];

  test.each(origins)('is refused whatever its type: %o', async (headers) => {
    const cookie = browsers.admin.cookie;
    for (const route of writes) {
      for (const type of types) {
        const reply = await desk.app.request(pathOf(route), {
          method: 'POST',
          headers: { cookie, accept: 'application/json', ...(type ? { 'content-type': type } : {}), ...headers },
          body: new Uint8Array(),
        });
        const body = (await reply.json()) as { message: string };
        expect([route, type, reply.status, body.message]).toEqual([route, type, 403, '没有执行']);
      }
    }
  });

  test('is told from ours by the origin where a browser says no more', async () => {
    const reply = await browsers.admin.post(
      '/staff/people',
      {},
      { origin: 'http://localhost', accept: 'application/json' },
    );
    expect(reply.status).toBe(422);
  });

  test('is told by the origin that people see, where a proxy hides it from us', async () => {
    const behind = await openDesk({ publicOrigin: 'https://www.yunling.gov.cn' });
    const admin = await signedInAs(behind, behind.member('admin'));
    const from = async (origin: string) =>
      (await admin.post('/staff/people', {}, { origin, accept: 'application/json' })).status;
    expect(await from('https://www.yunling.gov.cn')).toBe(422);
    for (const other of ['http://localhost', 'http://www.yunling.gov.cn', 'https://www.yunling.gov.cn:8443'])
      expect(await from(other)).toBe(403);
  });
});

test('no GET changes anything but the time somebody was last seen', async () => {
  const tables = ['staff', 'invitations', 'comments', 'responses', 'tallies', 'surveys', 'units'] as const;
  const state = async () =>
    JSON.stringify(
      await Promise.all(tables.map((table) => desk.host.db.all({ text: `SELECT * FROM ${table}`, values: [] }))),
    );
  const before = await state();
  for (const route of Object.keys(guarded).filter((each) => each.startsWith('GET'))) await call(browsers.admin, route);
  expect(await state()).toBe(before);
});

test('every page of the desk says no-store and keeps other sites out of it', async () => {
  for (const route of [...Object.keys(guarded), 'GET /staff/sign-in'].filter((each) => each.startsWith('GET'))) {
    const { headers } = await call(browsers.admin, route);
    expect([route, headers.get('cache-control')]).toEqual([route, 'no-store']);
    if (route.endsWith(':file')) continue;
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  }
});
