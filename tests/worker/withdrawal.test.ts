// Taking an answer back: by whoever was handed its code, once, while the survey is open, and the figures still add up.

import { describe, expect, test, vi } from 'vitest';
import { sumCells } from '#core/evaluation.ts';
import { reconcile, type Standing } from '#core/standing.ts';
import { countIn, responsesKey } from '#core/tally.ts';
import { readWithdrawalCode } from '#core/withdrawal.ts';
import { requestOf } from '#tests/world/world.ts';
import { type Database, sql } from '#worker/database.ts';
import { recount } from '#worker/recount.ts';
import { sha256Hex } from '#worker/seals.ts';
import { issuing } from '#worker/store/invitations.ts';
import { allSurveys } from '#worker/store/surveys.ts';
import { talliesOf } from '#worker/store/tallies.ts';
import { database, formFields, type OpenDoor, openDoor, openForm, postForm, sendAnswers } from './door.ts';

interface Sent {
  readonly receipt: string;
  readonly code: string;
}

async function answered(door: OpenDoor, answers: Record<string, string>, path?: string): Promise<Sent> {
  const form = await openForm(door, path);
  const { headers } = await postForm(door, { ...formFields(form), ...answers }, path);
  const [, receipt = '', code = ''] = headers.get('location')?.match(/receipts\/(\w{8})\?.*#(.+)$/) ?? [];
  return { receipt, code };
}

const withdraw = ({ app }: OpenDoor, { receipt, code }: Sent, headers: Record<string, string> = {}) =>
  app.request(`/receipts/${receipt}/withdrawal`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ code }).toString(),
  });

async function standings({ host, survey }: OpenDoor): Promise<Partial<Record<Standing, number>>> {
  const sums = sumCells(await talliesOf(host.db, { survey: survey.code }));
  const counts = sums.map(({ standing, tally }) => [standing, countIn(tally, responsesKey)] as const);
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}

async function differences({ host, survey }: OpenDoor) {
  const surveys = await allSurveys(host.db);
  const all = await recount(host.db, (code, version) => {
    const document = surveys.find((each) => each.code === code)?.versions.get(version)?.document;
    if (!document) throw new Error(code);
    return document;
  });
  return all.filter(({ cell }) => cell.startsWith(`${survey.code}/`));
}

describe('a withdrawal', () => {
  test('moves the answer from valid to withdrawn, and a recount agrees', async () => {
    const door = await openDoor();
    await answered(door, { G00: 's1' });
    const sent = await answered(door, { G00: 's5', G08: 'no', G14: '想收回的话' });
    expect((await withdraw(door, sent)).status).toBe(303);
    expect(await standings(door)).toEqual({ valid: 1, withdrawn: 1 });
    expect(reconcile(await standings(door))).toMatchObject({ received: 2, valid: 1 });
    expect(await differences(door)).toEqual([]);
    expect(await door.stored()).toHaveLength(2);
  });

  test('shows on the receipt, which still says that the answer was received', async () => {
    const door = await openDoor();
    const sent = await answered(door, { G00: 's2' });
    const reply = await withdraw(door, sent);
    const html = await (await door.app.request(reply.headers.get('location') as string)).text();
    expect(html).toContain('<h1>已撤回</h1>');
    expect(html).not.toContain('name="code"');
    const json = await door.app.request(`/receipts/${sent.receipt}`, { headers: { accept: 'application/json' } });
    expect(await json.json()).toEqual({ ok: true, receipt: sent.receipt, day: '2026-06-15', withdrawn: true });
  });

  test('takes the words out of every list, also when they were released before', async () => {
    const door = await openDoor();
    const sent = await answered(door, { G00: 's2', G14: '想收回的话' });
    const comments = () => door.host.db.all(sql`SELECT state FROM comments WHERE survey = ${door.survey.code}`);
    expect(await comments()).toHaveLength(1);
    await withdraw(door, sent);
    expect(await comments()).toEqual([]);
  });

  test('happens once, however often and however many times at once it is asked for', async () => {
    const door = await openDoor();
    const sent = await answered(door, { G00: 's4' });
    const replies = await Promise.all(Array.from({ length: 8 }, () => withdraw(door, sent)));
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 303));
    expect((await withdraw(door, sent)).status).toBe(303);
    expect(await standings(door)).toEqual({ withdrawn: 1 });
    expect(await differences(door)).toEqual([]);
  });

  test('whose reply got lost is whole or absent, and can be asked for again', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    for (const when of ['before', 'after'] as const) {
      const db = database();
      let failing = false;
      const shaky: Database = {
        ...db,
        async commit(statements) {
          if (!failing) return db.commit(statements);
          if (when === 'after') await db.commit(statements);
          throw new Error('the line went dead');
        },
      };
      const door = await openDoor({ db: shaky });
      const sent = await answered(door, { G00: 's4' });
      failing = true;
      expect((await withdraw(door, sent)).status).toBe(500);
      expect(await differences(door)).toEqual([]);
      failing = false;
      expect((await withdraw(door, sent)).status).toBe(303);
      expect(await standings(door)).toEqual({ withdrawn: 1 });
      expect(await differences(door)).toEqual([]);
    }
    logged.mockRestore();
  });

  test('is not undone by the phone sending the same answer again', async () => {
    const door = await openDoor();
    const form = await openForm(door);
    const first = (await (await sendAnswers(door, form, { G00: 's3' })).json()) as { receipt: string; page: string };
    await withdraw(door, { receipt: first.receipt, code: first.page.split('#')[1] as string });
    const again = await sendAnswers(door, form, { G00: 's3' });
    expect([again.status, await again.json()]).toEqual([200, first]);
    expect(await standings(door)).toEqual({ withdrawn: 1 });
  });

  test('takes an answer that was under suspicion out of quarantine', async () => {
    const door = await openDoor();
    const sent = await answered(door, { G00: 's3' });
    await door.host.db.commit([sql`UPDATE responses SET quarantine = 1 WHERE survey = ${door.survey.code}`]);
    await door.host.db.commit([sql`UPDATE tallies SET standing = 'quarantine' WHERE survey = ${door.survey.code}`]);
    await withdraw(door, sent);
    expect(await standings(door)).toEqual({ withdrawn: 1 });
    expect(await differences(door)).toEqual([]);
  });

  test('does not give the invitation back', async () => {
    const door = await openDoor({ survey: requestOf(2026) });
    const token = 'ABCDEFGHJKMNPQRSTVWXYZ0123';
    await door.host.db.commit([
      issuing({
        hash: sha256Hex(token),
        survey: door.survey.code,
        unit: 'land',
        outcome: 'r3_1',
        month: '2026-05',
        tail: '0412',
        expires: '2026-12-31',
      }),
    ]);
    const sent = await answered(door, { R00: 's1' }, `/i/${token}`);
    expect((await withdraw(door, sent)).status).toBe(303);
    expect((await door.app.request(`/i/${token}`)).status).toBe(410);
    expect(await standings(door)).toEqual({ withdrawn: 1 });
  });
});

describe('the withdrawal code', () => {
  test('of another answer, a wrong one and none are problems at the field, and change nothing', async () => {
    const door = await openDoor();
    const [mine, other] = [await answered(door, { G00: 's4' }), await answered(door, { G00: 's1' })];
    for (const code of [other.code, mine.receipt, '0000-0000-0000-0000', '撤回', '']) {
      const reply = await withdraw(door, { ...mine, code });
      const html = await reply.text();
      expect([code, reply.status]).toEqual([code, 422]);
      expect(html).toMatch(/<details[^>]*open[\s\S]*id="code-problem"/);
      if (code) expect(html).toContain(`value="${code}"`);
    }
    const json = await withdraw(door, { ...mine, code: 'X' }, { accept: 'application/json' });
    expect(await json.json()).toMatchObject({ problems: [{ field: 'code', code: 'wrong-withdrawal-code' }] });
    expect(await standings(door)).toEqual({ valid: 2 });
  });

  test('may be typed in small or full-width letters, without dashes, with O for 0', async () => {
    const door = await openDoor();
    const sent = await answered(door, { G00: 's4' });
    expect(sent.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = sent.code.replaceAll('-', ' ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'ｌ');
    expect(readWithdrawalCode(typed)).toBe(sent.code.replaceAll('-', ''));
    expect((await withdraw(door, { ...sent, code: typed })).status).toBe(303);
  });

  test('is the same for the phone and for the form, and on no page that can be opened with the receipt', async () => {
    const door = await openDoor();
    const form = await openForm(door);
    const { page, receipt } = (await (await sendAnswers(door, form, { G00: 's4' })).json()) as Record<string, string>;
    const reply = await postForm(door, { ...formFields(form), G00: 's4' });
    expect(reply.headers.get('location')).toBe(page);
    const shown = await (await door.app.request(`/receipts/${receipt}`)).text();
    expect(shown).toContain('name="code"');
    expect(shown).not.toContain((page as string).split('#')[1]);
  });
});

test('after the last day nothing can be taken back, and the page does not offer it', async () => {
  const door = await openDoor({ window: { opens: '2026-06-01', closes: '2026-06-30', graceDays: 7 } });
  const sent = await answered(door, { G00: 's4' });
  door.at('2026-07-01T00:00:00+08:00');
  const reply = await withdraw(door, sent);
  expect([reply.status, (await reply.text()).includes('已经不能撤回')]).toEqual([410, true]);
  expect(await (await door.app.request(`/receipts/${sent.receipt}`)).text()).not.toContain('name="code"');
  expect(await standings(door)).toEqual({ valid: 1 });
});

test('a receipt that was never given has nothing to take back', async () => {
  const door = await openDoor();
  for (const receipt of ['ABCDEFGH', '0', '../staff'])
    expect((await withdraw(door, { receipt: encodeURIComponent(receipt), code: 'X' })).status).toBe(404);
});
