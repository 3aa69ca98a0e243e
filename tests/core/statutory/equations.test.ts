// The live sums: a whole form holds, a changed cell breaks exactly its own sums, an emptied one is implied.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenSums, implied, impliedCells, stateOf, sumsWith } from '#core/statutory/equations.ts';
import { form, freeCells, validFigures } from '../../world/entries.ts';

const inSums = form.cells.filter(({ id }) => sumsWith(form.equations, id).length > 0);
const cellIn = fc.constantFrom(...inSums);

describe('the sums', () => {
  test('hold for every whole form', () => {
    fc.assert(
      fc.property(validFigures, (figures) => {
        expect(Object.keys(figures)).toHaveLength(200);
        expect(brokenSums(form.equations, figures)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('of a changed cell, and no other, are broken, by what it was changed by', () => {
    fc.assert(
      fc.property(validFigures, cellIn, fc.integer({ min: 1, max: 99 }), (figures, { id }, by) => {
        const broken = brokenSums(form.equations, { ...figures, [id]: (figures[id] ?? 0) + by });
        expect(broken.map(({ equation }) => equation)).toEqual(sumsWith(form.equations, id));
        for (const { left, right } of broken) expect(Math.abs(left - right)).toBe(by);
      }),
      { numRuns: 50 },
    );
  });

  test('say what one emptied cell must be, and wait while two of their cells are empty', () => {
    fc.assert(
      fc.property(validFigures, cellIn, (figures, { id }) => {
        const { [id]: value, ...rest } = figures;
        for (const equation of sumsWith(form.equations, id)) {
          expect(stateOf(equation, rest)).toEqual({ kind: 'open', missing: [id] });
          expect(implied(equation, rest)).toEqual({ cell: id, value });
        }
        expect(impliedCells(form, rest)).toEqual(new Map([[id, value]]));
      }),
      { numRuns: 50 },
    );
    expect(impliedCells(form, { 'C.rev.keep': 1, 'C.rev.correct': 2 }).has('C.rev.tot')).toBe(false);
  });

  test('settle all totals from the parts', () => {
    fc.assert(
      fc.property(validFigures, (figures) => {
        const parts = Object.fromEntries(
          Object.entries(figures).filter(([id]) => freeCells.some((cell) => cell.id === id)),
        );
        const settled = impliedCells(form, parts);
        expect({ ...parts, ...Object.fromEntries(settled) }).toEqual(figures);
      }),
      { numRuns: 20 },
    );
  });

  test('give nothing where they want two different figures, or less than 0', () => {
    const figures = { 'C.rev.keep': 5, 'C.rev.correct': 0, 'C.rev.other': 0, 'C.rev.tot': 3 };
    expect(impliedCells(form, figures).has('C.rev.pending')).toBe(false);
    const disputed = {
      'B.r1.np': 2,
      'B.r2.np': 0,
      'B.r4.np': 0,
      ...Object.fromEntries(
        form.equations
          .find(({ rule, of }) => rule === 'B2' && of === 'np')
          ?.terms.flatMap(([id, sign]) => (sign === 1 ? [[id, 0]] : [])) ?? [],
      ),
    };
    expect(impliedCells(form, disputed).has('B.r3_7.np')).toBe(false);
  });

  test('tie what is carried over to last year, and stay open without its report', () => {
    const tie = form.carriedOver.find(({ rule, of }) => rule === 'B4' && of === 'tot');
    const balance = form.carriedOver.find(({ rule, of }) => rule === 'A1x' && of === 'norms');
    if (!tie || !balance) throw new Error('no tie to last year');
    expect(stateOf(tie, { 'B.r2.tot': 3 })).toEqual({ kind: 'open', missing: [] });
    expect(stateOf(tie, { 'B.r2.tot': 3 }, { 'B.r4.tot': 3 })).toEqual({ kind: 'holds' });
    expect(stateOf(tie, { 'B.r2.tot': 3 }, { 'B.r4.tot': 2 })).toEqual({ kind: 'broken', left: 3, right: 2 });
    expect(implied(tie, {}, { 'B.r4.tot': 2 })).toEqual({ cell: 'B.r2.tot', value: 2 });
    const norms = { 'A1.norms.made': 4, 'A1.norms.repealed': 1 };
    expect(implied(balance, norms, { 'A1.norms.valid': 20 })).toEqual({ cell: 'A1.norms.valid', value: 23 });
  });
});
