// Where parcels lie until they are acknowledged: IndexedDB, else localStorage, else this page's memory. `put` resolves
// only when the browser says the write is complete, and says whether closing the page would lose it.
import { readLocal, withLocalStore, writeLocal } from './local-store.ts';
import type { Parcel } from './parcel.ts';

export interface Shelf {
  /** True when the phone keeps it, false when only memory does. */
  put(parcel: Parcel): Promise<boolean>;
  all(): Promise<Parcel[]>;
  drop(sha: string): Promise<void>;
}

const prefix = 'pingyi.parcel ';
/** Some in-app browsers never answer an open request; nobody waits longer than this for one. */
const databaseWaitMs = 2_000;

export function openShelf(): Shelf {
  const memory = new Map<string, Parcel>();
  const database = openDatabase();

  async function inDatabase<T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const transaction = (await database).transaction('parcels', mode);
    const request = use(transaction.objectStore('parcels'));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      setTimeout(reject, databaseWaitMs);
    });
  }

  return {
    async put(parcel) {
      const kept = await inDatabase('readwrite', (store) => store.put(parcel)).then(
        () => true,
        () => writeLocal(prefix + parcel.sha, parcel),
      );
      if (kept) memory.delete(parcel.sha);
      else memory.set(parcel.sha, parcel);
      return kept;
    },
    async all() {
      const found = new Map(memory);
      for (const parcel of inLocalStore()) found.set(parcel.sha, parcel);
      for (const parcel of await inDatabase('readonly', (store) => store.getAll()).catch(() => []))
        found.set(parcel.sha, parcel as Parcel);
      return [...found.values()];
    },
    async drop(sha) {
      memory.delete(sha);
      withLocalStore((store) => store.removeItem(prefix + sha));
      await inDatabase('readwrite', (store) => store.delete(sha)).catch(() => undefined);
    },
  };
}

function openDatabase(): Promise<IDBDatabase> {
  const opened = new Promise<IDBDatabase>((resolve, reject) => {
    setTimeout(reject, databaseWaitMs);
    // Touching indexedDB throws where storage is blocked, which rejects this promise.
    const request = indexedDB.open('pingyi', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('parcels', { keyPath: 'sha' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  opened.catch(() => undefined);
  return opened;
}

const inLocalStore = (): Parcel[] =>
  (withLocalStore(Object.keys) || [])
    .filter((key) => key.startsWith(prefix))
    .map((key) => readLocal<Parcel>(key))
    .filter((parcel): parcel is Parcel => Boolean(parcel));
