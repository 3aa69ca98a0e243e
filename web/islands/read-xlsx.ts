// The tables of an XLSX workbook, one for each sheet, as the check reads tables: text, numbers and merged cells. Formulas are
// taken by the value that was last worked out; looks are not read.
import { strFromU8, unzipSync } from 'fflate';
import type { Block, TableCell } from '#core/check/document.ts';
import { fromEntities } from '#core/xml-entities.ts';

const sheetPath = /^xl\/worksheets\/[^/]+\.xml$/;
const stringsPath = 'xl/sharedStrings.xml';
const partBytesMax = 20_000_000;
/** The whole form has 30 rows and 15 columns; a sheet may hold notes beside it. */
const rowsMax = 2_000;
const columnsMax = 120;

/** All runs of a text, without the phonetic guide beside it. */
const textIn = (xml: string): string =>
  [...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '').matchAll(/<t(?:\s[^<>]*)?>([^<]*)<\/t>/g)]
    .map(([, text = '']) => fromEntities(text))
    .join('');

/** Null for what is no workbook. */
export function readXlsx(bytes: Uint8Array): Block[] | null {
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => (sheetPath.test(name) || name === stringsPath) && originalSize < partBytesMax,
    });
    const strings = [...strFromU8(parts[stringsPath] ?? new Uint8Array()).matchAll(/<si>([\s\S]*?)<\/si>/g)].map(
      ([, xml = '']) => textIn(xml),
    );
    const sheets = Object.keys(parts).filter((name) => sheetPath.test(name));
    if (sheets.length === 0) return null;
    return sheets
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
      .map((name) => readSheet(strFromU8(parts[name] ?? new Uint8Array()), strings));
  } catch {
    return null;
  }
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const spanIn = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/;

function readSheet(xml: string, strings: readonly string[]): Block {
  const texts = new Map<string, string>();
  let [height, width] = [0, 0];
  for (const [, attributes = '', inner = ''] of xml.matchAll(/<c\s([^<>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const [, letters = '', digits = ''] = /\br="([A-Z]{1,3})(\d{1,7})"/.exec(attributes) ?? [];
    const [row, column] = [Number(digits) - 1, columnOf(letters)];
    if (letters === '' || row >= rowsMax || column >= columnsMax) continue;
    const text = cellText(/\bt="(\w+)"/.exec(attributes)?.[1], inner, strings);
    if (text === '') continue;
    texts.set(`${row},${column}`, text);
    height = Math.max(height, row + 1);
    width = Math.max(width, column + 1);
  }
  const merged = new Map<string, { columns: number; rows: number }>();
  const covered = new Set<string>();
  for (const [, ref = ''] of xml.matchAll(/<mergeCell\s[^<>]*?ref="([^"]+)"/g)) {
    const [, left = '', top = '', right = '', bottom = ''] = spanIn.exec(ref) ?? [];
    if (left === '') continue;
    const [c, r] = [columnOf(left), Number(top) - 1];
    const [endColumn, endRow] = [Math.min(columnOf(right) + 1, width), Math.min(Number(bottom), height)];
    merged.set(`${r},${c}`, { columns: Math.max(1, endColumn - c), rows: Math.max(1, endRow - r) });
    for (let y = r; y < endRow; y++)
      for (let x = c; x < endColumn; x++) if (y !== r || x !== c) covered.add(`${y},${x}`);
  }
  const rows = Array.from({ length: height }, (_, r) =>
    Array.from({ length: width }, (_, c) => `${r},${c}`)
      .filter((at) => !covered.has(at))
      .map((at): TableCell => {
        const { columns = 1, rows: down = 1 } = merged.get(at) ?? {};
        return { text: texts.get(at) ?? '', colSpan: columns, rowSpan: down };
      }),
  );
  return { kind: 'table', rows };
}

function cellText(type: string | undefined, inner: string, strings: readonly string[]): string {
  if (type === 'inlineStr') return textIn(inner).trim();
  const value = /<v(?:\s[^<>]*)?>([^<]*)<\/v>/.exec(inner)?.[1] ?? '';
  if (type === 's') return (strings[Number(value)] ?? '').trim();
  if (type === undefined || type === 'n') return value === '' ? '' : String(Number(Number(value).toPrecision(12)));
  return fromEntities(value).trim();
}
