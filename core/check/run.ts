// The figures that follow a row's label, up to the next label: in cells, between pipes, or just in a row. Borders are
// trusted: an empty cell between them is the author's. Where there are none, only the right number of figures is.
import { type ReadCell, readCell } from './cell.ts';
import { cellEnd, type Flat, rowEnd } from './flat.ts';
import { type Fits, readingsOf } from './readings.ts';

export interface Run {
  readonly cells: readonly ReadCell[];
  /** More than one way to read it fits its own sum; the columns may still decide. */
  readonly choices?: readonly (readonly number[])[];
  /** How many figures stand there. */
  readonly figures: number;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const han = /[\u4e00-\u9fff]/;
/** The 3 of 「3.其他」. */
const rowNumber = /(?<!\d)[1-8][.、] ?(?=[\u4e00-\u9fff])/g;
const blanked = (text: string): string => ' '.repeat(text.length);
const strayPage = /(?<=\n)[ |]*[-—–]{1,2} ?\d{1,3} ?[-—–]{1,2}[ |]*(?=\n)/g;

function split(flat: Flat, start: number, end: number, border: RegExp): Token[] {
  const tokens: Token[] = [];
  let from = start;
  const text = flat.text.slice(start, end);
  for (const found of text.matchAll(border)) {
    tokens.push({ text: flat.text.slice(from, start + found.index).trim(), start: from, end: start + found.index });
    from = start + found.index + found[0].length;
  }
  tokens.push({ text: flat.text.slice(from, end).trim(), start: from, end });
  return tokens;
}

const isFigure = (text: string): boolean =>
  readCell(text, null).state !== 'unreadable' || /^\D{0,2}\d+\D{0,2}$/.test(text);

/** A figure, a line's end and another label: the row is over, and what follows is that label's padding. */
const endsRow = /^[^\n\u4e00-\u9fff]*\n\s*\S*[\u4e00-\u9fff]/;

/** The last cell of a line runs on into the next heading, which is not its own. */
function withinLines(pieces: readonly Token[]): Token[] {
  const last = pieces.findIndex(({ text }, i) => i > 0 && endsRow.test(text));
  return pieces
    .slice(0, last < 0 ? undefined : last + 1)
    .map((piece) => ({ ...piece, text: piece.text.split('\n')[0] ?? '' }));
}

/** Cells between borders, less the padding that merged cells leave behind. */
function bordered(tokens: readonly Token[], count: number): Token[] {
  let cells = tokens.slice(1);
  const filledIn = (part: readonly Token[]) => part.filter(({ text }) => text !== '' && !han.test(text)).length;
  while (cells.length > count && filledIn(cells.slice(1, count + 1)) > filledIn(cells.slice(0, count)))
    cells = cells.slice(1);
  const stop = cells.findIndex((cell, i) => i > 0 && han.test(cell.text) && !isFigure(cell.text));
  if (stop > 0) cells = cells.slice(0, stop);
  while (cells.length > count && cells.at(-1)?.text === '') cells = cells.slice(0, -1);
  const filled = cells.filter((cell) => cell.text !== '');
  return cells.length !== count && filled.length === count ? filled : cells;
}

const loosely = (flat: Flat, start: number, end: number): Token[] => {
  const text = flat.text.slice(start, end).replace(strayPage, blanked).replace(rowNumber, blanked);
  return [
    ...text.matchAll(
      /\d+(?:,\d{3})*(?:\.\d+)?|[-—–/]+|(?<![\u4e00-\u9fff] ?)无(?! ?[\u4e00-\u9fff])|(?<=[ |\n])[OoQ〇○](?=[ |\n]|$)/g,
    ),
  ].map((found) => ({
    text: found[0],
    start: start + found.index,
    end: start + found.index + found[0].length,
  }));
};

const asCells = (flat: Flat, tokens: readonly Token[]): ReadCell[] =>
  tokens.map(({ text, start, end }) => readCell(text, flat.placeOf(start, end)));

/** Reads `count` cells from the text between two labels. `fits` is the row's own sum. */
export function readRun(flat: Flat, start: number, end: number, count: number, fits: Fits): Run {
  const inTable = flat.text.slice(start, end);
  const border = inTable.includes(cellEnd) ? cellEnd : inTable.includes('|') ? '|' : undefined;
  const rowStops = border === cellEnd ? inTable.indexOf(rowEnd) : -1;
  const stop = rowStops < 0 ? end : start + rowStops;
  if (border !== undefined) {
    const pieces = split(flat, start, stop, border === cellEnd ? /\ue000/g : /[|\ue001]/g);
    const cells = bordered(border === cellEnd ? pieces : withinLines(pieces), count);
    if (cells.length === count) return { cells: asCells(flat, cells), figures: count };
    if (cells.length > count && border === cellEnd && cells.slice(count).every((cell) => !/\d/.test(cell.text))) {
      return { cells: asCells(flat, cells.slice(0, count)), figures: count };
    }
  }
  const tokens = loosely(flat, start, border === undefined ? end : stop);
  if (tokens.length === count) return { cells: asCells(flat, tokens), figures: count };
  const place = flat.placeOf(start, end);
  const raw = flat.text
    .slice(start, Math.min(end, start + 80))
    .replace(/[\s|\ue001\ue000]+/g, ' ')
    .trim();
  const readings = readingsOf(
    tokens.map((token) => token.text),
    count,
    fits,
  );
  const [only] = readings;
  if (readings.length === 1 && only) {
    const cells = only.map((value): ReadCell => ({ value, raw: String(value), state: 'read', place, mended: true }));
    return { cells, figures: tokens.length };
  }
  const state = tokens.length === 0 ? 'missing' : 'unreadable';
  const cells = Array.from({ length: count }, (): ReadCell => ({ value: null, raw, state, place }));
  const total = totalOf(tokens, fits);
  if (total !== undefined && tokens.length < count)
    cells[count - 1] = { ...readCell(total.text, flat.placeOf(total.start, total.end)), mended: true };
  return { cells, figures: tokens.length, ...(readings.length > 1 ? { choices: readings } : {}) };
}

/** Empty cells were lost, so nobody knows whose figures these are; but the last is their sum, hence the total. */
function totalOf(tokens: readonly Token[], fits: Fits): Token | undefined {
  const values = tokens.map(({ text }) => Number(text));
  return tokens.length >= 2 && values.every(Number.isInteger) && (values.at(-1) ?? 0) > 0 && fits(values)
    ? tokens.at(-1)
    : undefined;
}

/** All figures in a stretch of text, for tables of which only the figures are left. */
export const figuresIn = (flat: Flat, start: number, end: number): ReadCell[] =>
  asCells(flat, loosely(flat, start, end));
