// The form of 国办公开办函〔2021〕30号, in use since report year 2021. Rows and columns come from the published tables beside this file;
// widths, sums and what is carried over from last year are added here, from domain rules B1–B4, C1–C3, A1x and A2.
import tables from './annual-report-tables.json' with { type: 'json' };
import { type FormSpec, makeForm } from './make-form.ts';
import { adviceCharsMax, namedCells, texts } from './texts-2021.ts';

const { A, B, C } = tables.tables;

const applicants = B.cols.map(([id = '']) => id).filter((id) => id !== 'tot');
const outcomes = B.rows.filter(({ id, path }) => path.length > 0 && id !== 'r3_7').map(({ id }) => id);
const results = C.cols.map(([id = '']) => id).filter((id) => id !== 'tot');

export const spec2021: FormSpec = {
  id: '2021',
  since: 2021,
  document: tables.format,
  sections: tables.sections,
  texts,
  advice: adviceCharsMax,
  namedCells,
  // Widths in millimetres, 156 together. Six figures in 小五 need 10.6; four characters 13.8; labels have the rest.
  tables: [
    {
      id: 'A',
      section: A.section,
      layout: { shape: 'blocks', blocks: A.blocks, corner: '信息内容', dataColumns: 3 },
      widths: [51, 35, 35, 35],
      headingRows: 0,
      digitsMax: 8,
      decimals: { 'A8.fee.amount': 6 },
    },
    {
      id: 'B',
      section: B.section,
      layout: {
        shape: 'grouped',
        id: 'B',
        corner: B.corner_text,
        over: '申请人情况',
        middle: '法人或其他组织',
        cols: B.cols,
        rows: B.rows,
      },
      widths: [8, 16, 42, 11.5, 14, 14, 14, 14, 11, 11.5],
      headingRows: 3,
      digitsMax: 6,
    },
    {
      id: 'C',
      section: C.section,
      layout: { shape: 'aside', id: 'C', groups: C.groups, cols: C.cols },
      widths: Array.from({ length: 15 }, () => 10.4),
      headingRows: 3,
      digitsMax: 6,
    },
  ],
  sums: [
    { rule: 'B1', block: 'B', each: 'column', plus: ['r1', 'r2'], minus: ['r3_7', 'r4'] },
    { rule: 'B2', block: 'B', each: 'column', plus: outcomes, minus: ['r3_7'] },
    { rule: 'B3', block: 'B', each: 'row', plus: applicants, minus: ['tot'] },
    { rule: 'C1', block: 'C', each: 'row', of: ['rev'], plus: results, minus: ['tot'] },
    { rule: 'C2', block: 'C', each: 'row', of: ['lit_direct'], plus: results, minus: ['tot'] },
    { rule: 'C3', block: 'C', each: 'row', of: ['lit_after'], plus: results, minus: ['tot'] },
    // 立法法(2023) art. 93: a county makes no 规章.
    { rule: 'A2', block: 'A1', each: 'column', plus: ['rules'], minus: [] },
  ],
  carriedOver: [
    { rule: 'B4', block: 'B', each: 'column', plus: ['r2'], minus: [], before: ['r4'] },
    // Soft: a document that lapses by itself may be counted otherwise.
    {
      rule: 'A1x',
      block: 'A1',
      each: 'row',
      plus: ['valid', 'repealed'],
      minus: ['made'],
      before: ['valid'],
      soft: true,
    },
  ],
};

export const form2021 = makeForm(spec2021);
