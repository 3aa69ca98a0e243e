// Contrast worked out from the colour tokens themselves, so that no scheme of either view can lose it unseen (WCAG 2.2,
// 1.4.3 and 1.4.11; 适老化通用设计规范).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Tokens = Readonly<Record<string, string>>;

/** The tokens of a sheet's `:root` for a light and for a dark screen. */
function schemesOf(path: string): { light: Tokens; dark: Tokens } {
  const [light, dark] = [...readFileSync(path, 'utf8').matchAll(/:root \{([^}]*)\}/g)].map(([, body]) =>
    Object.fromEntries([...(body ?? '').matchAll(/--([\w-]+): (#\w+)/g)].map(([, name, value]) => [name, value])),
  );
  if (!light || !dark) throw new Error(`${path} has no two schemes`);
  return { light, dark: { ...light, ...dark } };
}

const plain = schemesOf('web/style/tokens.css');
const elder = schemesOf('web/style/elder-type.css');
const schemes: readonly (readonly [string, Tokens, number])[] = [
  ['standard, light', plain.light, 4.5],
  ['standard, dark', plain.dark, 4.5],
  ['长辈版, light', { ...plain.light, ...elder.light }, 7],
  ['长辈版, dark', { ...plain.dark, ...elder.dark }, 7],
];

function luminance(colour: string): number {
  const full = colour.length === 4 ? colour.replace(/\w/g, '$&$&') : colour;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test('contrast of black on white is 21, of a colour on itself 1', () => {
  expect([contrast('#000', '#ffffff'), contrast('#155e63', '#155e63')]).toEqual([21, 1]);
});

describe.each(schemes)('%s', (_, tokens, min) => {
  const ratio = (a: string, b: string) => contrast(tokens[a] ?? a, tokens[b] ?? b);

  test('text stands out from its ground', () => {
    const weak = ['ground', 'paper', 'tint']
      .flatMap((ground) => ['ink', 'soft', 'main', 'alarm'].map((ink) => [ink, ground] as const))
      .concat([['on-main', 'main']], [['#fff', 'band']])
      .filter(([ink, ground]) => ratio(ink, ground) < min)
      .map(([ink, ground]) => `${ink} on ${ground} ${ratio(ink, ground).toFixed(2)}`);
    expect(weak).toEqual([]);
  });

  test('edges of controls and the focus ring are seen', () => {
    for (const ground of ['ground', 'paper'])
      for (const edge of ['edge', 'main'])
        expect(ratio(edge, ground), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
});
