// The paragraph of the annual report: every number in it stands in the summary, and small numbers stay unsaid.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommentGroup } from '#core/comment.ts';
import { countComments, handlings, themes } from '#core/comment.ts';
import { langs } from '#core/lang.ts';
import { generalSurvey } from '#core/model/general.ts';
import { threeLevels } from '#core/model/scales.ts';
import { paragraph } from '#core/paragraph.ts';
import type { Summary } from '#core/report.ts';
import { makeSummary } from '#core/summarise.ts';
import type { Survey } from '#core/survey.ts';
import { type CountedAnswer, type CountedExtras, countedSurvey, county, randomCounted } from '#tests/world/summary.ts';
import { generalOf, requestOf, townships, windowsOf } from '#tests/world/world.ts';

const year = 2026;
const general = generalOf(year);
const request = requestOf(year);
const window = { opens: '2026-03-01', closes: '2026-05-31', graceDays: 7 };

const yearOf = (answers: readonly CountedAnswer[], extras: CountedExtras = {}, survey = general): Summary =>
  makeSummary(county, year, '2027-01-08', [countedSurvey(survey, window, answers, extras)]);

const rated = (code: string, n: number): CountedAnswer[] =>
  Array.from({ length: n }, () => ({ answers: { G00: code } }));

/** Every number of a JSON value; a day brings its year, month and date. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value.split('-').map(Number) : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(numbersIn);
}

const spoken = (text: string): number[] => (text.match(/\d+(\.\d+)?/g) ?? []).map(Number);

describe('every number in the paragraph stands in the summary', () => {
  const size = fc.oneof(fc.constantFrom(0, 1, 4, 5, 9, 10, 29, 30), fc.integer({ min: 0, max: 120 }));
  const group: fc.Arbitrary<CommentGroup> = fc.record({
    state: fc.constantFrom('held', 'new', 'released'),
    theme: fc.option(fc.constantFrom(...themes)),
    handling: fc.option(fc.constantFrom(...handlings)),
    n: fc.integer({ min: 1, max: 40 }),
  });
  test('over 200 random years, in both languages', () => {
    fc.assert(
      fc.property(size, size, fc.nat(), fc.array(group, { maxLength: 4 }), (people, applicants, seed, groups) => {
        const windows = windowsOf(year);
        const summary = makeSummary(county, year, '2026-11-23', [
          countedSurvey(general, window, randomCounted(general, people, seed), { comments: countComments(groups) }),
          countedSurvey(request, windows.request, randomCounted(request, applicants, seed + 1), { invited: 50 }),
        ]);
        const known = new Set(numbersIn(summary));
        for (const lang of langs) {
          const text = paragraph(summary, lang);
          expect(spoken(text).filter((n) => !known.has(n))).toEqual([]);
          expect(text).not.toMatch(/\{|undefined|NaN|null/);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('comments received are adopted, in progress, explained or open', () => {
    const groups: CommentGroup[] = [
      { state: 'released', theme: 'slow', handling: 'adopted', n: 4 },
      { state: 'released', theme: 'slow', handling: 'explained', n: 3 },
      { state: 'held', theme: null, handling: null, n: 2 },
    ];
    const summary = yearOf(rated('s4', 40), { comments: countComments(groups) });
    expect(paragraph(summary, 'zh-CN')).toContain(
      '收到意见建议9条，其中已采纳4条、正在办理0条、作出解释3条、尚未办理2条。',
    );
  });
});

describe('small numbers', () => {
  const text = (n: number) => paragraph(yearOf(rated('s5', n)), 'zh-CN');

  test('nobody answered: no valid answers, and never 100 %', () => {
    expect(text(0)).toBe(
      '社会评议方面。2026年3月1日至5月31日，开展政府信息公开工作社会评议，收到答卷0份，无有效评价。',
    );
  });

  test('answers that are all left out are no valid answers either', () => {
    const tests = rated('s5', 40).map((answer) => ({ ...answer, standing: 'test' as const }));
    expect(paragraph(yearOf(tests), 'zh-CN')).toContain('收到答卷40份，无有效评价。');
  });

  test.each([1, 4])('%i valid answers: nothing but how many were received', (n) => {
    expect(text(n)).toBe(
      `社会评议方面。2026年3月1日至5月31日，开展政府信息公开工作社会评议，收到答卷${n}份。有效评价不足5份，不公布评价结果。`,
    );
  });

  test.each([5, 29])('%i valid answers: counts, no percentage, and the reason', (n) => {
    expect(text(n)).toContain(
      `总体评价有效${n}份，其中非常满意${n}份、满意0份、基本满意0份、不满意0份、非常不满意0份；不足30份，基数过小，不公布满意率。`,
    );
    expect(text(n)).not.toContain('%');
  });

  test('30 valid answers: both rates, each with its formula and base', () => {
    expect(text(30)).toContain(
      '总体评价有效30份：严格口径满意率为100.0%（30份，公式为（非常满意＋满意）÷有效评价），宽口径满意率为100.0%（30份，公式为（非常满意＋满意＋基本满意）÷有效评价）。',
    );
  });

  test('the channels are not named where nothing may be broken down', () => {
    expect(text(9)).not.toContain('通过');
    expect(text(10)).toContain('通过网页开展');
  });
});

describe('what is rated lowest', () => {
  const answer = (over: Record<string, string>): CountedAnswer => ({
    answers: { G00: 's5', G01: 's5', G02: 's5', G03: 's5', G04: 's5', ...over },
  });
  const many = (n: number, over: Record<string, string> = {}) => Array.from({ length: n }, () => answer(over));

  test('the two lowest dimensions, worst first, with rate and base', () => {
    const summary = yearOf([...many(30), ...many(10, { G02: 's2' }), ...many(10, { G04: 's1', G02: 's1' })]);
    expect(paragraph(summary, 'zh-CN')).toContain(
      '评价较低的方面为及时（严格口径满意率60.0%，有效50份）、解读（严格口径满意率80.0%，有效50份）。',
    );
  });

  test('a dimension with fewer than 30 answers is not named', () => {
    const without = Array.from({ length: 21 }, () => ({ answers: { G00: 's5', G01: 's5', G03: 's4' } }));
    const summary = yearOf([...without, ...many(29, { G02: 's1' })]);
    expect(paragraph(summary, 'zh-CN')).not.toContain('及时');
  });

  test('nothing is low where all are equal', () => {
    expect(paragraph(yearOf(many(40)), 'zh-CN')).not.toContain('评价较低');
  });
});

describe('a year with more than one round', () => {
  test('answers that came within the grace of an earlier year have no days of their own', () => {
    const before = { opens: '2025-11-01', closes: '2025-12-31', graceDays: 7 };
    const late = rated('s4', 6).map((answer) => ({ ...answer, late: true }));
    const summary = makeSummary(county, year, '2026-02-01', [countedSurvey(general, before, late)]);
    expect(paragraph(summary, 'zh-CN')).toMatch(/^社会评议方面。在上一期截止后的宽限期内，开展/);
  });

  test('versions on different scales each have their own rates', () => {
    const second: Survey = { ...generalSurvey(general.code, townships), version: 2, scale: threeLevels };
    const answers = [...rated('s5', 40), ...rated('s3', 35).map((answer) => ({ ...answer, version: 2 }))];
    const text = paragraph(yearOf(answers, { versions: [general, second] }), 'zh-CN');
    expect(text).toContain('总体评价（问卷第2版）有效35份：严格口径满意率为100.0%（35份，公式为（满意）÷有效评价）');
    expect(text).toContain('总体评价（问卷第1版）有效40份');
  });

  test('a survey that is neither open nor answered in the year is not in it', () => {
    const later = { opens: '2026-12-01', closes: '2026-12-31', graceDays: 7 };
    const summary = makeSummary(county, year, '2026-11-23', [countedSurvey(general, later, [])]);
    expect(summary.evaluations).toEqual([]);
    expect(paragraph(summary, 'zh-CN')).toBe('年内的数还没有到可以显示的时候。');
  });
});
