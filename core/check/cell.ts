// One cell of a statutory table as it was found. `blank` and `dash` are what the author left; `unreadable` and `missing`
// are what the file did to it, and nobody is blamed for those.
import type { Place } from './document.ts';

export type CellState = 'read' | 'blank' | 'dash' | 'unreadable' | 'missing';

export interface ReadCell {
  readonly value: number | null;
  readonly raw: string;
  readonly state: CellState;
  readonly place: Place | null;
  /** The figures of this row were put together again: the one reading that fits its sum. */
  readonly mended?: true;
}

export type Cells = Readonly<Record<string, ReadCell>>;

export const missingCell: ReadCell = { value: null, raw: '', state: 'missing', place: null };

const dash = /^(?:[-—–―－_一/\\／]+|无|零|没有|N\/?A|none|×|\/)$/i;
/** What OCR makes of a 0. */
const roundLetter = /^[OoQ〇○]$/;
/** 05 is a 0 and the 5 of the next row's number. */
const number = /^[-−]?(?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d*)(?:\.\d+)?$/;

/** Reads what stands in one cell (folded text). A unit after the figure is read over; anything else is unreadable. */
export function readCell(raw: string, place: Place | null): ReadCell {
  const text = raw.replace(/\s+/g, '');
  if (text === '') return { value: null, raw, state: 'blank', place };
  if (dash.test(text)) return { value: null, raw, state: 'dash', place };
  if (roundLetter.test(text)) return { value: 0, raw, state: 'read', place, mended: true };
  const bare = text.replace(/(?:件|条|份|次|万元|元|个|起|宗)$/, '').replace('−', '-');
  if (number.test(bare) && bare.length < 16)
    return { value: Number(bare.replaceAll(',', '')), raw, state: 'read', place };
  return { value: null, raw, state: 'unreadable', place };
}

/** The figure a sum may use: what the author left empty counts as 0; what cannot be read counts as nothing at all. */
export const summand = (cell: ReadCell | undefined): number | undefined =>
  cell === undefined ? undefined : cell.state === 'blank' || cell.state === 'dash' ? 0 : (cell.value ?? undefined);
