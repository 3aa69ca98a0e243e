// The phone's localStorage, where it lets us: private windows and some in-app browsers throw on the first touch, and a
// full one throws on writing. undefined means "not kept", never an exception.

export function withLocalStore<T>(use: (store: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

export const readLocal = <T>(key: string): T | null | undefined =>
  withLocalStore((store) => JSON.parse(store.getItem(key) || 'null') as T | null);

/** True when it can be read back. */
export const writeLocal = (key: string, value: unknown): boolean =>
  withLocalStore((store) => {
    const text = JSON.stringify(value);
    store.setItem(key, text);
    return store.getItem(key) === text;
  }) === true;
