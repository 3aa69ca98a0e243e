// Every number in the paragraph is a number of the sealed JSON: whoever holds the file can check each, and none was worked
// out on the way.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { langs } from '#core/lang.ts';
import { paragraph } from '#core/paragraph.ts';
import { readSealed, sealedText, sealSummary } from '#core/seal.ts';
import { makeSummary } from '#core/summarise.ts';
import { countedSurvey, county, randomCounted } from '#tests/world/summary.ts';
import { generalOf, requestOf, windowsOf } from '#tests/world/world.ts';

/** Every number of a JSON value, and those inside of its texts: days, and the limits that the method names. */
function numbersIn(value: unknown, into = new Set<number>()): Set<number> {
  if (typeof value === 'number') into.add(value);
  else if (typeof value === 'string') for (const number of numbersOf(value)) into.add(number);
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) numbersIn(each, into);
  return into;
}

const numbersOf = (text: string): number[] => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number));

/** What does not fit; the paragraph may print nothing else. */
const strangers = (text: string, json: string): number[] => {
  const known = numbersIn(JSON.parse(json));
  return numbersOf(text).filter((number) => !known.has(number));
};

test('over 200 years of every size', () => {
  const size = fc.oneof(fc.constantFrom(0, 1, 4, 5, 29, 30), fc.integer({ min: 0, max: 120 }));
  fc.assert(
    fc.property(size, size, fc.nat(), fc.nat(40), (people, applicants, seed, invited) => {
      const summary = makeSummary(county, 2026, '2027-01-08', [
        countedSurvey(generalOf(2026), windowsOf(2026).general, randomCounted(generalOf(2026), people, seed)),
        countedSurvey(requestOf(2026), windowsOf(2026).request, randomCounted(requestOf(2026), applicants, seed), {
          invited,
        }),
      ]);
      const json = sealedText(sealSummary(summary, { version: 1, sealed: '2027-01-08', reason: null }));
      const read = readSealed(json);
      if ('fault' in read) throw new Error(read.fault);
      for (const lang of langs) {
        expect(strangers(paragraph(read.sealed, lang), json)).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});

test('a number of nowhere would be found', () => {
  const summary = makeSummary(county, 2026, '2027-01-08', [
    countedSurvey(generalOf(2026), windowsOf(2026).general, randomCounted(generalOf(2026), 60, 1)),
  ]);
  const json = sealedText(sealSummary(summary, { version: 1, sealed: '2027-01-08', reason: null }));
  expect(strangers(`${paragraph(summary, 'zh-CN')}另有 98765 份。`, json)).toEqual([98765]);
});
