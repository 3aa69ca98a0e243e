// The attack across axes at once. For a hidden figure of a unit two counties are made up, person by person, with a unit,
// a level, a channel and answers about themselves; everything published is true of both, and the figure is five values
// apart in them. So units, channels and persons, read together, do not give it away either.
import type { SurveyEvaluation } from '#core/report.ts';
import { equationsOf, type Figure, type Groups, isSolvable, leastOf } from './attacker.ts';

export interface MadeUp {
  readonly unit: string;
  readonly level: string | null;
  readonly channel: string;
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

type Question = SurveyEvaluation['questions'][number];

const overallOf = ({ questions }: SurveyEvaluation) =>
  questions.find(({ dimension, rating }) => dimension === 'OVR' && rating);

/** Both worlds of the first hidden figure of each kind; none where nothing is hidden, or where versions are told apart. */
export function twoWorlds(published: SurveyEvaluation): MadeUp[][] {
  const overall = overallOf(published);
  const rating = overall?.rating;
  const isWhole = published.questions.every((q) => q.asked + q.notAsked === published.reconciliation.valid);
  if (!overall || !rating || !isWhole) return [];
  const totals: Groups = [rating.strict.n, rating.wide.n - rating.strict.n, rating.valid - rating.wide.n];
  return (['valid', 'strict', 'wide'] as const).flatMap((figure) => {
    const unit = published.units.find((row) => row[figure] === null)?.unit;
    if (unit === undefined) return [];
    const least = leastOf(published, totals, unit, figure) ?? -1;
    return [least, least + 4].map((n) => peopleOf(published, overall, solve(published, totals, { unit, figure, n })));
  });
}

/** Every hidden figure of the units filled in, one after the other, as small as the equations allow. */
function solve(
  published: SurveyEvaluation,
  totals: Groups,
  guess: { readonly unit: string; readonly figure: Figure; readonly n: number },
): SurveyEvaluation {
  let known = withFigure(published, guess.unit, guess.figure, guess.n);
  for (const { unit } of published.units)
    for (const figure of ['valid', 'strict', 'wide'] as const) {
      if (known.units.find((row) => row.unit === unit)?.[figure] !== null) continue;
      const n = leastOf(known, totals, unit, figure);
      if (n === null) throw new Error(`${figure} of ${unit} has no value`);
      known = withFigure(known, unit, figure, n);
    }
  if (!isSolvable(equationsOf(known, totals))) throw new Error('the world does not add up');
  return known;
}

const withFigure = (of: SurveyEvaluation, unit: string, figure: Figure, n: number): SurveyEvaluation => ({
  ...of,
  units: of.units.map((row) =>
    row.unit === unit ? { ...row, [figure]: figure === 'valid' ? n : { n, base: n, percent: null } } : row,
  ),
});

function peopleOf(solved: SurveyEvaluation, overall: Question, { units, channels }: SurveyEvaluation): MadeUp[] {
  const { valid } = solved.reconciliation;
  const levels = (of: (level: NonNullable<Question['cells'][number]['level']>) => boolean) =>
    overall.cells.flatMap(({ code, level, share }) => (level && of(level) ? repeat(code, share?.n ?? 0) : []));
  const pools = [
    levels(({ strict }) => strict),
    levels(({ strict, wide }) => wide && !strict),
    levels(({ wide }) => !wide),
  ];
  const rated = units.flatMap(({ unit, valid: all, strict, wide }) => {
    const [s, w, v] = [strict?.n ?? 0, wide?.n ?? 0, all ?? 0];
    return [s, w - s, v - w].flatMap((n, group) =>
      (pools[group]?.splice(0, n) ?? []).map((level) => ({ unit, level })),
    );
  });
  const nowhere = units[0]?.unit ?? '';
  const people = [...rated, ...repeat({ unit: nowhere, level: null }, valid - rated.length)];
  const through =
    channels.length === 0
      ? []
      : filled(
          channels.map(({ channel, n }) => [channel, n] as const),
          valid,
        );
  const persons = solved.questions.filter(({ dimension, cells }) => dimension === 'WHO' && cells.length > 0);
  const given = persons.map((question) => [question.code, dealt(question)] as const);
  return people.map((person, i) => ({
    ...person,
    // Turned, so that no axis lies along another.
    channel: through[(i + 3) % valid] ?? 'web',
    choices: Object.fromEntries(given.map(([code, all]) => [code, all[(i + 5) % valid] ?? []])),
  }));
}

const repeat = <T>(value: T, n: number): T[] => Array.from({ length: n }, () => value);

/** Names, each as often as is told; what is left goes to the first that is hidden. */
function filled(told: readonly (readonly [string, number | null])[], total: number): string[] {
  const rest = total - told.reduce((sum, [, n]) => sum + (n ?? 0), 0);
  const first = told.findIndex(([, n]) => n === null);
  return told.flatMap(([name, n], i) => repeat(name, n ?? (i === first ? rest : 0)));
}

/** For each of those who answered what they chose; nothing for the others. */
function dealt({ kind, answered, cells }: Question): string[][] {
  const told = cells.map(({ code, share }) => [code, share?.n ?? null] as const);
  if (kind === 'choice') return filled(told, answered).map((code) => [code]);
  const everybody = repeat(null, answered).map((): string[] => []);
  const first = told.findIndex(([, n]) => n === null);
  let next = 0;
  told.forEach(([code, n], i) => {
    for (let k = 0; k < (n ?? (i === first ? answered : 0)); k += 1) everybody[next++ % answered]?.push(code);
  });
  return everybody;
}

/** Where a made-up county differs from what was published, by a count of its own. */
export function contradictions(published: SurveyEvaluation, people: readonly MadeUp[]): string[] {
  const overall = overallOf(published);
  const groupOf = (code: string | null) => overall?.cells.find((cell) => cell.code === code)?.level;
  const count = (where: (person: MadeUp) => boolean) => people.filter(where).length;
  const wrong = (what: string, told: number | null | undefined, is: number) =>
    told === null || told === undefined || told === is ? [] : [`${what}: published ${told}, made up ${is}`];
  return [
    ...wrong('valid', published.reconciliation.valid, people.length),
    ...(overall?.cells ?? []).flatMap(({ code, share }) =>
      wrong(
        code,
        share?.n,
        count(({ level }) => level === code),
      ),
    ),
    ...published.units.flatMap(({ unit, valid, strict, wide }) => {
      const own = people.filter((person) => person.unit === unit && person.level !== null);
      return [
        ...wrong(`${unit} valid`, valid, own.length),
        ...wrong(`${unit} strict`, strict?.n, own.filter(({ level }) => groupOf(level)?.strict).length),
        ...wrong(`${unit} wide`, wide?.n, own.filter(({ level }) => groupOf(level)?.wide).length),
      ];
    }),
    ...published.channels.flatMap(({ channel, n }) =>
      wrong(
        channel,
        n,
        count((person) => person.channel === channel),
      ),
    ),
    ...published.questions
      .filter(({ dimension }) => dimension === 'WHO')
      .flatMap(({ code, cells, answered }) => [
        ...(cells.length > 0
          ? wrong(
              code,
              answered,
              count(({ choices }) => (choices[code] ?? []).length > 0),
            )
          : []),
        ...cells.flatMap((cell) =>
          wrong(
            `${code}=${cell.code}`,
            cell.share?.n,
            count(({ choices }) => (choices[code] ?? []).includes(cell.code)),
          ),
        ),
      ]),
  ];
}
