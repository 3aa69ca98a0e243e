// What is on the form as answers to be frozen. The controls can only give codes of the survey, in its order, so what is
// left to check is what was typed and what was left blank; for that much it must agree with core/answers.ts, which a
// property test holds it to (the whole of that file would be 6 % of the page's bytes).
import { type Answer, type Answers, otherField } from '#core/answers.ts';
import { askedQuestions } from '#core/journey.ts';
import { type Problem, problem } from '#core/problem.ts';
import { checkOther } from '#core/question/choice.ts';
import { text } from '#core/question/text.ts';
import type { Checked } from '#core/question.ts';
import type { Question, Survey } from '#core/survey.ts';
import type { RawAnswers } from '../parts/survey-form.tsx';

/** The answers are only to be sent when `problems` is empty. */
export function settledAnswers(survey: Survey, raw: RawAnswers): { answers: Answers; problems: Problem[] } {
  const answers: Record<string, Answer> = {};
  const problems: Problem[] = [];
  for (const question of askedQuestions(survey, raw)) {
    const { code, required } = question;
    const checked = checkTyped(question, survey, raw);
    problems.push(...checked.problems);
    if (checked.answer !== undefined) answers[code] = checked.answer;
    else if (required && checked.problems.length === 0) problems.push(problem(code, 'required'));
    if (checked.other !== undefined) answers[otherField(code)] = checked.other;
  }
  return { answers, problems };
}

function checkTyped(question: Question, survey: Survey, raw: RawAnswers): Checked {
  const value = raw[question.code];
  if (question.kind === 'text') return text.check(question, survey, { value, other: undefined });
  if (value === undefined || question.kind === 'rating') return { ...(value && { answer: value }), problems: [] };
  const field = otherField(question.code);
  return { answer: value, ...checkOther(field, question.options, ([] as string[]).concat(value), raw[field]) };
}
