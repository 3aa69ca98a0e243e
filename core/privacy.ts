// Small numbers. A figure of the whole county is shown as a count however small; what is broken down (by unit, channel
// or month) is hidden where it could tell about a person: nothing on a base under 10, no cell of 1 to 4, and never one
// hidden row alone, because the total would give it away.

/** Nothing is broken down on a smaller base. */
export const breakdownBaseMin = 10;
/** A cell of 1 … this is hidden in a breakdown. */
export const smallCellMax = 4;

const isSmall = (n: number): boolean => n > 0 && n <= smallCellMax;

/** Whether a part of the whole may be shown at all, given its cells (which sum to its base). */
export const mayShow = (cells: readonly number[]): boolean =>
  cells.reduce((sum, n) => sum + n, 0) >= breakdownBaseMin && !cells.some(isSmall);

/**
 * Which rows of a breakdown are hidden. `rows` holds each row's cells; rows that are empty (base 0) hide nothing and stay.
 * When hidden rows together would still give themselves away against the total (one row alone, or together under the
 * smallest base), the smallest row shown is hidden with them.
 */
export function hiddenRows(rows: readonly (readonly number[])[]): Set<number> {
  const base = (row: number) => (rows[row] ?? []).reduce((sum, n) => sum + n, 0);
  const filled = rows.map((_, row) => row).filter((row) => base(row) > 0);
  const hidden = new Set(filled.filter((row) => !mayShow(rows[row] ?? [])));
  const exposed = () => hidden.size === 1 || [...hidden].reduce((sum, row) => sum + base(row), 0) < breakdownBaseMin;
  while (hidden.size > 0 && exposed()) {
    const next = filled.filter((row) => !hidden.has(row)).sort((a, b) => base(a) - base(b))[0];
    if (next === undefined) break;
    hidden.add(next);
  }
  return hidden;
}

/**
 * Which cells of one distribution of people (age, occupation …) are hidden: cells of 1 to 4, never one alone, and all of
 * them on a base under 10, the empty ones too: zeros would tell that everybody is in the one that is left.
 */
export function hiddenCells(cells: readonly number[], base: number): Set<number> {
  if (base < breakdownBaseMin) return new Set(cells.keys());
  const filled = cells.map((_, i) => i).filter((i) => (cells[i] ?? 0) > 0);
  const hidden = new Set(filled.filter((i) => isSmall(cells[i] ?? 0)));
  if (hidden.size === 1) {
    const next = filled.filter((i) => !hidden.has(i)).sort((a, b) => (cells[a] ?? 0) - (cells[b] ?? 0))[0];
    if (next !== undefined) hidden.add(next);
  }
  return hidden;
}

/** Whether a filtered view may be shown beside the unfiltered one: neither it nor what it leaves out may be small. */
export const mayFilter = (part: readonly number[], whole: readonly number[]): boolean => {
  const rest = whole.map((n, i) => n - (part[i] ?? 0));
  return mayShow(part) && (rest.every((n) => n === 0) || mayShow(rest));
};
