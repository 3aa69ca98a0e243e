// The county's own colour: legible in both schemes, whatever it is.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, isColour, mix } from '#core/colour.ts';
import { crestTokens, isCrest, textContrastMin } from '#core/crest.ts';

const colours = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`);

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#155e63', '#155e63')).toBe(1);
});

test('mixing goes from one colour to the other', () => {
  expect([0, 0.5, 1].map((share) => mix('#000000', '#ff8000', share))).toEqual(['#000000', '#804000', '#ff8000']);
});

test('a crest that is accepted can be read everywhere it is used', () => {
  fc.assert(
    fc.property(colours.filter(isCrest), (crest) => {
      const { light, dark } = crestTokens(crest);
      for (const [letters, ground] of [
        [light.main, '#f3f5f4'],
        [light.main, '#ffffff'],
        [light.main, light.tint],
        [light['on-main'], light.main],
        ['#ffffff', light.band],
        ['#1b2427', light.tint],
        [dark.main, '#0e1416'],
        [dark.main, '#151d20'],
        [dark.main, dark.tint],
        [dark['on-main'], dark.main],
        ['#ffffff', dark.band],
        ['#e3e9e8', dark.tint],
      ] as const)
        expect(contrast(letters, ground), `${letters} on ${ground}`).toBeGreaterThanOrEqual(textContrastMin);
    }),
  );
});

test('replaces tokens that the style sheet has, on grounds it has', () => {
  const sheet = readFileSync('web/style/tokens.css', 'utf8');
  for (const token of Object.keys(crestTokens('#8c1d18').light)) expect(sheet).toContain(`--${token}:`);
  for (const ground of ['#f3f5f4', '#fff', '#0e1416', '#151d20']) expect(sheet).toContain(ground);
});

test('a colour is written in six digits', () => {
  for (const wrong of ['', 'red', '#fff', '#12345g', '#155e63;}body{display:none', ' #155e63'])
    expect(isColour(wrong)).toBe(false);
  expect(isColour('#155E63')).toBe(true);
});
