// Citizens at once, each on a connection of their own. Whoever gets no acknowledgement stays in doubt and somebody sends
// the same envelope again, byte for byte, as a phone does.
import { acknowledges } from '#core/submission.ts';
import { Connection, type Reply } from '#scripts/connection.ts';
import type { Citizen, Ledger } from './ledger.ts';

export interface Crowd {
  readonly connections: number;
  /** The next to arrive; undefined when everybody has come. */
  readonly next: () => Citizen | undefined;
  /** Ends everything, with whoever is under way left in doubt. */
  readonly signal?: AbortSignal;
  readonly onReply?: (citizen: Citizen, reply: Reply) => void;
}

/** Replies that ask to come again; any other that is no acknowledgement ends the run. */
const comeAgain = new Set([429, 503]);

/** Ends when everybody who came is acknowledged, or when the signal says so. */
export async function crowd(url: string, ledger: Ledger, { connections, next, signal, onReply }: Crowd): Promise<void> {
  const one = async () => {
    const connection = new Connection(url);
    while (!signal?.aborted) {
      const citizen = ledger.undecided() ?? next();
      if (!citizen) break;
      const reply = await send(connection, citizen);
      if (reply) onReply?.(citizen, reply);
      const acknowledged = reply && readAcknowledgement(reply, citizen);
      if (acknowledged) ledger.isAcknowledged(citizen, acknowledged);
      else ledger.isInDoubt(citizen);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, one));
}

/** Null when the connection ended first. */
export const send = (connection: Connection, { press }: Citizen): Promise<Reply | null> =>
  connection.post(press.path, press.json).catch(() => null);

/** The receipt; null when the reply asks to come again. */
export function readAcknowledgement({ status, body }: Reply, { press }: Citizen): string | null {
  if (comeAgain.has(status)) return null;
  const reply: unknown = JSON.parse(body);
  if (acknowledges(reply, press.envelope)) return reply.receipt;
  throw new Error(`neither an acknowledgement nor a request to come again: ${status} ${body}`);
}

/** The first so many to arrive. */
export function arrivals(ledger: Ledger, count: number): () => Citizen | undefined {
  const last = ledger.citizens.length + count;
  return () => (ledger.citizens.length < last ? ledger.arrive() : undefined);
}
