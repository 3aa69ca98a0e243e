// Rating scales of 3, 4 or 5 levels, best first. A scale is fair only when it mirrors itself around the middle: as much
// room for 不满意 as for 满意. One that offers 满意 and 非常满意 alone is refused.
import type { Level, Scale } from './survey.ts';

type Graded = Pick<Level, 'code' | 'points' | 'valence'>;

/** What is wrong with these levels, in English for whoever writes survey data; null when they make a fair scale. */
export function scaleFault(levels: readonly Graded[]): string | null {
  const codes = levels.map((level) => level.code);
  if (new Set(codes).size !== codes.length) return 'a level code is used twice';
  if (codes.includes('na')) return 'the level code na is kept for "does not apply"';
  for (const [index, level] of levels.entries()) {
    const next = levels[index + 1];
    if (next && next.points >= level.points) return `points must fall from ${level.code} to ${next.code}`;
    if (next && next.valence >= level.valence) return `valence must fall from ${level.code} to ${next.code}`;
    const mirror = levels[levels.length - 1 - index];
    if (mirror && mirror.valence !== -level.valence) return `asymmetric: nothing mirrors ${level.code}`;
  }
  return null;
}

/** 满意 in the strict sense: above the middle (the top two of five). */
export const isStrict = (level: Graded): boolean => level.valence > 0;
/** 满意 in the wide sense, as 好差评 counts it: the middle included (the top three of five). */
export const isWide = (level: Graded): boolean => level.valence >= 0;
/** 差评: below the middle. */
export const isLow = (level: Graded): boolean => level.valence < 0;

export const lowCodes = (scale: Scale): string[] => scale.levels.filter(isLow).map((level) => level.code);
