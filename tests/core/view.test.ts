// How a page is shown is read from its address and written into every link.
import { describe, expect, test } from 'vitest';
import { chooseView, elderView, nextSize, plainView, textSizesPx, viewQuery } from '#core/view.ts';

describe('a view', () => {
  test('is the plain one unless the address asks for 长辈版', () => {
    for (const view of [undefined, '', 'old', 'ELDER']) expect(chooseView(view, '30')).toEqual(plainView);
    expect(chooseView('elder', undefined)).toEqual(elderView);
  });

  test('comes back from its own links', () => {
    for (const sizePx of textSizesPx) {
      const { view, size } = viewQuery({ is: 'elder', sizePx });
      expect(chooseView(view, size)).toEqual({ is: 'elder', sizePx });
    }
    expect(viewQuery(plainView)).toEqual({});
  });

  test('has text from 18 to 30 px, and an unknown size is the usual one', () => {
    expect([Math.min(...textSizesPx), Math.max(...textSizesPx)]).toEqual([18, 30]);
    for (const size of ['17', '400', '1e9', 'x']) expect(chooseView('elder', size)).toEqual(elderView);
  });

  test('grows and shrinks by one step, and stops at the ends', () => {
    expect([nextSize(22, 1), nextSize(22, -1), nextSize(30, 1), nextSize(18, -1)]).toEqual([26, 18, 30, 18]);
  });
});
