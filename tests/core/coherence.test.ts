// A summary of ours agrees with itself whatever was answered; one number moved by hand and sealed again does not.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incoherence } from '#core/coherence.ts';
import { generalSurvey } from '#core/model/general.ts';
import { threeLevels } from '#core/model/scales.ts';
import { readSealed, type SealedSummary, sealedText, sealSummary } from '#core/seal.ts';
import { makeSummary } from '#core/summarise.ts';
import { countedSurvey, county, randomCounted, sampleSummary } from '#tests/world/summary.ts';
import { generalOf, requestOf, townships, windowsOf } from '#tests/world/world.ts';

const general = generalOf(2026);
const request = requestOf(2026);
const windows = windowsOf(2026);
const sealed = (summary: Parameters<typeof sealSummary>[0]) =>
  sealSummary(summary, { version: 1, sealed: '2027-01-12', reason: null });

test('every summary that the program makes agrees with itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 60 }), fc.nat(), (n, m, seed) => {
      const summary = makeSummary(county, 2026, '2027-01-08', [
        countedSurvey(general, windows.general, randomCounted(general, n, seed)),
        countedSurvey(request, windows.request, randomCounted(request, m, seed + 1), { invited: 90 }),
      ]);
      expect(incoherence(sealed(summary))).toBeNull();
    }),
    { numRuns: 60 },
  );
});

test('and so does one that two versions with different scales were asked for', () => {
  const second = { ...generalSurvey(general.code, townships), scale: threeLevels, version: 2 };
  for (let n = 0; n < 40; n += 1) {
    const later = Array.from({ length: n }, () => ({ answers: { G00: 's3', G08: 'no' }, version: 2 }));
    const answers = [...randomCounted(general, 40, n), ...later];
    const part = countedSurvey(general, windows.general, answers, { versions: [general, second] });
    expect(incoherence(sealed(makeSummary(county, 2026, '2027-01-08', [part])))).toBeNull();
  }
});

type Loose = Record<string, unknown>;
const at = (summary: SealedSummary, path: string): { holder: Loose; last: string } => {
  const keys = path.split('.');
  const holder = keys.slice(0, -1).reduce((value, key) => value[key] as Loose, summary as unknown as Loose);
  return { holder, last: keys.at(-1) ?? '' };
};

describe('moved by hand and sealed again', () => {
  const first = 'evaluations.0.questions.0';
  test.each<[string, unknown, string]>([
    [`${first}.rating.strict.n`, 99_999, 'general-2026 G00'],
    [`${first}.rating.wide.percent`, 99.9, 'general-2026 G00'],
    [`${first}.rating.mean`, 4.9, 'general-2026 G00'],
    [`${first}.rating.pointsMax`, 10, 'general-2026 G00'],
    [`${first}.cells.0.share.n`, 7, 'general-2026 G00'],
    [`${first}.cells.0.level.points`, 50, 'general-2026 G00'],
    [`${first}.cells.0.code`, 's4', 'general-2026 G00'],
    [`${first}.blank`, 3, 'general-2026 G00'],
    [`${first}.asked`, Number.MAX_SAFE_INTEGER, 'general-2026 G00'],
    ['evaluations.0.chain.valid.n', 1, 'general-2026'],
    ['evaluations.0.chain.invited', { n: Number.MAX_SAFE_INTEGER }, 'general-2026'],
    ['evaluations.0.late', 9999, 'general-2026'],
    ['evaluations.0.withheld', 'too-few', 'general-2026'],
    ['evaluations.0.channels.0.channel', 'qr', 'general-2026'],
    ['evaluations.0.units.1.valid', 5000, 'general-2026'],
    ['evaluations.0.opens', '2026-99-99', 'general-2026'],
    ['evaluations.1.survey', 'general-2026', 'evaluations'],
    ['period.from', '2020-01-01', 'period'],
    ['made', '2027-13-40', 'made'],
    ['county.zh-CN', '云岭县 ', 'county'],
    ['county.zh-CN', '长'.repeat(61), 'county'],
    ['county.zh-CN', '\ud800', 'text'],
    ['evaluations.0.title.zh-CN', '评议\u0000', 'text'],
  ])('%s %s', (path, value, place) => {
    const summary = structuredClone(sealed(sampleSummary()));
    const { holder, last } = at(summary, path);
    expect(holder[last]).not.toEqual(value);
    holder[last] = value;
    const read = readSealed(sealedText(sealed(summary)));
    expect('sealed' in read && incoherence(read.sealed)).toBe(place);
  });

  test('a question told twice', () => {
    const summary = structuredClone(sealed(sampleSummary()));
    const questions = summary.evaluations[0]?.questions;
    questions?.push(...questions.slice(0, 1));
    expect(incoherence(sealed(summary))).toBe('general-2026');
  });
});
