// The texts of a Markdown file: paragraphs as they stand, tables cell by cell under the headings above them.
import type { Piece } from '#core/verification.ts';

const plain = (text: string): string => text.replace(/\\([\\`*_{}[\]<>#|~!&])/g, '$1').trim();

export function piecesOfMarkdown(text: string): Piece[] {
  const pieces: Piece[] = [];
  const headings: string[] = [];
  let titles: readonly string[] | null = null;
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    if (line.trim() === '') {
      titles = null;
      continue;
    }
    const table = headings.slice(1).filter(Boolean).join(' ');
    if (!line.startsWith('|')) {
      const depth = /^#{1,3}(?= )/.exec(line)?.[0].length;
      const said = plain(depth ? line.slice(depth) : line);
      if (depth) headings.splice(depth - 1, headings.length, said);
      pieces.push({ table: headings.slice(1).filter(Boolean).join(' '), row: '', column: '', text: said });
      continue;
    }
    const cells = cellsOf(line);
    if (cells.every((cell) => /^:?-+:?$/.test(cell))) continue;
    const row = titles ? (cells[0] ?? '') : '';
    cells.forEach((cell, i) => {
      const place = titles && i > 0 ? { table, row, column: titles[i] ?? '' } : { table, row: '', column: '' };
      if (cell !== '') pieces.push({ ...place, text: cell });
    });
    titles ??= cells;
  }
  return pieces;
}

/** The cells of a line of pipes, of which an escaped one is none. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  for (let i = 1; i < line.length; i += 1) {
    if (line[i] === '\\') {
      cell += line.slice(i, i + 2);
      i += 1;
    } else if (line[i] === '|') {
      cells.push(plain(cell));
      cell = '';
    } else cell += line[i];
  }
  if (cell.trim() !== '') cells.push(plain(cell));
  return cells;
}
