// The report as a workbook: one sheet for each table, counts and percentages as numbers, everything else as text.
import type { Lang } from '#core/lang.ts';
import type { Report } from '#core/report.ts';
import { flatTitle, printCell, type ReportCell, type ReportTable } from '#core/report-table.ts';
import { reportTables } from '#core/report-tables.ts';
import { wordsFor } from '#core/text.ts';
import { type Sheet, type SheetCell, sheetNames, workbook } from './workbook.ts';

export function reportXlsx(summary: Report, lang: Lang): Uint8Array<ArrayBuffer> {
  const tables = reportTables(summary, lang);
  const sections = [...new Set(tables.map(({ section }) => section).filter(Boolean))];
  // A title may be longer than the name of a sheet can be: sections go by number, in the order of the first sheet.
  const titles = tables.map(({ section, title }) => (section ? `${sections.indexOf(section) + 1} ${title}` : title));
  const names = sheetNames(titles);
  return workbook(tables.map((table, i) => sheet(table, names[i] ?? '', lang)));
}

function sheet({ section, rowTitle, columns, rows }: ReportTable, name: string, lang: Lang): Sheet {
  const { report } = wordsFor(lang);
  const grouped = rows.some(({ group }) => group);
  const heading = (text: string): SheetCell => ({ kind: 'heading', text });
  const textual = rows.every(({ cells }) => cells.every(({ kind }) => kind === 'text'));
  const leading = [
    ...(section ? [{ title: report.row.evaluation, width: 30, of: () => section }] : []),
    { title: report.column.code, width: 20, of: (row: (typeof rows)[number]) => row.id },
    ...(grouped
      ? [{ title: report.file.csv.group, width: 34, of: (row: (typeof rows)[number]) => row.group ?? '' }]
      : []),
    { title: rowTitle, width: 44, of: (row: (typeof rows)[number]) => row.label },
  ];
  return {
    name,
    widths: [...leading.map(({ width }) => width), ...columns.map(() => (textual ? 90 : 15))],
    rows: [
      [...leading.map(({ title }) => title), ...columns.map(flatTitle)].map(heading),
      ...rows.map((row) => [
        ...leading.map(({ of }): SheetCell => ({ kind: 'text', text: of(row) })),
        ...row.cells.map((cell) => sheetCell(cell, lang)),
      ]),
    ],
  };
}

function sheetCell(cell: ReportCell, lang: Lang): SheetCell {
  switch (cell.kind) {
    case 'count':
      return { kind: 'whole', value: cell.value };
    case 'mean':
      return { kind: 'decimal', value: cell.value };
    case 'percent':
      // One decimal of a percentage is three of the ratio; dividing alone would leave binary dust.
      return { kind: 'ratio', value: Number((cell.value / 100).toFixed(3)) };
    default:
      return { kind: 'text', text: printCell(cell, wordsFor(lang)) };
  }
}
