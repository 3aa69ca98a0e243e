// Whether a summary agrees with itself. The hash of one that another organ reports proves that it is whole, never that its
// numbers are a count of anything: what is taken in is kept for ever and added up, so every sum it states is redone first.
import { isCleanText, tidyText } from './canonical.ts';
import { isDay, yearPeriod } from './period.ts';
import type { RatingShare, SealedSummary, Summary, SummaryQuestion, SurveyEvaluation } from './report.ts';
import { meanOf, percentOf } from './rounding.ts';

/** More answers than any organ has people; sums of this many stay whole numbers in every program. */
const peopleMax = 1_000_000_000;
const nameCharsMax = 60;

/** Survey and question (or the member) where the first contradiction is, as `general-2026 G00`; null where there is none. */
export function incoherence(summary: SealedSummary): string | null {
  const { county, year, period, made, seal, evaluations } = summary;
  const name = county['zh-CN'];
  const { from, to } = yearPeriod(year);
  if (!isCleanThroughout(summary)) return 'text';
  if (name !== tidyText(name) || name.length > nameCharsMax) return 'county';
  if (period.from !== from || period.to !== to) return 'period';
  if (![made, seal.sealed].every(isDay)) return 'made';
  if (!areDistinct(evaluations.map(({ survey }) => survey))) return 'evaluations';
  for (const evaluation of evaluations) {
    if (!isWhole(evaluation, summary.method)) return evaluation.survey;
    const question = evaluation.questions.find((each) => !addsUp(each, evaluation, summary.method));
    if (question) return `${evaluation.survey} ${question.code}`;
  }
  return null;
}

/** A control character or half a character would break a file or an office program. */
function isCleanThroughout(value: unknown): boolean {
  if (typeof value === 'string') return isCleanText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isCleanThroughout);
}

const areDistinct = (keys: readonly unknown[]): boolean => new Set(keys).size === keys.length;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
const shownOf = (numbers: readonly (number | null)[]): number[] => numbers.filter((n) => n !== null);

function isWhole(evaluation: SurveyEvaluation, { figuresBaseMin }: Summary['method']): boolean {
  const { opens, closes, days, chain, reconciliation, late, withheld, channels, questions, units, comments } =
    evaluation;
  const { received, valid, excluded } = reconciliation;
  const channelNs = shownOf(channels.map(({ n }) => n));
  const unitNs = shownOf(units.map((unit) => unit.valid));
  const isComplete = channels.length > 0 && channelNs.length === channels.length;
  return [
    [opens, closes, ...(days ? [days.first, days.last] : [])].every(isDay),
    opens <= closes && (!days || days.first <= days.last),
    Math.max(received, comments.received, chain.invited.n ?? 0, chain.delivered.n ?? 0, chain.opened.n ?? 0) <=
      peopleMax,
    [chain.submitted.n ?? received, chain.valid.n ?? valid].join() === [received, valid].join(),
    late <= received,
    (withheld === null) === valid >= figuresBaseMin && (withheld === null || questions.length === 0),
    areDistinct(excluded.map(({ reason }) => reason)),
    areDistinct(channels.map(({ channel }) => channel)),
    areDistinct(units.map(({ unit }) => unit)),
    areDistinct(comments.themes.map(({ theme }) => theme)),
    areDistinct(comments.handlings.map(({ handling }) => handling)),
    isComplete ? sum(channelNs) === valid : sum(channelNs) <= valid,
    sum(unitNs) <= valid,
    // Two questions of one code were asked by different versions.
    areDistinct(questions.flatMap(({ code, versions }) => versions.map((version) => `${code} ${version}`))),
    units.every((unit) => [unit.strict, unit.wide].every((share) => share === null || share.base === unit.valid)),
    units.every(({ strict, wide }) => (strict?.n ?? 0) <= (wide?.n ?? peopleMax)),
  ].every(Boolean);
}

function addsUp(
  { kind, asked, answered, blank, notAsked, cells, rating }: SummaryQuestion,
  { reconciliation }: SurveyEvaluation,
  method: Summary['method'],
): boolean {
  const base = rating ? rating.valid : answered;
  const counts = cells.map(({ share }) => share?.n ?? null);
  const shown = shownOf(counts);
  const isOne = kind !== 'choices';
  const isComplete = isOne && cells.length > 0 && shown.length === cells.length;
  return [
    asked === answered + blank,
    asked + notAsked <= reconciliation.valid,
    areDistinct(cells.map(({ code }) => code)),
    cells.every(({ share }) => share === null || isShare(share, base, method)),
    isComplete ? sum(shown) === base : !isOne || sum(shown) <= base,
    rating === undefined || (kind === 'rating' && answered === rating.valid + (rating.na ?? 0)),
    rating === undefined || isRating(rating, cells, method),
  ].every(Boolean);
}

const isShare = ({ n, base, percent }: RatingShare, of: number, { percentBaseMin }: Summary['method']): boolean =>
  base === of && n <= base && percent === (base < percentBaseMin ? null : percentOf(n, base));

/** Both rates and the mean, redone from the levels. */
function isRating(
  { valid, strict, wide, mean, pointsMax }: NonNullable<SummaryQuestion['rating']>,
  cells: SummaryQuestion['cells'],
  method: Summary['method'],
): boolean {
  const levels = cells.flatMap(({ level, share }) => (level && share ? [{ ...level, n: share.n }] : []));
  if (levels.length === 0 || levels.length !== cells.length) return false;
  const within = (of: 'strict' | 'wide') => sum(levels.map((level) => (level[of] ? level.n : 0)));
  const points = sum(levels.map((level) => level.points * level.n));
  return (
    [strict, wide].every((share) => isShare(share, valid, method)) &&
    strict.n === within('strict') &&
    wide.n === within('wide') &&
    pointsMax === Math.max(...levels.map((level) => level.points)) &&
    mean === (valid < method.percentBaseMin ? null : meanOf(points, valid))
  );
}
