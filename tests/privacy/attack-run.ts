// Attacking many random years, for `npm test` and, ten times as many, for `npm run soak -- privacy`. Each broken rule is
// attacked too: one that the attacker does not notice would prove nothing.
import { breakdownBaseMin, type Guards, guards, smallCellMax } from '#core/privacy.ts';
import { attack } from './attacker.ts';
import { publish, randomPeople } from './random-year.ts';

export interface AttackReport {
  readonly years: number;
  /** Years in which something was hidden at all; a rule that hides everything or nothing would prove nothing. */
  readonly hiding: number;
  /** Years in which units are told. */
  readonly telling: number;
  readonly exposed: readonly { readonly seed: number; readonly exposures: readonly string[] }[];
}

export function attackRun(years: number, firstSeed: number, rules: Guards = guards): AttackReport {
  let [hiding, telling] = [0, 0];
  const exposed: { seed: number; exposures: string[] }[] = [];
  for (let seed = firstSeed; seed < firstSeed + years; seed += 1) {
    const published = publish(randomPeople(seed), rules);
    if (published.units.some(({ valid }) => valid === null)) hiding += 1;
    if (published.units.some(({ valid }) => valid !== null && valid > 0)) telling += 1;
    const exposures = attack(published);
    if (exposures.length > 0) exposed.push({ seed, exposures });
  }
  return { years, hiding, telling, exposed };
}

const sum = (cells: readonly number[]) => cells.reduce((a, b) => a + b, 0);
const small = (cells: readonly number[]) =>
  (sum(cells) > 0 && sum(cells) < breakdownBaseMin) || cells.some((n) => n > 0 && n <= smallCellMax);
const primary = (rows: readonly (readonly number[])[]) => new Set([...rows.keys()].filter((i) => small(rows[i] ?? [])));
const filled = (rows: readonly (readonly number[])[], hidden: ReadonlySet<number>) =>
  new Set([...hidden].filter((i) => sum(rows[i] ?? []) > 0));

/** Rules that each forget one thing. */
export const brokenRules: Readonly<Record<string, Guards>> = {
  'small rows alone are hidden, nothing beside them': { ...guards, rows: primary },
  'small cells alone are hidden, nothing beside them': {
    ...guards,
    cells: (cells, base) =>
      base < breakdownBaseMin
        ? new Set(cells.keys())
        : new Set([...cells.keys()].filter((i) => (cells[i] ?? 0) > 0 && (cells[i] ?? 0) <= smallCellMax)),
  },
  'rows of nobody stay beside hidden ones': { ...guards, rows: (rows) => filled(rows, guards.rows(rows)) },
  'cells of nobody stay beside hidden ones': {
    ...guards,
    cells: (cells, base) => new Set([...guards.cells(cells, base)].filter((i) => (cells[i] ?? 0) > 0)),
  },
  'one row is hidden where two must be': {
    ...guards,
    rows: (rows) => {
      const hidden = guards.rows(rows);
      return primary(rows).size === 1 ? primary(rows) : hidden;
    },
  },
  'two rows are always enough': {
    ...guards,
    rows: (rows) => {
      const hidden = new Set(primary(rows));
      const rest = [...rows.keys()]
        .filter((i) => !hidden.has(i))
        .sort((a, b) => sum(rows[a] ?? []) - sum(rows[b] ?? []));
      while (hidden.size === 1 && rest.length > 0) hidden.add(rest.shift() as number);
      return hidden;
    },
  },
  'a base under ten is broken down': { ...guards, rows: () => new Set(), cells: () => new Set() },
  'a filter by version leaves out a few': { ...guards, population: () => true },
};
