// Small numbers, in one place for screens, files, interfaces and the public page. A figure of the whole county is a count
// however small; what is broken down (by unit, channel or person) shows nothing on a base under 10 and no cell under 5,
// and hides so much more that whoever subtracts finds four possible values at least for every hidden cell.

/** Nothing is broken down on a smaller base. */
export const breakdownBaseMin = 10;
/** A cell of at most this is hidden in a breakdown. */
export const smallCellMax = 4;
/** The largest possible value of a hidden cell less its smallest is at least this. */
export const hiddenRangeMin = 4;

const isSmall = (n: number): boolean => n <= smallCellMax;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/**
 * Which rows of a breakdown are hidden, whole; `rows` holds each row's cells, and their columns add up to what is known of
 * the whole. null when the columns cannot be kept: one is so small in all that it would tell about the hidden rows.
 *
 * Zero is small too: nobody dissatisfied in a unit of twelve tells what each of the twelve said. Rows without anybody
 * stay only where nothing has to be hidden; else they are hidden with the others, for none and hidden to look alike.
 */
export function hiddenRows(rows: readonly (readonly number[])[]): Set<number> | null {
  const base = rows.map(sum);
  const all = rows.map((_, row) => row);
  const exposed = all.filter((row) => (base[row] ?? 0) > 0 && !mayShow(rows[row] ?? []));
  if (exposed.length === 0) return new Set();
  const hidden = new Set([...exposed, ...all.filter((row) => base[row] === 0)]);
  const width = Math.max(...rows.map((cells) => cells.length));
  const together = (column: number) => sum([...hidden].map((row) => rows[row]?.[column] ?? 0));
  const isTold = () =>
    [...hidden].filter((row) => (base[row] ?? 0) > 0).length < 2 ||
    Array.from({ length: width }, (_, column) => together(column)).some((n) => n < hiddenRangeMin);
  const more = all.filter((row) => !hidden.has(row)).sort((a, b) => (base[b] ?? 0) - (base[a] ?? 0));
  while (isTold()) {
    const next = more.pop();
    if (next === undefined) return hidden.size >= 2 && !wouldTell(rows, width) ? hidden : null;
    hidden.add(next);
  }
  return hidden;
}

const wouldTell = (rows: readonly (readonly number[])[], width: number): boolean =>
  Array.from({ length: width }, (_, column) => sum(rows.map((cells) => cells[column] ?? 0))).some(
    (n) => n < hiddenRangeMin,
  );

const mayShow = (cells: readonly number[]): boolean => sum(cells) >= breakdownBaseMin && !cells.some(isSmall);

/**
 * Which cells of one distribution of people (age, occupation, channel …) are hidden, given the base they are known to add
 * up to: all of them on a base under 10, else the small ones with so many others that they cannot be worked out.
 * `addUp` is false where people may choose several, so that nothing can be subtracted.
 */
export function hiddenCells(cells: readonly number[], base: number, { addUp = true } = {}): Set<number> {
  if (base < breakdownBaseMin) return new Set(cells.keys());
  const small = [...cells.keys()].filter((i) => isSmall(cells[i] ?? 0));
  if (small.every((i) => cells[i] === 0)) return new Set();
  const hidden = new Set(small);
  if (!addUp) return hidden;
  const isTold = () =>
    [...hidden].filter((i) => (cells[i] ?? 0) > 0).length < 2 ||
    sum([...hidden].map((i) => cells[i] ?? 0)) < hiddenRangeMin;
  const more = [...cells.keys()].filter((i) => !hidden.has(i)).sort((a, b) => (cells[b] ?? 0) - (cells[a] ?? 0));
  while (isTold() && more.length > 0) hidden.add(more.pop() as number);
  return hidden;
}
