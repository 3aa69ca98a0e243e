// What stands between an action and a database that stalls or stumbles. A deadline covers the whole request, so that a
// phone never hangs; a retry happens only for failures the database calls transient, which may have committed: every
// action must be safe to repeat.
import type { Database } from './database.ts';

export class Unavailable extends Error {
  constructor(cause: unknown) {
    super('the database did not answer in time', { cause });
    this.name = 'Unavailable';
  }
}

/** Half a second less than the 8 s a phone was promised, for the reply to get there. */
export const deadlineMs = 7_500;
export const retriesMax = 3;
const firstPauseMs = 40;

/**
 * Failures that D1 documents as worth a retry, SQLite's own "somebody else is writing", and the platform's internal
 * errors, which come with a reference and nothing else (local D1 reports a lock that meets a read as one).
 */
const transient =
  /Network connection lost|storage caused object to be reset|reset because its code was updated|Cannot resolve D1 DB due to transient issue|D1 DB is overloaded|SQLITE_BUSY|database is locked|internal error; reference = /;

export const isTransient = (error: unknown): boolean => transient.test(String(error));

interface Bounds {
  /** Milliseconds this request has left. */
  readonly leftMs: () => number;
  readonly jitter: () => number;
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

async function within<T>(leftMs: number, work: () => Promise<T>): Promise<T> {
  if (leftMs <= 0) throw new Unavailable('no time left');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Unavailable('deadline')), leftMs);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

export function bounded(db: Database, { leftMs, jitter }: Bounds): Database {
  async function attempt<T>(work: () => Promise<T>): Promise<T> {
    for (let retry = 0; ; retry += 1) {
      try {
        return await within(leftMs(), work);
      } catch (error) {
        if (!isTransient(error)) throw error;
        const pauseMs = firstPauseMs * 2 ** retry * (0.5 + jitter());
        if (retry === retriesMax || pauseMs >= leftMs()) throw new Unavailable(error);
        await pause(pauseMs);
      }
    }
  }
  return {
    all: (statement) => attempt(() => db.all(statement)),
    first: (statement) => attempt(() => db.first(statement)),
    commit: (statements) => attempt(() => db.commit(statements)),
  };
}
