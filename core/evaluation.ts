// The evaluation of one survey over some slice of its tallies: what was received, what is valid, the figures of every
// question, and breakdowns. Staff screen, report and files all show this value; small numbers are guarded here, once.
import { type BreakdownRow, shownCounts, shownRows } from './breakdown.ts';
import { figuresOf, type QuestionFigures, type Share } from './figures.ts';
import { hiddenCells } from './privacy.ts';
import { type Reconciliation, reconcile, type Standing } from './standing.ts';
import type { Question, Survey } from './survey.ts';
import { countIn, emptyTally, lateKey, mergeTallies, responsesKey, type Tally } from './tally.ts';

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
 * false, and questions about the person have no cells.
 */
export function evaluate(
  versions: ReadonlyMap<number, Survey>,
  sums: readonly TallySum[],
  { brokenDown = true } = {},
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
  return { reconciliation, late, withheld, questions: withheld ? [] : shownQuestions(versions, sums, brokenDown) };
}

function shownQuestions(
  versions: ReadonlyMap<number, Survey>,
  sums: readonly TallySum[],
  brokenDown: boolean,
): ShownQuestion[] {
  const alike = new Map<string, { question: Question; survey: Survey; versions: number[]; tally: Tally }>();
  for (const [version, survey] of [...versions].sort(([a], [b]) => b - a)) {
    const tally = validTally(sums.filter((sum) => sum.version === version));
    if (countIn(tally, responsesKey) === 0) continue;
    for (const question of survey.questions) {
      const key = signature(question, survey);
      const group = alike.get(key) ?? { question, survey, versions: [], tally: emptyTally };
      group.versions.unshift(version);
      group.tally = mergeTallies(group.tally, tally);
      alike.set(key, group);
    }
  }
  return [...alike.values()].flatMap(({ question, survey, versions: of, tally }) =>
    figuresOf({ scale: survey.scale, questions: [question] }, tally).map((figures) => guard(figures, of, brokenDown)),
  );
}

const validTally = (sums: readonly TallySum[]): Tally =>
  mergeTallies(...sums.filter(({ standing }) => standing === 'valid').map(({ tally }) => tally));

/** Questions about the person (dimension WHO) break the respondents down, so their small cells are hidden. */
function guard(figures: QuestionFigures, versions: readonly number[], brokenDown: boolean): ShownQuestion {
  if (figures.dimension !== 'WHO') return { ...figures, versions };
  if (!brokenDown) return { ...figures, versions, cells: [] };
  const counts = figures.cells.map(({ share }) => share.n);
  const hidden = hiddenCells(counts, figures.answered, { addUp: figures.kind === 'choice' });
  const cells = figures.cells.map((cell, i) => (hidden.has(i) ? { ...cell, share: null } : cell));
  return { ...figures, versions, cells };
}

/** The overall rating split along the axis of `sums`; rows in the order of `order`, those without an answer included. */
export const breakdown = (
  versions: ReadonlyMap<number, Survey>,
  sums: readonly TallySum[],
  order: readonly string[],
): BreakdownRow[] =>
  shownRows(
    order.map((by) => {
      const own = sums.filter((sum) => sum.by === by);
      const { rating } = shownQuestions(versions, own, false).find(({ dimension }) => dimension === 'OVR') ?? {};
      return { by, valid: rating?.valid ?? 0, strict: rating?.strict.n ?? 0, wide: rating?.wide.n ?? 0 };
    }),
  );

/** How many valid responses fell on each value of the axis; null where it is hidden. */
export const distribution = (sums: readonly TallySum[], order: readonly string[]) =>
  shownCounts(order.map((by) => ({ by, n: countIn(validTally(sums.filter((sum) => sum.by === by)), responsesKey) })));
