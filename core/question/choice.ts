// One of several options. An option marked `other` takes a line of text of at most 100 characters; the text is kept
// only while that option is chosen.
import { isCleanText, tidyText } from '../canonical.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import type { Checked, QuestionKind } from '../question.ts';
import type { Option } from '../survey.ts';

export const otherCharsMax = 100;

/** The text of an "other" option, for both choice kinds: dropped when the option was not chosen. */
export function checkOther(
  field: string,
  options: readonly Option[],
  chosen: readonly string[],
  raw: unknown,
): Checked {
  if (raw === undefined || !options.some((o) => o.other && chosen.includes(o.code))) return { problems: [] };
  const fault = (code: Problem['code'], values?: Problem['values']) => ({ problems: [problem(field, code, values)] });
  if (typeof raw !== 'string') return fault('not-text');
  if (!isCleanText(raw)) return fault('bad-characters');
  const other = tidyText(raw);
  if (other.length > otherCharsMax) return fault('too-long', { max: otherCharsMax, length: other.length });
  return { other, problems: [] };
}

export const choice: QuestionKind<'choice'> = {
  check(question, _survey, { value, other }) {
    if (value === undefined) return { problems: [] };
    if (typeof value !== 'string') return { problems: [problem(question.code, 'one-only')] };
    if (!question.options.some((o) => o.code === value))
      return { problems: [problem(question.code, 'unknown-option')] };
    return { answer: value, ...checkOther(`${question.code}.other`, question.options, [value], other) };
  },
  codes: (answer) => [answer as string],
};
