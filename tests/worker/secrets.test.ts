// A copy of the whole database opens nothing: every value in it is tried as every kind of credential.
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { tokenPattern } from '#core/invitation.ts';
import { requestOf } from '#tests/world/world.ts';
import { issueInvitations } from '#worker/actions/issue-invitations.ts';
import { issueToken } from '#worker/actions/issue-token.ts';
import { allSurveys, allUnits } from '#worker/store/surveys.ts';
import { browserWith, cookiesOf, openDesk, signIn } from './desk.ts';
import { formFields, openForm, postForm } from './door.ts';

async function everyValue(): Promise<string[]> {
  const { results } = await env.DB.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).bind().all();
  const tables = (results as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => !/^(sqlite|_cf|d1)_/.test(name));
  const values = new Set<string>();
  for (const table of tables) {
    const rows = (await env.DB.prepare(`SELECT * FROM ${table}`).bind().all()).results as Record<string, unknown>[];
    for (const row of rows)
      for (const value of Object.values(row)) {
        values.add(String(value));
        // Also what is inside a value: the parts of an encoded hash, the strings in JSON.
        for (const part of String(value).split(/[$"/.,:{}[\]\s]+/)) if (part.length >= 6) values.add(part);
      }
  }
  return [...values];
}

test('no value of any column is a session, a mark, a token, a receipt, a withdrawal code or a password', async () => {
  const desk = await openDesk({ survey: requestOf(2026) });
  const { name } = desk.member('officer');
  const signed = await signIn(desk, name);
  const secrets = cookiesOf(signed).match(/[0-9a-f]{32,64}/g) ?? [];
  const record = (await allSurveys(desk.host.db)).find(({ code }) => code === desk.survey.code);
  if (!record) throw new Error('the survey is not there');
  const list = 'education,r3_1,2026-05,0417\neducation,r3_1,2026-05,0418';
  const { issued } = await issueInvitations(desk.host, record, await allUnits(desk.host.db), 'command', list);
  const [used, unused] = issued.map(({ token }) => token) as [string, string];
  const form = await openForm(desk, `/i/${used}`);
  const stored = await postForm(desk, { ...formFields(form), R00: 's2', R10: '请写明理由' }, `/i/${used}`);
  const [, receipt = 'no receipt', withdrawal = 'no code'] =
    stored.headers.get('location')?.match(/receipts\/(\w{8}).*#(.+)$/) ?? [];

  const wish = { name: '门户', scopes: ['reports.read'], unit: null, expires: '' };
  const { token: bearer } = await issueToken(desk.host, 'command', wish);

  const authorization = `Bearer ${bearer}`;
  expect((await desk.app.request('/api/v1/reports/2026.json', { headers: { authorization } })).status).toBe(404);

  const values = await everyValue();
  expect(values.length).toBeGreaterThan(100);
  for (const secret of [...secrets, used, unused, receipt, withdrawal, withdrawal.replaceAll('-', ''), bearer])
    expect(values).not.toContain(secret);

  const works: string[] = [];
  for (const value of values) {
    const tries: readonly [string, () => Response | Promise<Response>][] = [
      [
        'session',
        () =>
          browserWith(desk, `__Host-pingyi=${encodeURIComponent(value)}`).get('/staff', { accept: 'application/json' }),
      ],
      [
        'bearer',
        () =>
          desk.app.request('/staff', {
            headers: { authorization: `Bearer ${encodeURIComponent(value)}`, accept: 'application/json' },
          }),
      ],
      [
        'api token',
        () =>
          desk.app.request('/api/v1/reports/2026.json', {
            headers: { authorization: `Bearer ${encodeURIComponent(value)}` },
          }),
      ],
      ['token', () => desk.app.request(`/i/${encodeURIComponent(value)}`, { headers: { accept: 'application/json' } })],
      [
        'receipt',
        () => desk.app.request(`/receipts/${encodeURIComponent(value)}`, { headers: { accept: 'application/json' } }),
      ],
      [
        'withdrawal',
        () =>
          browserWith(desk).post(`/receipts/${receipt}/withdrawal`, { code: value }, { accept: 'application/json' }),
      ],
    ];
    for (const [kind, attempt] of tries) {
      const { ok, status } = await attempt();
      // Nothing is sealed here, so a token that is let in meets 404; too many failures are 429.
      const letIn = kind === 'api token' ? status !== 401 && status !== 429 : ok;
      if (letIn) works.push(`${kind} ${value}`);
    }
  }
  expect(works).toEqual([]);
  expect(values.filter((value) => tokenPattern.test(value))).toEqual([]);
}, 60_000);

test('a stored password hash is no password', async () => {
  const desk = await openDesk();
  const { results } = await env.DB.prepare('SELECT DISTINCT password FROM staff').bind().all();
  const [{ password: stored } = { password: '' }] = results as { password: string }[];
  for (const typed of [stored, ...stored.split('$').slice(4)])
    expect((await signIn(desk, desk.member('admin').name, typed)).status).toBe(422);
});
