// Where each figure of a statutory table stands once its spans are laid out, and which one a key leads to, as in a spreadsheet.
import type { CellId, FormTable } from '#core/statutory/form.ts';

export interface Spot {
  readonly id: CellId;
  readonly row: number;
  /** Columns, half-open. */
  readonly from: number;
  readonly to: number;
}

/** In reading order. */
export function spotsOf({ grid }: Pick<FormTable, 'grid'>): Spot[] {
  const taken = new Set<string>();
  return grid.flatMap((cells, row) => {
    let column = 0;
    return cells.flatMap(({ cell, columns, rows }) => {
      while (taken.has(`${row},${column}`)) column++;
      const from = column;
      column += columns;
      for (let r = row; r < row + rows; r++) for (let c = from; c < column; c++) taken.add(`${r},${c}`);
      return cell ? [{ id: cell, row, from, to: column }] : [];
    });
  });
}

export type Move = 'up' | 'down' | 'left' | 'right' | 'row-start' | 'row-end' | 'table-start' | 'table-end';

/** The cell a move leads to; null at the edge, where a spreadsheet stays too. */
export function moved(spots: readonly Spot[], from: CellId, move: Move): CellId | null {
  const here = spots.find(({ id }) => id === from);
  if (!here) return null;
  const inRow = spots.filter(({ row }) => row === here.row);
  const at = inRow.indexOf(here);
  const over = spots.filter((spot) => spot.from < here.to && here.from < spot.to);
  const to: Record<Move, Spot | undefined> = {
    left: inRow[at - 1],
    right: inRow[at + 1],
    up: over.filter(({ row }) => row < here.row).at(-1),
    down: over.find(({ row }) => row > here.row),
    'row-start': inRow[0],
    'row-end': inRow.at(-1),
    'table-start': spots[0],
    'table-end': spots.at(-1),
  };
  // Several narrow cells above a wide one: the one at its left edge.
  const above = move === 'up' ? spots.find(({ row, to: end }) => row === to.up?.row && end > here.from) : undefined;
  return (above ?? to[move])?.id ?? null;
}
