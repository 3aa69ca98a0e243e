// The county's tables as the sum of its organs' (rule B9): who is in, who is missing, what the sum is, and where the county's
// own figures differ from it. Only whole tables are added: half a table would make a sum that looks like one.
import type { AnnualFields } from './annual-fields.ts';
import { type Entries, type Figures, readEntries } from './entries.ts';
import type { CellId, StatutoryForm } from './form.ts';
import type { AnnualScope } from './scope.ts';

export interface Organ {
  readonly scope: AnnualScope;
  readonly name: string;
  /** Null when nothing is stored. */
  readonly fields: AnnualFields | null;
}

export interface Aggregate {
  readonly organs: readonly (Pick<Organ, 'scope' | 'name'> & { readonly state: 'whole' | 'part' | 'missing' })[];
  /** Over those that are whole; empty while there is none. */
  readonly sums: Figures;
  /** Every organ is whole, so the sums are the county's. */
  readonly complete: boolean;
  /** Cells of the county's that are not the sum; none are named before it is complete. */
  readonly differing: readonly { readonly cell: CellId; readonly whole: number; readonly sum: number }[];
}

/** Money has six decimals at most: whole hundredths of a yuan add up exactly. */
const scale = 1_000_000;

export function aggregateOf(form: StatutoryForm, organs: readonly Organ[], county: Figures): Aggregate {
  const read = organs.map(({ scope, name, fields }) => ({ scope, name, entries: fields && readEntries(form, fields) }));
  const whole = read.flatMap(({ entries }) =>
    entries && entries.blank.length + entries.problems.length === 0 ? [entries.figures] : [],
  );
  const sums: Figures =
    whole.length === 0
      ? {}
      : Object.fromEntries(
          form.cells.map(({ id }) => [
            id,
            whole.reduce((sum, figures) => sum + Math.round((figures[id] ?? 0) * scale), 0) / scale,
          ]),
        );
  const complete = organs.length > 0 && whole.length === organs.length;
  return {
    organs: read.map(({ scope, name, entries }) => ({
      scope,
      name,
      state: !entries ? 'missing' : entries.blank.length + entries.problems.length === 0 ? 'whole' : 'part',
    })),
    sums,
    complete,
    differing: complete
      ? form.cells.flatMap(({ id }) => {
          const [own, sum] = [county[id], sums[id]];
          return own === undefined || sum === undefined || own === sum ? [] : [{ cell: id, whole: own, sum }];
        })
      : [],
  };
}

/** The sums as they would be typed. */
export const sumEntries = ({ sums }: Pick<Aggregate, 'sums'>): Entries =>
  Object.fromEntries(Object.entries(sums).map(([id, sum]) => [id, String(sum)]));
