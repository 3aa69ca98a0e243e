// The form of 国办公开办函〔2021〕30号, in use since report year 2021. Rows and columns come from the published tables beside this file;
// widths, sums and what is carried over from last year are added here, from domain rules B1–B4, C1–C3, A1x and A2.
import tables from './annual-report-tables.json' with { type: 'json' };
import type { Equation, FormTable, StatutoryForm } from './form.ts';
import { asideLayout, blocksLayout, cellsOf, groupedLayout } from './form-layout.ts';
import { balance, type Members, sumEach } from './form-sums.ts';
import { adviceCharsMax, namedCells, texts } from './texts-2021.ts';

const { A, B, C } = tables.tables;

const disclosure = blocksLayout(A.blocks, '信息内容', 3);
const requests = groupedLayout({
  id: 'B',
  corner: B.corner_text,
  over: '申请人情况',
  middle: '法人或其他组织',
  cols: B.cols,
  rows: B.rows,
});
const remedies = asideLayout({ id: 'C', groups: C.groups, cols: C.cols });

/** Millimetres. Six figures in 小五 need 10.6; four characters 13.8; the label columns have the rest of 156. */
const formTables: readonly FormTable[] = [
  { id: 'A', section: A.section, widths: [51, 35, 35, 35], headingRows: 0, grid: disclosure.grid },
  {
    id: 'B',
    section: B.section,
    widths: [8, 16, 42, 11.5, 14, 14, 14, 14, 11, 11.5],
    headingRows: 3,
    grid: requests.grid,
  },
  { id: 'C', section: C.section, widths: Array.from({ length: 15 }, () => 10.4), headingRows: 3, grid: remedies.grid },
];

/** No organ decides a hundred million times a year or receives a million requests; more is a slip of the hand. */
const money = { digitsMax: 8, decimalsMax: 6 };
const decisions = { digitsMax: 8, decimalsMax: 0 };
const cases = { digitsMax: 6, decimalsMax: 0 };

const cells = [
  ...cellsOf('A', disclosure, (id) => (id.startsWith('A8.') ? money : decisions)),
  ...cellsOf('B', requests, () => cases),
  ...cellsOf('C', remedies, () => cases),
];

const applicants: Members = B.cols.map(([id = '', label = '']) => ({ id, label }));
const rows: Members = B.rows;
const outcomes: Members = C.cols.map(([id = '', label = '']) => ({ id, label }));
const groups: Members = C.groups.map(([id = '', label = '']) => ({ id, label: label.replace('/', '·') }));
const documents: Members = [
  { id: 'rules', label: '规章' },
  { id: 'norms', label: '行政规范性文件' },
];

const allBut = (members: Members, total: string): string[] => members.map(({ id }) => id).filter((id) => id !== total);
const outcomeRows = B.rows.filter(({ id, path }) => path.length > 0 && id !== 'r3_7').map(({ id }) => id);

const equations: readonly Equation[] = [
  ...sumEach('column', {
    rule: 'B1',
    table: 'B',
    block: 'B',
    of: applicants,
    plus: ['r1', 'r2'],
    minus: ['r3_7', 'r4'],
  }),
  ...sumEach('column', { rule: 'B2', table: 'B', block: 'B', of: applicants, plus: outcomeRows, minus: ['r3_7'] }),
  ...sumEach('row', { rule: 'B3', table: 'B', block: 'B', of: rows, plus: allBut(applicants, 'tot'), minus: ['tot'] }),
  ...groups.flatMap((group, i) =>
    sumEach('row', {
      rule: `C${i + 1}`,
      table: 'C',
      block: 'C',
      of: [group],
      plus: allBut(outcomes, 'tot'),
      minus: ['tot'],
    }),
  ),
  // 立法法(2023) art. 93: a county makes no 规章.
  ...sumEach('column', {
    rule: 'A2',
    table: 'A',
    block: 'A1',
    of: (A.blocks[0]?.cols ?? []).map(([id = '', label = '']) => ({ id, label })),
    plus: ['rules'],
    minus: [],
  }),
];

const carriedOver: readonly Equation[] = [
  ...balance('column', { rule: 'B4', table: 'B', block: 'B', of: applicants, plus: ['r2'], minus: [], before: ['r4'] }),
  // Soft: a document that lapses by itself may be counted otherwise.
  ...balance('row', {
    rule: 'A1x',
    table: 'A',
    block: 'A1',
    of: documents,
    plus: ['valid', 'repealed'],
    minus: ['made'],
    before: ['valid'],
    soft: true,
  }),
];

export const form2021: StatutoryForm = {
  id: '2021',
  since: 2021,
  document: tables.format,
  sections: tables.sections,
  texts,
  advice: adviceCharsMax,
  namedCells,
  tables: formTables,
  cells,
  equations,
  carriedOver,
};
