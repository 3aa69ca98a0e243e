// A statutory table as a real Word table: its merged labels are merged cells, its headings return on the next page, it
// stays on one page, and a figure is never broken, however long it is.
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { FormTable, GridCell } from '#core/statutory/form.ts';
import { twips } from './gb9704.ts';
import { xmlText } from './xml-text.ts';

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
const sideTwips = 28;
/** Above and below: 三 and 四 share a page. */
const paddingTwips = { roomy: 70, dense: 28 };

/** In half-points: 五号 where there is room, 小五, and below it only for figures that would not fit in their column. */
const sizes = [21, 18, 17, 16, 15, 14, 13, 12] as const;
const roomyColumnsMax = 4;

/** A digit is half as wide as the letters are high. */
const fits = (digits: number, halfPoints: number, widthMm: number): boolean =>
  digits * halfPoints * 5 <= twips(widthMm) - 2 * sideTwips;

export const cellStyle = { id: 'StatutoryCell', name: 'Statutory Cell' };

export function annualTable(table: FormTable, texts: Readonly<Record<string, string>>, blank: string): Table {
  const columns = table.widths.map((mm) => twips(mm));
  const textOf = ({ cell, text }: GridCell): string => (cell ? texts[cell] || blank : text);
  const at = columnsOf(table);
  const base = table.widths.length <= roomyColumnsMax ? 0 : 1;
  const figureSize = sizes
    .slice(base)
    .find((size) =>
      table.grid.every((row, r) =>
        row.every((cell, i) => !cell.cell || fits(textOf(cell).length, size, widthOf(table, at[r]?.[i] ?? 0, cell))),
      ),
    );
  const size = { words: sizes[base] ?? 18, figures: figureSize ?? 12 };
  const padding = base === 0 ? paddingTwips.roomy : paddingTwips.dense;
  return new Table({
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders,
    rows: table.grid.map(
      (row, r) =>
        new TableRow({
          cantSplit: true,
          ...(r < table.headingRows ? { tableHeader: true } : {}),
          children: row.map((cell, i) =>
            tableCell(cell, textOf(cell), {
              width: columns.slice(at[r]?.[i], (at[r]?.[i] ?? 0) + cell.columns).reduce((sum, width) => sum + width, 0),
              size: cell.cell ? size.figures : size.words,
              padding,
              // Whole on one page, where its sums can be followed; each of them fits.
              keepNext: r < table.grid.length - 1,
            }),
          ),
        }),
    ),
  });
}

function tableCell(
  { kind, columns, rows }: GridCell,
  text: string,
  { width, size, padding, keepNext }: { width: number; size: number; padding: number; keepNext: boolean },
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: sideTwips, right: sideTwips, top: padding, bottom: padding, marginUnitType: WidthType.DXA },
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(rows > 1 ? { rowSpan: rows } : {}),
    children: [
      new Paragraph({
        style: cellStyle.id,
        alignment: kind === 'label' ? AlignmentType.LEFT : AlignmentType.CENTER,
        keepNext,
        spacing: { line: size * 12, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        children: [new TextRun({ text: xmlText(text), size })],
      }),
    ],
  });
}

/** For each printed cell the column it begins in, counting those that spans from above cover. */
function columnsOf({ grid, widths }: FormTable): number[][] {
  const covered = widths.map(() => 0);
  return grid.map((row) => {
    let column = 0;
    const starts = row.map(({ columns, rows }) => {
      while ((covered[column] ?? 0) > 0) column += 1;
      const start = column;
      for (; column < start + columns; column += 1) covered[column] = rows;
      return start;
    });
    covered.forEach((rows, i) => {
      covered[i] = Math.max(0, rows - 1);
    });
    return starts;
  });
}

const widthOf = ({ widths }: FormTable, start: number, { columns }: GridCell): number =>
  widths.slice(start, start + columns).reduce((sum, mm) => sum + mm, 0);
