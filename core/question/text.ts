// Free text. Length is counted in UTF-16 units, as the browser's maxlength counts it, so that phone and server agree.
import { isCleanText, tidyText } from '../canonical.ts';
import { problem } from '../problem.ts';
import type { QuestionKind } from '../question.ts';

export const text: QuestionKind<'text'> = {
  check(question, _survey, { value }) {
    if (value === undefined) return { problems: [] };
    if (typeof value !== 'string') return { problems: [problem(question.code, 'not-text')] };
    if (!isCleanText(value)) return { problems: [problem(question.code, 'bad-characters')] };
    const answer = tidyText(value);
    if (answer.length > question.charsMax)
      return { problems: [problem(question.code, 'too-long', { max: question.charsMax, length: answer.length })] };
    return { answer, problems: [] };
  },
  codes: () => [],
};
