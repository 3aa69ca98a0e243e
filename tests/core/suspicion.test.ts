// What labels an answer, and above all what does not.
import { describe, expect, test } from 'vitest';
import { isBusy, picksIn, type Recent, type Sighting, suspicionsOf } from '#core/suspicion.ts';

const unhurried: Sighting = { trapped: false, seconds: 60, picks: 17, proof: 'not-asked' };
const quiet: Recent = { everyone: { answers: 0, inStep: 0 }, sameNetwork: null, asked: 0, unproved: 0 };
const seen = (sighting: Partial<Sighting>, recent: Partial<Recent> = {}) =>
  suspicionsOf({ ...unhurried, ...sighting }, { ...quiet, ...recent });

describe('a suspicion', () => {
  test('is the field nobody sees', () => {
    expect(seen({ trapped: true })).toEqual(['trap']);
  });

  test('is a pace no thumb keeps, by the number of answers', () => {
    expect(seen({ seconds: 0, picks: 1 })).toEqual(['pace']);
    expect(seen({ seconds: 2, picks: 1 })).toEqual([]);
    expect(seen({ seconds: 5, picks: 17 })).toEqual(['pace']);
    expect(seen({ seconds: 7, picks: 17 })).toEqual([]);
    expect(seen({ seconds: 604_800, picks: 17 })).toEqual([]);
  });

  test('is a step that half of all answers keep', () => {
    expect(seen({}, { everyone: { answers: 12, inStep: 12 } })).toEqual(['rhythm']);
    expect(seen({}, { everyone: { answers: 11, inStep: 11 } })).toEqual([]);
    expect(seen({}, { everyone: { answers: 100, inStep: 49 } })).toEqual([]);
    expect(seen({}, { sameNetwork: { answers: 12, inStep: 6 } })).toEqual(['rhythm']);
    expect(seen({}, { sameNetwork: { answers: 40, inStep: 12 } })).toEqual([]);
  });

  test('is a missing proof, once more are missing than people without script explain', () => {
    expect(seen({ proof: 'missing' }, { asked: 8, unproved: 7 })).toEqual([]);
    expect(seen({ proof: 'missing' }, { asked: 8, unproved: 8 })).toEqual(['no-proof']);
    expect(seen({ proof: 'missing' }, { asked: 300, unproved: 15 })).toEqual([]);
    for (const proof of ['given', 'not-asked'] as const)
      expect(seen({ proof }, { asked: 99, unproved: 99 })).toEqual([]);
  });

  test('is several at once', () => {
    expect(seen({ trapped: true, seconds: 0 })).toEqual(['trap', 'pace']);
  });
});

test('picks are circles and boxes, and a text is one', () => {
  expect(
    picksIn({ G00: 's5', G12: ['farm', 'land', 'other'], 'G12.other': '村务', G14: '很长的意见'.repeat(20) }),
  ).toBe(6);
  expect(picksIn({})).toBe(0);
});

test('load is many forms or a few suspicions', () => {
  expect(isBusy({ served: 39, suspected: 4 })).toBe(false);
  expect(isBusy({ served: 40, suspected: 0 })).toBe(true);
  expect(isBusy({ served: 5, suspected: 5 })).toBe(true);
});
