// Committing an action together with its entry in the audit. The number of the next entry is taken by whoever writes
// first; the other reads the new end of the chain and tries again.
import { type AuditEvent, linked } from '#core/audit.ts';
import { isUniqueFailure, type Statement } from '../database.ts';
import type { Host } from '../host.ts';
import { Unavailable } from '../resilience.ts';
import { appending, chainEnd, hashAt } from '../store/audit.ts';

/** In each round one writer gets through: as many rounds as there may be writers at once. */
const attemptsMax = 40;

/**
 * All of the statements and the entry, or none. The entry comes first, so that a batch which was in fact committed, but
 * whose reply was lost and which is sent again, is recognised by its own hash.
 */
export async function commitAudited(
  { db, now, randomHex }: Pick<Host, 'db' | 'now' | 'randomHex'>,
  event: AuditEvent,
  statements: readonly Statement[] = [],
): Promise<void> {
  const below = belowMs(randomHex);
  for (let attempt = 1; ; attempt += 1) {
    const entry = linked(await chainEnd(db), new Date(now()).toISOString().replace('Z', `${below}Z`), event);
    try {
      await db.commit([appending(entry), ...statements]);
      return;
    } catch (error) {
      if (!isUniqueFailure(error, 'audit.seq')) throw error;
      if ((await hashAt(db, entry.seq)) === entry.hash) return;
      if (attempt === attemptsMax) throw new Unavailable(error);
    }
  }
}

/** Six random digits: equal actions of one millisecond must not take each other's entry for their own. */
const belowMs = (randomHex: Host['randomHex']): string =>
  String(Number.parseInt(randomHex(4), 16) % 1_000_000).padStart(6, '0');
