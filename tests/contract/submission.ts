// Exactly once, on any host: the batch that stores a response, under repetition, collision and a failing database.
import { expect, test } from 'vitest';
import type { Answers } from '#core/answers.ts';
import { commentStates } from '#core/comment.ts';
import { wholeCounty } from '#core/submission.ts';
import { countIn, responsesKey } from '#core/tally.ts';
import { randomAnswers, seeded } from '#tests/world/answers.ts';
import { loadAnswers } from '#tests/world/load.ts';
import { buildWorld, generalOf, requestOf, worldNow, worldYear } from '#tests/world/world.ts';
import { serveForm } from '#worker/actions/serve-form.ts';
import { submit } from '#worker/actions/submit.ts';
import { withdraw } from '#worker/actions/withdraw.ts';
import { catalogueReader } from '#worker/catalogue.ts';
import { type Database, sql } from '#worker/database.ts';
import { makeHost } from '#worker/host.ts';
import { recount } from '#worker/recount.ts';
import { sha256Hex } from '#worker/seals.ts';
import { readSettings } from '#worker/settings.ts';
import { commentsIn } from '#worker/store/comments.ts';
import { issuing } from '#worker/store/invitations.ts';
import { receivedUnder } from '#worker/store/responses.ts';
import { talliesOf } from '#worker/store/tallies.ts';

const settings = readSettings({ SECRET: 's'.repeat(32) });
const survey = generalOf(worldYear);

export function submissionContract(open: () => Promise<Database>): void {
  const world = async () => {
    const db = await open();
    const host = makeHost(db, settings, { now: () => worldNow });
    const built = await db.first(sql`SELECT code FROM surveys WHERE code = ${survey.code}`);
    if (!built) await buildWorld(host);
    return { host, catalogue: await catalogueReader()(db, worldNow), db };
  };
  const form = (host: ReturnType<typeof makeHost>) =>
    serveForm(host, { survey: survey.code, version: 1, unit: wholeCounty, door: 's' });
  const door = { survey: survey.code, invitation: null };
  const sent = (form: { id: string; ticket: string }, answers: Answers) => ({
    ...form,
    survey: survey.code,
    version: 1,
    unit: wholeCounty,
    channel: 'web',
    answers,
  });
  const stored = async (db: Database, id: string) =>
    (await db.all<{ answers: string }>(sql`SELECT answers FROM responses WHERE id = ${id}`)).map(({ answers }) =>
      JSON.parse(answers),
    );
  const received = async (db: Database, code: string) =>
    (await talliesOf(db, { survey: code })).reduce((sum, { tally }) => sum + countIn(tally, responsesKey), 0);

  test('the same answer sent twice is stored once and has one receipt', async () => {
    const { host, catalogue, db } = await world();
    const answer = sent(form(host), { G00: 's5', G14: '公开栏看得见' });
    const before = await received(db, survey.code);
    const first = await submit(host, catalogue, door, answer);
    const again = await submit(host, catalogue, door, answer);
    expect([first.fresh, again.fresh]).toEqual([true, false]);
    expect(again.acknowledgement).toEqual(first.acknowledgement);
    expect(await stored(db, answer.id)).toEqual([answer.answers]);
    expect(await received(db, survey.code)).toBe(before + 1);
  });

  test('the same answer sent ten times at once is stored once', async () => {
    const { host, catalogue, db } = await world();
    const answer = sent(form(host), { G00: 's4' });
    const replies = await Promise.all(Array.from({ length: 10 }, () => submit(host, catalogue, door, answer)));
    expect(replies.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect(new Set(replies.map(({ acknowledgement }) => acknowledgement.receipt)).size).toBe(1);
    expect(await stored(db, answer.id)).toHaveLength(1);
  });

  test('another answer under the same id is a conflict and changes nothing', async () => {
    const { host, catalogue, db } = await world();
    const served = form(host);
    await submit(host, catalogue, door, sent(served, { G00: 's5' }));
    const before = await received(db, survey.code);
    await expect(submit(host, catalogue, door, sent(served, { G00: 's1' }))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await stored(db, served.id)).toEqual([{ G00: 's5' }]);
    expect(await received(db, survey.code)).toBe(before);
  });

  test('two answers that share a receipt are both stored with what they wrote, and withdrawn apart', async () => {
    const { host, catalogue, db } = await world();
    const sharing = { ...host, seals: { ...host.seals, receipt: () => 'SHAREDWY' } };
    const answers = ['先写的', '后写的'].map((text) => sent(form(host), { G00: 's3', G14: text }));
    for (const answer of answers) await submit(sharing, catalogue, door, answer);
    const slip = host.seals.slip('SHAREDWY');
    const texts = async () =>
      (await commentsIn(db, { survey: survey.code }, commentStates, { limit: 10_000 })).flatMap((comment) =>
        comment.slip === slip ? [comment.text] : [],
      );
    expect((await texts()).sort()).toEqual(['先写的', '后写的'].sort());
    await withdraw(host, catalogue, 'SHAREDWY', host.seals.withdrawal(answers[0]?.id ?? ''));
    expect(await texts()).toEqual(['后写的']);
    expect(await receivedUnder(db, slip)).toMatchObject({ withdrawn: false });
  });

  test('200 parallel uses of one invitation store one answer', async () => {
    const { host, catalogue, db } = await world();
    const code = requestOf(worldYear).code;
    const invitation = {
      hash: sha256Hex(host.randomHex(16)),
      survey: code,
      unit: 'land',
      outcome: 'r3_1',
      month: '2026-05',
      tail: '0412',
      expires: '2026-08-31',
    };
    await db.commit([issuing(invitation)]);
    const before = await received(db, code);
    const use = () => {
      const served = serveForm(host, { survey: code, version: 1, unit: 'land', door: invitation.hash });
      const answer = { ...served, survey: code, version: 1, unit: 'land', channel: 'qr', answers: { R00: 's4' } };
      return submit(host, catalogue, { survey: code, invitation: { ...invitation, used: false } }, answer);
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 200 }, use));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ code: 'gone', reason: 'invitation-used' });
    expect(await received(db, code)).toBe(before + 1);
    expect(await db.first(sql`SELECT used FROM invitations WHERE hash = ${invitation.hash}`)).toMatchObject({
      used: 1,
    });
  });

  test('whichever database call fails, before or after it took effect, the answer is whole or absent', async () => {
    const { host, catalogue, db } = await world();
    for (const when of ['before', 'after'] as const)
      for (let failing = 1; failing <= 2; failing += 1) {
        const served = form(host);
        const answer = sent(served, { G00: 's3', G14: '两处都要一致' });
        const shaky = makeHost(failingAt(db, failing, when), settings, { now: () => worldNow });
        const before = await received(db, survey.code);
        await submit(shaky, catalogue, door, answer).catch(() => null);
        const rows = (await stored(db, served.id)).length;
        expect(await received(db, survey.code)).toBe(before + rows);
        const comments = await db.all(
          sql`SELECT c.slip FROM comments c JOIN responses r ON r.slip = c.slip WHERE r.id = ${served.id}`,
        );
        expect(comments).toHaveLength(rows);
        const { acknowledgement } = await submit(host, catalogue, door, answer);
        expect(acknowledgement.id).toBe(served.id);
        expect(await received(db, survey.code)).toBe(before + 1);
      }
  });

  test('a mutant that makes a new id for each arrival is caught: it stores a resent answer twice', async () => {
    const { host, catalogue, db } = await world();
    const before = await received(db, survey.code);
    const mutant = () => submit(host, catalogue, door, sent(form(host), { G00: 's2' }));
    await mutant();
    await mutant();
    expect(await received(db, survey.code)).toBe(before + 2);
  });

  test('a withdrawal moves the counts once, and a recount agrees', async () => {
    const { host, catalogue, db } = await world();
    const answer = sent(form(host), { G00: 's1', G14: '想收回的话' });
    const { acknowledgement } = await submit(host, catalogue, door, answer);
    const before = { received: await received(db, survey.code), withdrawn: await withdrawnOf(db) };
    const code = host.seals.withdrawal(answer.id);
    await Promise.all([1, 2, 3].map(() => withdraw(host, catalogue, acknowledgement.receipt, code)));
    expect(await withdrawnOf(db)).toBe(before.withdrawn + 1);
    expect(await received(db, survey.code)).toBe(before.received);
    expect(await recount(db, (of) => (of === survey.code ? survey : requestOf(worldYear)))).toEqual([]);
  });

  test('folded counts equal a recount of every response', async () => {
    const { host, db } = await world();
    const random = seeded(7);
    const days = ['2026-01-01', '2026-02-28', '2026-06-15'];
    const answers = Array.from({ length: 60 }, (_, i) => ({
      answers: randomAnswers(survey, random),
      day: days[i % 3] as string,
      unit: i % 2 ? 'health' : wholeCounty,
      channel: i % 5 ? ('web' as const) : ('qr' as const),
      quarantine: i % 11 === 0,
      test: i % 13 === 0,
    }));
    await loadAnswers(host, survey, answers);
    const request = requestOf(worldYear);
    expect(await recount(db, (code) => (code === survey.code ? survey : request))).toEqual([]);
  });
}

/** A database whose n-th call fails, either before it reaches the store or after it took effect there. */
function failingAt(db: Database, n: number, when: 'before' | 'after'): Database {
  let calls = 0;
  const pass = async <T>(call: () => Promise<T>): Promise<T> => {
    calls += 1;
    if (calls !== n) return call();
    if (when === 'after') await call();
    throw new Error('the line went dead');
  };
  return {
    all: (statement) => pass(() => db.all(statement)),
    first: (statement) => pass(() => db.first(statement)),
    commit: (statements) => pass(() => db.commit(statements)),
  };
}

const withdrawnOf = async (db: Database): Promise<number> =>
  (await talliesOf(db, { survey: survey.code }))
    .filter(({ standing }) => standing === 'withdrawn')
    .reduce((sum, { tally }) => sum + countIn(tally, responsesKey), 0);
