// What holds for every reply to a citizen: no cookie, no cache, no leak, and no database read for a warm form.
import { describe, expect, test, vi } from 'vitest';
import type { Database } from '#worker/database.ts';
import { database, formFields, openDoor, openForm, postForm } from './door.ts';

describe('every reply', () => {
  test('of a warm form costs no database read', async () => {
    let calls = 0;
    const db = database();
    const door = await openDoor({
      db: { all: (s) => ++calls && db.all(s), first: (s) => ++calls && db.first(s), commit: db.commit } as Database,
    });
    const open = async () => expect((await door.app.request(`/s/${door.survey.code}`)).status).toBe(200);
    await open();
    calls = 0;
    for (let i = 0; i < 3; i += 1) await open();
    expect(calls).toBe(0);
  });

  test('to a citizen sets no cookie, is not cached and runs nothing foreign', async () => {
    const door = await openDoor();
    for (const path of ['/', `/s/${door.survey.code}`, '/receipts/ABCDEFGH', '/nowhere', '/healthz']) {
      const { headers } = await door.app.request(path);
      expect(headers.get('set-cookie')).toBeNull();
      // A form may be shown again by "back", and asks the server otherwise (see PageParts.backShows).
      expect(headers.get('cache-control')).toBe(path.startsWith('/s/') ? 'private, no-cache' : 'no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      if (headers.get('content-type')?.includes('html'))
        expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
    }
  });

  test('to a bug shows a number, and neither reply nor log holds what was written', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const db = database();
    const broken: Database = {
      ...db,
      commit: async (list) =>
        list.some(({ text }) => text.includes('INTO responses'))
          ? Promise.reject(new Error('SECRETCANARY 11010519491231002X'))
          : db.commit(list),
    };
    const door = await openDoor({ db: broken });
    const form = await openForm(door);
    const reply = await postForm(door, { ...formFields(form), G00: 's5', G14: 'CANARYTEXT' });
    const html = await reply.text();
    expect(reply.status).toBe(500);
    expect(html).toContain('CANARYTEXT');
    expect(html).not.toContain('SECRETCANARY');
    const log = JSON.stringify(logged.mock.calls);
    expect(log).toMatch(/bug/);
    expect(log).not.toMatch(/CANARY|11010519491231002X/);
    expect(log).not.toContain(form.id);
    logged.mockRestore();
  });
});
