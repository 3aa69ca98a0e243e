// The county whose API is called, on node:sqlite: what validates documents and replies writes code as it runs, which workerd
// forbids. And a program that calls it.
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import type { Scope } from '#core/api-token.ts';
import { inEveryLang } from '#core/lang.ts';
import { sealSummary } from '#core/seal.ts';
import { sqliteDatabase } from '#node/sqlite.ts';
import { sampleSummary } from '#tests/world/summary.ts';
import { buildWorld, requestOf, worldNow } from '#tests/world/world.ts';
import { addStaff } from '#worker/actions/add-staff.ts';
import { issueToken } from '#worker/actions/issue-token.ts';
import { createApp } from '#worker/app.ts';
import { makeHost } from '#worker/host.ts';
import { sha256Hex } from '#worker/seals.ts';
import { readSettings } from '#worker/settings.ts';
import { sealing } from '#worker/store/sealed-summaries.ts';
import { starting } from '#worker/store/sessions.ts';
import { staffNamed } from '#worker/store/staff.ts';

let now = worldNow;
export const at = (iso: string): void => {
  now = Date.parse(iso);
};
export const wait = (seconds: number): void => {
  now += seconds * 1000;
};

function open() {
  const sqlite = new DatabaseSync(':memory:');
  for (const file of readdirSync('migrations').sort()) sqlite.exec(readFileSync(`migrations/${file}`, 'utf8'));
  const host = makeHost(sqliteDatabase(sqlite), readSettings({ SECRET: 'x'.repeat(32) }), { now: () => now });
  return { host, app: createApp(host, { requestMs: 60_000 }), survey: requestOf(2026) };
}

/** The administrator at the desk. */
export async function signedIn() {
  const { host, app } = desk;
  await addStaff(host, 'command', { name: '管理员', role: 'admin', unit: null }).catch(() => null);
  const admin = await staffNamed(host.db, '管理员');
  const session = host.randomHex(32);
  await host.db.commit([starting(sha256Hex(session), admin?.id ?? '', Math.floor(now / 1000))]);
  const cookie = `__Host-pingyi=${session}`;
  return {
    get: async (path: string) => app.request(path, { headers: { cookie } }),
    post: async (path: string, fields: Record<string, string>) =>
      app.request(path, {
        method: 'POST',
        headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}

export let desk: ReturnType<typeof open>;
export let document: OpenApi;
interface OpenApi {
  readonly paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, object> }> }>>;
  readonly components: { readonly schemas: Record<string, object> };
}

export const survey = 'general-2026';
export const token = async (scopes: readonly Scope[], more: { unit?: string; expires?: string } = {}) =>
  (await issueToken(desk.host, 'command', { name: '门户', scopes, unit: null, expires: '', ...more })).token;
export const call = (path: string, bearer: string | null, init: RequestInit = {}) =>
  desk.app.request(path, {
    ...init,
    headers: { ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }), ...init.headers },
  });
export const post = (bearer: string, body: unknown) =>
  call('/api/v1/invitations', bearer, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
export const row = { unit: 'education', outcome: 'r3_1', month: '2026-05', tail: '0417' };

/** A county with two sealed versions of its year. */
export async function openCounty(): Promise<void> {
  desk = open();
  await buildWorld(desk.host);
  const seal = { version: 1, sealed: '2027-01-12', reason: null };
  const corrected = { version: 2, sealed: '2027-02-12', reason: inEveryLang({ 'zh-CN': '补录' }) };
  await desk.host.db.commit([
    sealing(sealSummary(sampleSummary(), seal), 'command'),
    sealing(sealSummary(sampleSummary(), corrected), 'command'),
  ]);
  document = (await (await desk.app.request('/api/v1/openapi.json')).json()) as OpenApi;
}

/** Holds a reply to what the document says of this route and status. */
export async function asDescribed(path: string, method: string, reply: Response): Promise<unknown> {
  const described = document.paths[path]?.[method]?.responses[reply.status];
  expect(described, `${method} ${path} ${reply.status} is in the document`).toBeDefined();
  const value = await reply.json();
  const { schema } = (described?.content?.['application/json'] ?? {}) as { schema?: { $ref: string } };
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'urn:pingyi:openapi', components: document.components });
  const check = ajv.compile({ $ref: `urn:pingyi:openapi${schema?.$ref}` });
  check(value);
  expect(check.errors ?? []).toEqual([]);
  return value;
}
