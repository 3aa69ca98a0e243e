// The fields of an annual report on its page: by id, with what stands in them, and one way to put figures in that everybody who
// listens for `input` hears. What was put in at once can be taken back at once.
import type { Entries } from '#core/statutory/entries.ts';
import type { StatutoryForm } from '#core/statutory/form.ts';

export type Field = HTMLInputElement | HTMLTextAreaElement;

/** Ids hold points, which a selector would read as classes. */
export function fieldOf(id: string): Field | null {
  const found = document.getElementById(`f-${id}`);
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : null;
}

/** The cell a node is the field of; null for texts and everything else. */
export const cellIdOf = (form: StatutoryForm, node: EventTarget | null): string | null =>
  node instanceof HTMLInputElement && form.cells.some(({ id }) => id === node.name) ? node.name : null;

export const entriesNow = (ids: readonly { readonly id: string }[]): Entries =>
  Object.fromEntries(ids.map(({ id }) => [id, fieldOf(id)?.value ?? '']));

/** Returns what stood there before, so that it can be put back. */
export function put(entries: Entries): Entries {
  const before = entriesNow(Object.keys(entries).map((id) => ({ id })));
  for (const [id, text] of Object.entries(entries)) {
    const field = fieldOf(id);
    if (!field || field.value === text) continue;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return before;
}
