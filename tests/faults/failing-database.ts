// A database that fails or stalls under the whole app, at each of its calls in turn. The same facts on every host.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { acknowledges } from '#core/submission.ts';
import { seeded } from '#tests/world/answers.ts';
import { buildWorld, generalOf, requestOf, worldNow, worldYear } from '#tests/world/world.ts';
import { createApp } from '#worker/app.ts';
import { type Database, sql } from '#worker/database.ts';
import { type Host, makeHost } from '#worker/host.ts';
import { readSettings } from '#worker/settings.ts';
import { fallible, type Moment, stalling, unbatched } from './fallible.ts';
import { torn } from './findings.ts';
import { invite } from './invite.ts';
import { type Citizen, Ledger } from './ledger.ts';

const settings = readSettings({ SECRET: 's'.repeat(32) });
const surveys = { general: generalOf(worldYear), request: requestOf(worldYear) };
const moments: readonly Moment[] = ['before', 'after'];
const callsMax = 20;

const hostOn = (db: Database): Host => makeHost(db, settings, { now: () => worldNow });
const sendTo = (app: ReturnType<typeof createApp>, { press }: Citizen) =>
  app.request(press.path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: press.json });
const rowsOf = async (db: Database, { press }: Citizen): Promise<number> =>
  (await db.all(sql`SELECT id FROM responses WHERE id = ${press.envelope.id}`)).length;

export function failingDatabase(open: () => Promise<Database>): void {
  beforeEach(() => {
    // Every failure here is logged as the bug it would be.
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const world = async () => {
    const db = await open();
    const known = await db.first(sql`SELECT code FROM surveys WHERE code = ${surveys.general.code}`);
    if (!known) await buildWorld({ db });
    const host = hostOn(db);
    const token = async () => (await invite(host, surveys.request.code, 1))[0];
    return { db, token, ledger: new Ledger(host, surveys, seeded(1)) };
  };

  const errors = {
    'for good': () => new Error('the line went dead'),
    'in passing': () => new Error('D1_ERROR: Network connection lost.'),
  };

  for (const [kind, error] of Object.entries(errors))
    for (const door of ['the open door', 'an invitation'])
      test(`whichever call through ${door} fails ${kind}, the answer is whole or absent, and stored once when sent again`, async () => {
        const { db, token, ledger } = await world();
        for (const when of moments)
          for (let n = 1; n < callsMax; n += 1) {
            const shaky = fallible(db);
            const app = createApp(hostOn(shaky));
            const citizen = ledger.arrive(door === 'an invitation' ? await token() : undefined);
            shaky.failAt(n, when, error());
            const { status } = await sendTo(app, citizen);
            if (!shaky.failed) break;
            expect(status).toBeOneOf(kind === 'for good' ? [500] : [200, 201]);
            expect(await torn(db, surveys)).toBe(0);
            const reply = await sendTo(app, citizen);
            expect(acknowledges(await reply.json(), citizen.press.envelope)).toBe(true);
            expect(await rowsOf(db, citizen)).toBe(1);
            expect(await torn(db, surveys)).toBe(0);
          }
      });

  for (const when of moments)
    test(`a commit that stalls ${when} it takes effect is answered 503 in time, and stored once when sent again`, async () => {
      const { db, ledger } = await world();
      const slow = stalling(db);
      const app = createApp(hostOn(slow), { requestMs: 300 });
      expect((await app.request(`/s/${surveys.general.code}`)).status).toBe(200);
      const citizen = ledger.arrive();
      slow.stall(when);
      // The stall has no end of its own: that a reply comes at all is the deadline's doing.
      const late = await sendTo(app, citizen);
      expect(late.status).toBe(503);
      expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
      await slow.release();
      const reply = await sendTo(app, citizen);
      expect(acknowledges(await reply.json(), citizen.press.envelope)).toBe(true);
      expect(await rowsOf(db, citizen)).toBe(1);
      expect(await torn(db, surveys)).toBe(0);
    });

  test('a variant that commits statement by statement is found out: it leaves half an answer', async () => {
    const { db, ledger } = await world();
    const found: number[] = [];
    for (let n = 1; n < callsMax; n += 1) {
      const shaky = fallible(db);
      const before = await torn(db, surveys);
      shaky.failAt(n, 'before', new Error('the line went dead'));
      await sendTo(createApp(hostOn(unbatched(shaky))), ledger.arrive());
      if (!shaky.failed) break;
      found.push((await torn(db, surveys)) - before);
    }
    expect(Math.max(...found)).toBeGreaterThan(0);
  });
}
