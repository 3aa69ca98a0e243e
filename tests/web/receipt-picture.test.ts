// The lines of the receipt's picture: nothing is lost, nothing sticks out, and no number is torn that fits.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '#web/islands/receipt-picture.ts';

const widthOf = (text: string) => [...text].reduce((sum, char) => sum + (char > '\x7f' ? 2 : 1), 0);

test('keep every character in order and stay within the width', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (text, width) => {
      const lines = linesOf(text, width, widthOf);
      expect(lines.join('')).toBe(text);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
    }),
  );
});

test('break between Chinese characters, not inside a number', () => {
  expect(linesOf('回执号 RHDR-52YY 请记下', 14, widthOf)).toEqual(['回执号 ', 'RHDR-52YY 请记', '下']);
});
