// The list of handled requests that a clerk pastes to invite their applicants: unit, outcome, month of the reply, last
// digits of the case number. All problems of all rows are found at once, each at its row and column as the clerk sees it.
import { readDelimited } from './delimited-text.ts';
import type { Localised } from './lang.ts';
import { outcomes } from './outcome.ts';
import { isMonth, type Month } from './period.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { problem } from './problem.ts';

export interface InvitationCase {
  readonly unit: string;
  readonly outcome: string;
  readonly month: Month;
  readonly tail: string;
}

export const invitationRowsMax = 500;
/** How long an invitation works after the day it was issued on, unless its survey closes earlier. */
export const invitationDays = 90;

const columns = ['unit', 'outcome', 'month', 'tail'] as const;
type Column = (typeof columns)[number];

const headings: Record<Column, readonly string[]> = {
  unit: ['unit', '单位', '办理单位', '承办单位'],
  outcome: ['outcome', '结果', '结果代码', '办理结果', '办理结果代码'],
  month: ['month', '月份', '答复月份'],
  tail: ['tail', '尾号', '编号尾号', '申请编号尾号'],
};

interface Known {
  readonly units: readonly { readonly code: string; readonly name: Localised }[];
  /** No reply is of a later month. */
  readonly thisMonth: Month;
}

/** Cases in the order of the list; only to be used when `problems` is empty. Fields are `rows.3.unit`, rows from 1. */
export function readInvitationList(text: string, known: Known): { cases: InvitationCase[]; problems: Problem[] } {
  const rows = readDelimited(text).map((cells, index) => ({ cells, number: index + 1 }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const header = headerOf(filled[0]?.cells ?? []);
  const body = header ? filled.slice(1) : filled;
  if (body.length === 0) return { cases: [], problems: [problem('list', 'empty')] };
  if (body.length > invitationRowsMax)
    return { cases: [], problems: [problem('list', 'too-many-rows', { max: invitationRowsMax, rows: body.length })] };
  const places = header ?? columns.map((_, index) => index);
  const cases: InvitationCase[] = [];
  const problems: Problem[] = [];
  const firstRow = new Map<string, number>();
  for (const { cells, number } of body) {
    const fault = (column: string, code: ProblemCode, values?: Problem['values']) =>
      problems.push(problem(`rows.${number}.${column}`, code, values));
    const read = columns.map((column, index) => {
      const cell = cells[places[index] ?? -1] ?? '';
      const value = cell === '' ? null : readers[column](cell, known);
      if (value === null) fault(column, cell === '' ? 'empty' : faults[column], { typed: cell.slice(0, 40) });
      return value;
    });
    if (!header && cells.slice(columns.length).some((cell) => cell !== '')) fault('row', 'too-many-cells');
    if (read.includes(null)) continue;
    const [unit, outcome, month, tail] = read as [string, string, Month, string];
    const key = [unit, outcome, month, tail].join(' ');
    const row = firstRow.get(key);
    if (row !== undefined) fault('row', 'duplicate-row', { row });
    else firstRow.set(key, number);
    cases.push({ unit, outcome, month, tail });
  }
  return { cases, problems };
}

/** Where each column stands, when these cells are a heading; null when they are a first case. */
function headerOf(cells: readonly string[]): number[] | null {
  const places = columns.map((column) => cells.findIndex((cell) => headings[column].includes(cell.toLowerCase())));
  return places.every((place) => place >= 0) ? places : null;
}

const faults: Record<Column, ProblemCode> = {
  unit: 'bad-unit',
  outcome: 'bad-outcome',
  month: 'bad-month',
  tail: 'bad-tail',
};

/** What a cell says, or null. Units and outcomes may be written by code or by name. */
const readers: Record<Column, (cell: string, known: Known) => string | null> = {
  unit: (cell, { units }) =>
    units.find(({ code, name }) => code === cell || Object.values(name).includes(cell))?.code ?? null,
  outcome: (cell) => outcomes.find(({ code, words }) => code === cell.toLowerCase() || words === cell)?.code ?? null,
  month: (cell, { thisMonth }) => {
    const [, year, month] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?(?:[-/.]?\s*\d{1,2}日?)?$/.exec(cell) ?? [];
    const value = `${year}-${month?.padStart(2, '0')}`;
    return isMonth(value) && value <= thisMonth ? value : null;
  },
  tail: (cell) => (/^\d{2,6}$/.test(cell) ? cell : null),
};
