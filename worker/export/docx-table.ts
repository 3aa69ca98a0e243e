// A report table as a real Word table: merged headings, headings repeated on every page, no row split across two, and a
// short table on one page.
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { printCell, type ReportColumn, type ReportTable } from '#core/report-table.ts';
import type { Words } from '#core/text.ts';
import { breadth } from './breadth.ts';
import { tableStyles, textWidth } from './gb9704.ts';
import { xmlText } from './xml-text.ts';

/** A table of up to this many rows is not broken over two pages. */
const keptTogetherRowsMax = 12;
/** From this many columns on, the letters are smaller. */
const manyColumns = 7;

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
const margins = { left: 60, right: 60, marginUnitType: WidthType.DXA };

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly align: 'LEFT' | 'CENTER';
  readonly columns?: number;
  readonly rows?: number;
}

interface RowOptions {
  readonly style: string;
  readonly heading?: boolean;
  /** On the same page as the row below. */
  readonly keepNext: boolean;
}

const tableRow = (cells: readonly Cell[], { style, heading = false, keepNext }: RowOptions): TableRow =>
  new TableRow({
    cantSplit: true,
    ...(heading ? { tableHeader: true } : {}),
    children: cells.map(
      ({ text, width, align, columns = 1, rows = 1 }) =>
        new TableCell({
          width: { size: width, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          margins,
          ...(columns > 1 ? { columnSpan: columns } : {}),
          ...(rows > 1 ? { rowSpan: rows } : {}),
          children: [
            new Paragraph({
              text: xmlText(text),
              style,
              alignment: AlignmentType[align],
              ...(keepNext ? { keepNext } : {}),
            }),
          ],
        }),
    ),
  });

export function wordTable(table: ReportTable, words: Words): Table {
  const { columns, rows } = table;
  const { id: style, run } = columns.length < manyColumns ? tableStyles.normal : tableStyles.small;
  const { label, figures } = widthsOf(table, run.size, words);
  const short = rows.length <= keptTogetherRowsMax;
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [label, ...figures],
    layout: TableLayoutType.FIXED,
    borders,
    rows: [
      ...headings(table, label, figures).map((cells) => tableRow(cells, { style, heading: true, keepNext: true })),
      ...rows.flatMap((row, i) => {
        const cells: Cell[] = [
          { text: row.label, width: label, align: 'LEFT' },
          ...row.cells.map(
            (cell, c): Cell => ({ text: printCell(cell, words), width: figures[c] ?? 0, align: 'CENTER' }),
          ),
        ];
        const group: Cell = { text: row.group ?? '', width: textWidth, align: 'LEFT', columns: columns.length + 1 };
        return [
          ...(row.group && row.group !== rows[i - 1]?.group ? [tableRow([group], { style, keepNext: true })] : []),
          tableRow(cells, { style, keepNext: short && i < rows.length - 1 }),
        ];
      }),
    ],
  });
}

/** One row of headings, or two where neighbours share one. */
function headings({ rowTitle, columns }: ReportTable, label: number, figures: readonly number[]): Cell[][] {
  const titled = columns.map(({ title }, i): Cell => ({ text: title, width: figures[i] ?? 0, align: 'CENTER' }));
  const first: Cell = { text: rowTitle, width: label, align: 'CENTER' };
  if (!columns.some(({ group }) => group)) return [[first, ...titled]];
  const upper = titled.flatMap((cell, i): Cell[] => {
    const group = columns[i]?.group;
    if (!group) return [{ ...cell, rows: 2 }];
    if (columns[i - 1]?.group === group) return [];
    const members = titled.slice(i, i + lengthOfGroup(columns, i));
    return [{ text: group, width: sum(members.map(({ width }) => width)), align: 'CENTER', columns: members.length }];
  });
  return [[{ ...first, rows: 2 }, ...upper], titled.filter((_, i) => columns[i]?.group)];
}

function lengthOfGroup(columns: readonly ReportColumn[], start: number): number {
  const length = columns.slice(start).findIndex(({ group }) => group !== columns[start]?.group);
  return length === -1 ? columns.length - start : length;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/**
 * Each column of figures as wide as its longest cell, or half its heading, which may break; the labels have the rest,
 * and never less than three tenths.
 */
function widthsOf(
  { columns, rows }: ReportTable,
  halfPoints: number,
  words: Words,
): { label: number; figures: number[] } {
  const characterTwips = halfPoints * 5;
  const wanted = columns.map(({ title }, i) => {
    const cells = rows.flatMap(({ cells }) => cells[i] ?? []).map((cell) => breadth(printCell(cell, words)));
    const characters = Math.max(8, Math.min(13, Math.max(...cells)), breadth(title) / 2 + 1);
    return Math.ceil(characters * characterTwips) + 200;
  });
  const room = textWidth * 0.7;
  const figures = sum(wanted) > room ? wanted.map((width) => Math.floor((width * room) / sum(wanted))) : wanted;
  return { label: textWidth - sum(figures), figures };
}
