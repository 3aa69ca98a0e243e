// The whole report as one folded string, for finding rows whose layout is lost. U+E000 ends a cell of a real table and
// U+E001 its row; a tab counts as a pipe. Any range leads back to its place.
import type { Place, ReportDocument } from './document.ts';
import { fold } from './fold.ts';

export const cellEnd = '\ue000';
export const rowEnd = '\ue001';

interface Piece {
  readonly from: number;
  readonly length: number;
  readonly block: number;
  readonly row?: number;
  readonly cell?: number;
}

export interface Flat {
  readonly text: string;
  placeOf(start: number, end: number): Place;
  /** Where a block begins. */
  startOf(block: number): number;
}

export function flatten({ blocks }: ReportDocument): Flat {
  const pieces: Piece[] = [];
  const starts: number[] = [];
  let text = '';
  const add = (piece: Omit<Piece, 'from' | 'length'>, original: string, ending: string) => {
    pieces.push({ ...piece, from: text.length, length: original.length });
    text += fold(original).replaceAll('\t', '|') + ending;
  };
  for (const [index, block] of blocks.entries()) {
    starts.push(text.length);
    if (block.kind !== 'table') {
      add({ block: index }, block.text, '\n');
      continue;
    }
    for (const [row, cells] of block.rows.entries()) {
      for (const [cell, { text: inside }] of cells.entries()) {
        add({ block: index, row, cell }, inside, cell === cells.length - 1 ? rowEnd : cellEnd);
      }
    }
  }
  const pieceAt = (index: number): Piece | undefined => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.from ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return pieces[low];
  };
  return {
    text,
    startOf: (block) => starts[block] ?? text.length,
    placeOf: (start, end) => {
      const piece = pieceAt(start);
      if (!piece) return { block: 0, start: 0, end: 0 };
      const { from, length, ...where } = piece;
      return { ...where, start: Math.min(length, start - from), end: Math.min(length, Math.max(start, end) - from) };
    },
  };
}
