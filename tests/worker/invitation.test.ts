// An invitation over HTTP: opened as often as one likes, used once.
import { describe, expect, test } from 'vitest';
import { envelope } from '#core/submission.ts';
import { requestOf } from '#tests/world/world.ts';
import type { Database } from '#worker/database.ts';
import { sha256Hex } from '#worker/seals.ts';
import { issuing } from '#worker/store/invitations.ts';
import { database, openDoor, openForm, payloadFor, postJson } from './door.ts';

describe('an invitation', () => {
  const token = '0123456789ABCDEFGHJKMNPQRS';
  const invited = async (db?: Database) => {
    const door = await openDoor({ survey: requestOf(2026), ...(db ? { db } : {}) });
    const own = `${token.slice(0, 22)}${String(Math.floor(Math.random() * 9000) + 1000)}`;
    await door.host.db.commit([
      issuing({
        hash: sha256Hex(own),
        survey: door.survey.code,
        unit: 'land',
        outcome: 'r3_1',
        month: '2026-05',
        tail: own.slice(-4),
        expires: '2026-08-31',
      }),
    ]);
    return { door, path: `/i/${own}`, tail: own.slice(-4) };
  };

  test('is opened as often as one likes and used once', async () => {
    const { door, path, tail } = await invited();
    for (let i = 0; i < 3; i += 1) expect((await door.app.request(path)).status).toBe(200);
    const html = await (await door.app.request(path)).text();
    expect(html).toContain(tail);
    expect(html).not.toMatch(/r3_1|予以公开/);
    const form = await openForm(door, path);
    const body = envelope({ ...payloadFor(door, form, { R00: 's2', R09: ['late'] }), unit: 'land' }, form.ticket);
    expect((await postJson(door, body, path)).status).toBe(201);
    expect((await postJson(door, body, path)).status).toBe(200);
    expect((await door.app.request(path)).status).toBe(410);
    expect(await door.stored()).toHaveLength(1);
  });

  test('served twice and answered twice stores one; the other is told so', async () => {
    const { door, path } = await invited();
    const forms = [await openForm(door, path), await openForm(door, path)];
    const replies = await Promise.all(
      forms.map((form) =>
        postJson(door, envelope({ ...payloadFor(door, form, { R00: 's5' }), unit: 'land' }, form.ticket), path),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 410]);
    expect(await door.stored()).toHaveLength(1);
  });

  test('has a door of its own: the request survey is not at /s, and its ticket opens no other invitation', async () => {
    const [one, other] = [await invited(), await invited()];
    expect((await one.door.app.request(`/s/${one.door.survey.code}`)).status).toBe(404);
    const form = await openForm(one.door, one.path);
    const body = envelope({ ...payloadFor(other.door, form, { R00: 's5' }), unit: 'land' }, form.ticket);
    expect((await postJson(other.door, body, other.path)).status).toBe(422);
  });

  test('of the wrong form is refused before the database hears of it', async () => {
    let calls = 0;
    const db = database();
    const counting: Database = {
      all: (statement) => ++calls && db.all(statement),
      first: (statement) => ++calls && db.first(statement),
      commit: db.commit,
    } as Database;
    const door = await openDoor({ db: counting });
    calls = 0;
    for (const bad of ["' OR 1=1 --", 'short', 'a'.repeat(26), '%00'.repeat(9), `${'0'.repeat(25)}I`, 'x'.repeat(4000)])
      expect((await door.app.request(`/i/${encodeURIComponent(bad)}`)).status).toBe(404);
    expect(calls).toBe(0);
  });
});
