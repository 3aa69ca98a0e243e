// What was typed into the cells of the form, and the figures it means. The text stays as typed until it can be read; an
// empty cell is "not yet" and never 0, because a county that forgot a row must not report that nothing happened.
import { type Problem, problem } from '../problem.ts';
import { impliedCells } from './equations.ts';
import type { CellId, FormCell, StatutoryForm } from './form.ts';

/** By cell, the text as typed; a cell that is absent is as empty as one with ''. */
export type Entries = Readonly<Record<CellId, string>>;

/** By cell, only those that could be read. */
export type Figures = Readonly<Record<CellId, number>>;

export type CellReading =
  | { readonly kind: 'blank' }
  /** `text` is how it will be printed: half-width, without separators. */
  | { readonly kind: 'figure'; readonly value: number; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** No cell needs more; the rest of an accidental paste is refused, not cut off. */
export const entryCharsMax = 40;

const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000\u00a0]+/g, '');

const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const decimal = /^\d+(?:\.\d+)?$/;

/** Reads one cell: digits of any width, with or without thousands separators, and .0 as spreadsheets write it. */
export function readEntry(cell: FormCell, typed: string): CellReading {
  const text = halfWidth(typed);
  const fault = (code: Problem['code'], values: Problem['values'] = {}): CellReading => ({
    kind: 'problem',
    problem: problem(cell.id, code, { typed: typed.trim().slice(0, entryCharsMax), ...values }),
  });
  if (text === '') return { kind: 'blank' };
  if (/^[-−–]\d/.test(text)) return fault('cell-negative');
  const bare = grouped.test(text) ? text.replaceAll(',', '') : text;
  if (!decimal.test(bare)) return fault(/^[-−—–_/\\一无零○]+$|^没有$/.test(text) ? 'cell-dash' : 'cell-not-number');
  const [whole = '', rest = ''] = bare.split('.');
  const digits = whole.replace(/^0+(?=\d)/, '');
  const decimals = cell.decimalsMax === 0 ? rest.replace(/0+$/, '') : rest;
  if (decimals.length > cell.decimalsMax)
    return cell.decimalsMax === 0 ? fault('cell-fraction') : fault('cell-too-fine', { max: cell.decimalsMax });
  if (digits.length > cell.digitsMax) return fault('cell-too-large', { max: cell.digitsMax });
  const shown = decimals === '' ? digits : `${digits}.${decimals}`;
  return { kind: 'figure', value: Number(shown), text: shown };
}

export interface ReadEntries {
  readonly figures: Figures;
  /** At their cells. */
  readonly problems: readonly Problem[];
  readonly blank: readonly CellId[];
  /** The same entries as they will be printed; what could not be read stays as typed. */
  readonly tidied: Entries;
}

export function readEntries(form: StatutoryForm, entries: Entries): ReadEntries {
  const figures: Record<CellId, number> = {};
  const tidied: Record<CellId, string> = {};
  const problems: Problem[] = [];
  const blank: CellId[] = [];
  for (const cell of form.cells) {
    const typed = entries[cell.id] ?? '';
    const reading = readEntry(cell, typed);
    tidied[cell.id] = reading.kind === 'figure' ? reading.text : reading.kind === 'blank' ? '' : typed;
    if (reading.kind === 'figure') figures[cell.id] = reading.value;
    else if (reading.kind === 'blank') blank.push(cell.id);
    else problems.push(reading.problem);
  }
  return { figures, problems, blank, tidied };
}

/**
 * The empty cells filled at somebody's express wish: 0 where the sums say nothing else, and what they say where they do.
 * Nothing that was typed is touched.
 */
export function withZeros(form: StatutoryForm, entries: Entries): Entries {
  const { figures, blank, tidied } = readEntries(form, entries);
  const totals = new Set(form.equations.flatMap(({ total }) => total ?? []));
  const before = impliedCells(form, figures);
  const known: Figures = {
    ...Object.fromEntries(blank.flatMap((id) => (totals.has(id) ? [] : [[id, before.get(id) ?? 0] as const]))),
    ...figures,
  };
  const after = impliedCells(form, known);
  const filled = blank.map((id) => [id, String(known[id] ?? after.get(id) ?? 0)] as const);
  return { ...tidied, ...Object.fromEntries(filled) };
}
