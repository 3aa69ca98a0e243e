// The sums of the entry tables, worked out with every key: what does not hold is said at its cell, in words, with a button that
// fills in what the others add up to; what an empty cell must be stands in it in grey. Nothing is filled in by itself.
import { fill } from '#core/lang.ts';
import { type Figures, readEntries } from '#core/statutory/entries.ts';
import { type BrokenSum, brokenSums, impliedCells } from '#core/statutory/equations.ts';
import type { CellId, StatutoryForm } from '#core/statutory/form.ts';
import { problemText } from '#core/text.ts';
import type { AnnualIslandData } from '../parts/annual-island.ts';
import { sumCell, sumText } from '../parts/annual-props.ts';
import { entriesNow, fieldOf } from './entry-cells.ts';

export interface Remark {
  readonly text: string;
  /** What would set it right here, where one figure can. */
  readonly fill: number | null;
}

/** What its cell would have to be for the sum to hold: only where it is the sum of the others, or stands alone. */
export const mending = ({ equation, left, right }: BrokenSum): number | null =>
  equation.total !== null ? left : equation.terms.length === 1 ? right : null;

export interface Sums {
  readonly remarks: ReadonlyMap<CellId, readonly Remark[]>;
  readonly implied: ReadonlyMap<CellId, number>;
}

export function sumsNow(form: StatutoryForm, lastYear: Figures, words: AnnualIslandData['words']): Sums {
  const { figures, problems } = readEntries(form, entriesNow(form.cells));
  const remarks = new Map<CellId, Remark[]>();
  const remark = (id: CellId, said: Remark) => remarks.set(id, [...(remarks.get(id) ?? []), said]);
  for (const problem of problems) remark(problem.field, { text: problemText(words, problem), fill: null });
  const broken = [...brokenSums(form.equations, figures), ...brokenSums(form.carriedOver, figures, lastYear)];
  for (const each of broken) remark(sumCell(each), { text: sumText(words, each), fill: mending(each) });
  return { remarks, implied: impliedCells(form, figures, lastYear) };
}

/** Writes the remarks of every cell where they differ from what stands there. */
export function showSums(
  form: StatutoryForm,
  { remarks, implied }: Sums,
  words: AnnualIslandData['words'],
  onFill: (id: CellId, value: number) => void,
): void {
  for (const { id } of form.cells) {
    const field = fieldOf(id);
    const said = remarks.get(id) ?? [];
    const must = implied.get(id);
    if (!field) continue;
    if (field instanceof HTMLInputElement) field.placeholder = must === undefined ? '' : String(must);
    const key = JSON.stringify(said);
    if (field.dataset.remarks === key) continue;
    field.dataset.remarks = key;
    document.getElementById(`d-${id}`)?.remove();
    if (said.length === 0) {
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
      continue;
    }
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', `d-${id}`);
    field.after(remarkNode(id, said, words, onFill));
  }
}

function remarkNode(
  id: CellId,
  said: readonly Remark[],
  { entering }: AnnualIslandData['words'],
  onFill: (id: CellId, value: number) => void,
): HTMLElement {
  const node = document.createElement('span');
  node.id = `d-${id}`;
  node.className = 'problem';
  for (const { text, fill: value } of said) {
    node.append(text);
    if (value === null) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain';
    button.textContent = fill(entering.fill, { n: value });
    button.addEventListener('click', () => onFill(id, value));
    node.append(' ', button);
  }
  return node;
}
