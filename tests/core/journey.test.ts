import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAnswers, pruneToJourney, surveyFields } from '#core/answers.ts';
import { askedQuestions } from '#core/journey.ts';
import { payloadSha } from '#core/submission.ts';
import { randomAnswers, seeded } from '#tests/world/answers.ts';
import { generalOf, requestOf } from '#tests/world/world.ts';

const general = generalOf(2026);
const request = requestOf(2026);
const codes = (problems: readonly { field: string; code: string }[]) =>
  problems.map(({ field, code }) => `${field} ${code}`);
const seeds = fc.integer({ min: 0, max: 2 ** 31 });

describe('the journey', () => {
  test('asks about the reply only those who made a request', () => {
    const asked = (answers: object) => askedQuestions(general, answers as never).some(({ code }) => code === 'G08R');
    expect(asked({})).toBe(false);
    expect(asked({ G08: 'no' })).toBe(false);
    expect(asked({ G08: 'yes' })).toBe(true);
  });

  test('asks for reasons after any rating below the middle, and only then', () => {
    const asked = (answers: object) => askedQuestions(request, answers as never).some(({ code }) => code === 'R09');
    expect(asked({ R00: 's3', R04: 's5' })).toBe(false);
    expect(asked({ R00: 's5', R04: 's2' })).toBe(true);
    expect(asked({ R02: 'na' })).toBe(false);
  });

  test('does not depend on answers to questions it does not ask', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const answers = randomAnswers(general, seeded(seed));
        const asked = askedQuestions(general, { ...answers, G08: 'no', G08R: 's1' });
        expect(asked).toEqual(askedQuestions(general, { ...answers, G08: 'no' }));
      }),
    );
  });
});

describe('answers', () => {
  test('drawn from the survey pass, and checking them again changes nothing', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.constantFrom(general, request),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, survey, mood) => {
          const drawn = randomAnswers(survey, seeded(seed), mood);
          const { answers, problems } = checkAnswers(survey, drawn);
          expect(problems).toEqual([]);
          expect(answers).toEqual(drawn);
          expect(checkAnswers(survey, answers)).toEqual({ answers, problems: [] });
        },
      ),
    );
  });

  test('of any shape never throw, and what passes has only declared fields', () => {
    const anything = fc.dictionary(fc.oneof(fc.constantFrom(...surveyFields(general)), fc.string()), fc.jsonValue());
    fc.assert(
      fc.property(anything, (raw) => {
        const { answers, problems } = checkAnswers(general, raw);
        if (problems.length === 0)
          for (const field of Object.keys(answers)) expect(surveyFields(general)).toContain(field);
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
    );
  });

  test('need the overall rating and nothing else', () => {
    expect(codes(checkAnswers(general, {}).problems)).toEqual(['G00 required']);
    expect(checkAnswers(general, { G00: 's1' })).toEqual({ answers: { G00: 's1' }, problems: [] });
  });

  test('name every problem at its field', () => {
    const { problems } = checkAnswers(general, {
      G00: ['s5', 's4'],
      G01: 's9',
      G08R: 's5',
      G12: ['fiscal', 'farm', 'land', 'school'],
      G13: ['slow', 'none'],
      G14: 'x'.repeat(501),
      B1: { code: 'rural' },
      score: 100,
      quarantine: '0',
    });
    expect(codes(problems).sort()).toEqual(
      [
        'G00 one-only',
        'G01 unknown-option',
        'G08R not-asked',
        'G12 too-many-options',
        'G13 alone',
        'G14 too-long',
        'B1 one-only',
        'score unknown-field',
        'quarantine unknown-field',
      ].sort(),
    );
  });

  test('named like parts of Object are unknown fields', () => {
    const hostile = JSON.parse('{"G00":"s5","__proto__":{"polluted":1},"constructor":"x"}');
    expect(codes(checkAnswers(general, hostile).problems).sort()).toEqual([
      '__proto__ unknown-field',
      'constructor unknown-field',
    ]);
  });

  test('with half a character or a control character are refused at their field', () => {
    for (const text of ['\ud800', 'a\udc00b', 'x\u0000y', 'bell\u0007'])
      expect(codes(checkAnswers(general, { G00: 's5', G14: text }).problems)).toEqual(['G14 bad-characters']);
    expect(checkAnswers(general, { G00: 's5', G14: '𠮷 ok\n二行' }).problems).toEqual([]);
  });

  test('不了解 is an answer, blank is none, and a rating without a way out refuses it', () => {
    expect(checkAnswers(general, { G00: 's5', G01: 'na', G02: '' }).answers).toEqual({ G00: 's5', G01: 'na' });
    expect(codes(checkAnswers(general, { G00: 'na' }).problems)).toEqual(['G00 unknown-option']);
  });

  test('of the same choice have one spelling whatever order they were pressed in', () => {
    const one = checkAnswers(general, { G00: 's5', G12: ['land', 'farm'] }).answers;
    const other = checkAnswers(general, { G12: ['farm', 'land'], G00: 's5' }).answers;
    const payload = { id: '0'.repeat(32), survey: 'general-2026', version: 1, unit: 'county', channel: 'web' } as const;
    expect(payloadSha({ ...payload, answers: one })).toBe(payloadSha({ ...payload, answers: other }));
  });

  test('keep the text of "other" only while it is chosen', () => {
    const withOther = { G00: 's5', G12: ['other'], 'G12.other': ' 水库移民 ' };
    expect(checkAnswers(general, withOther).answers).toEqual({ G00: 's5', G12: ['other'], 'G12.other': '水库移民' });
    expect(checkAnswers(general, { ...withOther, G12: ['farm'] }).answers).toEqual({ G00: 's5', G12: ['farm'] });
  });

  test('a script-less form may bring answers its others rule out; pruning leaves what was asked', () => {
    const posted = { G00: 's5', G08: 'no', G08R: 's1', G14: '' };
    expect(pruneToJourney(general, posted)).toEqual({ G00: 's5', G08: 'no', G14: '' });
    expect(checkAnswers(general, pruneToJourney(general, posted)).problems).toEqual([]);
  });
});
