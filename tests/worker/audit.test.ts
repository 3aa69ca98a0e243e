// The audit on a real database: nothing can be changed through it, whatever was changed behind it is found, and many
// writers at once lose nothing.
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { AuditEvent } from '#core/audit.ts';
import { commitAudited } from '#worker/actions/commit-audited.ts';
import { followAudit } from '#worker/audit.ts';
import { type Database, sql } from '#worker/database.ts';
import { makeHost } from '#worker/host.ts';
import { entriesAfter } from '#worker/store/audit.ts';
import { openDesk, signedInAs } from './desk.ts';
import { database, openDoor, settings } from './door.ts';

const db = database();
const event = (object: string): AuditEvent => ({
  actor: 'command',
  action: 'staff.add',
  object,
  detail: { role: 'viewer' },
});
const { randomHex } = makeHost(db, settings);
const host = { db, now: () => Date.parse('2026-06-15T02:00:00Z'), randomHex };
/** What no application can do: the triggers are gone. */
const behindOurBack = (text: string) =>
  env.DB.batch([
    env.DB.prepare('DROP TRIGGER IF EXISTS audit_never_changes'),
    env.DB.prepare('DROP TRIGGER IF EXISTS audit_stays'),
    env.DB.prepare(text),
  ]);

beforeEach(async () => {
  await behindOurBack('DELETE FROM audit');
  for (const object of ['one', 'two', 'three', 'four', 'five']) await commitAudited(host, event(object));
});

test('an untouched chain is whole', async () => {
  expect(await followAudit(db)).toEqual({ seq: 5, hash: (await entriesAfter(db, 4, 1))[0]?.hash });
});

test.each([
  ['removed', 'DELETE FROM audit WHERE seq = 3', { seq: 3, fault: 'missing' }],
  ['altered', `UPDATE audit SET object = 'somebody else' WHERE seq = 2`, { seq: 2, fault: 'altered' }],
  ['altered in its detail', `UPDATE audit SET detail = '{"role":"admin"}' WHERE seq = 4`, { seq: 4, fault: 'altered' }],
  ['given to somebody else', `UPDATE audit SET actor = 'x' WHERE seq = 1`, { seq: 1, fault: 'altered' }],
  ['removed with all before it', 'DELETE FROM audit WHERE seq <= 3', { seq: 1, fault: 'missing' }],
  ['moved', 'UPDATE audit SET seq = 9 WHERE seq = 2', { seq: 2, fault: 'missing' }],
  [
    'added',
    `INSERT INTO audit SELECT 6, at, actor, action, object, detail, hash, hash FROM audit WHERE seq = 5`,
    { seq: 6, fault: 'altered' },
  ],
])('an entry that was %s is found', async (_, statement, found) => {
  await behindOurBack(statement);
  expect(await followAudit(db)).toEqual(found);
});

test('a chain that was cut at its end shows against the end somebody noted', async () => {
  const noted = await followAudit(db);
  await behindOurBack('DELETE FROM audit WHERE seq = 5');
  expect(await followAudit(db)).not.toEqual(noted);
});

describe('many at once', () => {
  test('each get a place of their own', async () => {
    const { host } = await openDoor();
    await Promise.all(Array.from({ length: 6 }, (_, i) => commitAudited(host, event(`at once ${i}`))));
    expect(await followAudit(db)).toMatchObject({ seq: 11 });
  });

  test('an action whose entry lost its place is done once', async () => {
    const desk = await openDesk();
    const admin = await signedInAs(desk, desk.member('admin'));
    const names = Array.from({ length: 4 }, (_, i) => `并发${desk.member('admin').id}${i}`);
    const replies = await Promise.all(
      names.map((name) => admin.post('/staff/people', { name, role: 'viewer', unit: '' })),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await followAudit(db)).toMatchObject({ seq: 9 });
  });
});

test('a commit whose reply was lost is recognised when it is sent again, and not done twice', async () => {
  const repeating: Database = {
    ...db,
    commit: async (statements) => {
      await db.commit(statements);
      return db.commit(statements);
    },
  };
  const id = crypto.randomUUID();
  await commitAudited({ ...host, db: repeating }, event(id), [
    sql`INSERT INTO units (code, name) VALUES (${id}, '{}')`,
  ]);
  expect(await db.all(sql`SELECT code FROM units WHERE code = ${id}`)).toHaveLength(1);
  expect(await followAudit(db)).toMatchObject({ seq: 6 });
});

test('equal actions that meet in one millisecond are all done', async () => {
  const same = Array.from({ length: 4 }, () => commitAudited(host, event('the same')));
  await Promise.all(same);
  expect(await followAudit(db)).toMatchObject({ seq: 9 });
});
