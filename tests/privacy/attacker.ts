// Somebody who holds everything that was published of a survey's year and subtracts. Shares no code with core/privacy.ts:
// what is hidden is an unknown whole number here, what is shown an equation, and a hidden cell is exposed when fewer than
// five values of it solve them all.
import type { SurveyEvaluation } from '#core/report.ts';

/** What is wrong, in words for the message of a failing test. */
export type Exposure = string;

const leastRange = 4;
const isFew = (n: number, max: number): boolean => n >= 1 && n <= max;
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

export function attack(published: SurveyEvaluation): Exposure[] {
  if (published.withheld) return [];
  return [
    ...attackUnits(published),
    ...attackChannels(published),
    ...attackPersons(published),
    ...attackParts(published),
  ];
}

/** Above the middle, the middle, and below it. */
export type Groups = readonly [number, number, number];
type Column = 0 | 1 | 2;

/** Exactly so many people of a row are somewhere in these columns. */
interface Demand {
  readonly row: string;
  readonly within: readonly Column[];
  readonly n: number;
}
/** Any number of people of a row may be in these columns. */
interface Room {
  readonly row: string;
  readonly within: readonly Column[];
}
export interface Equations {
  readonly totals: Groups;
  readonly demands: readonly Demand[];
  readonly rooms: readonly Room[];
}

type Row = SurveyEvaluation['units'][number];
export type Figure = 'valid' | 'strict' | 'wide';

/** The overall rating's own totals; null where it is not published. */
function totalsOf({ questions }: SurveyEvaluation): Groups | null {
  const rating = questions.find((question) => question.dimension === 'OVR' && question.rating)?.rating;
  if (!rating) return null;
  return [rating.strict.n, rating.wide.n - rating.strict.n, rating.valid - rating.wide.n];
}

/** What a row says: every figure is shown, guessed, or unknown. */
function rowEquations(row: string, valid: number | null, strict: number | null, wide: number | null) {
  const demands: Demand[] = [];
  const rooms: Room[] = [];
  const tell = (within: readonly Column[], n: number | null) =>
    n === null ? rooms.push({ row, within }) : demands.push({ row, within, n });
  const less = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
  if (strict !== null) {
    tell([0], strict);
    if (wide !== null) {
      tell([1], wide - strict);
      tell([2], less(valid, wide));
    } else if (valid !== null) tell([1, 2], valid - strict);
    else tell([1, 2], null);
  } else if (wide !== null) {
    tell([0, 1], wide);
    tell([2], less(valid, wide));
  } else tell([0, 1, 2], valid);
  return { demands, rooms };
}

const subsets: readonly (readonly Column[])[] = [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]];

/**
 * Whether whole numbers solve the equations. Demands can be met from the columns (Hall), columns can be used up (Hall from
 * the other side); where both can be, one solution does both (Mendelsohn and Dulmage).
 */
export function isSolvable({ totals, demands, rooms }: Equations): boolean {
  if (demands.some(({ n }) => n < 0) || totals.some((n) => n < 0)) return false;
  return subsets.every((subset) => {
    const supply = sum(subset.map((column) => totals[column]));
    const mustFit = sum(demands.filter(({ within }) => within.every((c) => subset.includes(c))).map(({ n }) => n));
    if (mustFit > supply) return false;
    if (rooms.some(({ within }) => within.some((c) => subset.includes(c)))) return true;
    return supply <= sum(demands.filter(({ within }) => within.some((c) => subset.includes(c))).map(({ n }) => n));
  });
}

/** All equations, with a guess for one figure of one row. */
export function equationsOf(
  published: SurveyEvaluation,
  totals: Groups,
  guess?: { readonly unit: string; readonly figure: Figure; readonly n: number },
): Equations {
  const rows = published.units.map((row) => {
    const own = (figure: Figure) => {
      if (guess?.unit === row.unit && guess.figure === figure) return guess.n;
      const value = row[figure];
      return typeof value === 'object' ? (value?.n ?? null) : value;
    };
    return rowEquations(row.unit, own('valid'), own('strict'), own('wide'));
  });
  return {
    totals,
    demands: rows.flatMap(({ demands }) => demands),
    rooms: rows.flatMap(({ rooms }) => rooms),
  };
}

/** The smallest value that solves everything. */
export function leastOf(published: SurveyEvaluation, totals: Groups, unit: string, figure: Figure): number | null {
  const most = sum(totals);
  for (let n = 0; n <= most; n += 1) if (isSolvable(equationsOf(published, totals, { unit, figure, n }))) return n;
  return null;
}

function attackUnits(published: SurveyEvaluation): Exposure[] {
  const totals = totalsOf(published);
  const { units } = published;
  if (units.length === 0) return [];
  if (!totals) return ['units are broken down of a rating that is not published'];
  const hidden = units.filter(({ valid }) => valid === null);
  const rest = sum(totals) - sum(units.map(({ valid }) => valid ?? 0));
  return [
    ...units.flatMap((row) => shownExposures(row, hidden.length > 0)),
    ...(hidden.length > 0 && isFew(rest, 9) ? [`hidden units together are ${rest}`] : []),
    ...units.flatMap((row) =>
      (['valid', 'strict', 'wide'] as const)
        .filter((figure) => row[figure] === null)
        .flatMap((figure) => {
          const least = leastOf(published, totals, row.unit, figure);
          if (least === null) return [`${row.unit} has no solution: the attacker is wrong`];
          const far = equationsOf(published, totals, { unit: row.unit, figure, n: least + leastRange });
          return isSolvable(far) ? [] : [`${figure} of ${row.unit} is within ${leastRange} of ${least}`];
        }),
    ),
  ];
}

function shownExposures({ unit, valid, strict, wide }: Row, anyHidden: boolean): Exposure[] {
  if (valid === null) return [];
  const told = [
    strict?.n,
    strict && wide ? wide.n - strict.n : undefined,
    wide ? valid - wide.n : strict ? valid - strict.n : undefined,
  ];
  return [
    ...(isFew(valid, 9) ? [`${unit} is told on a base of ${valid}`] : []),
    ...(told.some((n) => n !== undefined && isFew(n, 4)) ? [`${unit} shows a cell of 1 to 4: ${told.join('/')}`] : []),
    ...(valid === 0 && anyHidden ? [`${unit} is told apart as empty`] : []),
  ];
}

function attackChannels({ channels, reconciliation }: SurveyEvaluation): Exposure[] {
  const hidden = channels.filter(({ n }) => n === null).length;
  const rest = reconciliation.valid - sum(channels.map(({ n }) => n ?? 0));
  return [
    ...channels.flatMap(({ channel, n }) => (n !== null && isFew(n, 9) ? [`channel ${channel} is told as ${n}`] : [])),
    ...(hidden > 0 && channels.some(({ n }) => n === 0) ? ['an empty channel is told apart'] : []),
    ...(hidden === 1 || (hidden > 1 && rest < 10) ? [`${hidden} hidden channels are ${rest} together`] : []),
  ];
}

/** Distributions of people: what is hidden adds up to what is left of those who answered, or at least that much. */
function attackPersons({ questions }: SurveyEvaluation): Exposure[] {
  return questions
    .filter(({ dimension, cells }) => dimension === 'WHO' && cells.length > 0)
    .flatMap(({ code, kind, answered, cells }) => {
      const hidden = cells.filter(({ share }) => share === null).length;
      const shown = cells.flatMap(({ share }) => (share ? [share.n] : []));
      const rest = answered - sum(shown);
      const [least, most] =
        kind === 'choice'
          ? [hidden === 1 ? rest : 0, rest]
          : [Math.max(0, answered - sum(shown) - (hidden - 1) * answered), answered];
      return [
        ...(answered < 10 && shown.length > 0 ? [`${code} is broken down on a base of ${answered}`] : []),
        ...(shown.some((n) => isFew(n, 4)) ? [`${code} shows a cell of 1 to 4`] : []),
        ...(hidden > 0 && shown.includes(0) ? [`${code} tells an empty cell apart`] : []),
        ...(hidden > 0 && most - least < leastRange ? [`${code} hides ${hidden} cells within ${least}..${most}`] : []),
        ...(hidden > 0 && kind === 'choice' && isFew(rest, 4) ? [`${code} hides ${rest} people together`] : []),
      ];
    });
}

/** Figures of a part of the answers: of some versions only, or of those whom a question was put to. */
function attackParts({ questions, reconciliation }: SurveyEvaluation): Exposure[] {
  const parts = questions.map(({ versions, asked, notAsked }) => ({ versions, n: asked + notAsked }));
  const everybody = { versions: questions.flatMap(({ versions }) => versions), n: reconciliation.valid };
  const all = [everybody, ...parts];
  return [
    ...all.flatMap((a) =>
      all
        .filter((b) => b.versions.every((version) => a.versions.includes(version)) && isFew(a.n - b.n, 9))
        .map((b) => `of ${a.n} answers all but a few are told apart as ${b.n}`),
    ),
    ...parts.filter(({ n }) => n !== everybody.n && isFew(n, 9)).map(({ n }) => `a population of ${n} answers`),
    ...questions
      .filter(({ notAsked, answered, cells, rating }) => {
        const tells = rating !== undefined || cells.some(({ share }) => share !== null);
        return notAsked > 0 && isFew(answered, 9) && tells;
      })
      .map(({ code, answered }) => `${code} tells of ${answered} who were asked`),
  ];
}
