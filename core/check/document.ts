// The one form every file is read into: blocks in reading order. A loose `line` is text whose layout is lost (a broken
// table row, a stray number); whoever reads it must not take its shape for the author's.

export interface TableCell {
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
}

export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'line'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly TableCell[])[] };

export interface ReportDocument {
  readonly blocks: readonly Block[];
}

/** Where something stands: a block and a half-open range in its text; in a table the range is within one cell. */
export interface Place {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly row?: number;
  readonly cell?: number;
}

export const cellOf = (text: string, colSpan = 1, rowSpan = 1): TableCell => ({ text, colSpan, rowSpan });

export const textOfBlock = (block: Block | undefined): string =>
  block === undefined
    ? ''
    : block.kind === 'table'
      ? block.rows.map((row) => row.map((cell) => cell.text).join(' ')).join('\n')
      : block.text;

const numbered = /^\s*(?:[一二三四五六七八九十]{1,3}\s*[、.．,，]|[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)])/;

/** A line that opens a section or a part of one, by its number alone. */
export const opensSection = (line: string): boolean => numbered.test(line);
