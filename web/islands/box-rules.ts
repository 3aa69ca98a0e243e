// How the boxes of a "choose several" question keep each other in check, so that no answer can be given that would have
// to be corrected. A ticked box is never shut: whoever wants another choice can always take one back.
import type { QuestionOf } from '#core/survey.ts';

/** Of the options only those with a rule need be there. */
type Boxes = Pick<QuestionOf<'choices'>, 'options' | 'max'>;

/** Whether the maximum keeps this box from being ticked now; never "没有", since it takes the others' place. */
export const isShut = ({ options, max = Infinity }: Boxes, chosen: readonly string[], box: string): boolean =>
  chosen.length >= max && !chosen.includes(box) && !options.some(({ code, alone }) => alone && code === box);

/** What stays chosen once this box is ticked: "没有" excludes the others and they exclude it. */
export function afterTick({ options }: Boxes, chosen: readonly string[], ticked: string): string[] {
  const alone = options.filter((option) => option.alone).map(({ code }) => code);
  return alone.includes(ticked) ? [ticked] : chosen.filter((code) => !alone.includes(code));
}
