// Verifying (核验): a file taken apart into pieces of text, each with its place, and compared with the pieces of the same
// file as it would be made from the sealed figures. Pure; who reads files and finds what is sealed is the worker.
import type { Localised } from './lang.ts';
import type { Day } from './period.ts';

export interface Place {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** One text of a file; all of the place is '' for what stands outside of tables. */
export interface Piece extends Place {
  readonly text: string;
}

export interface Difference extends Place {
  /** null: the file has something there that was not sealed. */
  readonly sealed: string | null;
  /** null: what was sealed is not in the file. */
  readonly found: string | null;
}

/** What a file was compared with. */
export interface Compared {
  readonly year: number;
  readonly version: number;
  readonly sealed: Day;
  readonly sha: string;
}

export type Unreadable =
  /** None of the five formats. */
  | 'unknown-format'
  /** An archive that is damaged, encrypted, or larger inside than any of ours. */
  | 'bad-archive'
  | 'not-json'
  | 'truncated'
  | 'foreign'
  | 'newer-format'
  | 'malformed';

export type Verdict =
  | ({ readonly is: 'matches' } & Compared)
  | ({ readonly is: 'newer-version'; readonly newest: Compared & { readonly reason: Localised | null } } & Compared)
  | ({ readonly is: 'differs'; readonly difference: Difference } & Compared)
  /** `sha` is the hash the file names; null: it names none, as drafts and files of others do. */
  | { readonly is: 'not-sealed-here'; readonly sha: string | null }
  | { readonly is: 'unreadable'; readonly why: Unreadable };

/**
 * How a text is compared: programs that save a file anew respace texts, and write 98.0 as 98 or 0.980; a number stays the
 * number it is.
 */
export function sameKey(text: string): string {
  const plain = text.normalize('NFC').replace(/\s+/g, '');
  if (!/^-?\d{1,15}(\.\d{1,15})?%?$/.test(plain)) return plain;
  const value = Number(plain.replace('%', '')) / (plain.endsWith('%') ? 100 : 1);
  return `#${Number(value.toPrecision(12))}`;
}

/** The first piece that is not as sealed, and how many before it are; null when all are the same, in the same order. */
export function compare(
  sealed: readonly Piece[],
  found: readonly Piece[],
): { readonly alike: number; readonly difference: Difference | null } {
  for (let at = 0; at < Math.max(sealed.length, found.length); at += 1) {
    const [wanted, is] = [sealed[at], found[at]];
    if (wanted && is && sameKey(wanted.text) === sameKey(is.text)) continue;
    return { alike: at, difference: describe(wanted, is) };
  }
  return { alike: sealed.length, difference: null };
}

function describe(wanted: Piece | undefined, is: Piece | undefined): Difference {
  const { table = '', row = '', column = '' } = wanted ?? is ?? {};
  const sameSpot = wanted && is && samePlace(wanted, is);
  return {
    table,
    row,
    column,
    sealed: wanted?.text ?? null,
    // What stands elsewhere is not what this cell became: the cell is gone.
    found: wanted && !sameSpot ? null : (is?.text ?? null),
  };
}

/** A changed row heading or column heading moves the place of its cells, so two parts out of three are enough. */
const samePlace = (a: Place, b: Place): boolean =>
  (['table', 'row', 'column'] as const).filter((part) => sameKey(a[part]) === sameKey(b[part])).length >= 2;

/** Every SHA-256 that a text names, in its order. */
export const hashesIn = (pieces: readonly Piece[], max: number): string[] =>
  [...new Set(pieces.flatMap(({ text }) => text.match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g) ?? []))].slice(0, max);
