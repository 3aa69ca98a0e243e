// Reading the report's files back, as programs that import them do: strict CSV, the XML inside DOCX and XLSX, pipe tables
// of Markdown. Each comes out as its tables, in order, with one list of texts for each row.
import { strFromU8, unzipSync } from 'fflate';

export type Rows = readonly (readonly string[])[];

/** RFC 4180 with CRLF; throws where the file is not exactly that. */
export function readCsv(text: string): string[][] {
  if (!text.startsWith('\ufeff')) throw new Error('no byte order mark');
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
  const rows: string[][] = [];
  let row: string[] = [];
  for (field.lastIndex = 1; field.lastIndex < text.length; ) {
    const at = field.lastIndex;
    const found = field.exec(text);
    if (!found) throw new Error(`not CSV at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
    const [, raw = '', end] = found;
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  if (new Set(rows.map(({ length }) => length)).size !== 1) throw new Error('lines differ in their number of fields');
  return rows;
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string) => text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '');

export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const [token] of text.matchAll(/<[^>]+>|[^<]+/g)) {
    const parent = open.at(-1) as XmlElement;
    if (!token.startsWith('<')) parent.children.push(unescaped(token));
    else if (token.startsWith('</')) open.pop();
    else if (!token.startsWith('<?')) {
      const attributes = [...token.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [
        name,
        unescaped(value ?? ''),
      ]);
      const element = {
        name: /^<([\w:]+)/.exec(token)?.[1] ?? '',
        attributes: Object.fromEntries(attributes),
        children: [],
      };
      parent.children.push(element);
      if (!token.endsWith('/>')) open.push(element);
    }
  }
  return root;
}

/** All descendants of this name, outermost first. */
export const all = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) =>
    typeof child === 'string' ? [] : child.name === name ? [child] : all(child, name),
  );

export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

export const partsOf = (zip: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]));

const part = (parts: Record<string, string>, path: string): XmlElement => {
  const text = parts[path];
  if (text === undefined) throw new Error(`no ${path} in the archive`);
  return parseXml(text);
};

export interface WordTable {
  /** How many columns each cell of the heading rows spans. */
  readonly headings: readonly (readonly { readonly text: string; readonly span: number }[])[];
  readonly rows: Rows;
}

/** The tables of the body and the text of its paragraphs outside them, in order. */
export function readDocx(bytes: Uint8Array): { tables: WordTable[]; paragraphs: string[] } {
  const [body] = all(part(partsOf(bytes), 'word/document.xml'), 'w:body');
  const blocks = (body?.children ?? []).filter((child) => typeof child !== 'string');
  const lines = (cell: XmlElement) => all(cell, 'w:t').map(textOf).join('');
  return {
    paragraphs: blocks.filter(({ name }) => name === 'w:p').map(lines),
    tables: blocks
      .filter(({ name }) => name === 'w:tbl')
      .map((table) => {
        const rows = all(table, 'w:tr').map((row) => ({
          heading: all(row, 'w:tblHeader').length > 0,
          cells: all(row, 'w:tc').map((cell) => ({
            text: lines(cell),
            span: Number(all(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1),
          })),
        }));
        return {
          headings: rows.filter(({ heading }) => heading).map(({ cells }) => cells),
          rows: rows.filter(({ heading }) => !heading).map(({ cells }) => cells.map(({ text }) => text)),
        };
      }),
  };
}

/** How a spreadsheet reads `_x003D_` in a text: as the character of that number. */
const xEscape = /_x([0-9A-Fa-f]{4})_/g;

export interface SheetValue {
  readonly text?: string;
  readonly value?: number;
  /** Format code of a number: '0', '0.0%', '0.0'. */
  readonly format?: string;
}

/** Every sheet with its rows; `formulas` counts what a spreadsheet would evaluate. */
export function readXlsx(bytes: Uint8Array): { sheets: { name: string; rows: SheetValue[][] }[]; formulas: number } {
  const parts = partsOf(bytes);
  const styles = part(parts, 'xl/styles.xml');
  const codes = new Map(all(styles, 'numFmt').map(({ attributes: a }) => [a.numFmtId, a.formatCode]));
  const formats = all(all(styles, 'cellXfs')[0] as XmlElement, 'xf').map(
    ({ attributes: a }) => codes.get(a.numFmtId) ?? { '0': 'General', '1': '0' }[a.numFmtId ?? ''] ?? 'unknown',
  );
  const cell = (c: XmlElement): SheetValue =>
    c.attributes.t === 'inlineStr'
      ? {
          text: all(c, 't')
            .map(textOf)
            .join('')
            .replace(xEscape, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        }
      : { value: Number(textOf(all(c, 'v')[0] as XmlElement)), format: formats[Number(c.attributes.s)] ?? 'unknown' };
  const names = all(part(parts, 'xl/workbook.xml'), 'sheet').map(({ attributes }) => attributes.name ?? '');
  const worksheets = names.map((name, i) => ({ name, xml: part(parts, `xl/worksheets/sheet${i + 1}.xml`) }));
  return {
    sheets: worksheets.map(({ name, xml }) => ({ name, rows: all(xml, 'row').map((row) => all(row, 'c').map(cell)) })),
    formulas: worksheets.flatMap(({ xml }) => all(xml, 'f')).length,
  };
}

/** The pipe tables, in order: the first row is the heading. */
export function readMarkdown(text: string): Rows[] {
  const tables: string[][][] = [];
  let inTable = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('|')) {
      const cells = [...line.slice(1).matchAll(/((?:\\.|[^|\\])*)\|/g)].map(([, cell = '']) =>
        cell.trim().replace(/\\(.)/g, '$1'),
      );
      if (!inTable) tables.push([]);
      if (!/^\| -{3}:? /.test(line)) tables.at(-1)?.push(cells);
    }
    inTable = line.startsWith('|');
  }
  return tables;
}
