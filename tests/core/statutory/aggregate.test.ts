// The county is the sum of its organs: whole tables add up in any order, half a table adds nothing, and a difference is named.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregateOf, type Organ, sumEntries } from '#core/statutory/aggregate.ts';
import { readEntries } from '#core/statutory/entries.ts';
import { brokenSums } from '#core/statutory/equations.ts';
import { asEntries, form, validFigures } from '../../world/entries.ts';

const organ = (n: number, fields: Organ['fields']): Organ => ({ scope: `organ-u${n}`, name: `单位${n}`, fields });

describe('the county', () => {
  test('has the sum of every cell, in any order, and its own sums hold', () => {
    fc.assert(
      fc.property(fc.array(validFigures, { minLength: 1, maxLength: 5 }), (all) => {
        const organs = all.map((figures, n) => organ(n, asEntries(figures)));
        const { sums, complete, differing } = aggregateOf(form, organs, {});
        expect([complete, differing]).toEqual([true, []]);
        for (const { id } of form.cells)
          expect(sums[id]).toBeCloseTo(
            all.reduce((sum, figures) => sum + (figures[id] ?? 0), 0),
            6,
          );
        expect(aggregateOf(form, organs.toReversed(), {}).sums).toEqual(sums);
        expect(brokenSums(form.equations, sums)).toEqual([]);
        expect(readEntries(form, sumEntries({ sums })).figures).toEqual(sums);
      }),
      { numRuns: 15 },
    );
  });

  test('adds money exactly', () => {
    const [figures = {}] = fc.sample(validFigures, { numRuns: 1, seed: 1 });
    const organs = ['0.1', '0.2', '0.000001'].map((fee, n) =>
      organ(n, { ...asEntries(figures), 'A8.fee.amount': fee }),
    );
    expect(aggregateOf(form, organs, {}).sums['A8.fee.amount']).toBe(0.300001);
  });

  test('counts whole tables alone and says who is missing', () => {
    const [figures = {}] = fc.sample(validFigures, { numRuns: 1, seed: 2 });
    const part = { ...asEntries(figures), 'B.r1.np': '' };
    const { organs, sums, complete } = aggregateOf(
      form,
      [organ(1, asEntries(figures)), organ(2, part), organ(3, null)],
      {},
    );
    expect(organs.map(({ state }) => state)).toEqual(['whole', 'part', 'missing']);
    expect([complete, sums]).toEqual([false, figures]);
  });

  test('names the cells that are not the sum, once everybody is in', () => {
    const [figures = {}] = fc.sample(validFigures, { numRuns: 1, seed: 3 });
    const county = { ...figures, 'B.r1.np': (figures['B.r1.np'] ?? 0) + 5 };
    const { differing } = aggregateOf(form, [organ(1, asEntries(figures))], county);
    expect(differing).toEqual([{ cell: 'B.r1.np', whole: county['B.r1.np'], sum: figures['B.r1.np'] }]);
    expect(aggregateOf(form, [organ(1, asEntries(figures)), organ(2, null)], county).differing).toEqual([]);
  });
});
