// What the entry tables have to say, at the foot of the screen: the cell one is in, what a sum wants there, what was just pasted, and
// what is not stored yet. Built in the browser.
import { fill } from '#core/lang.ts';
import type { Words } from '#core/text.ts';

export interface EntryBarProps {
  readonly words: Words['entering'];
  /** The cell one is in, and what it must be. */
  readonly cell: { readonly label: string; readonly implied: number | null } | null;
  readonly said: string;
  readonly unsaved: number;
  readonly kept: boolean;
  readonly onFill: () => void;
  /** Null when there is nothing to take back. */
  readonly onUndo: (() => void) | null;
}

export function EntryBar({ words: w, cell, said, unsaved, kept, onFill, onUndo }: EntryBarProps) {
  return (
    <div class="entry-bar">
      {cell && (
        <p>
          <b>{cell.label}</b>{' '}
          {cell.implied !== null && (
            <>
              {fill(w.must, { n: cell.implied })}{' '}
              <button type="button" class="plain" onClick={onFill}>
                {fill(w.fill, { n: cell.implied })}
              </button>
            </>
          )}
        </p>
      )}
      <p role="status">{said}</p>
      {onUndo && (
        <button type="button" class="plain" onClick={onUndo}>
          {w.undo}
        </button>
      )}
      {unsaved > 0 && <p class="quiet">{fill(kept ? w.unsaved : w.unkept, { n: unsaved })}</p>}
    </div>
  );
}

export interface KeptOfferProps {
  readonly words: Words['entering'];
  readonly at: string;
  readonly fields: number;
  readonly onRestore: () => void;
  readonly onDiscard: () => void;
}

export const KeptOffer = ({ words: w, at, fields, onRestore, onDiscard }: KeptOfferProps) => (
  <section class="panel saved" role="status">
    <p>{fill(w.found, { at, n: fields })}</p>
    <p class="deeds">
      <button type="button" class="button" onClick={onRestore}>
        {w.restore}
      </button>
      <button type="button" class="plain" onClick={onDiscard}>
        {w.discard}
      </button>
    </p>
  </section>
);
