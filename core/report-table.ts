// A table of the report and its typed cells. Files print cells and decide nothing about them: a cell that is no number
// says which kind of nothing it is, so 0, "not asked" and "hidden" stay apart in every file.
import { fill } from './lang.ts';
import type { Words } from './text.ts';

export type ReportCell =
  /** `percent` is 98.9 for 98.9 %. */
  | { readonly kind: 'count' | 'percent' | 'mean'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'small-base' | 'too-few'; readonly min: number }
  | { readonly kind: 'hidden' | 'not-asked' | 'not-measured' | 'not-applicable' | 'no-answers' };

export interface ReportColumn {
  readonly id: string;
  readonly title: string;
  /** Neighbours of one group stand under a common heading. */
  readonly group?: string;
}

export interface ReportRow {
  /** Unique in the table. */
  readonly id: string;
  readonly label: string;
  /** Rows of one group stand under a line with its name. */
  readonly group?: string;
  /** One for each column. */
  readonly cells: readonly ReportCell[];
}

export interface ReportTable {
  /** Unique in the report: the survey's code and what the table shows. */
  readonly id: string;
  /** Title of the evaluation it belongs to; empty for the whole report. */
  readonly section: string;
  readonly title: string;
  readonly rowTitle: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
}

/** With one decimal always, as statistics are written: 100.0, 96.7. */
export const oneDecimal = (value: number): string => value.toFixed(1);

export const isNumber = (cell: ReportCell): cell is Extract<ReportCell, { value: number }> => 'value' in cell;

export function printCell(cell: ReportCell, words: Pick<Words, 'report'>): string {
  switch (cell.kind) {
    case 'count':
      return String(cell.value);
    case 'percent':
      return `${oneDecimal(cell.value)}%`;
    case 'mean':
      return oneDecimal(cell.value);
    case 'text':
      return cell.text;
    case 'small-base':
    case 'too-few':
      return fill(words.report.cell[cell.kind], { min: cell.min });
    default:
      return words.report.cell[cell.kind];
  }
}

/** The heading of a column where there is room for one line only. */
export const flatTitle = ({ group, title }: ReportColumn): string => (group ? `${group} ${title}` : title);
