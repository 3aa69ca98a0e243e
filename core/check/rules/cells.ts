// Looking at table cells from a rule: the value a sum may use, the words for a cell, the quote of a row.
import { type ReadCell, summand } from '../cell.ts';
import type { Place } from '../document.ts';
import { applicantIds, cellLabel, requestCell } from '../form.ts';
import type { Report } from '../rule.ts';

export const cellAt = (report: Report, id: string): ReadCell | undefined => report.tables.cells[id];

/** What stands in the cell, blanks and dashes as 0; undefined when it cannot be read. */
export const valueAt = (report: Report, id: string): number | undefined => summand(cellAt(report, id));

export const placeAt = (report: Report, id: string): Place | null => cellAt(report, id)?.place ?? null;

export const rawOf = (cell: ReadCell | undefined): string =>
  cell === undefined || cell.state === 'missing' ? '?' : cell.state === 'blank' ? '（空）' : cell.raw.trim();

/** 「一、本年新收… 3 0 0 0 0 0 3」 */
export const rowQuote = (report: Report, row: string): string => {
  const cells = applicantIds.map((column) => cellAt(report, requestCell(row, column)));
  const label = cellLabel(requestCell(row, 'tot')).replace(/·总计$/, '');
  const [first] = cells;
  const same =
    first !== undefined &&
    first.state !== 'read' &&
    cells.every((cell) => cell?.raw === first.raw && cell.state === first.state);
  return `${label} ${same && first.raw !== '' ? first.raw : cells.map(rawOf).join(' ')}`;
};

export const cellQuote = (report: Report, id: string): string => `${cellLabel(id)} ${rawOf(cellAt(report, id))}`;

/** Sum of cells, undefined as soon as one cannot be read. */
export function totalAt(report: Report, ids: readonly string[]): number | undefined {
  let sum = 0;
  for (const id of ids) {
    const value = valueAt(report, id);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}
