// Table 三: 25 rows of 7. Rows are found by their own words, in order, around the words that only the form uses; the
// figures are what stands before the next row. Left are files with all labels first and the figures after.
import { type Cells, missingCell, type ReadCell } from './cell.ts';
import type { Flat } from './flat.ts';
import {
  applicantIds,
  type FormRow,
  findRow,
  otherHandlingRow2019,
  requestCell,
  requestRows,
  spacedWords,
} from './form.ts';
import { lastIsSum } from './readings.ts';
import { figuresIn, type Run, readRun } from './run.ts';
import { requestEquations, residual } from './sums.ts';

export interface RequestTable {
  readonly cells: Cells;
  readonly found: boolean;
  /** The single 其他处理 row of the 2019 format. */
  readonly old: boolean;
  /** Where the table begins and ends in the flat text. */
  readonly start: number;
  readonly end: number;
}

interface Located {
  readonly row: FormRow;
  readonly start: number;
  readonly end: number;
}

const width = applicantIds.length;
const windowMax = 9000;
/** More broken sums than an author breaks mean the figures were put in the wrong places. */
const brokenMax = 6;
const onlyInForm = ['r3_3_3', 'r3_3_5', 'r3_3_6', 'r3_3_8', 'r3_4_1', 'r3_4_3', 'r3_5_3', 'r3_5_5'];

/** A place from which at least three rows that no sentence mentions follow closely. */
function coreOf(text: string): number | undefined {
  const rows = requestRows.filter((row) => onlyInForm.includes(row.id));
  const starts = rows.flatMap((row) => {
    const [strict] = row.known;
    if (!strict) return [];
    // matchAll begins where the pattern stopped last, be it in another report.
    strict.lastIndex = 0;
    return [...text.matchAll(strict)].slice(0, 20).map((found) => ({ id: row.id, at: found.index }));
  });
  starts.sort((a, b) => a.at - b.at);
  return (
    starts.find(
      ({ at }) =>
        new Set(starts.filter((other) => other.at >= at && other.at < at + windowMax).map((o) => o.id)).size >= 3,
    )?.at ?? firstRowAlone(text)
  );
}

/** A file cut off inside the table: its first row, in the form's full wording. */
function firstRowAlone(text: string): number | undefined {
  const full = spacedWords('本年新收政府信息公开申请数量').exec(text);
  return full ? full.index + full[0].length : undefined;
}

function lastBefore(row: FormRow, text: string, before: number): number | undefined {
  let last: number | undefined;
  for (const known of row.known) {
    known.lastIndex = Math.max(0, before - windowMax / 2);
    for (let found = known.exec(text); found && found.index < before; found = known.exec(text)) last = found.index;
    if (last !== undefined) return last;
  }
  return undefined;
}

function locateRows(text: string, core: number): Located[] {
  const [first, second] = requestRows;
  const start =
    (first && lastBefore(first, text, core)) ?? (second && lastBefore(second, text, core)) ?? Math.max(0, core - 600);
  const final = requestRows.at(-1);
  const limit = (final && findRow(final, text, core, core + windowMax)?.[1]) ?? tableEnd(text, core);
  const located: Located[] = [];
  let cursor = start;
  for (const [index, row] of requestRows.entries()) {
    const here = findRow(row, text, cursor, limit);
    if (!here) continue;
    // A row whose words first turn up behind the next two rows is missing: what was found is another sentence.
    const passed = requestRows.slice(index + 1, index + 3).every((next) => {
      const there = findRow(next, text, cursor, limit);
      return there !== undefined && there[0] < here[0];
    });
    if (passed && index < requestRows.length - 2) continue;
    located.push({ row, start: here[0], end: here[1] });
    cursor = here[1];
  }
  return located;
}

/** Where the run of a row ends: before the next row and its number. */
function runEnd(text: string, next: Located | undefined, otherwise: number): number {
  if (!next) return otherwise;
  if (!next.row.number) return next.start;
  const before = new RegExp(`${next.row.number}[ \\n]{0,4}[.、,][ \\n]{0,4}$`).exec(
    text.slice(Math.max(0, next.start - 12), next.start),
  );
  return before ? next.start - before[0].length : next.start;
}

const nextHeading = ['政府信息公开行政复议', '结果维持', '行政复议', '存在的主要问题'].map(spacedWords);

function tableEnd(text: string, after: number): number {
  for (const heading of nextHeading) {
    heading.lastIndex = after;
    const found = heading.exec(text);
    if (found && found.index < after + windowMax) return found.index;
  }
  return Math.min(text.length, after + 600);
}

/** Of several readings of one or more rows, the only combination that breaks no column. */
function settle(
  cells: Record<string, ReadCell>,
  open: ReadonlyMap<string, NonNullable<Run['choices']>>,
  old: boolean,
): void {
  const rows = [...open.keys()].slice(0, 4);
  if (open.size > 4) return;
  const columns = requestEquations(old).filter(({ rule }) => rule !== 'B3');
  const winners: Record<string, ReadCell>[] = [];
  const attempt = (index: number, soFar: Record<string, ReadCell>) => {
    const row = rows[index];
    if (row === undefined) {
      if (columns.every((equation) => residual(equation, soFar) === 0)) winners.push(soFar);
      return;
    }
    for (const values of (open.get(row) ?? []).slice(0, 12)) {
      if (winners.length > 1) return;
      const filled = applicantIds.map((column, i): [string, ReadCell] => {
        const id = requestCell(row, column);
        const value = values[i] ?? 0;
        return [id, { value, raw: String(value), state: 'read', place: soFar[id]?.place ?? null, mended: true }];
      });
      attempt(index + 1, { ...soFar, ...Object.fromEntries(filled) });
    }
  };
  attempt(0, cells);
  const [only] = winners;
  if (winners.length === 1 && only) Object.assign(cells, only);
}

const assignRow = (cells: Record<string, ReadCell>, row: string, read: readonly ReadCell[]) => {
  for (const [i, column] of applicantIds.entries()) cells[requestCell(row, column)] = read[i] ?? missingCell;
};

const headWords = ['总计', '法律服务机构', '申请人情况', '勾稽关系'].map(spacedWords);

/** Behind the last head above the first row that was found: a torn label of the first row itself may be missed. */
function headEnd(text: string, before: number): number {
  const from = Math.max(0, before - 600);
  const ends = headWords.flatMap((words) =>
    [...text.slice(from, before).matchAll(words)].map((found) => from + found.index + found[0].length),
  );
  return ends.length === 0 ? before : Math.max(...ends);
}

const isBareFigure = (word: string): boolean => /^(?:0|[1-9][\d,]*)$/.test(word);

/** The figures of every line that ends in just seven: a label in two or three lines leaves them in one of their own. */
function rowsOfSeven(flat: Flat, start: number, end: number): ReadCell[] {
  const cells: ReadCell[] = [];
  let from = start;
  for (const line of flat.text.slice(start, end).split('\n')) {
    const words = line.trim().split(/ +/);
    const tail = words.slice(-width);
    if (tail.length === width && tail.every(isBareFigure) && !isBareFigure(words.at(-width - 1) ?? ''))
      cells.push(...figuresIn(flat, from, from + line.length).slice(-width));
    from += line.length + 1;
  }
  return cells;
}

/** 175 figures without their labels, by rows or by columns, whichever breaks fewer sums. */
function fromFigures(figures: readonly ReadCell[]): Record<string, ReadCell> | undefined {
  const height = requestRows.length;
  if (figures.length !== height * width) return undefined;
  const readBy = (index: (row: number, column: number) => number) => {
    const cells: Record<string, ReadCell> = {};
    for (const [r, row] of requestRows.entries()) {
      assignRow(
        cells,
        row.id,
        applicantIds.map((_, c) => figures[index(r, c)] ?? missingCell),
      );
    }
    return cells;
  };
  const broken = (cells: Cells) => requestEquations().filter((equation) => residual(equation, cells) !== 0).length;
  const byRows = readBy((r, c) => r * width + c);
  const byColumns = readBy((r, c) => c * height + r);
  return broken(byColumns) < broken(byRows) ? byColumns : byRows;
}

export function recoverRequests(flat: Flat): RequestTable {
  const none: RequestTable = { cells: {}, found: false, old: false, start: -1, end: -1 };
  const core = coreOf(flat.text);
  if (core === undefined) return none;
  const located = locateRows(flat.text, core);
  const [first] = located;
  const last = located.at(-1);
  if (!first || !last) return none;
  const end = tableEnd(flat.text, last.end);
  const has = (id: string) => located.some(({ row }) => row.id === id);
  const oldRow = findRow(otherHandlingRow2019, flat.text, core, end);
  const old = !has('r3_6_1') && !has('r3_6_2') && oldRow !== undefined;
  const rows = old && oldRow ? withOldRow(located, oldRow) : located;

  const cells: Record<string, ReadCell> = {};
  const open = new Map<string, NonNullable<Run['choices']>>();
  let empty = 0;
  for (const [i, { row, end: labelEnd }] of rows.entries()) {
    const stop = runEnd(flat.text, rows[i + 1], i === rows.length - 1 ? end : labelEnd);
    const run = readRun(flat, labelEnd, Math.max(labelEnd, stop), width, lastIsSum);
    if (run.figures === 0 && run.cells.every(({ state }) => state === 'missing')) empty++;
    assignRow(cells, row.id, run.cells);
    if (run.choices) open.set(row.id, run.choices);
    spreadOverLostLabels(flat, cells, row, rows[i + 1]?.row, labelEnd, stop);
  }
  if (open.size > 0) settle(cells, open, old);
  // Labels torn across their figures, or all of them before: 175 figures in order are the table all the same.
  const lost = requestRows.some(
    ({ id }) => cells[requestCell(id, 'tot')]?.value === undefined || cells[requestCell(id, 'tot')]?.value === null,
  );
  if (lost && !old) {
    const whole =
      fromFigures(figuresIn(flat, last.end, end)) ??
      fromFigures(figuresIn(flat, first.start, end)) ??
      fromFigures(rowsOfSeven(flat, headEnd(flat.text, first.start), end));
    const fits = (found: Cells) =>
      requestEquations().filter((equation) => residual(equation, found) !== 0).length <= brokenMax;
    if (whole && (empty > rows.length / 2 || fits(whole)))
      return { cells: whole, found: true, old: false, start: first.start, end };
  }
  return { cells, found: true, old, start: first.start, end };
}

function withOldRow(located: readonly Located[], [start, end]: readonly [number, number]): Located[] {
  const kept = located.filter(({ row }) => !row.id.startsWith('r3_6'));
  const at = kept.findIndex((other) => other.start > start);
  const old: Located = { row: otherHandlingRow2019, start, end };
  return at < 0 ? [...kept, old] : [...kept.slice(0, at), old, ...kept.slice(at)];
}

/** Rows whose label is lost stand in the run of the row before: twice or three times seven figures. */
function spreadOverLostLabels(
  flat: Flat,
  cells: Record<string, ReadCell>,
  row: FormRow,
  next: FormRow | undefined,
  start: number,
  end: number,
): void {
  const from = requestRows.findIndex(({ id }) => id === row.id);
  const to = next ? requestRows.findIndex(({ id }) => id === next.id) : requestRows.length;
  if (from < 0 || to - from < 2 || to - from > 4) return;
  const figures = figuresIn(flat, start, end);
  if (figures.length !== (to - from) * width) return;
  for (let i = from; i < to; i++) {
    assignRow(cells, requestRows[i]?.id ?? '', figures.slice((i - from) * width, (i - from + 1) * width));
  }
}
