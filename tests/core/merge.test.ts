// The sum of several organs' summaries: what a recount of all their answers would say, and never more than the parts say.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeSummaries, type Part } from '#core/merge.ts';
import { generalSurvey } from '#core/model/general.ts';
import { fiveLevels, threeLevels } from '#core/model/scales.ts';
import type { Summary, SurveyEvaluation } from '#core/report.ts';
import { summarySchema } from '#core/report.ts';
import { makeSummary } from '#core/summarise.ts';
import { type CountedAnswer, countedSurvey, county, randomCounted } from '#tests/world/summary.ts';
import { generalOf, townships, windowsOf } from '#tests/world/world.ts';

const general = generalOf(2026);
const window = windowsOf(2026).general;
const made = '2027-01-08';
const yearOf = (answers: readonly CountedAnswer[], survey = general): Summary =>
  makeSummary(county, 2026, made, [countedSurvey(survey, window, answers)]);
const part = (organ: string, answers: readonly CountedAnswer[]): Part => ({ organ, summary: yearOf(answers) });
const merge = (...parts: Part[]) => mergeSummaries(county, 2026, made, parts);
const only = ({ evaluations }: Summary): SurveyEvaluation => evaluations[0] as SurveyEvaluation;
/** Everything that can be added: what is named by organ belongs to the parts. */
const addable = (summary: Summary) => {
  const { units: _, channels: __, versions: ___, questions, ...rest } = only(summary);
  const withoutVersions = ({ versions: ____, ...question }: (typeof questions)[number]) => question;
  const people = ({ dimension }: (typeof questions)[number]) => dimension === 'WHO';
  return { ...rest, questions: questions.filter((each) => !people(each)).map(withoutVersions) };
};

const sizes = fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 1, maxLength: 4 });
const lists = fc.tuple(sizes, fc.nat()).map(([all, seed]) => all.map((n, i) => randomCounted(general, n, seed + i)));
const enough = (answers: readonly CountedAnswer[]) =>
  answers.filter(({ standing = 'valid' }) => standing === 'valid').length >= 5;

describe('the sum', () => {
  test('is what a recount of all answers says', () => {
    fc.assert(
      fc.property(lists, (all) => {
        fc.pre(all.every(enough));
        const merged = merge(...all.map((answers, i) => part(`镇${i}`, answers)));
        expect(merged.leftOut.filter(({ why }) => why !== 'few-answers')).toEqual([]);
        // A question that one part does not tell of is not in the sum of that part.
        const untold = new Set(merged.leftOut.map(({ question }) => question));
        const told = (summary: Summary) => {
          const { questions, ...rest } = addable(summary);
          return { ...rest, questions: questions.filter(({ code, cells }) => !untold.has(code) && cells.length > 0) };
        };
        const codes = new Set(told(merged.summary).questions.map(({ code }) => code));
        const recounted = told(yearOf(all.flat()));
        expect(codes.size).toBeGreaterThan(10);
        expect(told(merged.summary)).toEqual({
          ...recounted,
          questions: recounted.questions.filter(({ code }) => codes.has(code)),
        });
      }),
      { numRuns: 40 },
    );
  });

  test('does not depend on the order, and one part alone is itself', () => {
    fc.assert(
      fc.property(lists, (all) => {
        fc.pre(all.every(enough));
        const parts = all.map((answers, i) => part(`镇${i}`, answers));
        expect(merge(...[...parts].reverse())).toEqual(merge(...parts));
        const [first] = parts as [Part];
        expect(addable(merge(first).summary)).toEqual(addable(first.summary));
      }),
      { numRuns: 20 },
    );
  });

  test('of sums is the sum of all', () => {
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        fc.pre([...a, ...b].every(enough));
        const parts = [...a, ...b].map((answers, i) => part(`镇${i}`, answers));
        const half = (of: Part[], organ: string): Part => ({ organ, summary: merge(...of).summary });
        const [east, west] = [parts.slice(0, a.length), parts.slice(a.length)];
        const halves = merge(half(east, '东'), half(west, '西'));
        expect(addable(halves.summary)).toEqual(addable(merge(...parts).summary));
      }),
      { numRuns: 20 },
    );
  });

  test('of nobody is empty', () => {
    expect(merge().summary.evaluations).toEqual([]);
  });

  test('is a summary like any other', () => {
    const { summary } = merge(part('甲', randomCounted(general, 90, 1)), part('乙', randomCounted(general, 70, 2)));
    expect(summarySchema.parse(summary)).toEqual(summary);
  });
});

describe('what a part hides', () => {
  test('stays hidden, and every number shown is a sum of numbers shown', () => {
    fc.assert(
      fc.property(lists, (all) => {
        fc.pre(all.every(enough));
        const parts = all.map((answers, i) => part(`镇${i}`, answers));
        const merged = only(merge(...parts).summary);
        for (const question of merged.questions)
          for (const { code, share } of question.cells) {
            const shown = parts.flatMap(({ summary }) => {
              const own = only(summary).questions.find((each) => each.code === question.code);
              return own && own.cells.length > 0
                ? [own.cells.find((cell) => cell.code === code)?.share?.n ?? null]
                : [];
            });
            const known = shown.every((n) => n !== null);
            expect(share?.n ?? null).toBe(known ? (shown as number[]).reduce((a, b) => a + b, 0) : null);
          }
        for (const { channel, n } of merged.channels) {
          const shown = parts.map(
            ({ summary }) => only(summary).channels.find((each) => each.channel === channel)?.n ?? null,
          );
          expect(n).toBe(shown.includes(null) ? null : (shown as number[]).reduce((a, b) => a + b, 0));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a part without figures is left out by name, and so is none of its answers', () => {
    const few = part(
      '小镇',
      [...Array(4)].map(() => ({ answers: { G00: 's5' } })),
    );
    const merged = merge(few, part('大镇', randomCounted(general, 80, 3)));
    expect(merged.leftOut).toEqual([{ organ: '小镇', kind: 'general', question: '', why: 'no-figures' }]);
    expect(only(merged.summary).reconciliation.received).toBe(80);
  });
});

test('questions on another scale are not added; the rest of that part is', () => {
  const other = { ...generalSurvey(general.code, townships), scale: threeLevels };
  expect(threeLevels.levels.length).not.toBe(fiveLevels.levels.length);
  const rated = (n: number): CountedAnswer[] => [...Array(n)].map(() => ({ answers: { G00: 's3', G08: 'no' } }));
  const three: Part = { organ: '丙', summary: yearOf(rated(40), other) };
  const merged = merge(part('甲', rated(50)), part('乙', rated(60)), three);
  const of = (code: string) => only(merged.summary).questions.find((question) => question.code === code);
  expect(of('G00')?.answered).toBe(110);
  expect(of('G08')?.answered).toBe(150);
  expect(merged.leftOut).toContainEqual({ organ: '丙', kind: 'general', question: 'G00', why: 'other-question' });
});

test('figures made under other limits are not added', () => {
  const own = part('甲', randomCounted(general, 50, 4));
  const loose: Part = { organ: '乙', summary: { ...own.summary, method: { ...own.summary.method, smallCellMax: 1 } } };
  expect(merge(own, loose).leftOut).toEqual([{ organ: '乙', kind: 'general', question: '', why: 'other-limits' }]);
});
