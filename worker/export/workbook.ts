// An XLSX workbook of plain sheets. Text is written as inline strings, which no spreadsheet evaluates; a formula cannot
// be expressed here. Our own, because the small libraries need a Web Worker for a sheet over 160 kB (there is none in
// workerd) and stamp the clock into the file. ECMA-376 part 1, sections 18.2–18.8.
import { archive } from './archive.ts';
import { breadth } from './breadth.ts';
import { xmlEscaped } from './xml-text.ts';

/** `ratio` is 0.989 for 98.9 %. */
export type SheetCell =
  | { readonly kind: 'text' | 'heading'; readonly text: string }
  | { readonly kind: 'whole' | 'ratio' | 'decimal'; readonly value: number };

export interface Sheet {
  readonly name: string;
  /** In characters, one for each column. */
  readonly widths: readonly number[];
  /** The first row is the heading: it stays in view and is repeated on each printed page. */
  readonly rows: readonly (readonly SheetCell[])[];
}

const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** `_x0041_` in a text would be read as an escaped A (ST_Xstring). */
const inlineText = (text: string): string => xmlEscaped(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** Index of each kind in `cellXfs` below. */
const styles: Record<SheetCell['kind'], number> = { text: 1, heading: 2, whole: 3, ratio: 4, decimal: 5 };

const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

const cellXml = (cell: SheetCell, reference: string): string => {
  const start = `<c r="${reference}" s="${styles[cell.kind]}"`;
  if ('value' in cell) return `${start}><v>${cell.value}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${inlineText(cell.text)}</t></is></c>`;
};

/** Room for every line of the fullest cell: not every program fits rows to wrapped text by itself. */
const linesIn = (row: readonly SheetCell[], widths: readonly number[]): number =>
  Math.max(
    ...row.map((cell, x) => ('text' in cell ? Math.ceil((breadth(cell.text) + 1) / ((widths[x] ?? 10) - 1)) : 1)),
  );

const lineHeight = 15;

const rowXml = (row: readonly SheetCell[], y: number, widths: readonly number[]): string =>
  `<row r="${y + 1}" ht="${lineHeight * linesIn(row, widths)}" customHeight="1">` +
  `${row.map((cell, x) => cellXml(cell, columnName(x) + (y + 1))).join('')}</row>`;

const sheetXml = ({ widths, rows }: Sheet): string =>
  xml(
    `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
      `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="${lineHeight}"/>` +
      `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
      `<sheetData>${rows.map((row, y) => rowXml(row, y, widths)).join('')}</sheetData>` +
      `<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>` +
      `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`,
  );

const stylesXml = xml(
  `<styleSheet xmlns="${main}">` +
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0.0"/></numFmts>' +
    '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    `<borders count="2"><border/><border>${['left', 'right', 'top', 'bottom']
      .map((side) => `<${side} style="thin"><color rgb="FF999999"/></${side}>`)
      .join('')}</border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    [
      { format: 0, font: 0, alignment: '<alignment vertical="center" wrapText="1"/>' },
      { format: 0, font: 1, alignment: '<alignment horizontal="center" vertical="center" wrapText="1"/>' },
      { format: 1, font: 0, alignment: '<alignment vertical="center"/>' },
      { format: 164, font: 0, alignment: '<alignment vertical="center"/>' },
      { format: 165, font: 0, alignment: '<alignment vertical="center"/>' },
    ]
      .map(
        ({ format, font, alignment }) =>
          `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`,
      )
      .join('') +
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
);

/** A sheet's name: at most 31 characters, none of []:*?/\ and no name twice. */
export function sheetNames(titles: readonly string[]): string[] {
  const names: string[] = [];
  for (const title of titles) {
    const plain =
      title
        .toWellFormed()
        .replace(/[[\]:*?/\\'\p{Cc}]/gu, ' ')
        .trim() || '1';
    for (let copy = 1; ; copy += 1) {
      const tail = copy === 1 ? '' : ` ${copy}`;
      const name =
        plain
          .slice(0, 31 - tail.length)
          .toWellFormed()
          .replaceAll('\ufffd', '') + tail;
      if (names.some((taken) => taken.toLowerCase() === name.toLowerCase())) continue;
      names.push(name);
      break;
    }
  }
  return names;
}

/** Names must come from `sheetNames`. */
export function workbook(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const numbered = sheets.map((sheet, i) => ({ ...sheet, n: i + 1 }));
  const list = (one: (sheet: (typeof numbered)[number]) => string) => numbered.map(one).join('');
  return archive({
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/>` +
        list(({ n }) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${media}.worksheet+xml"/>`) +
        '</Types>',
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>` +
        list(({ n, name }) => `<sheet name="${xmlEscaped(name)}" sheetId="${n}" r:id="rId${n}"/>`) +
        '</sheets><definedNames>' +
        list(
          ({ n, name }) =>
            `<definedName name="_xlnm.Print_Titles" localSheetId="${n - 1}">'${xmlEscaped(name)}'!$1:$1</definedName>`,
        ) +
        '</definedNames></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${packageRelationships}">` +
        list(
          ({ n }) => `<Relationship Id="rId${n}" Type="${relationships}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
        ) +
        `<Relationship Id="rId${sheets.length + 1}" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': stylesXml,
    ...Object.fromEntries(numbered.map((sheet) => [`xl/worksheets/sheet${sheet.n}.xml`, sheetXml(sheet)])),
  });
}
