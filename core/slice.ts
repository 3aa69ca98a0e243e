// A slice: the evaluation of one unit, channel or span of months, shown beside the whole it was cut from. Whoever sees
// both can subtract, and whoever sees one part after the other can subtract them all; so a slice shows only what neither
// gives away. A rating shows its five levels, or only satisfied–middle–dissatisfied, or nothing.
import { type Evaluation, evaluate, type ShownQuestion, type TallySum } from './evaluation.ts';
import { hiddenCells, hiddenRows, mayFilter } from './privacy.ts';
import { isStrict, isWide } from './scale.ts';
import type { Survey } from './survey.ts';
import { codeKey, countIn, responsesKey } from './tally.ts';

/** One filter: the sums of every part along its axis, other filters kept, and which part is ours. */
export interface Cut {
  readonly mine: string;
  readonly parts: readonly TallySum[];
}

type CellsOf = (sums: readonly TallySum[]) => readonly number[];

/** null when the slice is too small, or would give away what it leaves out. */
export function evaluateSlice(
  versions: ReadonlyMap<number, Survey>,
  sums: readonly TallySum[],
  cuts: readonly Cut[],
): Evaluation | null {
  if (cuts.some((cut) => isHidden(cut, (part) => [count(part, responsesKey)]))) return null;
  const evaluation = evaluate(versions, sums);
  return { ...evaluation, questions: evaluation.questions.map((question) => guarded(question, versions, sums, cuts)) };
}

const count = (sums: readonly TallySum[], key: string): number =>
  sums.reduce((total, { standing, tally }) => total + (standing === 'valid' ? countIn(tally, key) : 0), 0);

/** Whether our part would be hidden in a table of all parts, each with these cells. */
function isHidden({ mine, parts }: Cut, cellsOf: CellsOf): boolean {
  const names = [...new Set(parts.map(({ by }) => by))];
  return hiddenRows(names.map((name) => cellsOf(parts.filter(({ by }) => by === name)))).has(names.indexOf(mine));
}

function guarded(
  question: ShownQuestion,
  versions: ReadonlyMap<number, Survey>,
  sums: readonly TallySum[],
  cuts: readonly Cut[],
): ShownQuestion {
  const cells: CellsOf = (part) => question.cells.map(({ code }) => count(part, codeKey(question.code, code)));
  const { rating, ...rest } = question;
  if (!rating) return { ...rest, cells: withoutSmall(question, cells, sums, cuts) };
  const hidden = question.cells.map((cell) => ({ ...cell, share: null }));
  const { scale } = versions.get(question.versions.at(-1) ?? 0) as Survey;
  const groups: CellsOf = (part) => {
    const at = (within: (level: Survey['scale']['levels'][number]) => boolean) =>
      scale.levels.filter(within).reduce((total, { code }) => total + count(part, codeKey(question.code, code)), 0);
    const [strict, wide, all] = [at(isStrict), at(isWide), at(() => true)];
    return [strict, wide - strict, all - wide];
  };
  const safe = (by: CellsOf) => cuts.every((cut) => !isHidden(cut, by) && mayFilter(by(sums), by(cut.parts)));
  if (!safe(groups)) return { ...rest, cells: hidden };
  if (!cuts.every((cut) => mayFilter(cells(sums), cells(cut.parts))))
    return { ...rest, cells: hidden, rating: { ...rating, mean: null } };
  return question;
}

/** The cells of a choice without those that are small here or in what a cut leaves out. */
function withoutSmall(question: ShownQuestion, cells: CellsOf, sums: readonly TallySum[], cuts: readonly Cut[]) {
  const mine = cells(sums);
  const hidden = hiddenCells(mine, question.answered);
  for (const { parts } of cuts) {
    const left = cells(parts).map((n, i) => n - (mine[i] ?? 0));
    if (left.some((n) => n > 0))
      for (const i of hiddenCells(
        left,
        left.reduce((sum, n) => sum + n, 0),
      ))
        hidden.add(i);
  }
  return question.cells.map((cell, i) => (hidden.has(i) ? { ...cell, share: null } : cell));
}
