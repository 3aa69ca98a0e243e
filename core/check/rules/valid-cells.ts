// B5: every cell a whole number that is not negative, and a zero is written 0. Many empty cells of one table are one
// finding; what the file made unreadable is not the author's.
import type { ReadCell } from '../cell.ts';
import { cellLabel } from '../form.ts';
import { disclosureCellIds, remedyCellIds, requestCellIds } from '../recover-tables.ts';
import type { Found, Report, Rule } from '../rule.ts';
import { cellAt, cellQuote } from './cells.ts';

const oneByOneMax = 4;
const decimalCell = 'A8.fee.amount';

type Fault = 'cell-blank' | 'cell-dash' | 'cell-negative' | 'cell-fraction' | 'cell-words';

function faultOf(id: string, cell: ReadCell): Fault | undefined {
  if (cell.state === 'blank') return 'cell-blank';
  if (cell.state === 'dash') return 'cell-dash';
  if (cell.state !== 'read' || cell.value === null) return undefined;
  if (cell.value < 0) return 'cell-negative';
  if (!Number.isInteger(cell.value) && id !== decimalCell) return 'cell-fraction';
  return /[\u4e00-\u9fff]/.test(cell.raw) && !cell.mended ? 'cell-words' : undefined;
}

function inTable(report: Report, ids: readonly string[], table: string): Found[] {
  const faults = new Map<Fault, string[]>();
  for (const id of ids) {
    const cell = cellAt(report, id);
    const fault = cell && faultOf(id, cell);
    if (fault) faults.set(fault, [...(faults.get(fault) ?? []), id]);
  }
  return [...faults].flatMap(([fault, cells]): Found[] => {
    // The 2019 form did not yet ask for zeros.
    const severity = fault === 'cell-words' || report.tables.form === '2019' ? 'low' : 'high';
    const repairs = fault === 'cell-blank' || fault === 'cell-dash' ? [{ key: 'repair-zero' as const }] : [];
    const place = (id: string | undefined) => (id ? (cellAt(report, id)?.place ?? null) : null);
    if (cells.length <= oneByOneMax) {
      return cells.map((id) => ({
        severity,
        message: { key: fault, values: { cell: cellLabel(id) } },
        repairs,
        quote: cellQuote(report, id),
        place: place(id),
      }));
    }
    const named = cells.slice(0, 3).map(cellLabel).join('、');
    return [
      {
        severity,
        message: {
          key: fault === 'cell-words' ? 'cells-words' : 'cells-many',
          values: { table, n: cells.length, cells: named },
        },
        repairs,
        quote: cellQuote(report, cells[0] ?? ''),
        place: place(cells[0]),
      },
    ];
  });
}

const unreadableAlone = (report: Report): Found[] =>
  disclosureCellIds.flatMap((id): Found[] => {
    const cell = cellAt(report, id);
    const lost = cell === undefined || cell.state === 'missing' || cell.state === 'unreadable';
    if (!report.tables.found.A || report.tables.form === '2019' || !lost) return [];
    return [
      {
        severity: 'unverifiable',
        message: { key: 'row-unreadable', values: { of: cellLabel(id) } },
        quote: cell ? cell.raw : '',
        place: cell?.place ?? null,
      },
    ];
  });

export const validCells: Rule = {
  id: 'B5',
  needs: [],
  check: (report) => [
    ...inTable(report, disclosureCellIds, '二'),
    ...inTable(report, requestCellIds, '三'),
    ...inTable(report, remedyCellIds, '四'),
    ...unreadableAlone(report),
  ],
};
