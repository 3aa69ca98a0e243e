// A form that does not exist, made of data alone: another block and decimals in 二, a row and a column fewer in 三, a group
// more in 四, a text more. Entries, sums, report, aggregate and files must follow without a line of program.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { aggregateOf } from '#core/statutory/aggregate.ts';
import { composeReport } from '#core/statutory/compose.ts';
import { readEntries, withZeros } from '#core/statutory/entries.ts';
import { brokenSums, impliedCells } from '#core/statutory/equations.ts';
import { spec2021 } from '#core/statutory/form-2021.ts';
import { type FormSpec, makeForm, type TableSpec } from '#core/statutory/make-form.ts';
import { annualBytes } from '#worker/export/annual-file.ts';
import { contextOf, sampleTexts } from '../../world/annual.ts';

const changed = (table: TableSpec): TableSpec => {
  const { layout } = table;
  switch (layout.shape) {
    case 'blocks': {
      const purchases = {
        id: 'A9',
        header: '第二十条第（九）项',
        cols: [
          ['n', '采购项目数量'],
          ['amount', '采购总金额（单位：万元）'],
          ['saved', '节约金额（单位：万元）'],
        ],
        rows: [['buy', '政府集中采购']],
      };
      return {
        ...table,
        layout: { ...layout, blocks: [...layout.blocks, purchases] },
        decimals: { ...table.decimals, 'A9.buy.amount': 2 },
      };
    }
    case 'grouped':
      return {
        ...table,
        layout: {
          ...layout,
          rows: layout.rows.filter(({ id }) => id !== 'r3_3_8'),
          cols: layout.cols.filter(([id]) => id !== 'l_law'),
        },
        widths: [8, 16, 56, 11.5, 14, 14, 14, 11, 11.5],
      };
    default:
      return {
        ...table,
        layout: { ...layout, groups: [...layout.groups, ['lit_appeal', '行政诉讼/二审']] },
        widths: Array.from({ length: 20 }, () => 7.8),
      };
  }
};

const spec: FormSpec = {
  ...spec2021,
  id: '2031',
  since: 2031,
  tables: spec2021.tables.map(changed),
  texts: [...spec2021.texts, { id: 'promise', section: 6, heading: '（一）公开承诺', sample: '按期公开。' }],
  namedCells: [...spec2021.namedCells, { name: '采购金额', cells: ['A9.buy.amount'] }],
  sums: [
    ...spec2021.sums.map((sum) => ({ ...sum, plus: sum.plus.filter((id) => id !== 'l_law' && id !== 'r3_3_8') })),
    {
      rule: 'C4',
      block: 'C',
      each: 'row',
      of: ['lit_appeal'],
      plus: ['keep', 'correct', 'other', 'pending'],
      minus: ['tot'],
    },
  ],
};
const next = makeForm(spec);
const fields = {
  ...withZeros(next, {
    'B.r1.np': '8',
    'B.r3_1.np': '7',
    'B.r4.np': '1',
    'C.lit_appeal.keep': '2',
    'A9.buy.n': '3',
    'A9.buy.amount': '12.50',
  }),
  ...sampleTexts,
  promise: '采购金额{采购金额}万元。',
};

describe('a form made of data alone', () => {
  test('has its cells, full grids and sums', () => {
    expect(next.cells).toHaveLength(13 + 24 * 6 + 20);
    for (const { grid, widths } of next.tables) {
      const places = grid.flat().reduce((sum, { columns, rows }) => sum + columns * rows, 0);
      expect(places).toBe(grid.length * widths.length);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(156);
    }
    expect(next.equations).toHaveLength(6 + 6 + 24 + 4 + 3);
  });

  test('reads, fills and adds up', () => {
    const { figures, blank, problems } = readEntries(next, fields);
    expect([blank, problems, brokenSums(next.equations, figures)]).toEqual([[], [], []]);
    expect([figures['C.lit_appeal.tot'], figures['B.r3_7.tot']]).toEqual([2, 7]);
    const { 'C.lit_appeal.tot': _, ...rest } = figures;
    expect(impliedCells(next, rest).get('C.lit_appeal.tot')).toBe(2);
    const organs = [1, 2].map((n) => ({ scope: `organ-u${n}` as const, name: String(n), fields }));
    expect(aggregateOf(next, organs, {}).sums['A9.buy.amount']).toBe(25);
  });

  test('makes a whole report and its files', async () => {
    const report = composeReport(next, fields, contextOf('office'), '2027-01-20');
    expect(report.problems).toEqual([]);
    const source = { form: next, scope: 'office', report, fields, ready: true, made: '2027-01-20' };
    const xml = strFromU8(unzipSync(await annualBytes(source, 'docx'))['word/document.xml'] ?? new Uint8Array());
    const html = new TextDecoder().decode(await annualBytes(source, 'html'));
    for (const words of ['第二十条第（九）项', '二审', '采购金额12.50万元。', '（一）公开承诺'])
      for (const file of [xml, html]) expect(file).toContain(words);
    expect(new TextDecoder().decode(await annualBytes(source, 'csv'))).toContain('A9.buy.amount,12.50');
  });

  test('refuses a sum over a block that it does not have', () => {
    expect(() => makeForm({ ...spec, sums: [{ rule: 'X', block: 'Z', each: 'row', plus: [], minus: [] }] })).toThrow(
      /no block Z/,
    );
  });
});
