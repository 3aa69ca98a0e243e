// The statutory form of an annual report as data: sections, tables 二, 三 and 四, and the sums they must keep. What differs
// between forms stands in a value such as form-2021.ts; nothing else may know a row, a column or a span.
import { form2021 } from './form-2021.ts';

/** `A1.norms.made`, `A8.fee.amount`, `B.r3_1.np`, `C.rev.tot`: block, row, column. */
export type CellId = string;
export type TableId = 'A' | 'B' | 'C';

export interface FormCell {
  readonly id: CellId;
  readonly table: TableId;
  /** What the row and the column are called where no table stands around them. */
  readonly row: string;
  readonly column: string;
  /** Digits before the point. */
  readonly digitsMax: number;
  /** Digits after the point; 0 for a count. */
  readonly decimalsMax: number;
}

/** A printed cell. A figure names its cell and has no text of its own; what is covered by a span is left out of its row. */
export interface GridCell {
  readonly kind: 'heading' | 'label' | 'figure';
  readonly text: string;
  readonly cell?: CellId;
  readonly columns: number;
  readonly rows: number;
}

export interface FormTable {
  readonly id: TableId;
  /** 2, 3 or 4: the section it makes up. */
  readonly section: number;
  /** Of its columns, in millimetres; together the width of the text. */
  readonly widths: readonly number[];
  /** How many rows open the table and are repeated on the next page. */
  readonly headingRows: number;
  readonly grid: readonly (readonly GridCell[])[];
}

export type Term = readonly [cell: CellId, sign: 1 | -1];

/** Terms times their signs add up to 0; `before` are cells of last year's report. */
export interface Equation {
  readonly rule: string;
  readonly table: TableId;
  /** Id and name of the row, column or group it belongs to. */
  readonly of: string;
  readonly label: string;
  readonly terms: readonly Term[];
  readonly before: readonly Term[];
  /** The cell that is the sum of the others, if one is. */
  readonly total: CellId | null;
  /** May fail for a reason that a sentence in the report can give. */
  readonly soft: boolean;
}

/** A text of the office's own. */
export interface FormText {
  readonly id: string;
  /** 0 stands before section 1. */
  readonly section: number;
  /** As printed above it. */
  readonly heading: string | null;
  readonly sample: string;
}

/** A figure that a text may ask for by name: the sum of these cells. */
export interface NamedCells {
  readonly name: string;
  readonly cells: readonly CellId[];
}

export interface StatutoryForm {
  readonly id: string;
  /** The first year whose reports use it. */
  readonly since: number;
  /** The document that sets it. */
  readonly document: string;
  /** The six titles with their numbers, as they must be printed. */
  readonly sections: readonly string[];
  /** In the order in which they are printed. */
  readonly texts: readonly FormText[];
  /** How long a section had better be. */
  readonly advice: { readonly section: number; readonly charsMax: number };
  readonly namedCells: readonly NamedCells[];
  readonly tables: readonly FormTable[];
  /** Every cell that holds a figure, in reading order. */
  readonly cells: readonly FormCell[];
  readonly equations: readonly Equation[];
  /** Equations between this year's report and last year's. */
  readonly carriedOver: readonly Equation[];
}

/** Newest first. */
export const forms: readonly StatutoryForm[] = [form2021];

/** The form of a report year; the oldest for years before it, which we do not print. */
export const formOf = (year: number): StatutoryForm => forms.find(({ since }) => since <= year) ?? form2021;

const named = new WeakMap<StatutoryForm, ReadonlyMap<CellId, FormCell>>();

export function cellOf(form: StatutoryForm, id: CellId): FormCell | undefined {
  const cells = named.get(form) ?? new Map(form.cells.map((cell) => [cell.id, cell]));
  named.set(form, cells);
  return cells.get(id);
}

/** What a cell is called in a sentence; its id when the form has no such cell. */
export function cellLabel(form: StatutoryForm, id: CellId): string {
  const cell = cellOf(form, id);
  return cell ? `${cell.row}·${cell.column}` : id;
}
