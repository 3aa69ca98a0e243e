// Typed text becomes figures: digits of any width, never a guess; an empty cell is "not yet".
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEntries, readEntry, withZeros } from '#core/statutory/entries.ts';
import { brokenSums } from '#core/statutory/equations.ts';
import { cellOf, type FormCell } from '#core/statutory/form.ts';
import { asEntries, form, validFigures } from '../../world/entries.ts';

const cell = (id: string) => cellOf(form, id) as FormCell;
const read = (typed: string, id = 'B.r1.np') => {
  const reading = readEntry(cell(id), typed);
  return reading.kind === 'figure' ? reading.text : reading.kind === 'blank' ? '' : reading.problem.code;
};

describe('a cell', () => {
  test.each([
    ['12', '12'],
    [' １２ ', '12'],
    ['1,234', '1234'],
    ['１，２３４', '1234'],
    ['007', '7'],
    ['0', '0'],
    ['12.00', '12'],
    ['', ''],
    ['　', ''],
    ['-', 'cell-dash'],
    ['—', 'cell-dash'],
    ['/', 'cell-dash'],
    ['无', 'cell-dash'],
    ['3件', 'cell-not-number'],
    ['十二', 'cell-not-number'],
    ['1,23', 'cell-not-number'],
    ['1 2 3a', 'cell-not-number'],
    ['=1+1', 'cell-not-number'],
    ['1e3', 'cell-not-number'],
    ['-3', 'cell-negative'],
    ['－３', 'cell-negative'],
    ['1.5', 'cell-fraction'],
    ['1234567', 'cell-too-large'],
    ['000123456', '123456'],
  ])('reads %j as %j', (typed, shown) => {
    expect(read(typed)).toBe(shown);
  });

  test('of money takes decimals as typed, to the hundredth of a yuan', () => {
    const amount = (typed: string) => read(typed, 'A8.fee.amount');
    expect(['12.50', '0.000001', '１２．５', '1,234.5', '0.0000001', '123456789'].map(amount)).toEqual([
      '12.50',
      '0.000001',
      '12.5',
      '1234.5',
      'cell-too-fine',
      'cell-too-large',
    ]);
  });

  test('is read without ever throwing, and a figure reads as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom(...form.cells), (typed, at) => {
        const reading = readEntry(at, typed);
        if (reading.kind !== 'figure') return;
        expect(readEntry(at, reading.text)).toEqual(reading);
        expect(reading.value).toBe(Number(reading.text));
      }),
    );
  });
});

describe('entries', () => {
  test('that were never typed are all blank and make no figure', () => {
    const { figures, problems, blank } = readEntries(form, {});
    expect([Object.keys(figures).length, problems.length, blank.length]).toEqual([0, 0, 200]);
  });

  test('keep what cannot be read as typed, with a problem at its cell', () => {
    const { problems, tidied } = readEntries(form, { 'B.r1.np': '三件', 'C.rev.keep': ' ２ ', 'X.y.z': '1' });
    expect(problems).toEqual([{ field: 'B.r1.np', code: 'cell-not-number', values: { typed: '三件' } }]);
    expect([tidied['B.r1.np'], tidied['C.rev.keep'], tidied['X.y.z']]).toEqual(['三件', '2', undefined]);
  });

  test('come back whole when only the zeros and the totals were left out', () => {
    const totals = new Set(form.equations.flatMap(({ total }) => total ?? []));
    fc.assert(
      fc.property(validFigures, (figures) => {
        const typed = Object.entries(asEntries(figures)).filter(([id, text]) => text !== '0' && !totals.has(id));
        const filled = readEntries(form, withZeros(form, Object.fromEntries(typed)));
        expect(filled.figures).toEqual(figures);
        expect([filled.blank, filled.problems, brokenSums(form.equations, filled.figures)]).toEqual([[], [], []]);
      }),
      { numRuns: 30 },
    );
  });
});
