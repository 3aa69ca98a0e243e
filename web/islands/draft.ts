// What is on the form before it is sent, kept on the phone under the form's place (its path and the unit it is about). It
// also keeps the form's id: a second tab of the same form adopts it, so that however often one person presses 提交, the
// server sees one answer.
import type { RawAnswers } from '../parts/survey-form.tsx';
import type { FormIdentity } from './form-reading.ts';
import { readLocal, withLocalStore, writeLocal } from './local-store.ts';

export interface Draft {
  readonly identity: FormIdentity;
  /** The survey version the identity was issued for. */
  readonly version: number;
  readonly answers: RawAnswers;
  readonly savedMs: number;
}

const lastsMs = 7 * 86_400_000;
const receivedMax = 20;
const receivedKey = 'pingyi.received';
const draftKey = (place: string): string => `pingyi.draft ${place}`;

/** What an earlier visit or another tab left; null when it is old or its answer was received since. */
export function readDraft(place: string, nowMs: number): Draft | null {
  const draft = readLocal<Draft>(draftKey(place));
  // The clock may have been set since: an age is a distance, whichever way.
  return draft && !receiptOf(draft.identity.id) && Math.abs(nowMs - draft.savedMs) < lastsMs ? draft : null;
}

/** False when this phone keeps nothing. */
export const saveDraft = (place: string, draft: Draft): boolean =>
  receiptOf(draft.identity.id) !== undefined || writeLocal(draftKey(place), draft);

export const dropDraft = (place: string): void => {
  withLocalStore((store) => store.removeItem(draftKey(place)));
};

/** The receipt page of an answer this phone knows to be stored; its form must not be sent or kept as a draft again. */
export const receiptOf = (id: string): string | undefined => received().get(id);

export const receiptPages = (): string[] => [...received().values()];

export const noteReceived = (id: string, page: string): void => {
  writeLocal(receivedKey, [...received().set(id, page)].slice(-receivedMax));
};

const received = (): Map<string, string> => new Map(readLocal<[string, string][]>(receivedKey) || []);
