// What the entry page decides by itself: which keys are the table's, what would mend a sum, and what is offered back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenSums } from '#core/statutory/equations.ts';
import { form, validFigures } from '#tests/world/entries.ts';
import { changedFrom, missing } from '#web/islands/entry-draft.ts';
import { moveOf } from '#web/islands/entry-keys.ts';
import { mending } from '#web/islands/entry-sums.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const inside = { atStart: false, atEnd: false };

describe('a key', () => {
  test('inside a figure moves the caret, at its ends the cell', () => {
    expect(moveOf({ ...plain, key: 'ArrowLeft' }, inside)).toBeNull();
    expect(moveOf({ ...plain, key: 'ArrowLeft' }, { ...inside, atStart: true })).toBe('left');
    expect(moveOf({ ...plain, key: 'ArrowRight' }, { ...inside, atEnd: true })).toBe('right');
    expect(moveOf({ ...plain, key: 'ArrowDown' }, inside)).toBe('down');
    expect(moveOf({ ...plain, key: 'Enter', shiftKey: true }, inside)).toBe('up');
    expect(moveOf({ ...plain, key: 'End', ctrlKey: true }, inside)).toBe('table-end');
  });

  test('of the browser or the input method stays theirs', () => {
    for (const key of ['Tab', 'a', '7', 'Backspace', 'Process'])
      expect(moveOf({ ...plain, key }, { atStart: true, atEnd: true })).toBeNull();
    expect(moveOf({ ...plain, key: 'ArrowLeft', altKey: true }, { atStart: true, atEnd: true })).toBeNull();
    expect(moveOf({ ...plain, key: 'ArrowLeft', shiftKey: true }, { atStart: true, atEnd: true })).toBeNull();
  });
});

test('filling in what is offered makes its sum hold', () => {
  fc.assert(
    fc.property(
      validFigures,
      fc.constantFrom(...form.cells),
      fc.integer({ min: 1, max: 9 }),
      (figures, { id }, more) => {
        const wrong = { ...figures, [id]: (figures[id] ?? 0) + more };
        for (const sum of brokenSums(form.equations, wrong)) {
          const value = mending(sum);
          const [only] = sum.equation.terms;
          const cell = sum.equation.total ?? only?.[0] ?? '';
          if (value !== null) expect(brokenSums([sum.equation], { ...wrong, [cell]: value })).toEqual([]);
        }
      },
    ),
    { numRuns: 50 },
  );
});

describe('what the browser kept', () => {
  test('is only what was changed, and is offered only where the page lacks it', () => {
    const first = { a: '1', b: '', c: '三' };
    const fields = changedFrom(first, { a: '1', b: '2', c: '' });
    expect(fields).toEqual({ b: '2', c: '' });
    expect(missing({ fields, at: 0 }, first)).toEqual({ b: '2' });
    expect(missing({ fields: { b: ' 2\r\n' }, at: 0 }, { ...first, b: '2' })).toEqual({});
    expect(missing({ fields: { gone: '5' }, at: 0 }, first)).toEqual({});
  });
});
