// What a slice shows beside the whole: never a small cell, and never one that subtraction gives away.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TallySum } from '#core/evaluation.ts';
import { evaluateSlice } from '#core/slice.ts';
import { tallyOf } from '#core/tally.ts';
import { generalOf } from '#tests/world/world.ts';

const survey = generalOf(2026);
const versions = new Map([[1, survey]]);
const levels = survey.scale.levels.map(({ code }) => code);

/** One unit's answers: how many chose each level of the overall rating. */
function unit(by: string, counts: readonly number[]): TallySum {
  const tally: Record<string, number> = {};
  counts.forEach((n, i) => {
    for (const [key, one] of Object.entries(tallyOf(survey, { G00: levels[i] ?? '' })))
      tally[key] = (tally[key] ?? 0) + n * one;
  });
  return { version: 1, standing: 'valid', by, tally };
}

const slice = (mine: string, parts: readonly TallySum[]) =>
  evaluateSlice(
    versions,
    parts.filter(({ by }) => by === mine).map((sum) => ({ ...sum, by: '' })),
    [{ mine, parts }],
  );
const overall = (mine: string, parts: readonly TallySum[]) =>
  slice(mine, parts)?.questions.find(({ code }) => code === 'G00');

describe('a slice', () => {
  test('of fewer than ten answers is not shown', () => {
    expect(slice('a', [unit('a', [9, 0, 0, 0, 0]), unit('b', [50, 50, 0, 0, 0])])).toBeNull();
  });

  test('that leaves fewer than ten is not shown either', () => {
    expect(slice('b', [unit('a', [9, 0, 0, 0, 0]), unit('b', [50, 50, 0, 0, 0])])).toBeNull();
  });

  test('is shown when all of it and all it leaves out is large', () => {
    const shown = overall('a', [unit('a', [10, 20, 6, 5, 5]), unit('b', [50, 50, 5, 5, 5])]);
    expect(shown?.cells.map(({ share }) => share?.n)).toEqual([10, 20, 6, 5, 5]);
    expect(shown?.rating?.mean).not.toBeNull();
  });

  test('with one small level shows the three groups only, and no mean that would tell the levels', () => {
    const shown = overall('a', [unit('a', [10, 20, 6, 3, 5]), unit('b', [50, 50, 5, 5, 5])]);
    expect(shown?.cells.map(({ share }) => share)).toEqual([null, null, null, null, null]);
    expect([shown?.rating?.strict.n, shown?.rating?.wide.n, shown?.rating?.valid, shown?.rating?.mean]).toEqual([
      30,
      36,
      44,
      null,
    ]);
  });

  test('with a small group shows no figure of that question', () => {
    const shown = overall('a', [unit('a', [10, 20, 6, 2, 1]), unit('b', [50, 50, 5, 5, 5])]);
    expect(shown?.rating).toBeUndefined();
  });

  test('that leaves a small group shows no figure of that question', () => {
    const shown = overall('a', [unit('a', [10, 20, 6, 5, 5]), unit('b', [50, 50, 5, 2, 1])]);
    expect(shown?.rating).toBeUndefined();
  });

  test('of nobody says so', () => {
    expect(slice('c', [unit('a', [10, 20, 6, 5, 5])])?.withheld).toBe('no-valid-answers');
  });
});

test('all slices of an axis together give no small group of any part away', () => {
  const counts = fc.array(fc.nat({ max: 14 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(counts, { minLength: 2, maxLength: 6 }), (units) => {
      const parts = units.map((each, i) => unit(`u${i}`, each));
      const group = (each: readonly number[]) => [
        (each[0] ?? 0) + (each[1] ?? 0),
        each[2] ?? 0,
        (each[3] ?? 0) + (each[4] ?? 0),
      ];
      const hidden = units.filter((each, i) => each.some((n) => n > 0) && !overall(`u${i}`, parts)?.rating);
      // The whole is public, so what the hidden parts are together is known; it must not be one part, nor a small base.
      if (hidden.length === 0) return;
      const shown = units.length - hidden.length;
      const together = hidden.flatMap(group).reduce((sum, n) => sum + n, 0);
      if (shown > 0) expect([hidden.length > 1, together >= 10]).toEqual([true, true]);
    }),
    { numRuns: 300 },
  );
});
