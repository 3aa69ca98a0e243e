// Rows of cells from what a clerk pastes or uploads: CSV (RFC 4180) or cells copied out of a spreadsheet, which arrive
// separated by tabs. A quoted cell may hold separators and line ends; a row keeps its place, so blank rows are rows.

/** Never fails: an unclosed quote runs to the end of the text. Cells come without blank ends. */
export function readDelimited(text: string): string[][] {
  const source = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '');
  const separators = (source.split('\n').find((line) => line.trim() !== '') ?? '').includes('\t') ? '\t' : ',，';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < source.length; at += 1) {
    const mark = source.charAt(at);
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (source.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (mark === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (separators.includes(mark)) endCell();
    else if (mark === '\n') endRow();
    else cell += mark;
  }
  if (source !== '') endRow();
  return rows;
}
