// This sealed year beside the last sealed one (与上年比较). A change is printed only where the question, its answers and its
// base allow one; everywhere else stands the reason why not, because a number that looks comparable will be compared.
import { fill, type Lang, type Localised } from './lang.ts';
import type { RatingShare, Summary, SummaryQuestion, SurveyEvaluation } from './report.ts';
import type { ReportCell, ReportTable } from './report-table.ts';
import { wordsFor } from './text.ts';

export type Incomparable =
  /** No year before is sealed. */
  | 'no-year-before'
  /** No survey of this kind was sealed for that year. */
  | 'survey-absent'
  /** More than one survey of the kind in either year, and none with the same code in both. */
  | 'survey-ambiguous'
  | 'question-absent'
  | 'kind-differs'
  | 'scale-differs'
  | 'options-differ'
  /** Hidden in either year, to protect few people. */
  | 'hidden'
  | 'no-answers'
  /** Under the smallest base of a percentage in either year. */
  | 'small-base';

export interface Comparison {
  readonly survey: string;
  readonly title: Localised;
  readonly question: string;
  readonly words: Localised;
  /** An option of a choice; null for the strict rate of a rating. */
  readonly option: { readonly code: string; readonly words: Localised } | null;
  readonly before: number | null;
  readonly now: number | null;
  /** Percentage points, one decimal, of the figures as printed; null with a reason. */
  readonly change: number | null;
  readonly reason: Incomparable | null;
}

/** Every question that has a share, in its order. `before`: the last sealed year before this one. */
export const yearOnYear = (now: Summary, before: Summary | null): Comparison[] =>
  now.evaluations.flatMap((evaluation) => {
    const last = before ? counterpart(evaluation, now, before) : 'no-year-before';
    return evaluation.questions.flatMap((question) => compareQuestion(evaluation, question, last));
  });

/**
 * The evaluation of the year before to compare with, or why there is none: the only one of its kind that was answered in
 * either year, else the one with the same code. A survey of last year that runs on in its grace is not in the way.
 */
function counterpart(
  { survey, kind }: SurveyEvaluation,
  now: Summary,
  before: Summary,
): SurveyEvaluation | 'survey-absent' | 'survey-ambiguous' {
  const ofKind = ({ evaluations }: Summary) => evaluations.filter((each) => each.kind === kind);
  const answered = (summary: Summary) => ofKind(summary).filter(({ reconciliation }) => reconciliation.valid > 0);
  const [mine, ...othersNow] = answered(now);
  const [only, ...others] = answered(before);
  if (mine?.survey === survey && othersNow.length === 0 && only && others.length === 0) return only;
  const same = ofKind(before).find((each) => each.survey === survey);
  if (same) return same;
  const [one, ...more] = ofKind(before);
  if (!one) return 'survey-absent';
  return more.length === 0 && ofKind(now).length === 1 ? one : 'survey-ambiguous';
}

function compareQuestion(
  { survey, title }: SurveyEvaluation,
  question: SummaryQuestion,
  last: SurveyEvaluation | Incomparable,
): Comparison[] {
  const found = typeof last === 'string' ? last : questionBefore(question, last);
  const earlier = typeof found === 'string' ? null : found;
  const of = (option: Comparison['option'], share: (q: SummaryQuestion) => RatingShare | null): Comparison => {
    const [nowShare, beforeShare] = [share(question), earlier && share(earlier)];
    const [now, before] = [nowShare?.percent ?? null, beforeShare?.percent ?? null];
    const reason = typeof found === 'string' ? found : refusal([nowShare, beforeShare]);
    const change = reason === null && now !== null && before !== null ? Math.round(10 * now - 10 * before) / 10 : null;
    return { survey, title, question: question.code, words: question.words, option, before, now, change, reason };
  };
  if (question.kind === 'rating') return [of(null, ({ rating }) => rating?.strict ?? null)];
  return question.cells.map(({ code, words }) =>
    of({ code, words }, ({ cells }) => cells.find((cell) => cell.code === code)?.share ?? null),
  );
}

/** The same question of the year before: where versions asked it differently, the newest one with the same answers. */
function questionBefore(question: SummaryQuestion, { questions }: SurveyEvaluation): SummaryQuestion | Incomparable {
  const alike = questions.filter(({ code }) => code === question.code);
  const [newest] = alike;
  if (!newest) return 'question-absent';
  const same = alike.find((each) => each.kind === question.kind && answersOf(each) === answersOf(question));
  if (same) return same;
  if (newest.kind !== question.kind) return 'kind-differs';
  // Nothing to choose from is not another choice: the cells were hidden for their few people.
  if (newest.cells.length === 0 || question.cells.length === 0) return 'hidden';
  return question.kind === 'rating' ? 'scale-differs' : 'options-differ';
}

/** Codes, and of a scale what each level is worth. */
const answersOf = ({ cells }: SummaryQuestion): string =>
  cells.map(({ code, level }) => (level ? `${code}=${level.points}${level.strict}${level.wide}` : code)).join(' ');

function refusal(shares: readonly (RatingShare | null)[]): Incomparable | null {
  if (shares.some((share) => share === null)) return 'hidden';
  if (shares.some((share) => share?.base === 0)) return 'no-answers';
  return shares.some((share) => share?.percent === null) ? 'small-base' : null;
}

/** The same as a table; text cells are empty where there is nothing to say. */
export function yearOnYearTable(now: Summary, before: Summary | null, lang: Lang): ReportTable {
  const { report, results } = wordsFor(lang);
  const w = results.yearOnYear;
  const percent = (value: number | null): ReportCell =>
    value === null ? { kind: 'not-applicable' } : { kind: 'percent', value };
  const text = (said: string): ReportCell => ({ kind: 'text', text: said });
  const beforeYear = before ? String(before.year) : w.before;
  return {
    id: 'year-on-year',
    section: '',
    title: w.title,
    rowTitle: report.row.question,
    columns: [
      { id: 'before', title: fill(w.year, { year: beforeYear }) },
      { id: 'now', title: fill(w.year, { year: now.year }) },
      { id: 'change', title: w.change },
      { id: 'reason', title: w.reason },
    ],
    rows: yearOnYear(now, before).map(({ survey, title, question, words, option, ...figures }, i) => ({
      id: `${survey}.${question}${option ? `=${option.code}` : ''}.${i}`,
      label: option ? fill(w.option, { question: words[lang], option: option.words[lang] }) : words[lang],
      group: title[lang],
      cells: [
        percent(figures.before),
        percent(figures.now),
        text(figures.change === null ? '' : signed(figures.change)),
        text(figures.reason ? w.incomparable[figures.reason] : ''),
      ],
    })),
  };
}

const signed = (change: number): string => (change > 0 ? `+${change.toFixed(1)}` : change.toFixed(1).replace('-', '−'));
