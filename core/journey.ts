// Which questions a person is asked, given what they answered so far. Conditions look only backwards, so one pass in
// order settles them; an answer to a question that is itself not asked counts as no answer.
import { lowCodes } from './scale.ts';
import type { Condition, Question, Survey } from './survey.ts';

type Given = Readonly<Record<string, unknown>>;

const has = (answer: unknown, code: string): boolean =>
  Array.isArray(answer) ? answer.includes(code) : answer === code;

function holds(condition: Condition, low: readonly string[], given: ReadonlyMap<string, unknown>): boolean {
  if ('lowIn' in condition) return condition.lowIn.some((code) => low.some((level) => has(given.get(code), level)));
  return condition.is.some((code) => has(given.get(condition.question), code));
}

/** The questions asked, in order. */
export function askedQuestions(survey: Pick<Survey, 'questions' | 'scale'>, answers: Given): Question[] {
  const low = lowCodes(survey.scale);
  const given = new Map<string, unknown>();
  return survey.questions.filter((question) => {
    if (question.when && !holds(question.when, low, given)) return false;
    if (Object.hasOwn(answers, question.code)) given.set(question.code, answers[question.code]);
    return true;
  });
}
