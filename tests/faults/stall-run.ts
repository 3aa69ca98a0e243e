// A database that stalls for 35 seconds under the real server with its real deadline: how long each phone waited for an
// answer, and whether what committed behind its back was stored once when the phone sent it again.
import { workerScript } from '#scripts/build.ts';
import { Connection } from '#scripts/connection.ts';
import { hostOn, makeState, openInstance, openSurveys, signingHost } from '#scripts/instance.ts';
import { seeded } from '#tests/world/answers.ts';
import { sql } from '#worker/database.ts';
import { arrivals, crowd, send } from './crowd.ts';
import { examine, type Findings } from './findings.ts';
import { Ledger } from './ledger.ts';

export interface StallReport extends Findings {
  readonly pressed: number;
  readonly askedToComeAgain: number;
  readonly longestWaitMs: number;
}

const storedWithinMs = 60_000;

export async function stallRun(presses: number): Promise<StallReport> {
  const surveys = openSurveys(signingHost);
  const ledger = new Ledger(signingHost, surveys, seeded(1));
  const state = await makeState();
  try {
    const stalled = await openInstance(state, {
      script: await workerScript('tests/faults/variants/stalled-commit.ts'),
    });
    const waits = await Promise.all(
      Array.from({ length: presses }, async () => {
        const citizen = ledger.arrive();
        const connection = new Connection(stalled.url);
        const start = performance.now();
        const reply = await send(connection, citizen);
        connection.close();
        ledger.isInDoubt(citizen);
        const retry = reply?.status === 503 && Number(reply.headers['retry-after']) > 0;
        return { ms: performance.now() - start, retry };
      }),
    );
    await untilStored(hostOn(stalled.d1).db, presses);
    await stalled.dispose();

    const server = await openInstance(state);
    try {
      await crowd(server.url, ledger, { connections: 8, next: arrivals(ledger, 0) });
      const findings = await examine(hostOn(server.d1), surveys, ledger);
      const askedToComeAgain = waits.filter(({ retry }) => retry).length;
      return { pressed: presses, askedToComeAgain, longestWaitMs: Math.max(...waits.map(({ ms }) => ms)), ...findings };
    } finally {
      await server.dispose();
    }
  } finally {
    state.remove();
  }
}

/** The stalled commits take effect by themselves, long after everybody was asked to come again. */
async function untilStored(db: ReturnType<typeof hostOn>['db'], count: number): Promise<void> {
  for (const end = performance.now() + storedWithinMs; performance.now() < end; ) {
    const row = await db.first<{ n: number }>(sql`SELECT count(*) AS n FROM responses`);
    if (row?.n === count) return;
    await new Promise((passed) => setTimeout(passed, 500));
  }
  throw new Error(`the stalled commits did not take effect within ${storedWithinMs} ms`);
}
