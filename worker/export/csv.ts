// The report as CSV (RFC 4180, CRLF, with the BOM that Excel needs to read UTF-8): one line for each cell of each table,
// so the file has one header and imports anywhere. `value` is a number or empty; why it is empty stands in `note`.
import type { Lang } from '#core/lang.ts';
import type { Report } from '#core/report.ts';
import { flatTitle, isNumber, printCell, type ReportCell } from '#core/report-table.ts';
import { reportTables } from '#core/report-tables.ts';
import { wordsFor } from '#core/text.ts';

/**
 * Spreadsheets run a cell that starts with one of these, also full-width and after blanks, and take a leading tab or
 * line end off first (CWE-1236). An apostrophe in front makes it text.
 */
const formula = /^[\s\u200b-\u200f\u2060]*[=+\-@＝＋－＠]|^[\t\r\n]/;

export const csvField = (text: string): string => {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export function reportCsv(summary: Report, lang: Lang): string {
  const words = wordsFor(lang);
  const { csv, unit } = words.report.file;
  const measured = (cell: ReportCell): readonly string[] =>
    isNumber(cell) ? [String(cell.value), unit[cell.kind], ''] : ['', '', csvField(printCell(cell, words))];
  const lines = reportTables(summary, lang).flatMap(({ id, section, title, columns, rows }) =>
    rows.flatMap((row) =>
      columns.map((column, i) => [
        ...[section, title, id, row.id, row.group ?? '', row.label, column.id, flatTitle(column)].map(csvField),
        ...measured(row.cells[i] as ReportCell),
      ]),
    ),
  );
  return `\ufeff${[Object.values(csv).map(csvField), ...lines].map((line) => `${line.join(',')}\r\n`).join('')}`;
}
