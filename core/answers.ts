// Answers as they are kept: field → code, codes or text. A blank is absent, "不了解" is the code `na`, and a question
// that was not asked has no field either; the journey tells the last two apart. Nothing here is asynchronous or zod.

import { askedQuestions } from './journey.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';
import { kindOf } from './question.ts';
import type { Question, Survey } from './survey.ts';

export type Answer = string | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/** The field of the free text that belongs to an "other" option. */
export const otherField = (code: string): string => `${code}.other`;

const fieldsOf = (question: Question): string[] =>
  'options' in question && question.options.some((o) => o.other)
    ? [question.code, otherField(question.code)]
    : [question.code];

/** Every field this survey can hold. */
export const surveyFields = (survey: Survey): string[] => survey.questions.flatMap(fieldsOf);

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/**
 * Checks raw answers against the survey and returns them tidied (blanks gone, options in the survey's order, text
 * normalised) with every problem found. The result is only to be kept when `problems` is empty.
 */
export function checkAnswers(
  survey: Survey,
  raw: Readonly<Record<string, unknown>>,
): { answers: Answers; problems: Problem[] } {
  const known = new Set(surveyFields(survey));
  const problems = Object.keys(raw)
    .filter((field) => !known.has(field))
    .map((field) => problem(field.slice(0, 64), 'unknown-field'));
  const kept: [string, Answer][] = [];
  for (const question of survey.questions) {
    const other = otherField(question.code);
    const checked = kindOf(question).check(question, survey, {
      value: isBlank(raw[question.code]) ? undefined : raw[question.code],
      other: known.has(other) && !isBlank(raw[other]) ? raw[other] : undefined,
    });
    problems.push(...checked.problems);
    if (checked.answer !== undefined) kept.push([question.code, checked.answer]);
    if (checked.other !== undefined) kept.push([other, checked.other]);
  }
  const answers: Answers = Object.fromEntries(kept);
  const asked = new Set(askedQuestions(survey, answers).map((question) => question.code));
  for (const question of survey.questions) {
    const given = fieldsOf(question).some((field) => !isBlank(raw[field]));
    if (given && !asked.has(question.code)) problems.push(problem(question.code, 'not-asked'));
    if (!given && question.required && asked.has(question.code)) problems.push(problem(question.code, 'required'));
  }
  return { answers, problems };
}

/**
 * Without script every question is on the page, so a form may bring answers to questions that its other answers rule
 * out (a radio cannot be un-pressed). Those are dropped before checking; the phone drops them as they become hidden.
 */
export function pruneToJourney<T>(survey: Survey, raw: Readonly<Record<string, T>>): Record<string, T> {
  const asked = new Set(askedQuestions(survey, raw as never).map((question) => question.code));
  const ruledOut = new Set(survey.questions.filter((q) => !asked.has(q.code)).flatMap(fieldsOf));
  return Object.fromEntries(Object.entries(raw).filter(([field]) => !ruledOut.has(field)));
}
