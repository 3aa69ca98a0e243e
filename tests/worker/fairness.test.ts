// Promises 23 and 24 over HTTP: whatever looks like a robot is stored, gets its receipt, is left out of the rates and stays
// visible; and whoever cannot run the page's script is served like everybody else.
import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import { challengeOf, workMax } from '#core/proof.ts';
import { envelope, trapField } from '#core/submission.ts';
import { perMinuteMax } from '#core/suspicion.ts';
import { openDesk, signedInAs } from './desk.ts';
import {
  fieldsIn,
  formFields,
  type OpenDoor,
  openDoor,
  openForm,
  payloadFor,
  postForm,
  postJson,
  type ServedForm,
  sendAnswers,
} from './door.ts';

const served = async (door: OpenDoor) => fieldsIn(await (await door.app.request(`/s/${door.survey.code}`)).text());
const labels = async (door: OpenDoor) =>
  (await door.stored()).map(({ quarantine, possible_duplicate: duplicate }) => ({ quarantine, duplicate }));
const labelOf = async (door: OpenDoor, { id }: ServedForm) =>
  (await door.stored()).find((row) => row.id === id)?.quarantine;

describe('a filled trap', () => {
  test('without script is stored, gets its receipt and is labelled', async () => {
    const door = await openDoor();
    const fields = { ...formFields(await openForm(door)), G00: 's5', [trapField]: 'http://cheap.example/'.repeat(20) };
    const reply = await postForm(door, fields);
    expect(reply.status).toBe(303);
    expect((await door.app.request(reply.headers.get('location') as string)).status).toBe(200);
    expect(await labels(door)).toEqual([{ quarantine: 1, duplicate: 0 }]);
  });

  test('from the phone is stored, acknowledged and labelled, and sent again is the same answer', async () => {
    const door = await openDoor();
    const form = await openForm(door);
    const body = envelope(payloadFor(door, form, { G00: 's5' }), form.ticket, true);
    expect([(await postJson(door, body)).status, (await postJson(door, body)).status]).toEqual([201, 200]);
    expect(await labels(door)).toEqual([{ quarantine: 1, duplicate: 0 }]);
  });

  test('left empty is no answer and no problem', async () => {
    const door = await openDoor();
    const reply = await postForm(door, { ...formFields(await openForm(door)), G00: 's5', [trapField]: '' });
    expect(reply.status).toBe(303);
    expect(await labels(door)).toEqual([{ quarantine: 0, duplicate: 0 }]);
  });
});

describe('the pace', () => {
  test('of an answer in the second its form was served labels it; a few seconds later it does not', async () => {
    const door = await openDoor();
    const [hasty, brisk] = [await served(door), await served(door)];
    expect((await sendAnswers(door, hasty, { G00: 's5' })).status).toBe(201);
    door.wait(3);
    expect((await sendAnswers(door, brisk, { G00: 's5' })).status).toBe(201);
    expect([await labelOf(door, hasty), await labelOf(door, brisk)]).toEqual([1, 0]);
  });

  test('is not measured again where a form comes back with what was written on it', async () => {
    const door = await openDoor();
    const form = await openForm(door);
    const again = fieldsIn(await (await postForm(door, { ...formFields(form), ticket: 'x', G00: 's5' })).text());
    expect(again.id).not.toBe(form.id);
    expect((await postForm(door, { ...formFields(again), G00: 's5', G12: ['farm', 'land'] })).status).toBe(303);
    expect(await labelOf(door, again)).toBe(0);
  });

  test('cannot be slowed by altering the ticket: it is no longer ours, and what was written comes back', async () => {
    const door = await openDoor();
    const form = await served(door);
    const [second, ...rest] = form.ticket.split('.');
    const ticket = [Number(second) - 60, ...rest].join('.');
    const reply = await postForm(door, { ...formFields(form), ticket, G00: 's5', G14: '还在这里' });
    expect(reply.status).toBe(422);
    expect(await reply.text()).toContain('还在这里');
    expect(await door.stored()).toEqual([]);
  });
});

test('the same words twice are marked as a possible duplicate, and count', async () => {
  const door = await openDoor();
  for (const G14 of ['请把补贴名单贴到村里的公开栏', '请把补贴名单贴到村里的公开栏', '没有意见', '没有意见'])
    await sendAnswers(door, await openForm(door), { G00: 's4', G14 });
  const rows = await labels(door);
  expect(rows.map(({ duplicate }) => duplicate).sort()).toEqual([0, 0, 0, 1]);
  expect(rows.every(({ quarantine }) => quarantine === 0)).toBe(true);
});

describe('under load', () => {
  const rushed = async () => {
    const door = await openDoor();
    for (let i = 0; i < 40; i += 1) door.host.watch.noteServed();
    return door;
  };
  const solutionOf = ({ id, ticket }: ServedForm) => {
    const challenge = ticket.split('.')[2] as string;
    return Array.from({ length: workMax }, (_, number) => number).find(
      (number) => challengeOf(id, number) === challenge,
    );
  };
  const solve = (form: ServedForm) => ({ ...form, ticket: `${form.ticket}.${solutionOf(form)}` });
  /** Robots that try nothing, until their missing proofs stand out. */
  const besiege = async (door: OpenDoor) => {
    for (let i = 0; i < 8; i += 1) {
      const form = await served(door);
      door.wait(3 + i);
      await sendAnswers(door, form, { G00: 's1' });
    }
  };

  test('a form brings a challenge and the script that solves it; a calm one brings neither', async () => {
    const html = async (door: OpenDoor) => (await door.app.request(`/s/${door.survey.code}`)).text();
    const [calm, busy] = [await html(await openDoor()), await html(await rushed())];
    expect([fieldsIn(calm).ticket.split('.').length, calm.includes('/assets/proof.')]).toEqual([2, false]);
    expect([fieldsIn(busy).ticket.split('.').length, busy.includes('/assets/proof.')]).toEqual([3, true]);
  });

  test('a few answers without a proof are people without script, and count', async () => {
    const door = await rushed();
    const form = await openForm(door);
    expect((await postForm(door, { ...formFields(form), G00: 's4' })).status).toBe(303);
    expect(await labelOf(door, form)).toBe(0);
  });

  test('once many are missing a proof they are labelled, and those that bring one are not', async () => {
    const door = await rushed();
    await besiege(door);
    const [solved, plain] = [solve(await openForm(door)), await openForm(door)];
    expect((await sendAnswers(door, solved, { G00: 's2' })).status).toBe(201);
    const receipt = await postForm(door, { ...formFields(plain), G00: 's4' });
    expect(receipt.status, 'without script there is still a receipt').toBe(303);
    expect((await door.app.request(receipt.headers.get('location') as string)).status).toBe(200);
    expect([await labelOf(door, solved), await labelOf(door, plain)]).toEqual([0, 1]);
  });

  test('a solution used again for another form is worth nothing', async () => {
    const door = await rushed();
    await besiege(door);
    const [first, second] = [solve(await openForm(door)), await openForm(door)];
    await sendAnswers(door, first, { G00: 's5' });
    const replayed = { ...second, ticket: `${second.ticket}.${first.ticket.split('.')[3]}` };
    await sendAnswers(door, replayed, { G00: 's5' });
    expect([await labelOf(door, first), await labelOf(door, second)]).toEqual([0, 1]);
  });

  test('a solution used again for its own form is the same answer', async () => {
    const door = await rushed();
    const form = solve(await openForm(door));
    expect((await sendAnswers(door, form, { G00: 's5' })).status).toBe(201);
    expect((await sendAnswers(door, form, { G00: 's5' })).status).toBe(200);
    expect((await sendAnswers(door, form, { G00: 's1' })).status).toBe(409);
    expect(await door.stored()).toHaveLength(1);
  });

  test('a solution of the day before has expired', async () => {
    const door = await rushed();
    const form = solve(await openForm(door));
    door.wait(86_400);
    for (let i = 0; i < 40; i += 1) door.host.watch.noteServed();
    await besiege(door);
    expect((await sendAnswers(door, form, { G00: 's5' })).status).toBe(201);
    expect(await labelOf(door, form)).toBe(1);
  });

  test('a challenge left out of the ticket, taken from another form or carried to another survey is refused as forged', async () => {
    const [door, other] = [await rushed(), await rushed()];
    const [form, second] = [await openForm(door), await openForm(door)];
    const [at, seal, challenge] = form.ticket.split('.');
    const foreign = second.ticket.split('.')[2];
    for (const ticket of [`${at}.${seal}`, `${at}.${seal}.${foreign}`, `${at}.${seal}.`])
      expect((await sendAnswers(door, { ...form, ticket }, { G00: 's5' })).status, ticket).toBe(422);
    expect(
      (await sendAnswers(other, solve({ ...form, ticket: `${at}.${seal}.${challenge}` }), { G00: 's5' })).status,
    ).toBe(422);
    expect([...(await door.stored()), ...(await other.stored())]).toEqual([]);
  });
});

describe('the address', () => {
  const post = (door: OpenDoor, form: ServedForm, headers: Record<string, string>) =>
    door.app.request(`/s/${door.survey.code}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(envelope(payloadFor(door, form, { G00: 's5' }), form.ticket)),
    });
  const flood = (door: OpenDoor, address: string) => {
    const bucket = door.host.watch.bucketOf(address);
    for (let i = 0; i < perMinuteMax; i += 1) door.host.watch.admits(bucket);
  };

  test('that floods is asked to wait; its neighbours are not, and a minute later neither is it', async () => {
    const door = await openDoor({ addressHeader: 'cf-connecting-ip' });
    const [form, other] = [await openForm(door), await openForm(door)];
    flood(door, '2001:db8:1:2::1');
    const refused = await post(door, form, { 'cf-connecting-ip': '2001:db8:1:2:3::9' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await post(door, other, { 'cf-connecting-ip': '2001:db8:1:3::1' })).status).toBe(201);
    door.wait(60);
    expect((await post(door, form, { 'cf-connecting-ip': '2001:db8:1:2:3::9' })).status).toBe(201);
  });

  test('that floods gets its form back as it was, without script', async () => {
    const door = await openDoor({ addressHeader: 'x-real-ip' });
    const form = await openForm(door);
    flood(door, '203.0.113.9');
    const reply = await door.app.request(`/s/${door.survey.code}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-real-ip': '203.0.113.9' },
      body: new URLSearchParams({ ...formFields(form), G00: 's2', G14: '还在这里' }).toString(),
    });
    const html = await reply.text();
    expect([reply.status, html.includes('还在这里'), fieldsIn(html).id]).toEqual([429, true, form.id]);
  });

  test('in a header that nobody vouches for is not read: it helps nobody and hurts nobody', async () => {
    const door = await openDoor();
    const form = await openForm(door);
    flood(door, '203.0.113.9');
    for (const header of ['cf-connecting-ip', 'x-forwarded-for', 'x-real-ip', 'forwarded', 'true-client-ip'])
      expect((await post(door, form, { [header]: '203.0.113.9' })).status).toBeLessThan(300);
  });

  test('is in no table and no log, neither as it is nor hashed', async () => {
    const logged = vi.spyOn(console, 'error');
    const door = await openDoor({ addressHeader: 'cf-connecting-ip' });
    const address = '198.51.100.77';
    expect((await post(door, await openForm(door), { 'cf-connecting-ip': address })).status).toBe(201);
    const { results } = await env.DB.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).bind().all();
    const tables = (results as { name: string }[]).filter(({ name }) => !/^(sqlite|_cf|d1)_/.test(name));
    const rows = await Promise.all(tables.map(({ name }) => env.DB.prepare(`SELECT * FROM ${name}`).bind().all()));
    const everything = JSON.stringify(rows.map((table) => table.results)) + JSON.stringify(logged.mock.calls);
    expect(everything).toContain(door.survey.code);
    expect(everything).not.toContain(address);
    expect(everything).not.toContain(door.host.watch.bucketOf(address));
    logged.mockRestore();
  });

  test('has another bucket the day after', async () => {
    const door = await openDoor();
    const [today, again] = [door.host.watch.bucketOf('203.0.113.9'), door.host.watch.bucketOf('203.0.113.9')];
    door.wait(86_400);
    expect(again).toBe(today);
    expect(door.host.watch.bucketOf('203.0.113.9')).not.toBe(today);
  });
});

test('staff see what was labelled in the line that adds up, and the rates without it', async () => {
  const desk = await openDesk();
  for (let i = 0; i < 6; i += 1) await sendAnswers(desk, await openForm(desk), { G00: 's5' });
  await postForm(desk, { ...formFields(await openForm(desk)), G00: 's1', [trapField]: 'x' });
  await sendAnswers(desk, await served(desk), { G00: 's1' });
  desk.at('2027-01-20T09:00:00+08:00');
  const viewer = await signedInAs(desk, desk.member('viewer'));
  const html = await (await viewer.get(`/staff/results/${desk.survey.code}?year=2026`)).text();
  expect(html).toContain('<b>收到 8 份 ＝ 有效 6 份 ＋ 剔除 2 份</b>（存疑待核 2）');
  expect(html).toContain('非常满意 6');
  expect(html).not.toContain('非常不满意 2');
});
