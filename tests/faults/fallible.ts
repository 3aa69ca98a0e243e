// Database ports that fail on purpose, around a real one.
import type { Database } from '#worker/database.ts';

export type Moment = 'before' | 'after';

export interface FallibleDatabase extends Database {
  /** The n-th call from now on fails, before it reaches the store or after it took effect there. */
  failAt(n: number, when: Moment, error: Error): void;
  /** Whether that call came. */
  readonly failed: boolean;
}

export function fallible(db: Database): FallibleDatabase {
  let plan: { n: number; when: Moment; error: Error } | null = null;
  const pass = async <T>(call: () => Promise<T>): Promise<T> => {
    if (!plan || --plan.n !== 0) return call();
    const { when, error } = plan;
    plan = null;
    if (when === 'after') await call();
    throw error;
  };
  return {
    all: (statement) => pass(() => db.all(statement)),
    first: (statement) => pass(() => db.first(statement)),
    commit: (statements) => pass(() => db.commit(statements)),
    failAt: (n, when, error) => {
      plan = { n, when, error };
    },
    get failed() {
      return plan === null;
    },
  };
}

/** Broken on purpose: commits statement by statement, so that a failure between two leaves the first. */
export const unbatched = (db: Database): Database => ({
  ...db,
  commit: async (statements) => {
    const changes: number[] = [];
    for (const statement of statements) changes.push(...(await db.commit([statement])));
    return changes;
  },
});

export interface StallingDatabase extends Database {
  /** Commits wait from now on, before they reach the store or after they took effect there. */
  stall(when: Moment): void;
  /** Lets go of everything that waits, and waits no more. */
  release(): Promise<void>;
}

export function stalling(db: Database): StallingDatabase {
  let when: Moment | null = null;
  let gate = Promise.withResolvers<void>();
  const waiting: Promise<unknown>[] = [];
  const slow = async (statements: Parameters<Database['commit']>[0]) => {
    const [stalls, { promise: opened }] = [when, gate];
    if (stalls === 'before') await opened;
    const changes = await db.commit(statements);
    if (stalls === 'after') await opened;
    return changes;
  };
  return {
    all: db.all,
    first: db.first,
    commit: (statements) => {
      const work = slow(statements);
      waiting.push(work.catch(() => null));
      return work;
    },
    stall: (moment) => {
      when = moment;
    },
    release: async () => {
      when = null;
      gate.resolve();
      gate = Promise.withResolvers();
      await Promise.all(waiting.splice(0));
    },
  };
}
