// The summary as others receive it: valid by the published JSON Schema, unchanged by a round trip, refused when its sums
// do not add up; and the text of a year's boundaries.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generator, reportSchema, summaryJsonSchema } from '#core/report.ts';
import { makeSummary, openDays, reportYears } from '#core/summarise.ts';
import { countedSurvey, county, randomCounted, sampleSummary } from '#tests/world/summary.ts';
import { generalOf, requestOf, windowsOf } from '#tests/world/world.ts';
import { summaryJson } from '#worker/export/json.ts';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(summaryJsonSchema());

describe('the JSON', () => {
  test('satisfies the published schema and comes back unchanged, over random years', () => {
    const size = fc.oneof(fc.constantFrom(0, 1, 4, 5, 29, 30), fc.integer({ min: 0, max: 80 }));
    fc.assert(
      fc.property(size, size, fc.nat(), (people, applicants, seed) => {
        const [general, request] = [generalOf(2026), requestOf(2026)];
        const summary = makeSummary(county, 2026, '2027-01-08', [
          countedSurvey(general, windowsOf(2026).general, randomCounted(general, people, seed)),
          countedSurvey(request, windowsOf(2026).request, randomCounted(request, applicants, seed), { invited: 9 }),
        ]);
        const text = summaryJson(summary);
        validate(JSON.parse(text));
        expect(validate.errors).toBeNull();
        expect(summaryJson(reportSchema.parse(JSON.parse(text)))).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  test('is refused by both with a field too many, a negative count or a reason that is none', () => {
    const sample = () => JSON.parse(summaryJson(sampleSummary()));
    const broken = [
      { ...sample(), note: 'x' },
      { ...sample(), formatVersion: 2 },
      { ...sample(), year: '2026' },
    ];
    const [first] = sample().evaluations;
    broken.push({ ...sample(), evaluations: [{ ...first, late: -1 }] });
    broken.push({ ...sample(), evaluations: [{ ...first, chain: { ...first.chain, opened: { n: null } } }] });
    for (const summary of broken) {
      expect(validate(summary)).toBe(false);
      expect(reportSchema.safeParse(summary).success).toBe(false);
    }
  });

  test('is refused when received is not valid and left out together', () => {
    const summary = JSON.parse(summaryJson(sampleSummary()));
    summary.evaluations[0].reconciliation.valid += 1;
    expect(reportSchema.safeParse(summary).success).toBe(false);
  });

  test('names the version of the product that wrote it', () => {
    const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(generator).toEqual({ name, version });
  });
});

describe('the days of a survey within a year', () => {
  const year = { from: '2026-01-01', to: '2027-01-01' };
  const window = (opens: string, closes: string) => ({ opens, closes, graceDays: 7 });

  test('end with the survey, the year, or the day the summary is made', () => {
    expect(openDays(window('2026-03-01', '2026-05-31'), year, '2027-01-08')).toEqual({
      first: '2026-03-01',
      last: '2026-05-31',
    });
    expect(openDays(window('2025-03-01', '2027-05-31'), year, '2027-08-01')).toEqual({
      first: '2026-01-01',
      last: '2026-12-31',
    });
    expect(openDays(window('2026-03-01', '2026-05-31'), year, '2026-04-02')).toEqual({
      first: '2026-03-01',
      last: '2026-04-02',
    });
  });

  test('are none where survey and year do not meet', () => {
    expect(openDays(window('2025-03-01', '2025-12-31'), year, '2027-01-08')).toBeNull();
    expect(openDays(window('2027-01-01', '2027-05-31'), year, '2027-01-08')).toBeNull();
  });

  test('a year can have a summary when a survey took answers in it, the grace included', () => {
    expect(reportYears([window('2024-11-01', '2024-12-31'), window('2026-01-01', '2027-12-31')], '2026-11-23')).toEqual(
      [2026, 2025, 2024],
    );
    expect(reportYears([window('2027-01-01', '2027-12-31')], '2026-11-23')).toEqual([]);
  });
});
