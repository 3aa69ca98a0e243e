// What was typed and not stored yet, kept in this browser until the page comes back with it stored: a closed window or a session that
// ended loses nothing. It is offered, never put in by itself, because somebody else may have written since.
import { tidyText } from '#core/canonical.ts';
import type { Entries } from '#core/statutory/entries.ts';
import { readLocal, withLocalStore, writeLocal } from './local-store.ts';

export interface Kept {
  /** Only what was changed. */
  readonly fields: Entries;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What of it is not on the page; an emptied field is not worth an offer. */
export const missing = (kept: Kept, now: Entries): Entries =>
  Object.fromEntries(
    Object.entries(kept.fields).filter(
      ([id, text]) => now[id] !== undefined && text.trim() !== '' && tidyText(now[id]) !== tidyText(text),
    ),
  );

export const changedFrom = (first: Entries, now: Entries): Entries =>
  Object.fromEntries(Object.entries(now).filter(([id, text]) => first[id] !== text));

export function readKept(key: string): Kept | null {
  const kept = readLocal<Kept>(key);
  return kept?.fields instanceof Object && typeof kept.at === 'number' ? kept : null;
}

/** False when the browser keeps nothing. */
export function keep(key: string, kept: Kept): boolean {
  if (Object.keys(kept.fields).length > 0) return writeLocal(key, kept);
  withLocalStore((store) => store.removeItem(key));
  return true;
}
