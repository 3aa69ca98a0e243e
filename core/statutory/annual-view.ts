// Everything a page shows of an annual report: what was typed, what keeps it from being whole, what our own check says, the
// figures that can be asked for, and how much time is left. One value, so that page, JSON and files agree.
import type { Lang } from '../lang.ts';
import type { Day } from '../period.ts';
import { type Aggregate, aggregateOf, type Organ } from './aggregate.ts';
import type { AnnualFields } from './annual-fields.ts';
import { type ComposedReport, composeReport, sectionChars } from './compose.ts';
import type { Figures } from './entries.ts';
import { readEntries } from './entries.ts';
import { type BrokenSum, brokenSums, impliedCells } from './equations.ts';
import { type CellId, formOf, type StatutoryForm } from './form.ts';
import type { AnnualContext } from './named-figures.ts';
import { checkComposed, composedDocument, type PlacedFinding } from './own-check.ts';
import { daysLeft, deadlineOf } from './scope.ts';

export interface AnnualSource {
  readonly context: AnnualContext;
  readonly fields: AnnualFields;
  /** Last year's report of the same scope. */
  readonly lastYear: AnnualFields | null;
  /** All organs that a county's report adds up; none for others. */
  readonly organs: readonly Organ[];
  /** The day it was finished; null for a draft. */
  readonly signed: Day | null;
}

export interface AnnualView {
  readonly form: StatutoryForm;
  readonly year: number;
  readonly report: ComposedReport;
  readonly deadline: Day;
  /** Negative when it has passed. */
  readonly daysLeft: number;
  readonly findings: readonly PlacedFinding[];
  /** Sums that do not hold, also those with last year. */
  readonly broken: readonly BrokenSum[];
  /** What the sums say that empty cells must be. */
  readonly implied: ReadonlyMap<CellId, number>;
  /** Null when last year's report is not stored. */
  readonly lastYear: Figures | null;
  /** Null for a report that adds up nobody. */
  readonly aggregate: Aggregate | null;
  readonly section: { readonly number: number; readonly chars: number; readonly charsMax: number };
}

export function composeAnnual({ context, fields, signed }: AnnualSource): ComposedReport {
  return composeReport(formOf(context.year), fields, context, signed);
}

export function viewAnnual(source: AnnualSource, today: Day, lang: Lang): AnnualView {
  const { context } = source;
  const { year, scope } = context;
  const form = formOf(year);
  const report = composeAnnual(source);
  const { figures } = report.entries;
  const lastYear = source.lastYear && readEntries(formOf(year - 1), source.lastYear).figures;
  const before = source.lastYear && lastYearsDocument(source);
  return {
    form,
    year,
    report,
    deadline: deadlineOf(year, scope),
    daysLeft: daysLeft(today, year, scope),
    findings: checkComposed(report, scope, { lang, ...(before ? { lastYear: before } : {}) }),
    broken: [...brokenSums(form.equations, figures), ...brokenSums(form.carriedOver, figures, lastYear ?? {})],
    implied: impliedCells(form, figures, lastYear ?? {}),
    lastYear,
    aggregate: source.organs.length > 0 ? aggregateOf(form, source.organs, figures) : null,
    section: {
      number: form.advice.section,
      chars: sectionChars(form, report.chars, form.advice.section),
      charsMax: form.advice.charsMax,
    },
  };
}

/** Last year's report as the check reads it; its figures from the evaluation are not asked for again. */
const lastYearsDocument = ({ context, lastYear }: AnnualSource) =>
  composedDocument(
    composeReport(formOf(context.year - 1), lastYear ?? {}, { ...context, year: context.year - 1, sealed: null }),
  );
