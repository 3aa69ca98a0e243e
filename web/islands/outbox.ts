// Delivers parcels until each is acknowledged. Sending one twice is the same as sending it once, so any doubt is settled
// by sending again. A parcel leaves the shelf on an acknowledgement or by the citizen's own press, and by nothing else.
import type { Parcel } from './parcel.ts';
import type { Shelf } from './shelf.ts';
import { type Reply, type Verdict, verdictOf, waitMs } from './verdict.ts';

export interface OutboxItem {
  readonly parcel: Parcel;
  readonly state: 'sending' | 'waiting' | 'received' | 'refused';
  /** False when only memory holds it. */
  readonly onPhone: boolean;
  /** Where its receipt is shown, once it is received. */
  readonly page?: string | undefined;
  /** How often no answer came. */
  readonly tries: number;
  /** Not to be sent before this moment, because the server asked. */
  readonly notBeforeMs: number;
}

/** What the outbox is given from outside, so that a test can be the network and the clock. */
export interface OutboxTools {
  readonly shelf: Shelf;
  /** Null when no reply came. */
  readonly send: (parcel: Parcel) => Promise<Reply | null>;
  readonly nowMs: () => number;
  readonly random: () => number;
  /** Runs it once after so many milliseconds. */
  readonly after: (run: () => void, ms: number) => void;
  /** Called at each change; with the verdict when a reply was the cause. */
  readonly changed: (item: OutboxItem, verdict?: Verdict) => void;
}

export interface Outbox {
  items(): OutboxItem[];
  /** Takes up what earlier visits left on the shelf. */
  load(): Promise<void>;
  /**
   * Resolves when the parcel is kept; sending goes on by itself. `instead` is the hash of one that had to be corrected:
   * it goes once its correction is kept.
   */
  post(parcel: Parcel, instead?: string): Promise<void>;
  /** Sends what waits. Without `force` it keeps to the time the server asked for. */
  flush(force?: boolean): void;
  discard(sha: string): Promise<void>;
}

export function openOutbox({ shelf, send, nowMs, random, after, changed }: OutboxTools): Outbox {
  const items = new Map<string, OutboxItem>();

  function set(item: OutboxItem, verdict?: Verdict): void {
    items.set(item.parcel.sha, item);
    changed(item, verdict);
  }

  async function deliver(item: OutboxItem): Promise<void> {
    const { parcel } = item;
    set({ ...item, state: 'sending' });
    const verdict = verdictOf(await send(parcel), parcel);
    if (verdict.is === 'later') return waitFor(item, verdict);
    if (verdict.is === 'received') {
      await shelf.drop(parcel.sha);
      return set({ ...item, state: 'received', page: verdict.page }, verdict);
    }
    const refused = { ...parcel, refusal: verdict.message };
    set({ ...item, state: 'refused', parcel: refused, onPhone: await shelf.put(refused) }, verdict);
  }

  function waitFor(item: OutboxItem, verdict: Verdict & { is: 'later' }): void {
    const tries = item.tries + 1;
    const waiting = { ...item, state: 'waiting', tries, notBeforeMs: nowMs() + verdict.afterMs } as const;
    set(waiting, verdict);
    // Unless it was sent meanwhile for another reason, and is another item now.
    after(
      () => items.get(item.parcel.sha) === waiting && deliver(waiting),
      waitMs(item.tries, verdict.afterMs, random()),
    );
  }

  async function discard(sha: string): Promise<void> {
    items.delete(sha);
    await shelf.drop(sha);
  }

  return {
    items: () => [...items.values()],
    async load() {
      for (const parcel of await shelf.all()) {
        const state = parcel.refusal ? 'refused' : 'waiting';
        if (!items.has(parcel.sha)) items.set(parcel.sha, { parcel, state, onPhone: true, tries: 0, notBeforeMs: 0 });
      }
    },
    async post(parcel, instead) {
      const item = { parcel, state: 'sending', onPhone: true, tries: 0, notBeforeMs: 0 } as const;
      set(item);
      const onPhone = await shelf.put(parcel);
      if (onPhone && instead && instead !== parcel.sha) await discard(instead);
      void deliver({ ...item, onPhone });
    },
    flush(force) {
      for (const item of items.values())
        if (item.state === 'waiting' && (force || nowMs() >= item.notBeforeMs)) void deliver(item);
    },
    discard,
  };
}
