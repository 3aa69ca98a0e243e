import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '#core/answers.ts';
import { evaluate } from '#core/evaluation.ts';
import { figuresOf } from '#core/figures.ts';
import { exclusionReasons, reconcile, type Standing } from '#core/standing.ts';
import type { Survey } from '#core/survey.ts';
import { emptyTally, mergeTallies, negated, type Tally, tallyOf } from '#core/tally.ts';
import { randomAnswers, seeded } from '#tests/world/answers.ts';
import { generalOf } from '#tests/world/world.ts';

const survey = generalOf(2026);
const seeds = fc.array(fc.integer({ min: 0, max: 2 ** 31 }), { maxLength: 40 });
const drawn = (list: readonly number[]): Answers[] =>
  list.map((seed) => randomAnswers(survey, seeded(seed), (seed % 100) / 100));
const sum = (all: readonly Answers[]): Tally => mergeTallies(...all.map((answers) => tallyOf(survey, answers)));
const sorted = (tally: Tally) => Object.fromEntries(Object.entries(tally).sort());

describe('a tally', () => {
  test('of the whole is the merge of the tallies of any two parts', () => {
    fc.assert(
      fc.property(seeds, fc.nat(), (list, at) => {
        const all = drawn(list);
        const cut = list.length === 0 ? 0 : at % (list.length + 1);
        expect(sorted(mergeTallies(sum(all.slice(0, cut)), sum(all.slice(cut))))).toEqual(sorted(sum(all)));
      }),
    );
  });

  test('merged with its negation is empty', () => {
    fc.assert(
      fc.property(seeds, (list) => {
        const tally = sum(drawn(list));
        expect(mergeTallies(tally, negated(tally))).toEqual(emptyTally);
      }),
    );
  });

  test('merges in any order and grouping, with the empty tally as the one that changes nothing', () => {
    fc.assert(
      fc.property(seeds, seeds, seeds, (a, b, c) => {
        const [x, y, z] = [sum(drawn(a)), sum(drawn(b)), sum(drawn(c))];
        expect(sorted(mergeTallies(x, mergeTallies(y, z)))).toEqual(sorted(mergeTallies(mergeTallies(x, y), z)));
        expect(sorted(mergeTallies(x, y))).toEqual(sorted(mergeTallies(y, x)));
        expect(sorted(mergeTallies(x, emptyTally))).toEqual(sorted(x));
      }),
    );
  });
});

/** Counting the slow and obvious way, straight from the answers. */
function naive(of: Survey, all: readonly Answers[]) {
  return of.questions.map((question) => {
    const given = all.map((answers) => answers[question.code]);
    const times = (code: string) =>
      given.filter((answer) => answer === code || (Array.isArray(answer) && answer.includes(code))).length;
    const parts = question.kind === 'rating' ? of.scale.levels : 'options' in question ? question.options : [];
    return {
      code: question.code,
      answered: given.filter((answer) => answer !== undefined).length,
      cells: parts.map(({ code }) => times(code)),
      na: times('na'),
    };
  });
}

describe('figures', () => {
  test('equal a naive recount of the answers', () => {
    fc.assert(
      fc.property(seeds, (list) => {
        const all = drawn(list);
        const figures = figuresOf(survey, sum(all));
        const counted = naive(survey, all);
        expect(
          figures.map((f) => ({
            code: f.code,
            answered: f.answered,
            cells: f.cells.map(({ share }) => share.n),
            na: f.rating?.na ?? 0,
          })),
        ).toEqual(counted);
        for (const f of figures) {
          expect(f.asked + f.notAsked).toBe(all.length);
          expect(f.answered + f.blank).toBe(f.asked);
          if (f.rating) {
            expect(f.rating.valid + f.rating.na).toBe(f.answered);
            expect(f.cells.reduce((n, { share }) => n + share.n, 0)).toBe(f.rating.valid);
            expect(f.rating.strict.n).toBe(
              counted
                .find(({ code }) => code === f.code)
                ?.cells.slice(0, 2)
                .reduce((a, b) => a + b, 0),
            );
          }
        }
      }),
    );
  });

  test('never hide the base and never give a percentage on a base under 30', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 0, maxLength: 45 }), (list) => {
        for (const { rating } of figuresOf(survey, sum(drawn(list)))) {
          if (!rating) continue;
          const { strict, valid } = rating;
          expect(strict.base).toBe(valid);
          expect(strict.percent === null).toBe(valid < 30);
          if (strict.percent !== null)
            expect(Math.abs(strict.percent - (strict.n / valid) * 100)).toBeLessThanOrEqual(0.05 + 1e-9);
        }
      }),
    );
  });
});

describe('收到 = 有效 + 剔除', () => {
  const standings: readonly Standing[] = ['valid', ...exclusionReasons];

  test('adds up for any counts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...standings), fc.nat(1000))), (list) => {
        const counts: Partial<Record<Standing, number>> = {};
        for (const [standing, n] of list) counts[standing] = (counts[standing] ?? 0) + n;
        const line = reconcile(counts);
        expect(line.received).toBe(Object.values(counts).reduce((a, b) => a + b, 0));
        expect(line.received).toBe(line.excluded.reduce((a, { n }) => a + n, line.valid));
      }),
    );
  });

  test('keeps excluded answers out of every figure and inside the line', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...standings), fc.nat()), { maxLength: 60 }), (list) => {
        const one = list.map(([standing, seed]) => ({ standing, answers: randomAnswers(survey, seeded(seed)) }));
        const sums = one.map(({ standing, answers }) => ({
          version: 1,
          standing,
          by: '',
          tally: tallyOf(survey, answers),
        }));
        const { reconciliation, questions, withheld } = evaluate(new Map([[1, survey]]), sums);
        const valid = one.filter(({ standing }) => standing === 'valid');
        expect(reconciliation.received).toBe(one.length);
        expect(reconciliation.valid).toBe(valid.length);
        expect(withheld).toBe(valid.length === 0 ? 'no-valid-answers' : valid.length < 5 ? 'too-few' : null);
        if (!withheld) expect(questions.find(({ code }) => code === 'G00')?.answered).toBe(valid.length);
      }),
    );
  });
});
