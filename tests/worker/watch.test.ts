// The memory of the running worker: it counts as a list would, forgets in time, and stays small under a flood.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recentEvents } from '#worker/recent.ts';
import { type Arrival, makeWatch } from '#worker/watch.ts';

describe('what happened lately', () => {
  test('is what a plain list would say, whatever comes when', () => {
    const step = fc.record({ waitMs: fc.nat(40), keys: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let now = 0;
        const recent = recentEvents(100, () => now);
        const list: { at: number; key: string }[] = [];
        for (const { waitMs, keys } of steps) {
          now += waitMs;
          recent.note(keys);
          list.push(...keys.map((key) => ({ at: now, key })));
          for (const key of ['a', 'b', 'c'])
            expect(recent.count(key)).toBe(list.filter((event) => event.key === key && event.at > now - 100).length);
        }
      }),
    );
  });

  test('is bounded: under a flood the oldest goes first', () => {
    const recent = recentEvents(1000, () => 0);
    recent.note(['first']);
    for (let i = 0; i < 120_000; i += 1) recent.note(['flood']);
    expect([recent.count('first'), recent.count('flood')]).toEqual([0, 50_000]);
  });
});

describe('a judgement', () => {
  const arrival: Arrival = {
    id: 'a',
    bucket: null,
    answers: { G00: 's5' },
    trapped: false,
    seconds: 0,
    proof: 'not-asked',
  };

  test('of one answer stays what it was when it is sent again, and for ten minutes', () => {
    let now = 0;
    const watch = makeWatch({ now: () => now, randomHex: () => '0' });
    expect(watch.judge(arrival).suspicions).toEqual(['pace']);
    now = 9 * 60_000;
    expect(watch.judge({ ...arrival, seconds: 540 }).suspicions, 'waiting does not wash it').toEqual(['pace']);
    now = 11 * 60_000;
    expect(watch.judge({ ...arrival, seconds: 660 }).suspicions).toEqual([]);
  });

  test('of an answer sent again counts it once', () => {
    const watch = makeWatch({ now: () => 0, randomHex: () => '0' });
    for (let i = 0; i < 9; i += 1) watch.judge(arrival);
    expect(watch.isBusy()).toBe(false);
    for (const id of ['b', 'c', 'd', 'e']) watch.judge({ ...arrival, id });
    expect(watch.isBusy()).toBe(true);
  });
});
