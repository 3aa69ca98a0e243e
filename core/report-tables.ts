// The summary as tables: the one source of screen, CSV, XLSX, Markdown and DOCX, so that a number they share cannot
// differ. This file has the tables of the whole report; evaluation-tables.ts those of one evaluation.
import { showDay, showDays } from './dates.ts';
import { evaluationTables, leftOut, percentCell } from './evaluation-tables.ts';
import { fill, type Lang } from './lang.ts';
import { overallRatings } from './paragraph.ts';
import { addDays } from './period.ts';
import type { Report, Summary, SurveyEvaluation } from './report.ts';
import type { ReportCell, ReportRow, ReportTable } from './report-table.ts';
import { sealTable } from './seal-table.ts';
import { wordsFor } from './text.ts';
import { type Voice, voiceOf } from './voice.ts';

/** Tables without a row are left out. */
export function reportTables(summary: Report, lang: Lang): ReportTable[] {
  const voice = voiceOf(summary, lang);
  return [
    overview(summary, voice),
    ...summary.evaluations.flatMap((evaluation) => evaluationTables(evaluation, voice)),
    methodTable(summary, voice),
    sealTable(summary, lang),
  ].filter(({ rows }) => rows.length > 0);
}

/** The title of the report, and the line that says of when it is. */
export function reportTitle(summary: Summary, lang: Lang): { title: string; madeOn: string } {
  const { county, year, period, made } = summary;
  const { title, madeOn } = wordsFor(lang).report.file;
  const values = {
    county: county[lang],
    year,
    made: showDay(made, lang),
    days: showDays(period.from, addDays(period.to, -1), lang),
  };
  return { title: fill(title, values), madeOn: fill(madeOn, values) };
}

function overview({ evaluations }: Summary, voice: Voice): ReportTable {
  const { column, table, row } = voice.words;
  return {
    id: 'overview',
    section: '',
    title: table.overview,
    rowTitle: row.evaluation,
    columns: [
      { id: 'first', title: column.first },
      { id: 'last', title: column.last },
      { id: 'received', title: column.received },
      { id: 'valid', title: column.valid },
      { id: 'excluded', title: column.excluded },
      { id: 'late', title: column.late },
      { id: 'overall', title: column.valid, group: column.overall },
      { id: 'strict', title: column.strictRate, group: column.overall },
      { id: 'wide', title: column.wideRate, group: column.overall },
    ],
    rows: evaluations.map((evaluation) => overviewRow(evaluation, voice)),
  };
}

function overviewRow(evaluation: SurveyEvaluation, voice: Voice): ReportRow {
  const { lang, method } = voice;
  const { survey, title, days, reconciliation, late, withheld } = evaluation;
  const day = (end: 'first' | 'last'): ReportCell =>
    days ? { kind: 'text', text: showDay(days[end], lang) } : { kind: 'not-applicable' };
  const rating = overallRatings(evaluation)[0]?.rating;
  const nothing: ReportCell =
    withheld === 'too-few' ? { kind: 'too-few', min: method.figuresBaseMin } : { kind: 'no-answers' };
  const counts = [reconciliation.received, reconciliation.valid, leftOut(evaluation), late];
  return {
    id: survey,
    label: title[lang],
    cells: [
      day('first'),
      day('last'),
      ...counts.map((value) => ({ kind: 'count', value }) as const),
      rating ? { kind: 'count', value: rating.valid } : nothing,
      rating ? percentCell(rating.strict, voice) : nothing,
      rating ? percentCell(rating.wide, voice) : nothing,
    ],
  };
}

function methodTable(summary: Summary, { words, method, lang }: Voice): ReportTable {
  const { about, ...names } = words.methodTitle;
  const note = (id: string, label: string, text: string): ReportRow => ({ id, label, cells: [{ kind: 'text', text }] });
  const sentences = Object.entries(names) as [keyof typeof names, string][];
  return {
    id: 'method',
    section: '',
    title: words.table.method,
    rowTitle: words.row.item,
    columns: [{ id: 'note', title: words.column.note }],
    rows: [
      note('about', about, reportTitle(summary, lang).madeOn),
      ...sentences.map(([name, label]) => note(name, label, method[name][lang])),
    ],
  };
}
