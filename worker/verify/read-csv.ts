// The cells of a CSV file, as we write it or as a spreadsheet saved it again: with or without byte order mark, separated by
// commas, semicolons or tabs. The last three columns are the figure; the columns before them say where it stands.
import type { Piece } from '#core/verification.ts';

export function piecesOfCsv(text: string): Piece[] {
  const [titles = [], ...rows] = readRows(text.replace(/^\ufeff/, ''));
  const at = (row: readonly string[], ...columns: number[]) =>
    [...new Set(columns.map((column) => row[column]?.trim() ?? '').filter(Boolean))].join(' · ');
  const heading = titles.map((title): Piece => ({ table: '', row: '', column: '', text: title }));
  const cells = rows.flatMap((row) => {
    const place = { table: at(row, 0, 1), row: at(row, 4, 5), column: at(row, 7) };
    return row.map((said): Piece => ({ ...place, text: said }));
  });
  return [...heading, ...cells].filter(({ text }) => text.trim() !== '');
}

/** RFC 4180, one pass; an unclosed quote runs to the end. */
function readRows(text: string): string[][] {
  const first = text.slice(0, Math.max(0, text.indexOf('\n')));
  const separator = ['\t', ';', ','].find((mark) => first.includes(mark)) ?? ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const mark = text[i];
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (mark === '"' && cell === '') quoted = true;
    else if (mark === separator || mark === '\n') {
      row.push(cell);
      cell = '';
      if (mark === '\n') {
        if (row.some(Boolean)) rows.push(row);
        row = [];
      }
    } else if (mark !== '\r') cell += mark;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}
