// How fast programs may call: so many requests a minute for a token, and so many failures for a network. In memory only, like
// the watch: each isolate counts by itself.
import { recentEvents } from './recent.ts';

const callsPerMinute = 120;
const failuresPerMinute = 30;

export interface Pace {
  /** False when this token called too often in the last minute; counts the call. */
  admits(token: string): boolean;
  noteFailure(bucket: string): void;
  failsTooOften(bucket: string): boolean;
}

export function makePace({ now }: { now: () => number }): Pace {
  const lastMinute = recentEvents(60_000, now);
  return {
    admits(token) {
      if (lastMinute.count(`call ${token}`) >= callsPerMinute) return false;
      lastMinute.note([`call ${token}`]);
      return true;
    },
    noteFailure: (bucket) => lastMinute.note([`fail ${bucket}`]),
    failsTooOften: (bucket) => lastMinute.count(`fail ${bucket}`) >= failuresPerMinute,
  };
}
