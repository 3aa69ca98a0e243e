// Table 二: ten cells in four blocks. Its words (规章, 行政许可) stand all over a report, so rows are looked for only
// between the table's own column heads and table 三. The 2019 columns are told apart here.
import { type Cells, missingCell, type ReadCell } from './cell.ts';
import type { Flat } from './flat.ts';
import { disclosureRows, findRow, spacedWords } from './form.ts';
import { figuresIn, readRun } from './run.ts';

export interface DisclosureTable {
  readonly cells: Cells;
  readonly found: boolean;
  readonly old: boolean;
  readonly start: number;
}

const heads = ['本年制发件数', '本年新制作数量', '本年新', '信息内容', '第二十条第(一)项'].map(spacedWords);
const oldHeads = [
  '本年新制作',
  '对外公开总数量',
  '上一年项目数量',
  '本年增/减',
  '其他对外管理服务事项',
  '政府集中采购',
];
const tableEnds = ['收到和处理政府信息公开', '勾稽关系', '申请人情况'].map(spacedWords);

const firstOf = (patterns: readonly RegExp[], text: string, from: number, to: number): number | undefined => {
  const found = patterns.flatMap((pattern) => {
    pattern.lastIndex = from;
    const at = pattern.exec(text)?.index;
    return at !== undefined && at < to ? [at] : [];
  });
  return found.length === 0 ? undefined : Math.min(...found);
};

const anyReading = () => true;

export function recoverDisclosure(flat: Flat, requestsStart: number): DisclosureTable {
  const { text } = flat;
  const before = requestsStart < 0 ? text.length : requestsStart;
  const none: DisclosureTable = { cells: {}, found: false, old: false, start: -1 };
  const start = firstOf(heads, text, Math.max(0, before - 9000), before) ?? firstOf(heads, text, 0, before);
  if (start === undefined) return none;
  const end = Math.min(firstOf(tableEnds, text, start, before) ?? before, start + 9000);
  const old = oldHeads.filter((words) => firstOf([spacedWords(words)], text, start, end) !== undefined).length >= 2;

  const cells: Record<string, ReadCell> = {};
  let cursor = start;
  const located = disclosureRows.flatMap((row) => {
    const here = findRow(row, text, cursor, end);
    if (here) cursor = here[1];
    return here ? [{ row, start: here[0], end: here[1] }] : [];
  });
  for (const [i, { row, end: labelEnd }] of located.entries()) {
    const stop = headAfter(text, labelEnd, located[i + 1]?.start ?? end);
    if (old) {
      readOld(flat, cells, row.cells, labelEnd, stop);
      continue;
    }
    const run = readRun(flat, labelEnd, stop, row.cells.length, anyReading);
    for (const [c, id] of row.cells.entries()) cells[id] = run.cells[c] ?? missingCell;
  }
  const ids = disclosureRows.flatMap((row) => row.cells);
  const last = located.at(-1);
  if (last && ids.every((id) => (cells[id]?.state ?? 'missing') === 'missing' || id === ids.at(-1))) {
    const figures = figuresIn(flat, last.end, end);
    if (figures.length === ids.length) Object.assign(cells, inOrder(ids, figures));
  }
  return { cells, found: located.length >= 2, old, start };
}

/** Down the columns: the first of every row, then what is left of the rows of three. */
const columnOrder = (ids: readonly string[]): string[] =>
  ['made', undefined, 'repealed', 'valid'].flatMap((column) =>
    ids.filter((id) => (column === undefined ? !id.startsWith('A1') : id.endsWith(column))),
  );

const isOrdinary = (cells: Cells): boolean =>
  Object.entries(cells).every(([id, { value }]) => value === null || Number.isInteger(value) || id.startsWith('A8')) &&
  (cells['A1.norms.valid']?.value ?? 0) >= (cells['A1.norms.made']?.value ?? 0);

/** Ten figures without their labels, by rows or by columns. Where both can be, only what both agree on is read. */
function inOrder(ids: readonly string[], figures: readonly ReadCell[]): Cells {
  const by = (order: readonly string[]): Cells =>
    Object.fromEntries(order.map((id, i) => [id, figures[i] ?? missingCell]));
  const rows = by(ids);
  const columns = by(columnOrder(ids));
  if (isOrdinary(rows) !== isOrdinary(columns)) return isOrdinary(rows) ? rows : columns;
  return Object.fromEntries(
    ids.map((id) => [
      id,
      rows[id]?.value === columns[id]?.value
        ? (rows[id] ?? missingCell)
        : { ...missingCell, state: 'unreadable' as const },
    ]),
  );
}

const blockHead = [spacedWords('第二十条'), spacedWords('信息内容')];

/** The next block's head holds no figures, but its 第（五）项 may. */
const headAfter = (text: string, from: number, to: number): number => firstOf(blockHead, text, from, to) ?? to;

/** 2019: three columns everywhere; only the last of them (公开总数量, 处理决定数量) is comparable. */
function readOld(
  flat: Flat,
  cells: Record<string, ReadCell>,
  ids: readonly string[],
  start: number,
  end: number,
): void {
  const run = readRun(flat, start, end, 3, anyReading);
  const last = ids.at(-1);
  if (last && !last.startsWith('A8')) cells[last] = run.cells[2] ?? missingCell;
}
