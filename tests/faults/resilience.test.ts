// What stands between the app and its database: who is asked again, how often, and how long anyone waits.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Database, sql } from '#worker/database.ts';
import { bounded, deadlineMs, isTransient, retriesMax, Unavailable } from '#worker/resilience.ts';

const statement = sql`SELECT 1`;
const lost = new Error('D1_ERROR: Network connection lost.');
const broken = new Error('D1_ERROR: no such table: answers');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A port whose first calls fail, with the times at which it was called. */
function failing(times: number, error: Error) {
  const calledAtMs: number[] = [];
  const start = Date.now();
  const call = async () => {
    calledAtMs.push(Date.now() - start);
    if (calledAtMs.length <= times) throw error;
    return [];
  };
  return { calledAtMs, db: { all: call, first: call, commit: call } as unknown as Database };
}

const bounds = ({ ms = deadlineMs, jitter = 0 } = {}) => {
  const end = Date.now() + ms;
  return { leftMs: () => end - Date.now(), jitter: () => jitter };
};

/** What became of it, once every timer has run. */
async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  const settled = work.then(
    () => 'done',
    (error: unknown) => error,
  );
  await vi.runAllTimersAsync();
  return settled;
}

describe('a failure that passes', () => {
  test.each(['all', 'first', 'commit'] as const)('is tried again by %s and not noticed', async (call) => {
    const { db, calledAtMs } = failing(retriesMax, lost);
    const again = bounded(db, bounds());
    expect(await outcomeOf(call === 'commit' ? again.commit([statement]) : again[call](statement))).toBe('done');
    expect(calledAtMs).toHaveLength(retriesMax + 1);
  });

  test('is given up after three more tries', async () => {
    const { db, calledAtMs } = failing(99, lost);
    const outcome = await outcomeOf(bounded(db, bounds()).commit([statement]));
    expect(outcome).toBeInstanceOf(Unavailable);
    expect(outcome).toMatchObject({ cause: lost });
    expect(calledAtMs).toHaveLength(retriesMax + 1);
  });

  test('is met with doubling pauses, each anywhere between half and one and a half', async () => {
    const soonest = failing(99, lost);
    await outcomeOf(bounded(soonest.db, bounds({ jitter: 0 })).commit([statement]));
    expect(soonest.calledAtMs).toEqual([0, 20, 60, 140]);
    const latest = failing(99, lost);
    await outcomeOf(bounded(latest.db, bounds({ jitter: 1 })).commit([statement]));
    expect(latest.calledAtMs).toEqual([0, 60, 180, 420]);
  });

  test('is not waited for when the pause would outlast the request', async () => {
    const { db, calledAtMs } = failing(99, lost);
    expect(await outcomeOf(bounded(db, bounds({ ms: 50 })).commit([statement]))).toBeInstanceOf(Unavailable);
    expect(calledAtMs).toEqual([0, 20]);
  });

  test.each([
    'D1_ERROR: Network connection lost.',
    'D1_ERROR: Internal error in D1 DB storage caused object to be reset.',
    'D1 DB reset because its code was updated.',
    'Cannot resolve D1 DB due to transient issue on remote node.',
    'D1 DB is overloaded. Requests queued for too long.',
    'D1_ERROR: database is locked: SQLITE_BUSY',
    'D1_ERROR: Failed to get session commit token: internal error; reference = d57amdkpab13t1sji1l81qgo',
  ])('is known by its words: %s', (message) => {
    expect(isTransient(new Error(message))).toBe(true);
  });
});

describe('a failure that stays', () => {
  test('is not tried again and comes back as it is', async () => {
    const { db, calledAtMs } = failing(1, broken);
    expect(await outcomeOf(bounded(db, bounds()).first(statement))).toBe(broken);
    expect(calledAtMs).toEqual([0]);
  });

  test.each(['UNIQUE constraint failed: staff.name', 'too many SQL variables', 'an answer never changes'])(
    'is known by its words: %s',
    (message) => {
      expect(isTransient(new Error(`D1_ERROR: ${message}`))).toBe(false);
    },
  );
});

describe('the deadline', () => {
  const never: Database = {
    all: () => new Promise(() => {}),
    first: () => new Promise(() => {}),
    commit: () => new Promise(() => {}),
  };

  test('ends a call that stalls', async () => {
    const start = Date.now();
    expect(await outcomeOf(bounded(never, bounds()).commit([statement]))).toBeInstanceOf(Unavailable);
    expect(Date.now() - start).toBe(deadlineMs);
  });

  test('is one for all calls of a request, and none begins after it', async () => {
    const slow = failing(0, lost);
    const once = bounds({ ms: 100 });
    vi.advanceTimersByTime(100);
    expect(await outcomeOf(bounded(slow.db, once).all(statement))).toBeInstanceOf(Unavailable);
    expect(slow.calledAtMs).toEqual([]);
  });

  test('is 8 seconds at most, as the phone was promised', () => {
    expect(deadlineMs).toBeLessThanOrEqual(8_000);
  });
});
