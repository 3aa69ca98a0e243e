// The API as other programs meet it: who gets in, what they get, and that the OpenAPI document says the truth about both.
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, test } from 'vitest';
import { revokeToken } from '#worker/actions/issue-token.ts';
import { sql } from '#worker/database.ts';
import { allApiTokens } from '#worker/store/api-tokens.ts';
import {
  asDescribed,
  at,
  call,
  desk,
  document,
  openCounty,
  post,
  row,
  signedIn,
  survey,
  token,
  wait,
} from './api-county.ts';

beforeAll(openCounty);

describe('the document', () => {
  test('is OpenAPI 3.1 by the standard’s own schema', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  test('names every route of the API and no other', () => {
    const routes = desk.app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
      .flatMap(({ method, path }) =>
        path.includes(':file')
          ? ['json', 'csv', 'xlsx', 'docx', 'md'].map((format) => `${method} /api/v1/reports/{year}.${format}`)
          : [`${method} ${path.replace(/:(\w+)/g, '{$1}')}`],
      );
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect([...new Set(routes)].sort()).toEqual(listed.sort());
  });

  test('refers to nothing that is not in it', () => {
    const refs = JSON.stringify(document).match(/#\/[\w/$]+/g) ?? [];
    for (const ref of new Set(refs))
      expect([ref, document.components.schemas[ref.replace('#/components/schemas/', '')] !== undefined]).toEqual([
        ref,
        true,
      ]);
  });
});

describe('a token', () => {
  test('opens what it was made for and nothing else, from the next call on until it is revoked', async () => {
    const bearer = await token(['results.read']);
    expect((await call(`/api/v1/results/${survey}`, bearer)).status).toBe(200);
    const refused = await call('/api/v1/reports/2026.json', bearer);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      403,
      'Bearer realm="pingyi", error="insufficient_scope", scope="reports.read"',
    ]);
    expect((await post(bearer, { survey: desk.survey.code, invitations: [row] })).status).toBe(403);
    for (const path of ['/staff', '/staff/audit', '/staff/tokens'])
      expect((await call(path, bearer, { headers: { accept: 'application/json' } })).status).toBe(401);
    const [made] = (await allApiTokens(desk.host.db)).filter(({ seen }) => seen !== null);
    expect(made?.seen).toBe('2026-06-15');
    await revokeToken(desk.host, 'command', made?.id ?? '');
    expect((await call(`/api/v1/results/${survey}`, bearer)).status).toBe(401);
  });

  test.each([
    ['none', null, 'Bearer realm="pingyi"'],
    ['of another form', 'x', 'Bearer realm="pingyi", error="invalid_token"'],
    ['that was never made', `pyk_${'0'.repeat(64)}`, 'Bearer realm="pingyi", error="invalid_token"'],
    ['with SQL in it', "pyk_'--", 'Bearer realm="pingyi", error="invalid_token"'],
  ])('%s: 401 in words, with the challenge', async (_, bearer, challenge) => {
    for (const path of [`/api/v1/results/${survey}`, '/api/v1/reports/2026.json']) {
      const reply = await call(path, bearer);
      expect([reply.status, reply.headers.get('www-authenticate')]).toEqual([401, challenge]);
      await asDescribed(path.replace(survey, '{survey}').replace('2026', '{year}'), 'get', reply);
    }
  });

  test('in the address, and a session, open nothing', async () => {
    const bearer = await token(['results.read']);
    expect((await call(`/api/v1/results/${survey}?access_token=${bearer}`, null)).status).toBe(401);
    const admin = await signedIn();
    expect((await admin.get(`/api/v1/results/${survey}`)).status).toBe(401);
  });

  test('works to its last day', async () => {
    const bearer = await token(['results.read'], { expires: '2026-06-16' });
    at('2026-06-16T23:59:00+08:00');
    expect((await call(`/api/v1/results/${survey}`, bearer)).status).toBe(200);
    at('2026-06-17T00:00:00+08:00');
    expect((await call(`/api/v1/results/${survey}`, bearer)).status).toBe(401);
  });

  test('that calls too often is told when to come again', async () => {
    const bearer = await token(['results.read']);
    let last = await call('/api/v1/results/none', bearer);
    for (let i = 0; i < 130 && last.status !== 429; i += 1) last = await call('/api/v1/results/none', bearer);
    expect([last.status, Number(last.headers.get('retry-after'))]).toEqual([429, 60]);
    await asDescribed('/api/v1/results/{survey}', 'get', last);
    wait(61);
    expect((await call('/api/v1/results/none', bearer)).status).toBe(404);
  });

  test('is in no column, no log and no reply but the one that made it', async () => {
    const bearer = await token(['reports.read']);
    const rows = await desk.host.db.all(sql`SELECT * FROM api_tokens`);
    const audit = await desk.host.db.all(sql`SELECT * FROM audit`);
    expect(JSON.stringify([rows, audit])).not.toContain(bearer.slice(4));
    const admin = await signedIn();
    expect(await (await admin.get('/staff/tokens')).text()).not.toContain(bearer.slice(4));
  });
});

describe('results and years', () => {
  test('are what was sealed, as the document says', async () => {
    const bearer = await token(['results.read', 'reports.read']);
    const results = await asDescribed(
      '/api/v1/results/{survey}',
      'get',
      await call(`/api/v1/results/${survey}`, bearer),
    );
    expect(results).toMatchObject({ ok: true, year: 2026, seal: { version: 2 } });
    const report = await asDescribed(
      '/api/v1/reports/{year}.json',
      'get',
      await call('/api/v1/reports/2026.json?version=1', bearer),
    );
    expect(report).toMatchObject({ year: 2026, seal: { version: 1 } });
    for (const format of ['csv', 'xlsx', 'docx', 'md'])
      expect((await call(`/api/v1/reports/2026.${format}`, bearer)).status).toBe(200);
  });

  test('that were not published are 404, also in English', async () => {
    const bearer = await token(['results.read', 'reports.read']);
    for (const path of ['/api/v1/reports/2019.json', '/api/v1/reports/2026.json?version=9', '/api/v1/results/none'])
      expect((await call(path, bearer)).status).toBe(404);
    const reply = await call('/api/v1/results/none', bearer, { headers: { 'accept-language': 'en' } });
    expect(await reply.json()).toMatchObject({ ok: false, code: 'missing', message: 'No summary for this year' });
    expect((await call('/api/v1/nothing', bearer)).headers.get('content-type')).toContain('application/json');
  });

  test('are sent once to whoever keeps them', async () => {
    const bearer = await token(['reports.read']);
    for (const format of ['json', 'docx']) {
      const first = await call(`/api/v1/reports/2026.${format}`, bearer);
      const tag = first.headers.get('etag') ?? '';
      expect(tag).toMatch(/^"[\w-]{43}"$/);
      for (const known of [tag, `"x", W/${tag}`, '*']) {
        const again = await call(`/api/v1/reports/2026.${format}`, bearer, { headers: { 'if-none-match': known } });
        expect([again.status, (await again.text()).length, again.headers.get('etag')]).toEqual([304, 0, tag]);
      }
      const other = await call(`/api/v1/reports/2026.${format}?version=1`, bearer, {
        headers: { 'if-none-match': tag },
      });
      expect(other.status).toBe(200);
      expect(first.headers.get('cache-control')).toBe('no-store');
      const head = await call(`/api/v1/reports/2026.${format}`, bearer, { method: 'HEAD' });
      expect([head.status, (await head.text()).length]).toEqual([200, 0]);
    }
  });
});

describe('invitations', () => {
  test('are issued once for a case, with the links in that reply', async () => {
    const bearer = await token(['invitations.issue']);
    const list = { survey: desk.survey.code, invitations: [row, { ...row, tail: '0418' }] };
    const first = (await asDescribed('/api/v1/invitations', 'post', await post(bearer, list))) as {
      issued: { link: string }[];
    };
    expect(first.issued.map(({ link }) => new URL(link).pathname)).toEqual([
      expect.stringMatching(/^\/i\/[0-9A-Z]{26}$/),
      expect.stringMatching(/^\/i\//),
    ]);
    const again = await asDescribed('/api/v1/invitations', 'post', await post(bearer, list));
    expect(again).toMatchObject({ issued: [], repeated: [{ tail: '0417' }, { tail: '0418' }] });
  });

  test('of a list with mistakes are not issued, and each mistake is at its row', async () => {
    const bearer = await token(['invitations.issue']);
    const before = await desk.host.db.all(sql`SELECT hash FROM invitations`);
    const wrong = [row, { ...row, unit: 'moon' }, { ...row, tail: 'x' }, row];
    const reply = await post(bearer, { survey: desk.survey.code, invitations: wrong });
    expect(reply.status).toBe(422);
    const { problems } = (await asDescribed('/api/v1/invitations', 'post', reply)) as { problems: object[] };
    expect(problems).toMatchObject([
      { field: 'rows.2.unit', code: 'bad-unit' },
      { field: 'rows.3.tail', code: 'bad-tail' },
      { field: 'rows.4.row', code: 'duplicate-row', values: { row: 1 } },
    ]);
    for (const [body, status] of [
      [{ survey: desk.survey.code }, 400],
      [{ survey: desk.survey.code, invitations: [{ ...row, more: 1 }] }, 400],
      [{ survey: desk.survey.code, invitations: [{ ...row, tail: '1\n2' }] }, 400],
      [{ survey: 'none', invitations: [row] }, 404],
    ] as const) {
      const refused = await post(bearer, body);
      expect(refused.status).toBe(status);
      await asDescribed('/api/v1/invitations', 'post', refused);
    }
    expect(await desk.host.db.all(sql`SELECT hash FROM invitations`)).toEqual(before);
  });

  test('of another unit are refused to a token of one, and the refusal is written down', async () => {
    const bearer = await token(['invitations.issue'], { unit: 'health' });
    const list = (unit: string) => ({ survey: desk.survey.code, invitations: [{ ...row, unit, tail: '7777' }] });
    expect((await post(bearer, list('education'))).status).toBe(403);
    expect((await post(bearer, list('health'))).status).toBe(201);
    const denied = await desk.host.db.all(
      sql`SELECT object FROM audit WHERE action = 'access.denied' AND actor LIKE 'token:%'`,
    );
    expect(denied).toContainEqual({ object: 'unit education' });
  });
});

test('the desk makes a token, shows it once, keeps what was typed when it is wrong, and revokes it', async () => {
  const admin = await signedIn();
  const wrong = await admin.post('/staff/tokens', { name: '办件系统', 'scope.results.read': 'yes', unit: 'health' });
  const html = await wrong.text();
  expect([wrong.status, html.includes('value="办件系统"'), html.includes('只能用来发评价码')]).toEqual([
    422,
    true,
    true,
  ]);
  const made = await (
    await admin.post('/staff/tokens', { name: '办件系统', 'scope.results.read': 'yes', unit: '', expires: '' })
  ).text();
  const bearer = made.match(/pyk_[0-9a-f]{64}/)?.[0] ?? '';
  expect((await call(`/api/v1/results/${survey}`, bearer)).status).toBe(200);
  const id = (await allApiTokens(desk.host.db)).find(({ name }) => name === '办件系统')?.id ?? '';
  expect((await admin.post(`/staff/tokens/${id}/revocation`, {})).status).toBe(303);
  expect((await call(`/api/v1/results/${survey}`, bearer)).status).toBe(401);
  expect((await admin.post('/staff/tokens/nobody/revocation', {})).status).toBe(404);
});
