// A tally (计数): counts as a monoid over responses. Flat keys, so that a database can add two of them with one GROUP BY:
// `responses`, `G00#asked`, `G00#answered`, `G00=s5`. A tally is derived from responses and never the truth.
import type { Answers } from './answers.ts';
import { askedQuestions } from './journey.ts';
import { kindOf } from './question.ts';
import type { Survey } from './survey.ts';

export type Tally = Readonly<Record<string, number>>;

export const emptyTally: Tally = {};
export const responsesKey = 'responses';
/** Responses taken within the grace after closing. */
export const lateKey = 'late';
export const askedKey = (question: string): string => `${question}#asked`;
export const answeredKey = (question: string): string => `${question}#answered`;
export const codeKey = (question: string, code: string): string => `${question}=${code}`;

export const countIn = (tally: Tally, key: string): number => tally[key] ?? 0;

/** Adds tallies; keys whose sum is 0 are dropped, so equal counts are equal objects. */
export function mergeTallies(...tallies: readonly Tally[]): Tally {
  const sum = new Map<string, number>();
  for (const tally of tallies) for (const [key, n] of Object.entries(tally)) sum.set(key, (sum.get(key) ?? 0) + n);
  return Object.fromEntries([...sum].filter(([, n]) => n !== 0));
}

/** What takes a tally away again: merged with it, nothing is left. */
export const negated = (tally: Tally): Tally => Object.fromEntries(Object.entries(tally).map(([key, n]) => [key, -n]));

/** What one response adds. Asked but blank counts as asked; a question the journey left out adds nothing. */
export function tallyOf(survey: Survey, answers: Answers, { late = false } = {}): Tally {
  const tally: Record<string, number> = { [responsesKey]: 1, ...(late ? { [lateKey]: 1 } : {}) };
  for (const question of askedQuestions(survey, answers)) {
    tally[askedKey(question.code)] = 1;
    const answer = answers[question.code];
    if (answer === undefined) continue;
    tally[answeredKey(question.code)] = 1;
    for (const code of kindOf(question).codes(answer)) tally[codeKey(question.code, code)] = 1;
  }
  return tally;
}
