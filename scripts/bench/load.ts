// A closed loop: each connection sends its next request when the reply to the one before is there.

import { Connection, type Reply } from '../connection.ts';

export interface Shot {
  readonly path: string;
  readonly json: string;
}

export interface Round {
  readonly perSecond: number;
  readonly latenciesMs: readonly number[];
  readonly refused: readonly Reply[];
}

export async function closedLoop(url: string, connections: number, shots: readonly Shot[]): Promise<Round> {
  const waiting = shots.values();
  const latenciesMs: number[] = [];
  const refused: Reply[] = [];
  const start = performance.now();
  const one = async () => {
    const connection = new Connection(url);
    for (const { path, json } of waiting) {
      const sent = performance.now();
      const reply = await connection.post(path, json);
      latenciesMs.push(performance.now() - sent);
      if (reply.status !== 201) refused.push(reply);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, one));
  const seconds = (performance.now() - start) / 1000;
  return { perSecond: (shots.length - refused.length) / seconds, latenciesMs, refused };
}
