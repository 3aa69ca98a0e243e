// What the manners of manners.ts share: a draft written piece by piece, and a table as its grid.
import { type Draft, type Layout, type Piece, pieces, type Row } from './render.ts';

export const values = (row: Row): string[] => row.map(({ text }) => text);
export const isFigure = (text: string): boolean => /^[-\d./—,]+$/.test(text);
export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export type Table = (rows: readonly Row[], index: number) => string;
export const written = (
  draft: Draft,
  table: Table,
  line: (text: string, kind: Piece['kind']) => string,
  between = '\n',
) => {
  let index = 0;
  return pieces(draft)
    .flatMap((piece) =>
      piece.kind === 'table'
        ? [table(piece.table, index++)]
        : piece.lines.filter((text) => text !== '').map((text) => line(text, piece.kind)),
    )
    .join(between);
};
export const plain = (table: Table, after = (text: string) => text): Layout => ({
  format: 'text',
  write: (draft) => after(written(draft, table, (text) => text)),
});

/** Every cell at its place in the grid, merged cells said once or again. */
export function grid(rows: readonly Row[], again: boolean): string[][] {
  const out: string[][] = rows.map(() => []);
  for (const [r, row] of rows.entries()) {
    let column = 0;
    for (const { text, colSpan = 1, rowSpan = 1 } of row) {
      while (out[r]?.[column] !== undefined) column++;
      for (let y = r; y < Math.min(rows.length, r + rowSpan); y++)
        for (let x = column; x < column + colSpan; x++) {
          const line = out[y];
          if (line) line[x] = again || (y === r && x === column) ? text : '';
        }
      column += colSpan;
    }
  }
  const width = Math.max(...out.map((row) => row.length));
  return out.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? ''));
}

/** Columns of East Asian text are two wide. */
export const wide = (text: string): number => [...text].reduce((n, char) => n + (char > '\u2e80' ? 2 : 1), 0);
export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - wide(text)));
