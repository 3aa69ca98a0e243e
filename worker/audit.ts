// Checking the audit against a database: the whole chain from its start, in pages.
import { type ChainBreak, type ChainEnd, chainStart, followChain } from '#core/audit.ts';
import type { Database } from './database.ts';
import { entriesAfter } from './store/audit.ts';

const pageSize = 1_000;

/** The end of the chain, or the first entry that does not fit. */
export async function followAudit(db: Database): Promise<ChainEnd | ChainBreak> {
  for (let end: ChainEnd = chainStart; ; ) {
    const entries = await entriesAfter(db, end.seq, pageSize);
    const next = followChain(end, entries);
    if ('fault' in next || entries.length < pageSize) return next;
    end = next;
  }
}
