// A block of cells copied out of Excel or WPS, and where it lands. Labels copied along are left out, empty cells clear nothing,
// and what falls beside the table is counted, not pushed into another cell.
import type { TableCell } from '#core/check/document.ts';
import { readHtml } from '#core/check/read-html.ts';
import { readDelimited } from '#core/delimited-text.ts';
import type { Entries } from '#core/statutory/entries.ts';
import type { CellId, FormTable } from '#core/statutory/form.ts';
import { spotsOf } from './cell-map.ts';

export type Block = readonly (readonly string[])[];

/** The text of the clipboard, unless only its HTML has the cells apart. */
export function readBlock(text: string, html: string): Block {
  const plain = text.includes('\t') || text.trim().includes('\n') ? separated(text) : [[text.trim()]];
  if (plain.length > 1 || (plain[0]?.length ?? 0) > 1) return plain;
  const table = readHtml(html).blocks.find((block) => block.kind === 'table');
  return table?.kind === 'table' ? laidOut(table.rows) : plain;
}

/** A single column has no tab in it, and its commas separate thousands. */
const separated = (text: string): string[][] =>
  text.includes('\t')
    ? readDelimited(text)
    : text
        .replace(/\r\n?/g, '\n')
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => [line.trim()]);

/** Merged cells take the room they span; their text stands in the first. */
export function laidOut(rows: readonly (readonly TableCell[])[]): string[][] {
  const texts: string[][] = rows.map(() => []);
  for (const [r, cells] of rows.entries()) {
    let c = 0;
    for (const { text, colSpan, rowSpan } of cells) {
      while (texts[r]?.[c] !== undefined) c++;
      for (let y = r; y < Math.min(r + rowSpan, rows.length); y++)
        for (let x = c; x < c + colSpan; x++) {
          const row = texts[y];
          if (row) row[x] = y === r && x === c ? text : '';
        }
      c += colSpan;
    }
  }
  return texts.map((row) => Array.from(row, (text) => text ?? ''));
}

const figure = /^[-−]?\d[\d,，.]*$/;
export const isFigure = (text: string): boolean => figure.test(text.normalize('NFKC').replace(/\s/g, ''));

/** Without the rows and columns at the top and left that hold labels only; the whole block where it holds no figure. */
export function withoutLabels(block: Block): Block {
  const top = block.findIndex((row) => row.some(isFigure));
  if (top === -1) return block;
  const body = block.slice(top);
  const left = Math.min(...body.map((row) => row.findIndex(isFigure)).filter((at) => at !== -1));
  const labelled = body.some((row) => row.slice(0, left).some((text) => text.trim() !== ''));
  return labelled ? body.map((row) => row.slice(left)) : body;
}

export interface Placed {
  readonly entries: Entries;
  /** Filled cells of the block that no cell of the table is for. */
  readonly outside: number;
  /** Empty cells of the block: what stands in the table stays. */
  readonly blank: number;
}

export function placeBlock(table: Pick<FormTable, 'grid'>, at: CellId, block: Block): Placed {
  const spots = spotsOf(table);
  const start = spots.find(({ id }) => id === at);
  const entries: Record<CellId, string> = {};
  let [outside, blank] = [0, 0];
  if (!start) return { entries, outside, blank };
  for (const [r, row] of block.entries())
    for (const [c, raw] of row.entries()) {
      const text = raw.trim();
      const [y, x] = [start.row + r, start.from + c];
      const spot = spots.find(({ row: line, from, to }) => line === y && from <= x && x < to);
      if (text === '') blank += spot && entries[spot.id] === undefined ? 1 : 0;
      else if (!spot || entries[spot.id] !== undefined) outside++;
      else entries[spot.id] = text;
    }
  return { entries, outside, blank };
}
