// The cells of a workbook, sheet by sheet, whichever program saved it: shared or inline strings, numbers as numbers. A
// percentage is printed as one if its format says so, and with every digit it has.
import { langs } from '#core/lang.ts';
import { wordsFor } from '#core/text.ts';
import type { Piece } from '#core/verification.ts';
import { scanXml } from './scan-xml.ts';

const rowTitles = new Set(langs.flatMap((lang) => Object.values<string>(wordsFor(lang).report.row)));

export const isXlsxPart = (path: string): boolean =>
  /^xl\/(workbook|styles|sharedStrings)\.xml$|^xl\/_rels\/workbook\.xml\.rels$|^xl\/worksheets\/[^/]+\.xml$/.test(path);

export function piecesOfXlsx(parts: ReadonlyMap<string, string>): Piece[] {
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml') ?? '');
  const percents = percentStyles(parts.get('xl/styles.xml') ?? '');
  return sheetsIn(parts).flatMap(({ name, xml }) => piecesOfSheet(name, xml, strings, percents));
}

/** How a spreadsheet spells a character that XML cannot hold, or the underscore before such a spelling. */
const decoded = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  scanXml(xml, {
    open(tag) {
      if (tag === 'si') text = '';
      inText = tag === 't';
    },
    close(tag) {
      if (tag === 'si') strings.push(decoded(text));
      if (tag === 't') inText = false;
    },
    text(said) {
      if (inText) text += said;
    },
  });
  return strings;
}

/** For each cell style whether it prints a percentage. */
function percentStyles(xml: string): boolean[] {
  const codes = new Map<string, string>([
    ['9', '0%'],
    ['10', '0.00%'],
  ]);
  const styles: boolean[] = [];
  let inCellStyles = false;
  scanXml(xml, {
    open(tag, attribute) {
      if (tag === 'numFmt') codes.set(attribute('numFmtId'), attribute('formatCode'));
      else if (tag === 'cellXfs') inCellStyles = true;
      else if (tag === 'xf' && inCellStyles) styles.push((codes.get(attribute('numFmtId')) ?? '').includes('%'));
    },
    close(tag) {
      if (tag === 'cellXfs') inCellStyles = false;
    },
    text() {},
  });
  return styles;
}

/** In the order of the workbook. */
function sheetsIn(parts: ReadonlyMap<string, string>): { name: string; xml: string }[] {
  const targets = new Map<string, string>();
  const sheets: { name: string; id: string }[] = [];
  scanXml(parts.get('xl/_rels/workbook.xml.rels') ?? '', {
    open: (tag, attribute) => tag === 'Relationship' && targets.set(attribute('Id'), attribute('Target')),
    close() {},
    text() {},
  });
  scanXml(parts.get('xl/workbook.xml') ?? '', {
    open: (tag, attribute) => tag === 'sheet' && sheets.push({ name: attribute('name'), id: attribute('r:id') }),
    close() {},
    text() {},
  });
  return sheets.map(({ name, id }) => {
    const target = (targets.get(id) ?? '').replace(/^\/?(xl\/)?/, 'xl/');
    return { name, xml: parts.get(target) ?? '' };
  });
}

function piecesOfSheet(table: string, xml: string, strings: readonly string[], percents: readonly boolean[]): Piece[] {
  const pieces: Piece[] = [{ table, row: '', column: '', text: table }];
  const titles: string[] = [];
  let leading = 0;
  let rows = 0;
  let named: string[] = [];
  let cell = { column: 0, type: '', style: 0 };
  let text = '';
  let inValue = false;

  const endCell = () => {
    const said = printed(text, cell, strings, percents).trim();
    if (said === '') return;
    if (rows === 1) {
      titles[cell.column] = said;
      if (cell.column < 4 && rowTitles.has(said)) leading = cell.column;
      pieces.push({ table, row: '', column: '', text: said });
      return;
    }
    const isName = cell.column <= leading;
    pieces.push({
      table,
      row: named.join(' · '),
      column: isName ? '' : (titles[cell.column] ?? ''),
      text: said,
    });
    if (isName) named.push(said);
  };

  scanXml(xml, {
    open(tag, attribute) {
      if (tag === 'row') {
        rows += 1;
        named = [];
        cell = { column: -1, type: '', style: 0 };
      } else if (tag === 'c') {
        const column = columnOf(attribute('r')) ?? cell.column + 1;
        cell = { column, type: attribute('t'), style: Number(attribute('s')) || 0 };
        text = '';
      } else inValue = tag === 'v' || tag === 't';
    },
    close(tag) {
      if (tag === 'c') endCell();
      if (tag === 'v' || tag === 't') inValue = false;
    },
    text(said) {
      if (inValue) text += said;
    },
  });
  return pieces;
}

function printed(
  text: string,
  { type, style }: { readonly type: string; readonly style: number },
  strings: readonly string[],
  percents: readonly boolean[],
): string {
  if (type === 's') return strings[Number(text)] ?? '';
  if (type !== '' && type !== 'n') return decoded(text);
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  return percents[style] ? `${Number((value * 100).toPrecision(12))}%` : String(Number(value.toPrecision(12)));
}

/** 0 for `A7`, 26 for `AA7`; null where the cell does not say. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
