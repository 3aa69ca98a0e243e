// What happened in the last while, counted by key. In memory only, and bounded: under a flood the oldest is forgotten
// first.

const eventsMax = 50_000;

export interface Recent {
  note(keys: readonly string[]): void;
  count(key: string): number;
}

export function recentEvents(windowMs: number, now: () => number): Recent {
  let events: { readonly at: number; readonly key: string }[] = [];
  let oldest = 0;
  const counts = new Map<string, number>();

  function forgetOldest(): void {
    const { key } = events[oldest] as (typeof events)[number];
    oldest += 1;
    const left = (counts.get(key) ?? 0) - 1;
    if (left > 0) counts.set(key, left);
    else counts.delete(key);
  }

  function forgetOld(): void {
    const before = now() - windowMs;
    while (oldest < events.length && ((events[oldest]?.at ?? 0) <= before || events.length - oldest > eventsMax))
      forgetOldest();
    if (oldest > eventsMax) {
      events = events.slice(oldest);
      oldest = 0;
    }
  }

  return {
    note(keys) {
      const at = now();
      for (const key of keys) {
        events.push({ at, key });
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      forgetOld();
    },
    count(key) {
      forgetOld();
      return counts.get(key) ?? 0;
    },
  };
}
