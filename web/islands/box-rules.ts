// How the boxes of a "choose several" question keep each other in check, so that no answer can be given that would have
// to be corrected. A ticked box is never shut: whoever wants another choice can always take one back.
import type { QuestionOf } from '#core/survey.ts';

type Boxes = Pick<QuestionOf<'choices'>, 'options' | 'max'>;

/** The boxes that cannot be ticked now because the maximum is reached; "没有" can, since it takes the others' place. */
export function shutBoxes({ options, max }: Boxes, chosen: readonly string[]): string[] {
  if (max === undefined || chosen.length < max) return [];
  return options.filter(({ code, alone }) => !alone && !chosen.includes(code)).map(({ code }) => code);
}

/** What stays chosen once this box is ticked: "没有" excludes the others and they exclude it. */
export function afterTick({ options }: Boxes, chosen: readonly string[], ticked: string): string[] {
  const alone = options.filter((option) => option.alone).map(({ code }) => code);
  return alone.includes(ticked) ? [ticked] : chosen.filter((code) => !alone.includes(code));
}
