// Several options, up to a maximum. Kept in the survey's order, so that the same choice has one spelling whatever order
// it was pressed in. An option marked `alone` ("没有") excludes the others.
import { problem } from '../problem.ts';
import type { QuestionKind } from '../question.ts';
import { checkOther } from './choice.ts';

export const choices: QuestionKind<'choices'> = {
  check(question, _survey, { value, other }) {
    if (value === undefined) return { problems: [] };
    const given: readonly unknown[] = Array.isArray(value) ? value : [value];
    const known = new Set<unknown>(question.options.map((o) => o.code));
    if (given.some((code) => !known.has(code)) || new Set(given).size !== given.length)
      return { problems: [problem(question.code, 'unknown-option')] };
    const chosen = question.options.filter((o) => given.includes(o.code));
    if (question.max !== undefined && chosen.length > question.max)
      return { problems: [problem(question.code, 'too-many-options', { max: question.max, length: chosen.length })] };
    if (chosen.length > 1 && chosen.some((o) => o.alone)) return { problems: [problem(question.code, 'alone')] };
    const codes = chosen.map((o) => o.code);
    return { answer: codes, ...checkOther(`${question.code}.other`, question.options, codes, other) };
  },
  codes: (answer) => answer as readonly string[],
};
