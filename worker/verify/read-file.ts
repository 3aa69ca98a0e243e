// Which of the five formats some bytes are, and their texts. The name of the file is not asked: people rename files.
import { readSealed, type SealFault } from '#core/seal.ts';
import { hashesIn, type Piece, type Unreadable } from '#core/verification.ts';
import type { Format } from '../export/file.ts';
import { piecesOfCsv } from './read-csv.ts';
import { piecesOfDocx } from './read-docx.ts';
import { piecesOfJson } from './read-json.ts';
import { piecesOfMarkdown } from './read-markdown.ts';
import { isXlsxPart, piecesOfXlsx } from './read-xlsx.ts';
import { unpack } from './unpack.ts';

export interface ReadFile {
  readonly format: Format;
  readonly pieces: readonly Piece[];
  /** The hashes that it could have been sealed under. */
  readonly hashes: readonly string[];
}

const documentPart = 'word/document.xml';
/** A file names one hash; a reason or another text in it could name more. */
const hashesMax = 5;

const printed = (format: Format, pieces: readonly Piece[]): ReadFile => ({
  format,
  pieces,
  hashes: hashesIn(pieces, hashesMax),
});

export function readFile(bytes: Uint8Array): ReadFile | { readonly why: Unreadable } {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readArchive(bytes);
  const text = decode(bytes);
  if (text === null) return { why: 'unknown-format' };
  const begins = text.replace(/^\ufeff/, '').trimStart();
  if (begins.startsWith('{') || begins.startsWith('[')) return readJson(text);
  if (begins.startsWith('# ')) return printed('md', piecesOfMarkdown(text));
  return /[,;\t]/.test(begins.slice(0, 400)) && begins.includes('\n')
    ? printed('csv', piecesOfCsv(text))
    : { why: 'unknown-format' };
}

function readArchive(bytes: Uint8Array): ReadFile | { readonly why: Unreadable } {
  const parts = unpack(bytes, (path) => path === documentPart || isXlsxPart(path));
  if (!parts) return { why: 'bad-archive' };
  const document = parts.get(documentPart);
  if (document !== undefined) return printed('docx', piecesOfDocx(document));
  return parts.has('xl/workbook.xml') ? printed('xlsx', piecesOfXlsx(parts)) : { why: 'unknown-format' };
}

/** What an altered JSON holds is compared like any other file; what is none of ours is named. */
const named: Readonly<Record<SealFault, Unreadable | null>> = {
  'not-json': 'not-json',
  truncated: 'truncated',
  foreign: 'foreign',
  'newer-format': 'newer-format',
  malformed: 'malformed',
  unsealed: null,
  altered: null,
};

function readJson(text: string): ReadFile | { readonly why: Unreadable } {
  const read = readSealed(text);
  const why = 'fault' in read ? named[read.fault] : null;
  if (why) return { why };
  const value = JSON.parse(text.replace(/^\ufeff/, '')) as { readonly seal?: { readonly sha?: unknown } | null };
  const sha = value.seal?.sha;
  return { format: 'json', pieces: piecesOfJson(value), hashes: typeof sha === 'string' ? [sha] : [] };
}

/** UTF-8; UTF-16 with its mark; else GB 18030, as Chinese spreadsheets save a CSV. Null for what is no text. */
function decode(bytes: Uint8Array): string | null {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of wide ? ['utf-16le'] : ['utf-8', 'gb18030'])
    try {
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
      return text.includes('\0') ? null : text;
    } catch {
      // The next encoding; a runtime that does not know one throws as well.
    }
  return null;
}
