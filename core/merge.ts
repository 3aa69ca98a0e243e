// Adding up the sealed summaries of townships and departments (合并汇总). Every number of the sum is a sum of numbers that the
// parts publish, so it tells nobody more than they do; what one part hides, or asks in another way, is not added, and
// the sum says so. Parts in any order and grouping give the same sum.
import { shownRows } from './breakdown.ts';
import { handlings, themes } from './comment.ts';
import { figuresBaseMin } from './evaluation.ts';
import { percentBaseMin, shareOf } from './figures.ts';
import { inEveryLang, type Localised } from './lang.ts';
import type { Day } from './period.ts';
import { yearPeriod } from './period.ts';
import { breakdownBaseMin, smallCellMax } from './privacy.ts';
import { generator, type Step, type Summary, type SummaryQuestion, type SurveyEvaluation } from './report.ts';
import { meanOf } from './rounding.ts';
import { type ExclusionReason, exclusionReasons } from './standing.ts';
import { channels } from './submission.ts';
import { summaryMethod } from './summarise.ts';
import type { SurveyKind } from './survey.ts';

/** One organ's year. */
export interface Part {
  readonly organ: string;
  readonly summary: Summary;
}

/** What could not be added, and why. */
export interface LeftOut {
  readonly organ: string;
  readonly kind: SurveyKind;
  /** Code of the question; '' for the whole evaluation. */
  readonly question: string;
  readonly why: 'no-figures' | 'few-answers' | 'other-limits' | 'other-question';
}

export interface Merged {
  readonly summary: Summary;
  readonly leftOut: readonly LeftOut[];
}

type Member = { readonly organ: string; readonly evaluation: SurveyEvaluation };

const kinds = ['general', 'request'] as const;
const limits = { figuresBaseMin, percentBaseMin, breakdownBaseMin, smallCellMax };

export function mergeSummaries(county: Localised, year: number, made: Day, given: readonly Part[]): Merged {
  const parts = [...given].sort((a, b) => (a.organ < b.organ ? -1 : a.organ > b.organ ? 1 : 0));
  const leftOut: LeftOut[] = [];
  const evaluations = kinds.flatMap((kind) => {
    const members = parts.flatMap(({ organ, summary }) =>
      summary.evaluations
        .filter((evaluation) => evaluation.kind === kind)
        .filter((evaluation) => {
          const why = whyNot(summary, evaluation);
          if (why) leftOut.push({ organ, kind, question: '', why });
          return !why;
        })
        .map((evaluation): Member => ({ organ, evaluation })),
    );
    if (members.length === 0) return [];
    const { questions, others } = mergedQuestions(members);
    leftOut.push(...others.map((other) => ({ ...other, kind })));
    return [mergedEvaluation(kind, members, questions)];
  });
  const period = { ...yearPeriod(year), zone: 'Asia/Shanghai' as const };
  const summary = { format: 'pingyi-summary', formatVersion: 1, generator, county, year, period, made } as const;
  return { summary: { ...summary, method: summaryMethod(), evaluations }, leftOut };
}

/** Figures made under other limits hide other cells: they are another kind of number. */
function whyNot({ method }: Summary, { withheld }: SurveyEvaluation): LeftOut['why'] | null {
  if (Object.entries(limits).some(([name, limit]) => method[name as keyof typeof limits] !== limit))
    return 'other-limits';
  return withheld ? 'no-figures' : null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
/** null as soon as one of them is hidden. */
const sumShown = (numbers: readonly (number | null)[]): number | null =>
  numbers.some((n) => n === null) ? null : sum(numbers as readonly number[]);

function mergedEvaluation(
  kind: SurveyKind,
  members: readonly Member[],
  questions: SummaryQuestion[],
): SurveyEvaluation {
  const all = members.map(({ evaluation }) => evaluation);
  const [first] = all as [SurveyEvaluation];
  const days = all.flatMap((each) => each.days ?? []);
  const least = (of: readonly Day[]) => [...of].sort()[0] ?? '';
  const most = (of: readonly Day[]) => [...of].sort().at(-1) ?? '';
  const reasons = exclusionReasons
    .map((reason) => ({ reason, n: sum(all.map((each) => excludedFor(each, reason))) }))
    .filter(({ n }) => n > 0);
  const valid = sum(all.map(({ reconciliation }) => reconciliation.valid));
  return {
    survey: all.every(({ survey }) => survey === first.survey) ? first.survey : kind,
    kind,
    title: first.title,
    opens: least(all.map(({ opens }) => opens)),
    closes: most(all.map(({ closes }) => closes)),
    days: days.length > 0 ? { first: least(days.map((d) => d.first)), last: most(days.map((d) => d.last)) } : null,
    versions: sameVersions(all) ? [...first.versions] : [],
    chain: {
      invited: sumSteps(all.map(({ chain }) => chain.invited)),
      delivered: sumSteps(all.map(({ chain }) => chain.delivered)),
      opened: sumSteps(all.map(({ chain }) => chain.opened)),
      submitted: sumSteps(all.map(({ chain }) => chain.submitted)),
      valid: sumSteps(all.map(({ chain }) => chain.valid)),
    },
    reconciliation: { received: valid + sum(reasons.map(({ n }) => n)), valid, excluded: reasons },
    late: sum(all.map(({ late }) => late)),
    withheld: null,
    channels: channels.map((channel) => ({
      channel,
      n: sumShown(all.map((each) => each.channels.find((one) => one.channel === channel)?.n ?? null)),
    })),
    questions,
    units: byOrgan(members),
    comments: {
      received: sum(all.map(({ comments }) => comments.received)),
      themes: [...themes, 'unsorted' as const].map((theme) => ({
        theme,
        n: sum(all.map(({ comments }) => comments.themes.find((one) => one.theme === theme)?.n ?? 0)),
      })),
      handlings: [...handlings, 'open' as const].map((handling) => ({
        handling,
        n: sum(all.map(({ comments }) => comments.handlings.find((one) => one.handling === handling)?.n ?? 0)),
      })),
    },
  };
}

const excludedFor = ({ reconciliation }: SurveyEvaluation, reason: ExclusionReason): number =>
  reconciliation.excluded.find((each) => each.reason === reason)?.n ?? 0;

const versionsOf = ({ versions }: SurveyEvaluation) => versions.map(({ sha }) => sha).join(' ');
const sameVersions = (all: readonly SurveyEvaluation[]) => new Set(all.map(versionsOf)).size === 1;

function sumSteps(steps: readonly Step[]): Step {
  const unknown = steps.find((step) => step.n === null);
  return unknown ?? { n: sum(steps.map(({ n }) => n ?? 0)) };
}

/** The overall rating organ by organ, under the rule of every breakdown. */
const byOrgan = (members: readonly Member[]): SurveyEvaluation['units'] =>
  shownRows(
    members.map(({ organ, evaluation }) => {
      const { rating } = evaluation.questions.find(({ dimension }) => dimension === 'OVR') ?? {};
      return { by: organ, valid: rating?.valid ?? 0, strict: rating?.strict.n ?? 0, wide: rating?.wide.n ?? 0 };
    }),
  ).map(({ by, ...row }, i) => ({ unit: `organ-${i + 1}`, name: inEveryLang({ 'zh-CN': by }), ...row }));

/** What makes two questions the same: code, kind, and options or levels with their points. */
const signature = ({ code, kind, cells, rating }: SummaryQuestion): string =>
  JSON.stringify([
    code,
    kind,
    rating ? rating.pointsMax : null,
    cells.map((cell) => (cell.level ? [cell.code, cell.level.points] : [cell.code])),
  ]);

function mergedQuestions(members: readonly Member[]) {
  const others: Omit<LeftOut, 'kind'>[] = [];
  const codes = [...new Set(members.flatMap(({ evaluation }) => evaluation.questions.map(({ code }) => code)))];
  const questions = codes.map((code) => {
    const asked = members.flatMap(({ organ, evaluation }) =>
      evaluation.questions.filter((question) => question.code === code).map((question) => ({ organ, question })),
    );
    const kept = commonest(asked.map(({ question }) => question));
    const isKept = (question: SummaryQuestion) => signature(question) === kept;
    others.push(
      ...asked
        .filter(({ question }) => !isKept(question))
        .map(({ organ, question }) => ({
          organ,
          question: code,
          why: isUntold(question) ? ('few-answers' as const) : ('other-question' as const),
        })),
    );
    return mergedQuestion(asked.map(({ question }) => question).filter(isKept), kept);
  });
  return { questions, others };
}

/** Of a question that too few answered nothing is told: it has no cells. */
const isUntold = ({ kind, cells }: SummaryQuestion): boolean => kind !== 'text' && cells.length === 0;

/** The signature most of them share; among equals the one that most people answered, then the first in the alphabet. */
function commonest(questions: readonly SummaryQuestion[]): string {
  const listed = questions.filter((question) => !isUntold(question));
  const groups = new Map<string, SummaryQuestion[]>();
  for (const question of listed.length > 0 ? listed : questions)
    groups.set(signature(question), [...(groups.get(signature(question)) ?? []), question]);
  const weight = (of: readonly SummaryQuestion[]) => sum(of.map(({ answered }) => answered));
  const [best] = [...groups].sort(
    ([a, x], [b, y]) => y.length - x.length || weight(y) - weight(x) || (a < b ? -1 : a > b ? 1 : 0),
  );
  return best?.[0] ?? '';
}

function mergedQuestion(questions: readonly SummaryQuestion[], kept: string): SummaryQuestion {
  const model = questions.find((question) => signature(question) === kept) ?? (questions[0] as SummaryQuestion);
  const { rating: _, cells, ...rest } = model;
  const total = (of: (question: SummaryQuestion) => number) => sum(questions.map(of));
  const answered = total((question) => question.answered);
  const counts = cells.map(({ code }) =>
    sumShown(questions.map((question) => question.cells.find((cell) => cell.code === code)?.share?.n ?? null)),
  );
  const rating = mergedRating(questions, model, counts);
  const base = rating ? rating.valid : answered;
  return {
    ...rest,
    versions: [],
    asked: total((question) => question.asked),
    answered,
    blank: total((question) => question.blank),
    notAsked: total((question) => question.notAsked),
    cells: cells.map((cell, i) => {
      const n = counts[i] ?? null;
      return { ...cell, share: n === null ? null : shareOf(n, base) };
    }),
    ...(rating ? { rating } : {}),
  };
}

function mergedRating(
  questions: readonly SummaryQuestion[],
  model: SummaryQuestion,
  counts: readonly (number | null)[],
): SummaryQuestion['rating'] {
  if (!model.rating) return undefined;
  const ratings = questions.flatMap(({ rating }) => rating ?? []);
  const valid = sum(ratings.map((rating) => rating.valid));
  const points = sumShown(model.cells.map(({ level }, i) => scaled(counts[i] ?? null, level?.points ?? 0)));
  return {
    valid,
    na: sumShown(ratings.map(({ na }) => na)),
    strict: shareOf(sum(ratings.map(({ strict }) => strict.n)), valid),
    wide: shareOf(sum(ratings.map(({ wide }) => wide.n)), valid),
    mean: valid < percentBaseMin || points === null ? null : meanOf(points, valid),
    pointsMax: model.rating.pointsMax,
  };
}

const scaled = (n: number | null, points: number): number | null => (n === null ? null : n * points);
