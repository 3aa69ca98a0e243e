// The tables of one evaluation: reconciliation, chain, channels, ratings, options, units, comments.
import { fill } from './lang.ts';
import type { RatingShare, Step, SummaryQuestion, SurveyEvaluation } from './report.ts';
import type { ReportCell, ReportColumn, ReportRow, ReportTable } from './report-table.ts';
import { wholeCounty } from './submission.ts';
import type { Words } from './text.ts';
import type { Voice } from './voice.ts';

const count = (value: number): ReportCell => ({ kind: 'count', value });
const shown = (value: number | null): ReportCell => (value === null ? { kind: 'hidden' } : count(value));
const notAsked: ReportCell = { kind: 'not-asked' };

export function percentCell(share: RatingShare | null, { method }: Pick<Voice, 'method'>): ReportCell {
  if (share === null) return { kind: 'hidden' };
  if (share.percent !== null) return { kind: 'percent', value: share.percent };
  return share.base === 0 ? { kind: 'no-answers' } : { kind: 'small-base', min: method.percentBaseMin };
}

export const leftOut = ({ reconciliation }: SurveyEvaluation): number => reconciliation.received - reconciliation.valid;

export function evaluationTables(evaluation: SurveyEvaluation, voice: Voice): ReportTable[] {
  const { words, lang } = voice;
  const { row, column } = words;
  const table = (
    name: keyof Words['report']['table'],
    rowTitle: string,
    columns: readonly ReportColumn[],
    rows: readonly ReportRow[],
  ): ReportTable => ({
    id: `${evaluation.survey}.${name}`,
    section: evaluation.title[lang],
    title: words.table[name],
    rowTitle,
    columns,
    rows,
  });
  const answers = [{ id: 'n', title: column.n }];
  const asked = nameQuestions(evaluation.questions, voice);
  const rated = asked.filter(({ rating }) => rating);
  const others = asked.filter(({ rating }) => !rating);
  return [
    table('reconciliation', row.item, answers, reconciliationRows(evaluation, voice)),
    table('chain', row.step, answers, chainRows(evaluation, voice)),
    table('channels', row.channel, answers, channelRows(evaluation, voice)),
    ...byScale(rated).map((alike, i) => {
      const levels = table('levels', row.question, levelColumns(alike, voice), alike.map(levelRow));
      return i === 0 ? levels : { ...levels, id: `${levels.id}-${i + 1}` };
    }),
    table(
      'rates',
      row.question,
      [...rateColumns(voice), { id: 'mean', title: column.mean }, { id: 'pointsMax', title: column.pointsMax }],
      rated.map((q) => rateRow(q, voice)),
    ),
    table('answered', row.question, answeredColumns(voice), others.map(answeredRow)),
    table(
      'options',
      row.option,
      optionColumns(voice),
      others.flatMap((question) => optionRows(question, voice)),
    ),
    table('units', row.unit, rateColumns(voice), unitRows(evaluation, voice)),
    table('comments', row.item, [{ id: 'n', title: column.comments }], commentRows(evaluation, voice)),
  ];
}

/** A question with what its rows are called: by wording, and by version where versions asked it differently. */
interface Named extends SummaryQuestion {
  readonly id: string;
  readonly label: string;
}

const nameQuestions = (questions: readonly SummaryQuestion[], { words, lang }: Voice): Named[] =>
  questions.map((question) => {
    const { code, versions } = question;
    const twice = questions.filter((other) => other.code === code).length > 1;
    const wording = question.words[lang];
    const numbers = versions.join(words.paragraph.list);
    return {
      ...question,
      id: twice ? `${code}@${versions.join(',')}` : code,
      label: twice ? fill(words.row.inVersions, { question: wording, versions: numbers }) : wording,
    };
  });

function reconciliationRows(evaluation: SurveyEvaluation, { words }: Voice): ReportRow[] {
  const { received, valid, excluded } = evaluation.reconciliation;
  const { column, row } = words;
  return [
    { id: 'received', label: column.received, cells: [count(received)] },
    { id: 'valid', label: column.valid, cells: [count(valid)] },
    { id: 'excluded', label: column.excluded, cells: [count(leftOut(evaluation))] },
    ...excluded.map(({ reason, n }) => ({
      id: `excluded.${reason}`,
      label: fill(row.excluded, { reason: words.excluded[reason] }),
      cells: [count(n)],
    })),
    { id: 'late', label: row.late, cells: [count(evaluation.late)] },
  ];
}

function chainRows({ chain }: SurveyEvaluation, { words }: Voice): ReportRow[] {
  const cell = (step: Step): ReportCell => (step.n === null ? { kind: step.why } : count(step.n));
  const steps = Object.keys(words.chain) as (keyof typeof words.chain)[];
  return steps.map((step) => ({ id: step, label: words.chain[step], cells: [cell(chain[step])] }));
}

const channelRows = ({ channels }: SurveyEvaluation, { words }: Voice): ReportRow[] =>
  channels.map(({ channel, n }) => ({ id: channel, label: words.channel[channel], cells: [shown(n)] }));

/** Questions on the same levels stand in one table. */
function byScale(rated: readonly Named[]): Named[][] {
  const tables = new Map<string, Named[]>();
  for (const question of rated) {
    const levels = question.cells.map(({ code }) => code).join(' ');
    tables.set(levels, [...(tables.get(levels) ?? []), question]);
  }
  return [...tables.values()];
}

const levelColumns = (alike: readonly Named[], { words, lang }: Voice): ReportColumn[] => [
  ...(alike[0]?.cells ?? []).map((level) => ({ id: level.code, title: level.words[lang], group: words.column.levels })),
  { id: 'valid', title: words.column.valid },
  { id: 'na', title: words.column.na },
  { id: 'blank', title: words.column.blank },
  { id: 'notAsked', title: words.column.notAsked },
];

function levelRow({ id, label, cells, rating, asked, blank, notAsked: left }: Named): ReportRow {
  const na: ReportCell = typeof rating?.na === 'number' ? count(rating.na) : { kind: 'not-applicable' };
  const counts = [...cells.map(({ share }) => shown(share?.n ?? null)), count(rating?.valid ?? 0), na, count(blank)];
  return { id, label, cells: [...(asked === 0 ? counts.map(() => notAsked) : counts), count(left)] };
}

const rateColumns = ({ words: { column } }: Voice): ReportColumn[] => [
  { id: 'valid', title: column.valid },
  { id: 'strict', title: column.n, group: column.strict },
  { id: 'strictRate', title: column.rate, group: column.strict },
  { id: 'wide', title: column.n, group: column.wide },
  { id: 'wideRate', title: column.rate, group: column.wide },
];

/** What the columns of `rateColumns` hold; null is hidden. */
interface Rates {
  readonly valid: number | null;
  readonly strict: RatingShare | null;
  readonly wide: RatingShare | null;
}

const rateCells = ({ valid, strict, wide }: Rates, voice: Voice): ReportCell[] => [
  shown(valid),
  shown(strict?.n ?? null),
  percentCell(strict, voice),
  shown(wide?.n ?? null),
  percentCell(wide, voice),
];

function rateRow({ id, label, rating, asked }: Named, voice: Voice): ReportRow {
  const mean = (of: NonNullable<typeof rating>): ReportCell =>
    of.mean === null ? percentCell(of.strict, voice) : { kind: 'mean', value: of.mean };
  const cells = rating ? [...rateCells(rating, voice), mean(rating), count(rating.pointsMax)] : [];
  return { id, label, cells: asked === 0 ? cells.map(() => notAsked) : cells };
}

const answeredColumns = ({ words: { column } }: Voice): ReportColumn[] => [
  { id: 'asked', title: column.asked },
  { id: 'answered', title: column.answered },
  { id: 'blank', title: column.blank },
  { id: 'notAsked', title: column.notAsked },
];

const answeredRow = ({ id, label, asked, answered, blank, notAsked: left }: Named): ReportRow => ({
  id,
  label,
  cells: [count(asked), asked === 0 ? notAsked : count(answered), asked === 0 ? notAsked : count(blank), count(left)],
});

const optionColumns = ({ words: { column } }: Voice): ReportColumn[] => [
  { id: 'people', title: column.people },
  { id: 'base', title: column.base },
  { id: 'share', title: column.share },
];

const optionRows = ({ id, label, cells, asked, answered }: Named, voice: Voice): ReportRow[] =>
  cells.map(({ code, words, share }) => {
    const counts = [shown(share?.n ?? null), count(answered), percentCell(share, voice)];
    return {
      id: `${id}=${code}`,
      label: words[voice.lang],
      group: label,
      cells: asked === 0 ? counts.map(() => notAsked) : counts,
    };
  });

const unitRows = ({ units }: SurveyEvaluation, voice: Voice): ReportRow[] =>
  units.map(({ unit, name, ...rates }) => ({
    id: unit,
    label: unit === wholeCounty ? voice.words.row.wholeCounty : name[voice.lang],
    cells: rateCells(rates, voice),
  }));

function commentRows({ comments }: SurveyEvaluation, { words }: Voice): ReportRow[] {
  const { row } = words;
  return [
    { id: 'received', label: words.column.received, cells: [count(comments.received)] },
    ...comments.themes.map(({ theme, n }) => ({
      id: `theme.${theme}`,
      label: words.theme[theme],
      group: row.themes,
      cells: [count(n)],
    })),
    ...comments.handlings.map(({ handling, n }) => ({
      id: `handling.${handling}`,
      label: words.handling[handling],
      group: row.handlings,
      cells: [count(n)],
    })),
  ];
}
