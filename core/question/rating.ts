// A rating: one level of the survey's scale, or `na` where the question offers a way out. Nothing is ever preselected
// and `na` is an answer that stays out of every rate.
import { problem } from '../problem.ts';
import type { QuestionKind } from '../question.ts';

export const na = 'na';

export const rating: QuestionKind<'rating'> = {
  check(question, survey, { value }) {
    if (value === undefined) return { problems: [] };
    if (typeof value !== 'string') return { problems: [problem(question.code, 'one-only')] };
    const known =
      survey.scale.levels.some((level) => level.code === value) || (value === na && question.na !== undefined);
    return known ? { answer: value, problems: [] } : { problems: [problem(question.code, 'unknown-option')] };
  },
  codes: (answer) => [answer as string],
};
