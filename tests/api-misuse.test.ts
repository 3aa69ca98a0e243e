// The API under callers who mean harm or make mistakes: strangers, tokens that ask for more than they have, lists with holes,
// and faults of ours that must not tell a token to the log.
import { beforeEach, expect, test, vi } from 'vitest';
import { createApp } from '#worker/app.ts';
import { asDescribed, call, desk, openCounty, post, row, survey, token, wait } from './api-county.ts';

beforeEach(openCounty);

const results = `/api/v1/results/${survey}`;
const report = '/api/v1/reports/2026.json';
const stranger = `pyk_${'0'.repeat(64)}`;

test('strangers who fail too often are held up, and a token that works is not', async () => {
  const bearer = await token(['reports.read']);
  for (let i = 0; i < 30; i += 1) expect((await call(report, stranger)).status).toBe(401);
  const late = await call(report, stranger);
  expect([late.status, late.headers.get('retry-after')]).toEqual([429, '60']);
  await asDescribed('/api/v1/reports/{year}.json', 'get', late);
  expect((await call(report, bearer)).status).toBe(200);
  wait(61);
  expect((await call(report, stranger)).status).toBe(401);
});

test('each token gets exactly what its scopes give', async () => {
  const list = { survey: desk.survey.code, invitations: [row] };
  const calls = {
    'results.read': (bearer: string) => call(results, bearer),
    'reports.read': (bearer: string) => call(report, bearer),
    'invitations.issue': (bearer: string) => post(bearer, list),
  } as const;
  const scopes = Object.keys(calls) as (keyof typeof calls)[];
  for (const unit of [undefined, 'education'])
    for (const scope of unit ? (['invitations.issue'] as const) : scopes) {
      const bearer = await token([scope], unit ? { unit } : {});
      for (const asked of scopes) {
        const { status } = await calls[asked](bearer);
        expect([unit, scope, asked, status === 403]).toEqual([unit, scope, asked, asked !== scope]);
      }
    }
});

test('a row without anything in it refuses the list and is named', async () => {
  const bearer = await token(['invitations.issue']);
  const blank = { unit: '', outcome: ' ', month: '', tail: '' };
  const list = { survey: desk.survey.code, invitations: [row, blank, { ...row, tail: '0418' }] };
  const reply = await post(bearer, list);
  expect(reply.status).toBe(422);
  expect(await asDescribed('/api/v1/invitations', 'post', reply)).toMatchObject({
    problems: [{ field: 'rows.2.row', code: 'empty' }],
  });
  const mended = { ...list, invitations: [row, { ...row, tail: '0418' }] };
  expect(await (await post(bearer, mended)).json()).toMatchObject({ repeated: [] });
});

test('a page of another site is told nothing, before its call and after', async () => {
  const bearer = await token(['reports.read']);
  const headers = { origin: 'https://elsewhere.example', 'access-control-request-headers': 'authorization' };
  for (const reply of [
    await call(report, null, { method: 'OPTIONS', headers }),
    await call(report, bearer, { headers }),
  ])
    expect([...reply.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
});

test('a fault of ours is told by its number, and neither reply nor log holds the token', async () => {
  const bearer = await token(['reports.read']);
  const broken = async () => {
    throw new Error(`near "${bearer}"`);
  };
  const app = createApp({ ...desk.host, db: { ...desk.host.db, first: broken } }, { requestMs: 60_000 });
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  const reply = await app.request(report, { headers: { authorization: `Bearer ${bearer}` } });
  const log = JSON.stringify(logged.mock.calls);
  logged.mockRestore();
  const told = await asDescribed('/api/v1/reports/{year}.json', 'get', reply);
  expect(reply.status).toBe(500);
  expect(log).toContain((told as { id: string }).id);
  expect(JSON.stringify(told) + log).not.toContain(bearer.slice(4));
});
