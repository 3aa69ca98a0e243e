// From evaluations to the year's summary. Nothing is counted here: the figures come from evaluation.ts as they may be
// shown, and this adds what a reader far from the database needs to judge them.

import type { BreakdownRow } from './breakdown.ts';
import type { CommentCounts } from './comment.ts';
import { type Evaluation, figuresBaseMin, type ShownQuestion } from './evaluation.ts';
import { percentBaseMin } from './figures.ts';
import { fill, inEveryLang, type Lang, type Localised, langs } from './lang.ts';
import { addDays, type Day, type Period, yearOf, yearPeriod } from './period.ts';
import { breakdownBaseMin, smallCellMax } from './privacy.ts';
import { generator, type Step, type Summary, type SummaryQuestion, type SurveyEvaluation } from './report.ts';
import { isStrict, isWide } from './scale.ts';
import type { Channel } from './submission.ts';
import type { Survey, SurveyKind } from './survey.ts';
import { wordsFor } from './text.ts';
import type { Window } from './window.ts';

/** Everything about one survey that its part of the summary is made of. */
export interface EvaluatedSurvey {
  readonly survey: Window & {
    readonly code: string;
    readonly kind: SurveyKind;
    readonly versions: ReadonlyMap<
      number,
      { readonly document: Survey; readonly sha: string; readonly published: Day }
    >;
  };
  readonly evaluation: Evaluation & {
    /** The last day that is counted; null when none is. */
    readonly through: Day | null;
    readonly units: readonly BreakdownRow[];
    readonly channels: readonly { readonly by: string; readonly n: number | null }[];
  };
  /** Names of the units, with the whole county under its own code. */
  readonly unitNames: ReadonlyMap<string, Localised>;
  readonly comments: CommentCounts;
  /** Invitations for replies of months in the period. */
  readonly invited: number;
}

/**
 * Surveys that were neither open nor answered in the year are left out, and those of a running year that have no figures to
 * show yet; with none left, `evaluations` is empty.
 */
export function makeSummary(county: Localised, year: number, made: Day, parts: readonly EvaluatedSurvey[]): Summary {
  const period = yearPeriod(year);
  return {
    format: 'pingyi-summary',
    formatVersion: 1,
    generator,
    county,
    year,
    period: { ...period, zone: 'Asia/Shanghai' },
    made,
    method: summaryMethod(),
    evaluations: parts
      .flatMap((part) => surveyEvaluation(part, period, made) ?? [])
      .filter(({ days, reconciliation }) => days !== null || reconciliation.received > 0),
  };
}

function surveyEvaluation(part: EvaluatedSurvey, period: Period, made: Day): SurveyEvaluation | null {
  const { survey, evaluation, unitNames, comments, invited } = part;
  const versions = [...survey.versions].filter(([, { published }]) => published < period.to).sort(([a], [b]) => a - b);
  const newest = versions.at(-1) ?? [...survey.versions][0];
  if (!newest) throw new Error(`survey ${survey.code} has no version`);
  const documents = new Map(versions.map(([version, { document }]) => [version, document]));
  const { reconciliation, late, withheld, questions, through } = evaluation;
  if (withheld === 'not-yet') return null;
  // Not even zeros are listed under the smallest base: the only row that is not 0 would be everybody.
  const brokenDown = reconciliation.valid >= breakdownBaseMin;
  const nameOf = (unit: string) => unitNames.get(unit) ?? inEveryLang({ 'zh-CN': unit });
  const counted: Step = { n: reconciliation.valid };
  const notMeasured: Step = { n: null, why: 'not-measured' };
  const notApplicable: Step = { n: null, why: 'not-applicable' };
  return {
    survey: survey.code,
    kind: survey.kind,
    title: newest[1].document.title,
    opens: survey.opens,
    closes: survey.closes,
    days: openDays(survey, period, through && through < made ? through : made),
    versions: versions.map(([version, { sha }]) => ({ version, sha })),
    chain: {
      invited: survey.kind === 'request' ? { n: invited } : notApplicable,
      delivered: survey.kind === 'request' ? notMeasured : notApplicable,
      opened: notMeasured,
      submitted: { n: reconciliation.received },
      valid: counted,
    },
    reconciliation: { ...reconciliation, excluded: [...reconciliation.excluded] },
    late,
    withheld,
    channels: brokenDown ? evaluation.channels.map(({ by, n }) => ({ channel: by as Channel, n })) : [],
    questions: questions.map((shown) => summaryQuestion(shown, documents)),
    units: brokenDown ? evaluation.units.map(({ by, ...row }) => ({ unit: by, name: nameOf(by), ...row })) : [],
    comments: { received: comments.received, themes: [...comments.themes], handlings: [...comments.handlings] },
  };
}

/** The survey's own days within the period and not after `made`. */
export function openDays({ opens, closes }: Window, { from, to }: Period, made: Day): SurveyEvaluation['days'] {
  const first = opens > from ? opens : from;
  const last = [closes, addDays(to, -1), made].reduce((a, b) => (a < b ? a : b));
  return first <= last ? { first, last } : null;
}

function summaryQuestion(shown: ShownQuestion, documents: ReadonlyMap<number, Survey>): SummaryQuestion {
  const { cells, rating, versions, ...figures } = shown;
  const surveys = versions.flatMap((version) => documents.get(version) ?? []);
  const levels = surveys.at(-1)?.scale.levels ?? [];
  const offersNa = surveys.some(({ questions }) => questions.some((q) => q.code === shown.code && 'na' in q));
  // Hidden cells of so few would leave too little to choose from: they are no cells at all.
  const isTooFew = shown.answered < breakdownBaseMin && cells.every(({ share }) => share === null);
  return {
    ...figures,
    versions: [...versions],
    cells: (isTooFew ? [] : cells).map((cell) => {
      const level = rating && levels.find(({ code }) => code === cell.code);
      if (!level) return { ...cell };
      return { ...cell, level: { points: level.points, strict: isStrict(level), wide: isWide(level) } };
    }),
    ...(rating ? { rating: { ...rating, na: offersNa ? rating.na : null } } : {}),
  };
}

const sentences = ['valid', 'strict', 'wide', 'mean', 'rounding', 'small', 'chain', 'sample'] as const;

/** How the figures are made today, in words and limits. */
export function summaryMethod(): Summary['method'] {
  const limits = { figuresBaseMin, percentBaseMin, breakdownBaseMin, smallCellMax };
  const inLang = (lang: Lang, name: (typeof sentences)[number]) => fill(wordsFor(lang).report.method[name], limits);
  const worded = sentences.map(
    (name) => [name, Object.fromEntries(langs.map((lang) => [lang, inLang(lang, name)]))] as const,
  );
  return { ...(Object.fromEntries(worded) as Record<(typeof sentences)[number], Localised>), ...limits };
}

/** The years that can have a summary, newest first: those with a day, up to today, on which a survey took answers. */
export function reportYears(surveys: readonly Window[], today: Day): number[] {
  const years = new Set<number>();
  for (const { opens, closes, graceDays } of surveys) {
    const end = addDays(closes, graceDays);
    const last = yearOf(end < today ? end : today);
    for (let year = yearOf(opens); year <= last; year += 1) years.add(year);
  }
  return [...years].sort((a, b) => b - a);
}
