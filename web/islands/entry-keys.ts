// The keyboard of a spreadsheet on the entry tables: arrows, Enter, Home and End lead from figure to figure, Escape takes back what
// was typed since the cell was entered. Tab is the browser's. Without script the fields are ordinary ones.
import type { CellId, StatutoryForm } from '#core/statutory/form.ts';
import { type Move, moved, type Spot, spotsOf } from './cell-map.ts';
import { cellIdOf, fieldOf, put } from './entry-cells.ts';

/** What a key asks for; null leaves it to the field. `atStart` and `atEnd` say where the caret stands, or that all is selected. */
export function moveOf(
  {
    key,
    shiftKey,
    ctrlKey,
    metaKey,
    altKey,
  }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  { atStart, atEnd }: { readonly atStart: boolean; readonly atEnd: boolean },
): Move | null {
  const control = ctrlKey || metaKey;
  if (altKey) return null;
  if (key === 'Enter') return control ? null : shiftKey ? 'up' : 'down';
  if (shiftKey) return null;
  if (key === 'Home') return control ? 'table-start' : 'row-start';
  if (key === 'End') return control ? 'table-end' : 'row-end';
  if (control) return null;
  if (key === 'ArrowUp') return 'up';
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowLeft') return atStart ? 'left' : null;
  if (key === 'ArrowRight') return atEnd ? 'right' : null;
  return null;
}

export function listenToKeys(page: HTMLElement, form: StatutoryForm): void {
  const spots = new Map<string, readonly Spot[]>(form.tables.map((table) => [table.id, spotsOf(table)]));
  let entered: { readonly id: CellId; readonly text: string } | null = null;
  const go = (id: CellId | null) => {
    const field = id === null ? null : fieldOf(id);
    field?.focus();
    field?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  page.addEventListener('focusin', ({ target }) => {
    const id = cellIdOf(form, target);
    if (!id || !(target instanceof HTMLInputElement)) return;
    entered = { id, text: target.value };
    target.select();
  });
  page.addEventListener('keydown', (event) => {
    const id = cellIdOf(form, event.target);
    // While an input method is composing, Enter and Escape are its own.
    if (!id || !(event.target instanceof HTMLInputElement) || event.isComposing) return;
    if (event.key === 'Escape') {
      if (entered?.id === id) put({ [id]: entered.text });
      event.target.select();
      return;
    }
    const { selectionStart, selectionEnd, value } = event.target;
    const all = selectionStart === 0 && selectionEnd === value.length;
    const move = moveOf(event, {
      atStart: all || (selectionStart === 0 && selectionEnd === 0),
      atEnd: all || selectionStart === value.length,
    });
    if (!move) return;
    event.preventDefault();
    go(moved(spots.get(form.cells.find((cell) => cell.id === id)?.table ?? '') ?? [], id, move));
  });
}
