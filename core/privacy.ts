// Small numbers: which parts of a table are kept back. A part is hidden where it could tell about a person, and more parts
// with it, until whoever subtracts what is shown from the totals is left with at least five possible values for each
// hidden cell. Zeros among hidden parts are hidden too, so that hidden and none look alike. Everything shown as a
// breakdown, on any screen and in any file, went through this file.

/** Nothing is broken down on a smaller base, and two published populations never differ by less, unless by nothing. */
export const breakdownBaseMin = 10;
/** A cell of 1 … this is hidden in a breakdown. */
export const smallCellMax = 4;
/** What is left for whoever subtracts is at least this much: the largest possible value of a hidden cell less the smallest. */
export const hiddenRangeMin = 4;

/** The rules by which a table is kept back; tests break them one at a time to see whether an attacker notices. */
export interface Guards {
  /** Which rows of a table are hidden. `rows` holds each row's cells, which add up to its base. */
  readonly rows: (rows: readonly (readonly number[])[]) => ReadonlySet<number>;
  /** Which cells of one distribution are hidden; `base` is the people who answered. */
  readonly cells: (cells: readonly number[], base: number) => ReadonlySet<number>;
  /** Whether a part of all answers may be published as a population of its own, beside others already published. */
  readonly population: (part: ReadonlySet<number>, others: readonly ReadonlySet<number>[], size: SizeOf) => boolean;
}

/** How many answers a piece has; populations are sets of pieces. */
export type SizeOf = (piece: number) => number;

const sum = (cells: readonly number[]): number => cells.reduce((total, n) => total + n, 0);
const isSmall = (n: number): boolean => n > 0 && n <= smallCellMax;

/** Whether a row may be shown at all, as far as it alone is concerned. */
const mayShow = (cells: readonly number[]): boolean => sum(cells) >= breakdownBaseMin && !cells.some(isSmall);

/**
 * Rows are hidden whole, with their base. Hidden rows together are at least two that hold somebody, at least ten people,
 * and more than four in every column in which the table has anybody: then each hidden cell can be anything from 0 to
 * that column's remainder. Rows of nobody are hidden as soon as any row is.
 */
export function hiddenRows(rows: readonly (readonly number[])[]): Set<number> {
  const base = (row: number) => sum(rows[row] ?? []);
  const filled = rows.map((_, row) => row).filter((row) => base(row) > 0);
  const hidden = new Set(filled.filter((row) => !mayShow(rows[row] ?? [])));
  if (hidden.size === 0) return hidden;
  const columns = [...(rows[0] ?? []).keys()].filter((column) => rows.some((cells) => (cells[column] ?? 0) > 0));
  const remainder = (column: number) => sum([...hidden].map((row) => rows[row]?.[column] ?? 0));
  const isCovered = () =>
    hidden.size > 1 &&
    sum([...hidden].map(base)) >= breakdownBaseMin &&
    columns.every((column) => remainder(column) > smallCellMax);
  for (const row of filled.toSorted((a, b) => base(a) - base(b))) {
    if (isCovered()) break;
    hidden.add(row);
  }
  for (const row of rows.keys()) if (base(row) === 0) hidden.add(row);
  return hidden;
}

/** Cells of one distribution of people (age, occupation …): hidden on a base under ten all of them, else as rows are. */
export const hiddenCells = (cells: readonly number[], base: number): Set<number> => {
  if (base < breakdownBaseMin) return new Set(cells.keys());
  if (!cells.some(isSmall)) return new Set();
  const hidden = new Set([...cells.keys()].filter((i) => (cells[i] ?? 0) <= smallCellMax));
  const filled = () => [...hidden].map((i) => cells[i] ?? 0).filter((n) => n > 0);
  for (const i of [...cells.keys()].toSorted((a, b) => (cells[a] ?? 0) - (cells[b] ?? 0))) {
    if (filled().length > 1 && sum(filled()) > smallCellMax) break;
    hidden.add(i);
  }
  return hidden;
};

/** Populations that differ by 1 to 9 answers would show by subtraction how those few answered. */
export function mayBePopulation(
  part: ReadonlySet<number>,
  others: readonly ReadonlySet<number>[],
  size: SizeOf,
): boolean {
  const count = (pieces: Iterable<number>, without: ReadonlySet<number> = new Set()) =>
    sum([...pieces].map((piece) => (without.has(piece) ? 0 : size(piece))));
  const apart = others.map((other) => count(part, other) + count(other, part));
  return apart.includes(0) || (count(part) >= breakdownBaseMin && apart.every((n) => n >= breakdownBaseMin));
}

/** The range left for a cell by the sums of its row and column, of a table of `total`. */
export const rangeOf = (row: number, column: number, total: number): number =>
  Math.min(row, column) - Math.max(0, row + column - total);

export const guards: Guards = { rows: hiddenRows, cells: hiddenCells, population: mayBePopulation };
