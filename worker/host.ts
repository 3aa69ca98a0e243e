// What the app is given from outside: database, clock, randomness, settings. Nothing in worker/ reaches for these by
// itself, so that tests run on a fixed clock and the same app runs on another host.
import { randomBytes } from 'node:crypto';
import type { Day } from '#core/period.ts';
import { dayOf } from '#core/period.ts';
import type { Database } from './database.ts';
import { makePace, type Pace } from './pace.ts';
import type { Seals } from './seals.ts';
import { makeSeals } from './seals.ts';
import type { Settings } from './settings.ts';
import { makeWatch, type Watch } from './watch.ts';

export interface Host {
  readonly db: Database;
  readonly settings: Settings;
  readonly seals: Seals;
  readonly watch: Watch;
  readonly pace: Pace;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** Unpredictable bytes, as lower-case hexadecimal digits. */
  readonly randomHex: (bytes: number) => string;
  readonly today: () => Day;
}

export function makeHost(
  db: Database,
  settings: Settings,
  { now = Date.now, randomHex = (bytes: number) => randomBytes(bytes).toString('hex') } = {},
): Host {
  const seals = makeSeals(settings.secret);
  return {
    db,
    settings,
    seals,
    watch: makeWatch({ now, randomHex }),
    pace: makePace({ now }),
    now,
    randomHex,
    today: () => dayOf(now()),
  };
}
