// What changed because of comments (您说 · 我们做): a few words of the staff on what people asked for and what was done. Not a
// comment: it is written by the office, and holds nobody's words unless they were released.
import { isCleanText, tidyText } from './canonical.ts';
import { findPersonalData } from './personal-data.ts';
import { type Problem, problem } from './problem.ts';

export interface Improvement {
  readonly said: string;
  readonly done: string;
}

export const improvementCharsMax = 300;

export const tidyImprovement = ({ said, done }: Improvement): Improvement => ({
  said: tidyText(said),
  done: tidyText(done),
});

export const checkImprovement = (improvement: Improvement): Problem[] =>
  (['said', 'done'] as const).flatMap((field) => {
    const text = improvement[field];
    if (text === '') return [problem(field, 'empty')];
    const { length } = text;
    if (length > improvementCharsMax) return [problem(field, 'too-long', { max: improvementCharsMax, length })];
    if (!isCleanText(text)) return [problem(field, 'bad-characters')];
    return findPersonalData(text).length > 0 ? [problem(field, 'personal-data')] : [];
  });
