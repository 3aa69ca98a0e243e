// The outbox against every order of replies: nothing but an acknowledgement takes an answer off the shelf, and nothing
// sends the same one twice at once. Clock, network and shelf are the test's.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OutboxItem, openOutbox } from '#web/islands/outbox.ts';
import { type Parcel, pack } from '#web/islands/parcel.ts';
import type { Shelf } from '#web/islands/shelf.ts';
import { type Reply, verdictOf, waitMs } from '#web/islands/verdict.ts';

const parcelOf = (text: string, id = 'a'.repeat(32)): Parcel =>
  pack(
    { id, survey: 'general-2026', version: 1, unit: 'county', channel: 'web', answers: { G00: 's4', G14: text } },
    'ticket',
    { to: '/s/general-2026', place: '/s/general-2026 county', title: '评议', letter: text },
  );

const ack = ({ id, sha }: Parcel): Reply => ({
  status: 201,
  retryAfter: null,
  body: { ok: true, id, sha, receipt: 'ABCDEFGH', page: '/receipts/ABCDEFGH' },
});
const refusal = (status: number, problems?: object[]): Reply => ({
  status,
  retryAfter: null,
  body: { ok: false, code: 'x', message: '不行', ...(problems && { problems }) },
});
const html = (status: number): Reply => ({ status, retryAfter: null, body: undefined });

/** Replies after which the answer must still be tried again. */
const doubtful = fc.oneof(
  fc.constant(null),
  fc.constantFrom(200, 302, 403, 404, 500, 502, 511).map(html),
  fc.constantFrom(408, 425, 429, 500, 503).map((status) => refusal(status)),
  fc.constant<Reply>({ status: 200, retryAfter: null, body: { ok: true, id: 'b'.repeat(32), sha: 'c', receipt: 'X' } }),
  fc.constant(refusal(400, [{ field: 'body', code: 'bad-sha', message: '变了样' }])),
);

function bench(replies: (Reply | null)[]) {
  const kept = new Map<string, Parcel>();
  const shelf: Shelf = {
    put: async (parcel) => Boolean(kept.set(parcel.sha, parcel)),
    all: async () => [...kept.values()],
    drop: async (sha) => void kept.delete(sha),
  };
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  let inFlight = 0;
  const sent: string[] = [];
  const seen: OutboxItem[] = [];
  const outbox = openOutbox({
    shelf,
    async send(parcel) {
      inFlight += 1;
      expect(inFlight, 'one parcel is never under way twice').toBe(1);
      expect(kept.has(parcel.sha), 'what is sent is on the shelf').toBe(true);
      sent.push(parcel.body);
      await undefined;
      inFlight -= 1;
      return replies.length > 0 ? (replies.shift() as Reply | null) : ack(parcel);
    },
    nowMs: () => now,
    random: () => 0.5,
    after: (run, ms) => void timers.push({ at: now + ms, run }),
    changed: (item) => void seen.push(item),
  });
  const rest = async () => {
    for (let i = 0; i < 30; i += 1) await undefined;
  };
  return {
    outbox,
    kept,
    sent,
    seen,
    rest,
    async pass(ms: number) {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
      await rest();
    },
  };
}

describe('the outbox', () => {
  test('sends the same bytes until they are acknowledged, then lets go', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(doubtful, { maxLength: 8 }),
        fc.array(fc.boolean(), { maxLength: 20 }),
        async (replies, flushes) => {
          const { outbox, kept, sent, seen, rest, pass } = bench([...replies]);
          const parcel = parcelOf('一份');
          await outbox.post(parcel);
          for (const force of flushes) {
            outbox.flush(force);
            outbox.flush(force);
            await rest();
            if (seen.at(-1)?.state !== 'received') expect(kept.has(parcel.sha)).toBe(true);
          }
          for (let i = 0; i <= replies.length; i += 1) await pass(3_700_000);
          expect(seen.at(-1)).toMatchObject({ state: 'received', page: '/receipts/ABCDEFGH' });
          expect(new Set(sent)).toEqual(new Set([parcel.body]));
          expect(sent.length).toBe(replies.length + 1);
          expect(kept.size).toBe(0);
        },
      ),
    );
  });

  test.each([400, 403, 404, 409, 410, 413, 415])('keeps the text after a final %i', async (status) => {
    const { outbox, kept, seen, rest } = bench([refusal(status)]);
    await outbox.post(parcelOf('留着'));
    await rest();
    expect(seen.at(-1)?.state).toBe('refused');
    expect([...kept.values()]).toMatchObject([{ letter: '留着', refusal: '不行' }]);
    outbox.flush(true);
    await rest();
    expect(seen.at(-1)?.state).toBe('refused');
  });

  test('lets a corrected answer take the place of the one that had to be corrected', async () => {
    const { outbox, kept, seen, rest } = bench([refusal(422, [{ field: 'G14', code: 'too-long', message: '太长' }])]);
    const wrong = parcelOf('太长的');
    await outbox.post(wrong);
    await rest();
    expect(kept.has(wrong.sha), 'a 4xx deletes nothing').toBe(true);
    await outbox.post(parcelOf('短的'), wrong.sha);
    await rest();
    expect(seen.at(-1)?.state).toBe('received');
    expect(kept.size).toBe(0);
  });

  test('keeps two texts under one id apart', async () => {
    const { outbox, kept, rest } = bench([refusal(409), refusal(409)]);
    await outbox.post(parcelOf('甲'));
    await rest();
    await outbox.post(parcelOf('乙'));
    await rest();
    expect([...kept.values()].map(({ letter }) => letter)).toEqual(['甲', '乙']);
  });

  test('takes up what an earlier visit left, and sends only what was not refused', async () => {
    const { outbox, kept, sent, rest } = bench([]);
    const [waiting, refused] = [parcelOf('待发'), { ...parcelOf('不收'), refusal: '评议已经结束' }];
    for (const parcel of [waiting, refused]) kept.set(parcel.sha, parcel);
    await outbox.load();
    outbox.flush();
    await rest();
    expect(sent).toEqual([waiting.body]);
    expect([...kept.keys()]).toEqual([refused.sha]);
  });

  test('does not come back sooner than the server asked, unless a person presses', async () => {
    const { outbox, sent, rest, pass } = bench([{ ...refusal(429), retryAfter: '60' }, html(502)]);
    await outbox.post(parcelOf('慢慢来'));
    await rest();
    await pass(59_000);
    outbox.flush();
    await rest();
    expect(sent).toHaveLength(1);
    outbox.flush(true);
    await rest();
    expect(sent).toHaveLength(2);
  });
});

describe('a reply', () => {
  const sent = { id: 'a'.repeat(32), sha: 'd'.repeat(64) };

  test('that does not echo id and hash is never taken for an acknowledgement', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.jsonValue(), (status, body) => {
        expect(verdictOf({ status, retryAfter: null, body }, sent).is).not.toBe('received');
      }),
    );
  });

  test('is final only as our own JSON with a 4xx that time cannot mend', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 599 }),
        fc.oneof(fc.jsonValue(), fc.constant(undefined)),
        (status, body) => {
          const { is } = verdictOf({ status, retryAfter: null, body }, sent);
          const ours = typeof body === 'object' && body !== null && (body as { ok?: unknown }).ok === false;
          if (!ours || status < 400 || status > 499 || status === 429) expect(is).toBe('later');
        },
      ),
    );
    expect(verdictOf(refusal(410), sent).is).toBe('refused');
  });

  test('may ask for patience in seconds; nonsense and dates are no request', () => {
    const later = (retryAfter: string | null) => verdictOf({ ...html(503), retryAfter }, sent);
    expect(later('30')).toEqual({ is: 'later', afterMs: 30_000 });
    expect(later('999999999')).toEqual({ is: 'later', afterMs: 3_600_000 });
    for (const nonsense of [null, '', '-1', '1e9', 'Wed, 21 Oct 2026 07:28:00 GMT'])
      expect(later(nonsense)).toEqual({ is: 'later', afterMs: 0 });
  });
});

test('waiting doubles up to five minutes, jitters below that, and is never shorter than asked', () => {
  const afterMs = fc.integer({ min: 0, max: 3_600_000 });
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.nat(1000), afterMs, random, (tries, asked, chance) => {
      const step = Math.min(2000 * 2 ** tries, 300_000);
      const ms = waitMs(tries, asked, chance);
      expect(ms).toBeGreaterThanOrEqual(asked + step / 2);
      expect(ms).toBeLessThanOrEqual(asked + step);
    }),
  );
});
