// A rush: so many press 提交 each second, whether or not the server keeps up, each on a connection of their own. Whoever
// is asked to come again does so when the rush is over.
import { Connection } from '#scripts/connection.ts';
import { hostOn, makeState, openInstance, openSurveys, signingHost } from '#scripts/instance.ts';
import { seeded } from '#tests/world/answers.ts';
import { arrivals, crowd, readAcknowledgement, send } from './crowd.ts';
import { examine, type Findings } from './findings.ts';
import { Ledger } from './ledger.ts';

export interface RushReport extends Findings {
  readonly pressed: number;
  readonly acknowledged: number;
  /** Acknowledged at the first try. */
  readonly acknowledgedAtOnce: number;
  /** Milliseconds from when each was due to its reply, in ascending order. */
  readonly waitsMs: readonly number[];
}

export async function rushRun({ perSecond, seconds }: { perSecond: number; seconds: number }): Promise<RushReport> {
  const surveys = openSurveys(signingHost);
  const ledger = new Ledger(signingHost, surveys, seeded(1));
  const state = await makeState();
  const server = await openInstance(state);
  const idle: Connection[] = [];
  const waitsMs: number[] = [];
  const start = performance.now();

  const onePress = async (dueMs: number): Promise<void> => {
    const citizen = ledger.arrive();
    const connection = idle.pop() ?? new Connection(server.url);
    const reply = await send(connection, citizen);
    waitsMs.push(performance.now() - start - dueMs);
    idle.push(connection);
    const receipt = reply && readAcknowledgement(reply, citizen);
    if (receipt) ledger.isAcknowledged(citizen, receipt);
    else ledger.isInDoubt(citizen);
  };

  try {
    const pressing: Promise<void>[] = [];
    for (let i = 0; i < perSecond * seconds; i += 1) {
      const dueMs = (i * 1000) / perSecond;
      const early = dueMs - (performance.now() - start);
      if (early > 0) await new Promise((passed) => setTimeout(passed, early));
      pressing.push(onePress(dueMs));
    }
    await Promise.all(pressing);
    for (const connection of idle) connection.close();
    const acknowledgedAtOnce = ledger.acknowledged;
    await crowd(server.url, ledger, { connections: 16, next: arrivals(ledger, 0) });
    const findings = await examine(hostOn(server.d1), surveys, ledger);
    const { acknowledged, citizens } = ledger;
    waitsMs.sort((a, b) => a - b);
    return { pressed: citizens.length, acknowledged, acknowledgedAtOnce, waitsMs, ...findings };
  } finally {
    await server.dispose();
    state.remove();
  }
}
