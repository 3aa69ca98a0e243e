// The figures that a text may ask for as {收到申请}: of the report itself, of its tables, of the sealed evaluation. Whoever
// types a figure by hand types it wrong one day; whoever asks for it cannot. What is not there says why, and is never ''.
import type { ProblemCode } from '../problem.ts';
import type { Summary } from '../report.ts';
import type { ReadEntries } from './entries.ts';
import { cellLabel, type StatutoryForm } from './form.ts';
import type { AnnualScope } from './scope.ts';
import { sealedFigures } from './sealed-figures.ts';

export type FigureValue =
  | { readonly kind: 'shown'; readonly text: string }
  | {
      readonly kind: 'missing';
      readonly why: Extract<ProblemCode, `figure-${string}`>;
      readonly values: Readonly<Record<string, string | number>>;
    };

export type FigureSource = 'report' | 'tables' | 'evaluation';

export interface NamedFigure {
  readonly name: string;
  readonly source: FigureSource;
  /** Of the tables: what is added up, in the form's words; else ''. */
  readonly from: string;
  readonly value: FigureValue;
}

/** What an annual report is about, and what it may draw on. */
export interface AnnualContext {
  readonly year: number;
  readonly scope: AnnualScope;
  readonly county: string;
  /** Full name of whose report it is. */
  readonly organ: string;
  /** The newest sealed summary of the year. */
  readonly sealed: Summary | null;
}

const shown = (text: string | number): FigureValue => ({ kind: 'shown', text: String(text) });

/** Every figure there is, in the order in which it is offered. */
export function namedFigures(form: StatutoryForm, entries: ReadEntries, context: AnnualContext): NamedFigure[] {
  const { year, organ, county, sealed } = context;
  const own = { 年份: year, 上一年: year - 1, 下一年: year + 1, 机关: organ, 县: county };
  return [
    ...Object.entries(own).map(
      ([name, value]): NamedFigure => ({ name, source: 'report', from: '', value: shown(value) }),
    ),
    ...form.namedCells.map(
      ({ name, cells }): NamedFigure => ({
        name,
        source: 'tables',
        from: cells.map((id) => cellLabel(form, id)).join('＋'),
        value: sumOf(form, cells, entries),
      }),
    ),
    ...Object.entries(sealedFigures).map(
      ([name, read]): NamedFigure => ({
        name,
        source: 'evaluation',
        from: '',
        value: sealed ? read(sealed) : { kind: 'missing', why: 'figure-not-sealed', values: { year } },
      }),
    ),
  ];
}

function sumOf(form: StatutoryForm, cells: readonly string[], { figures, tidied }: ReadEntries): FigureValue {
  const [first = ''] = cells;
  const unread = cells.find((id) => figures[id] === undefined);
  if (unread) return { kind: 'missing', why: 'figure-blank', values: { cell: cellLabel(form, unread) } };
  // One cell is printed as it was typed, so that 12.50 stays 12.50 in the text as in the table.
  return shown(cells.length === 1 ? (tidied[first] ?? '') : cells.reduce((sum, id) => sum + (figures[id] ?? 0), 0));
}
