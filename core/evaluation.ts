// The evaluation of one survey over some slice of its tallies: what was received, what is valid, the figures of every
// question, and breakdowns. Staff screen, report and files all show this value; small numbers are guarded here, once.
import { type BreakdownRow, type CountRow, shownCounts, shownRows } from './breakdown.ts';
import { figuresOf, type QuestionFigures, type Share } from './figures.ts';
import { guards as allGuards, breakdownBaseMin, type Guards } from './privacy.ts';
import { isStrict, isWide } from './scale.ts';
import { type Reconciliation, reconcile, type Standing } from './standing.ts';
import type { Question, Survey } from './survey.ts';
import { codeKey, countIn, emptyTally, lateKey, mergeTallies, responsesKey, type Tally } from './tally.ts';

/** A sum of tally cells. `by` is the value of the axis the sum was split along, '' when it was not. */
export interface TallySum {
  readonly version: number;
  readonly standing: Standing;
  readonly by: string;
  readonly tally: Tally;
}

/** Sums the cells that have version, standing and `by` in common; in the order in which these first appear. */
export function sumCells<Cell extends Omit<TallySum, 'by'>>(
  cells: readonly Cell[],
  by: (cell: Cell) => string = () => '',
): TallySum[] {
  const groups = new Map<string, Omit<TallySum, 'tally'> & { tallies: Tally[] }>();
  for (const cell of cells) {
    const { version, standing } = cell;
    const key = JSON.stringify([version, standing, by(cell)]);
    const group = groups.get(key) ?? { version, standing, by: by(cell), tallies: [] };
    group.tallies.push(cell.tally);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ tallies, ...group }) => ({ ...group, tally: mergeTallies(...tallies) }));
}

/** Figures as they may be shown: a cell without a share is hidden. */
export interface ShownQuestion extends Omit<QuestionFigures, 'cells'> {
  /** The survey versions whose answers are in these figures: those with the same code and the same options. */
  readonly versions: readonly number[];
  readonly cells: readonly { readonly code: string; readonly words: Survey['title']; readonly share: Share | null }[];
}

/** Under this many valid answers no figure of any question is shown: each would be one person's answer. */
export const figuresBaseMin = 5;

/** `not-yet`: the year is running and its first step is not reached. */
export type Withheld = 'no-valid-answers' | 'too-few' | 'not-yet';

export interface Evaluation {
  readonly reconciliation: Reconciliation;
  /** Valid or excluded, taken within the grace after closing. */
  readonly late: number;
  /** Why there are no figures; null when there are. */
  readonly withheld: Withheld | null;
  readonly questions: readonly ShownQuestion[];
}

/** Options and levels decide whether two versions asked the same; wording may be mended without breaking the series. */
const signature = (question: Question, survey: Survey): string =>
  [
    question.code,
    question.kind,
    ...(question.kind === 'rating'
      ? survey.scale.levels.map(({ code, points, valence }) => `${code}/${points}/${valence}`)
      : []),
    ...('options' in question ? question.options.map(({ code }) => code).sort() : []),
  ].join(' ');

/**
 * `versions` holds the survey as each version asked it. Before a count is final nothing is broken down: `brokenDown` is
 * false, questions about the person have no cells, and what only some versions asked is left out.
 */
export function evaluate(
  versions: ReadonlyMap<number, Survey>,
  sums: readonly TallySum[],
  options: Options = {},
): Evaluation {
  const counts: Partial<Record<Standing, number>> = {};
  let late = 0;
  for (const { standing, tally } of sums) {
    counts[standing] = (counts[standing] ?? 0) + countIn(tally, responsesKey);
    late += countIn(tally, lateKey);
  }
  const reconciliation = reconcile(counts);
  const { valid } = reconciliation;
  const withheld = valid === 0 ? 'no-valid-answers' : valid < figuresBaseMin ? 'too-few' : null;
  return { reconciliation, late, withheld, questions: withheld ? [] : shownQuestions(versions, sums, options) };
}

interface Options {
  readonly brokenDown?: boolean;
  readonly guards?: Guards;
}

function shownQuestions(
  versions: ReadonlyMap<number, Survey>,
  sums: readonly TallySum[],
  { brokenDown = true, guards = allGuards }: Options,
): ShownQuestion[] {
  const tallies = new Map([...versions.keys()].map((version) => [version, validTally(sums, version)]));
  const size = (version: number) => countIn(tallies.get(version) ?? emptyTally, responsesKey);
  const answered = new Set([...versions.keys()].filter((version) => size(version) !== 0));
  const alike = new Map<string, { question: Question; survey: Survey; versions: number[] }>();
  for (const [version, survey] of [...versions].sort(([a], [b]) => b - a)) {
    if (!answered.has(version)) continue;
    for (const question of survey.questions) {
      const key = signature(question, survey);
      const group = alike.get(key) ?? { question, survey, versions: [] };
      group.versions.unshift(version);
      alike.set(key, group);
    }
  }
  const published: ReadonlySet<number>[] = [answered];
  return [...alike.values()].flatMap(({ question, survey, versions: of }) => {
    const part = new Set(of);
    const isWhole = part.size === answered.size;
    if (!isWhole && !(brokenDown && guards.population(part, published, size))) return [];
    published.push(part);
    const tally = mergeTallies(...of.map((version) => tallies.get(version) ?? emptyTally));
    const [figures] = figuresOf({ scale: survey.scale, questions: [question] }, tally);
    return figures ? [guard(figures, of, { brokenDown, guards })] : [];
  });
}

const validTally = (sums: readonly TallySum[], version: number): Tally =>
  mergeTallies(...sums.filter((sum) => sum.standing === 'valid' && sum.version === version).map(({ tally }) => tally));

/**
 * Questions about the person (dimension WHO) break the respondents down, so their small cells are hidden. A question that
 * was put to some of them only breaks them down by what they had answered before: of fewer than ten it tells nothing.
 */
function guard(
  figures: QuestionFigures,
  versions: readonly number[],
  { brokenDown, guards }: Required<Options>,
): ShownQuestion {
  const { notAsked, answered, dimension } = figures;
  if (notAsked > 0 && answered > 0 && answered < breakdownBaseMin) {
    const { rating: _, ...rest } = figures;
    return { ...rest, versions, cells: figures.cells.map((cell) => ({ ...cell, share: null })) };
  }
  if (dimension !== 'WHO') return { ...figures, versions };
  if (!brokenDown) return { ...figures, versions, cells: [] };
  const counts = figures.cells.map(({ share }) => share.n);
  const hidden = guards.cells(counts, answered);
  const cells = figures.cells.map((cell, i) => (hidden.has(i) ? { ...cell, share: null } : cell));
  return { ...figures, versions, cells };
}

/**
 * The overall rating split along the axis of `sums`, of the versions whose overall rating is shown first; rows in the
 * order of `order`, those without an answer included, then those that are in no list.
 */
export function breakdown(
  versions: ReadonlyMap<number, Survey>,
  sums: readonly TallySum[],
  order: readonly string[],
  guards: Guards = allGuards,
): BreakdownRow[] {
  const overall = shownQuestions(versions, sums, { guards }).find((each) => each.dimension === 'OVR' && each.rating);
  const survey = versions.get(overall?.versions.at(-1) ?? 0);
  if (!overall || !survey) return [];
  const parts = listed(sums, order).map((by) => {
    const own = sums.filter((sum) => sum.by === by && overall.versions.includes(sum.version));
    const tally = mergeTallies(...own.flatMap((sum) => (sum.standing === 'valid' ? [sum.tally] : [])));
    const count = (within: (level: Survey['scale']['levels'][number]) => boolean) =>
      survey.scale.levels
        .filter(within)
        .reduce((total, { code }) => total + countIn(tally, codeKey(overall.code, code)), 0);
    return { by, valid: count(() => true), strict: count(isStrict), wide: count(isWide) };
  });
  return shownRows(parts, guards);
}

/** How many valid responses fell on each value of the axis; null where it is hidden. */
export const distribution = (
  sums: readonly TallySum[],
  order: readonly string[],
  guards: Guards = allGuards,
): CountRow[] =>
  shownCounts(
    listed(sums, order).map((by) => ({
      by,
      n: sums.reduce(
        (n, sum) => n + (sum.by === by && sum.standing === 'valid' ? countIn(sum.tally, responsesKey) : 0),
        0,
      ),
    })),
    guards,
  );

/** A part that no list names must not be what is left when the others are subtracted. */
const listed = (sums: readonly TallySum[], order: readonly string[]): string[] => [
  ...new Set([...order, ...sums.filter(({ standing }) => standing === 'valid').map(({ by }) => by)]),
];
