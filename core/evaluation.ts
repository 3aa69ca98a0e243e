// The evaluation of one survey over some slice of its tallies: what was received, what is valid, the figures of every
// question, and breakdowns. Staff screen, report and files all show this value; small numbers are guarded here, once.
import { figuresOf, type QuestionFigures, type Share, shareOf } from './figures.ts';
import { hiddenCells, hiddenRows } from './privacy.ts';
import type { Reconciliation, Standing } from './standing.ts';
import { reconcile } from './standing.ts';
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

export interface Evaluation {
  readonly reconciliation: Reconciliation;
  /** Valid or excluded, taken within the grace after closing. */
  readonly late: number;
  /** Why there are no figures; null when there are. */
  readonly withheld: 'no-valid-answers' | 'too-few' | null;
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

/** `versions` holds the survey as each version asked it. */
export function evaluate(versions: ReadonlyMap<number, Survey>, sums: readonly TallySum[]): Evaluation {
  const counts: Partial<Record<Standing, number>> = {};
  let late = 0;
  for (const { standing, tally } of sums) {
    counts[standing] = (counts[standing] ?? 0) + countIn(tally, responsesKey);
    late += countIn(tally, lateKey);
  }
  const reconciliation = reconcile(counts);
  const { valid } = reconciliation;
  const withheld = valid === 0 ? 'no-valid-answers' : valid < figuresBaseMin ? 'too-few' : null;
  return { reconciliation, late, withheld, questions: withheld ? [] : shownQuestions(versions, sums) };
}

function shownQuestions(versions: ReadonlyMap<number, Survey>, sums: readonly TallySum[]): ShownQuestion[] {
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
    figuresOf({ scale: survey.scale, questions: [question] }, tally).map((figures) => guard(figures, of)),
  );
}

const validTally = (sums: readonly TallySum[]): Tally =>
  mergeTallies(...sums.filter(({ standing }) => standing === 'valid').map(({ tally }) => tally));

/** Questions about the person (dimension WHO) break the respondents down, so their small cells are hidden. */
function guard(figures: QuestionFigures, versions: readonly number[]): ShownQuestion {
  const counts = figures.cells.map(({ share }) => share.n);
  const hidden = figures.dimension === 'WHO' ? hiddenCells(counts, figures.answered) : new Set<number>();
  return {
    ...figures,
    versions,
    cells: figures.cells.map((cell, i) => (hidden.has(i) ? { ...cell, share: null } : cell)),
  };
}

/** The overall rating of one part (a unit, a month); all null where it is hidden. */
export interface BreakdownRow {
  readonly by: string;
  readonly valid: number | null;
  readonly strict: Share | null;
  readonly wide: Share | null;
  readonly mean: number | null;
}

/** The overall rating split along the axis of `sums`; rows in the order of `order`, those without an answer included. */
export function breakdown(
  versions: ReadonlyMap<number, Survey>,
  sums: readonly TallySum[],
  order: readonly string[],
): BreakdownRow[] {
  const parts = order.map((by) => {
    const overall = shownQuestions(
      versions,
      sums.filter((sum) => sum.by === by),
    ).find(({ dimension }) => dimension === 'OVR');
    return overall?.rating;
  });
  const hidden = hiddenRows(
    parts.map((rating) =>
      rating ? [rating.strict.n, rating.wide.n - rating.strict.n, rating.valid - rating.wide.n] : [],
    ),
  );
  return order.map((by, i) => {
    const rating = parts[i];
    if (hidden.has(i)) return { by, valid: null, strict: null, wide: null, mean: null };
    const { valid, strict, wide, mean } = rating ?? {
      valid: 0,
      strict: shareOf(0, 0),
      wide: shareOf(0, 0),
      mean: null,
    };
    return { by, valid, strict, wide, mean };
  });
}

/** How many valid responses fell on each value of the axis; null where it is hidden. */
export function distribution(sums: readonly TallySum[], order: readonly string[]): { by: string; n: number | null }[] {
  const counts = order.map((by) => countIn(validTally(sums.filter((sum) => sum.by === by)), responsesKey));
  const hidden = hiddenRows(counts.map((n) => [n]));
  return order.map((by, i) => ({ by, n: hidden.has(i) ? null : (counts[i] ?? 0) }));
}
