// What the phone decides by itself must be what the server would decide: these properties hold web/islands to core.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAnswers, otherField, pruneToJourney } from '#core/answers.ts';
import type { Option, Question, QuestionOf, Survey } from '#core/survey.ts';
import { wordsFor } from '#core/text.ts';
import { generalOf, requestOf } from '#tests/world/world.ts';
import { afterTick, isShut } from '#web/islands/box-rules.ts';
import { settledAnswers } from '#web/islands/settled-answers.ts';
import { islandDataOf, type SurveyPageProps } from '#web/pages/survey.tsx';
import type { RawAnswers } from '#web/parts/survey-form.tsx';

const surveys = [generalOf(2026), requestOf(2026)];
const choicesOf = (survey: Survey): QuestionOf<'choices'>[] =>
  survey.questions.filter((question): question is QuestionOf<'choices'> => question.kind === 'choices');

/** A finger on the boxes: what is shut does nothing, a ticked one is un-ticked, any other is ticked. */
function touch(question: QuestionOf<'choices'>, codes: readonly string[]): string[] {
  let chosen: string[] = [];
  for (const code of codes) {
    if (chosen.includes(code)) chosen = chosen.filter((other) => other !== code);
    else if (!isShut(question, chosen, code)) chosen = afterTick(question, [...chosen, code], code);
  }
  return chosen;
}

const inOrder = (options: readonly Option[], chosen: readonly string[]): string[] =>
  options.map(({ code }) => code).filter((code) => chosen.includes(code));

const typed = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ minLength: 90, maxLength: 600 }),
    fc.constantFrom(' \r\n 两行\r\n文字 ', 'e\u0301', '\u0007', '\ud800'),
  )
  .filter((text) => text.trim() !== '');

/** Whatever the controls of this question can hold. */
function given(survey: Survey, question: Question): fc.Arbitrary<unknown> {
  if (question.kind === 'text') return typed;
  if (question.kind === 'rating')
    return fc.constantFrom(...survey.scale.levels.map(({ code }) => code), ...(question.na ? ['na'] : []));
  const codes = question.options.map(({ code }) => code);
  if (question.kind === 'choice') return fc.constantFrom(...codes);
  return fc
    .array(fc.constantFrom(...codes), { maxLength: 20 })
    .map((touches) => inOrder(question.options, touch(question, touches)))
    .map((chosen) => (chosen.length > 0 ? chosen : undefined));
}

const filledIn = (survey: Survey): fc.Arbitrary<RawAnswers> =>
  fc
    .record(
      Object.fromEntries(
        survey.questions.flatMap((question) => [
          [question.code, given(survey, question)],
          ...('options' in question && question.options.some(({ other }) => other)
            ? [[otherField(question.code), typed]]
            : []),
        ]),
      ),
      { requiredKeys: [] },
    )
    .map((raw) => Object.fromEntries(Object.entries(raw).filter(([, answer]) => answer !== undefined)) as RawAnswers);

const travelling = (survey: Survey): Survey =>
  islandDataOf({ words: wordsFor('zh-CN'), survey } as SurveyPageProps, '').survey;

test('a form is settled on the phone as the server settles it', () => {
  for (const survey of surveys)
    fc.assert(
      fc.property(filledIn(survey), (raw) => {
        const phone = settledAnswers(travelling(survey), raw);
        const server = checkAnswers(survey, pruneToJourney(survey, raw));
        expect(phone.answers).toEqual(server.answers);
        const sorted = (problems: typeof server.problems) => problems.map((problem) => JSON.stringify(problem)).sort();
        expect(sorted(phone.problems)).toEqual(sorted(server.problems));
      }),
    );
});

describe('boxes', () => {
  const question = fc.constantFrom(...surveys.flatMap(choicesOf));
  const touched = question.chain((of) =>
    fc.array(fc.constantFrom(...of.options.map(({ code }) => code))).map((codes) => ({ of, chosen: touch(of, codes) })),
  );

  test('never give an answer that has to be corrected', () => {
    fc.assert(
      fc.property(touched, ({ of, chosen }) => {
        if (of.max !== undefined) expect(chosen.length).toBeLessThanOrEqual(of.max);
        const alone = of.options.filter(({ alone, code }) => alone && chosen.includes(code));
        if (alone.length > 0) expect(chosen.length).toBe(1);
      }),
    );
  });

  test('can always be un-ticked, and tick what the finger ticked', () => {
    fc.assert(
      fc.property(touched, ({ of, chosen }) => {
        const shut = of.options.map(({ code }) => code).filter((code) => isShut(of, chosen, code));
        expect(shut.filter((code) => chosen.includes(code))).toEqual([]);
        for (const { code } of of.options)
          if (!chosen.includes(code) && !shut.includes(code)) expect(touch(of, [...chosen, code])).toContain(code);
      }),
    );
  });
});
