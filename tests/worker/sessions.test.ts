// Signing in, and everything that must end a session at once.
import { describe, expect, test } from 'vitest';
import { idleSecondsMax, sessionSecondsMax, triesMax } from '#core/session.ts';
import { sql } from '#worker/database.ts';
import { browserWith, cookiesOf, type Desk, openDesk, password, signedInAs, signIn } from './desk.ts';

const json = { accept: 'application/json' };
const statusWith = async (desk: Desk, cookie: string) => (await browserWith(desk, cookie).get('/staff', json)).status;

describe('the right name and password', () => {
  test('give a session in a cookie that only this site and no script can read', async () => {
    const desk = await openDesk();
    const reply = await signIn(desk, desk.member('officer').name);
    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/staff?lang=zh-CN']);
    const cookie = reply.headers.getSetCookie().find((each) => each.startsWith('__Host-pingyi=')) ?? '';
    expect(cookie).toMatch(/^__Host-pingyi=[0-9a-f]{64}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(await statusWith(desk, cookiesOf(reply))).toBe(200);
  });

  test('may be typed with full-width letters and with blank ends around the name', async () => {
    const desk = await openDesk();
    const { id, name } = desk.member('admin');
    const admin = await signedInAs(desk, { id });
    await admin.post('/staff/password', { present: password, password: 'abcdef123456' });
    expect((await signIn(desk, `  ${name} `, 'ａｂｃｄｅｆ１２３４５６')).status).toBe(303);
  });

  test('lead back to the page that was asked for, never to another site', async () => {
    const desk = await openDesk({ basePath: '/pingyi' });
    const { name } = desk.member('officer');
    const landing = async (next: string) => {
      const reply = await browserWith(desk).post('/pingyi/staff/sign-in', { name, password, next });
      return reply.headers.get('location');
    };
    expect(await landing('/staff/results/x?unit=land')).toBe('/pingyi/staff/results/x?unit=land');
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/\\evil',
      '/staff/../../x\r\nset-cookie: a=b',
      '/staffx',
      'javascript:1',
      '/staff@evil',
    ])
      expect([next, await landing(next)]).toEqual([next, '/pingyi/staff?lang=zh-CN']);
  });
});

describe('a wrong name and a wrong password', () => {
  test('get the same answer', async () => {
    const desk = await openDesk();
    const { name } = desk.member('officer');
    const [unknown, wrong] = [
      await signIn(desk, '没有这个人', 'x'.repeat(12)),
      await signIn(desk, name, 'x'.repeat(12)),
    ];
    expect([unknown.status, wrong.status]).toEqual([422, 422]);
    expect((await unknown.text()).replace('没有这个人', name)).toBe(await wrong.text());
  });

  test('are not told from a disabled account', async () => {
    const desk = await openDesk();
    const admin = await signedInAs(desk, desk.member('admin'));
    const { id, name } = desk.member('viewer');
    await admin.post(`/staff/people/${id}/disabling`, {});
    const reply = await signIn(desk, name);
    expect([reply.status, (await reply.text()).includes('姓名或密码不对')]).toEqual([422, true]);
  });
});

describe('guessing', () => {
  test(`stops after ${triesMax} tries, however many are sent at once, and begins anew with the next quarter of an hour`, async () => {
    const desk = await openDesk();
    desk.at('2026-06-15T10:01:00+08:00');
    const { name } = desk.member('officer');
    const replies = await Promise.all(Array.from({ length: 30 }, (_, i) => signIn(desk, name, `guess number ${i}`)));
    const answered = (wanted: number) => replies.filter(({ status }) => status === wanted).length;
    expect([answered(422), answered(429)]).toEqual([triesMax, 30 - triesMax]);
    const refused = await signIn(desk, name);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, String(14 * 60)]);
    expect(await refused.text()).toContain('请过 14 分钟再试');
    desk.at('2026-06-15T10:15:00+08:00');
    expect((await signIn(desk, name)).status).toBe(303);
  });

  test('by others does not lock out the owner on a browser they have used', async () => {
    const desk = await openDesk();
    const { name } = desk.member('officer');
    const device = cookiesOf(await signIn(desk, name));
    for (let i = 0; i <= triesMax; i += 1) await signIn(desk, name, `guess number ${i}`);
    expect((await signIn(desk, name)).status).toBe(429);
    expect((await signIn(desk, name, password, browserWith(desk, device))).status).toBe(303);
  });

  test('a browser’s mark is of no use for another name, and cannot be made', async () => {
    const desk = await openDesk();
    const [mine, other] = [desk.member('officer').name, desk.member('viewer').name];
    const marks = [
      cookiesOf(await signIn(desk, mine)),
      `__Host-pingyi-device=${'0'.repeat(32)}.${'0'.repeat(32)}`,
      '__Host-pingyi-device=.',
    ];
    for (let i = 0; i <= triesMax; i += 1) await signIn(desk, other, `guess number ${i}`);
    for (const mark of marks) expect((await signIn(desk, other, password, browserWith(desk, mark))).status).toBe(429);
  });

  test('is written down once for the person it was aimed at', async () => {
    const desk = await openDesk();
    const { id, name } = desk.member('author');
    for (let i = 0; i < triesMax + 3; i += 1) await signIn(desk, name, `guess number ${i}`);
    const rows = await desk.host.db.all(
      sql`SELECT actor FROM audit WHERE action = 'session.throttled' AND object = ${id}`,
    );
    expect(rows).toEqual([{ actor: 'nobody' }]);
  });

  test('a right password forgives nobody else’s wrong ones', async () => {
    const desk = await openDesk();
    const { name } = desk.member('officer');
    for (let i = 0; i < triesMax - 1; i += 1) await signIn(desk, name, `guess number ${i}`);
    expect((await signIn(desk, name)).status).toBe(303);
    expect((await signIn(desk, name, 'one more guess')).status).toBe(422);
    expect((await signIn(desk, name, 'and another one')).status).toBe(429);
  });

  test('of the present password is limited too', async () => {
    const desk = await openDesk();
    const officer = await signedInAs(desk, desk.member('officer'));
    const guess = () => officer.post('/staff/password', { present: 'wrong', password: 'a new password' });
    for (let i = 0; i < triesMax; i += 1) expect((await guess()).status).toBe(422);
    expect((await guess()).status).toBe(429);
  });
});

describe('a captured cookie is worth nothing after', () => {
  const cases: readonly [string, (desk: Desk, cookie: string) => Promise<unknown>][] = [
    ['signing out', (desk, cookie) => browserWith(desk, cookie).post('/staff/sign-out', {})],
    ['being disabled', async (desk) => act(desk, 'disabling')],
    ['a change of role', async (desk) => act(desk, 'role', { role: 'viewer', unit: '' })],
    ['a change of unit', async (desk) => act(desk, 'role', { role: 'officer', unit: 'land' })],
    ['a reset of the password', async (desk) => act(desk, 'password')],
    [
      'changing the password elsewhere',
      async (desk) => {
        const elsewhere = await signedInAs(desk, desk.member('officer'));
        const reply = await elsewhere.post('/staff/password', { present: password, password: 'a new password' });
        expect([reply.status, await statusWith(desk, elsewhere.cookie)]).toEqual([200, 200]);
      },
    ],
    [
      'being disabled behind our back',
      async (desk) => {
        const { id } = desk.member('officer');
        await desk.host.db.commit([sql`UPDATE staff SET disabled = 1 WHERE id = ${id}`]);
      },
    ],
    ['half an hour of rest', async (desk) => later(desk, idleSecondsMax)],
    [
      'signing in again in the same browser',
      (desk, cookie) => signIn(desk, desk.member('officer').name, password, browserWith(desk, cookie)),
    ],
  ];

  async function act(desk: Desk, deed: string, fields: Record<string, string> = {}) {
    const admin = await signedInAs(desk, desk.member('admin'));
    const reply = await admin.post(`/staff/people/${desk.member('officer').id}/${deed}`, fields);
    expect(reply.status).toBeLessThan(400);
  }

  test.each(cases)('%s', async (_, end) => {
    const desk = await openDesk();
    const { cookie } = await signedInAs(desk, desk.member('officer'));
    expect(await statusWith(desk, cookie)).toBe(200);
    await end(desk, cookie);
    expect(await statusWith(desk, cookie)).toBe(401);
  });
});

const later = async (desk: Desk, seconds: number) => desk.at(new Date(desk.host.now() + seconds * 1000).toISOString());

describe('a session', () => {
  test('lasts eight hours however often it is used', async () => {
    const desk = await openDesk();
    const { cookie } = await signedInAs(desk, desk.member('officer'));
    let elapsed = 0;
    for (; elapsed < sessionSecondsMax - 1200; elapsed += 1200) {
      await later(desk, 1200);
      expect([elapsed, await statusWith(desk, cookie)]).toEqual([elapsed, 200]);
    }
    await later(desk, 1200);
    expect(await statusWith(desk, cookie)).toBe(401);
  });

  test('is not kept alive by a page that renews itself', async () => {
    const desk = await openDesk();
    const browser = await signedInAs(desk, desk.member('officer'));
    for (const _ of [1, 2]) {
      await later(desk, idleSecondsMax / 2 - 1);
      expect((await browser.get('/staff', { ...json, 'sec-fetch-dest': 'empty' })).status).toBe(200);
    }
    await later(desk, 2);
    expect((await browser.get('/staff', { ...json, 'sec-fetch-dest': 'empty' })).status).toBe(401);
  });

  test('writes when it was seen at most once a minute', async () => {
    const desk = await openDesk();
    const browser = await signedInAs(desk, desk.member('officer'));
    const seen = async () =>
      (
        await desk.host.db.first<{ seen: number }>(
          sql`SELECT max(seen) AS seen FROM sessions WHERE staff = ${desk.member('officer').id}`,
        )
      )?.seen;
    const start = await seen();
    await later(desk, 59);
    await browser.get('/staff');
    expect(await seen()).toBe(start);
    await later(desk, 1);
    await browser.get('/staff');
    expect(await seen()).toBe((start ?? 0) + 60);
  });
});

describe('accounts', () => {
  test('the last administrator can neither be disabled nor become something else', async () => {
    const desk = await openDesk();
    const { id } = desk.member('admin');
    await desk.host.db.commit([sql`UPDATE staff SET disabled = 1 WHERE role = 'admin' AND id <> ${id}`]);
    const admin = await signedInAs(desk, { id });
    expect((await admin.post(`/staff/people/${id}/disabling`, {})).status).toBe(409);
    expect((await admin.post(`/staff/people/${id}/role`, { role: 'viewer', unit: '' })).status).toBe(409);
    expect((await admin.get('/staff/people')).status).toBe(200);
  });

  test('a new one gets a password that is shown once and works', async () => {
    const desk = await openDesk();
    const admin = await signedInAs(desk, desk.member('admin'));
    const name = `新人${desk.member('admin').id}`;
    const html = await (await admin.post('/staff/people', { name, role: 'officer', unit: 'land' })).text();
    const made = html.match(/<code>([\w-]{19})<\/code>/)?.[1] ?? '';
    expect((await signIn(desk, name, made)).status).toBe(303);
    expect(await (await admin.get('/staff/people')).text()).not.toContain(made);
  });

  test('every mistake in a new one is named and what was typed stays', async () => {
    const desk = await openDesk();
    const admin = await signedInAs(desk, desk.member('admin'));
    const post = async (fields: Record<string, string>) => {
      const reply = await admin.post('/staff/people', fields);
      return [reply.status, await reply.text()] as const;
    };
    const taken = await post({ name: desk.member('viewer').name, role: 'viewer', unit: '' });
    expect([
      taken[0],
      taken[1].includes('已经有账号'),
      taken[1].includes(`value="${desk.member('viewer').name}"`),
    ]).toEqual([422, true, true]);
    expect((await post({ name: '', role: 'god', unit: '' }))[1]).toMatch(/还没有填写.*填写的内容不对/s);
    expect((await post({ name: '甲', role: 'admin', unit: 'land' }))[1]).toContain('不能只属于一个单位');
    expect((await post({ name: '甲', role: 'officer', unit: 'nowhere' }))[1]).toContain('没有这个单位');
  });
});
