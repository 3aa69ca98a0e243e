// The county's own colour in place of 石青: from one colour, the tokens of web/style/tokens.css that carry the house's
// main colour, in both schemes, legible whatever the colour is.
import { type Colour, contrast, mix } from './colour.ts';

/** WCAG 2.2, 1.4.3: text on its ground. */
export const textContrastMin = 4.5;
const light = { ground: '#f3f5f4', paper: '#ffffff' };
const dark = { ground: '#0e1416', paper: '#151d20', white: '#ffffff' };

const tintOf = (crest: Colour): Colour => mix(light.paper, crest, 0.08);

/** White letters stand on it, and it writes on the page's ground and on its own tint: dark enough for all three. */
export const isCrest = (colour: Colour): boolean =>
  Math.min(contrast(colour, light.ground), contrast(colour, tintOf(colour))) >= textContrastMin;

export interface CrestTokens {
  readonly main: Colour;
  readonly 'on-main': Colour;
  readonly band: Colour;
  readonly tint: Colour;
}

/** For a colour that `isCrest`. */
export function crestTokens(crest: Colour): { readonly light: CrestTokens; readonly dark: CrestTokens } {
  const tint = mix(dark.paper, crest, 0.25);
  let main = crest;
  for (let share = 0; contrast(main, tint) < textContrastMin || contrast(main, dark.paper) < 6; share += 0.05)
    main = mix(crest, dark.white, share);
  return {
    light: { main: crest, 'on-main': light.paper, band: crest, tint: tintOf(crest) },
    dark: { main, 'on-main': dark.ground, band: mix(crest, dark.ground, 0.35), tint },
  };
}
