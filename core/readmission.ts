// 恢复计入: a person decides that the labelled answers of one survey and day count after all. Whole days, because mistakes come in
// crowds (a hall full of people, phones without script), and because nobody is to look at single answers.
import type { Day } from './period.ts';
import { type Problem, problem } from './problem.ts';

export const reasonCharsMin = 4;
export const reasonCharsMax = 200;

/** Labelled answers of one day that nobody has decided about. */
export interface Labelled {
  readonly day: Day;
  readonly n: number;
}

export interface Readmission extends Labelled {
  readonly reason: string;
  /** Name of the member of staff, or `command`. */
  readonly staff: string;
  readonly decided: Day;
}

/** What is wrong with a reason; none when it can be kept. */
export function checkReason(reason: string): Problem[] {
  const { length } = reason.trim();
  if (length === 0) return [problem('reason', 'empty')];
  if (length < reasonCharsMin) return [problem('reason', 'short-reason', { min: reasonCharsMin })];
  return length > reasonCharsMax ? [problem('reason', 'too-long', { max: reasonCharsMax, length })] : [];
}
