// Everybody presses once, over a network that loses one request in ten on its way there and one reply in ten on its way
// back; each phone sends again until it is told 已收到. The same run with more presses is the long one.
import { hostOn, makeState, openInstance, openSurveys, signingHost } from '#scripts/instance.ts';
import { seeded } from '#tests/world/answers.ts';
import { arrivals, crowd } from './crowd.ts';
import { type CuttingProxy, cuttingProxy } from './cutting-proxy.ts';
import { examine, type Findings } from './findings.ts';
import { Ledger } from './ledger.ts';

export interface LostReplyRun {
  readonly presses: number;
  readonly connections: number;
  readonly seed: number;
  /** What runs instead of the app: a variant that the run must find out. */
  readonly variant?: { readonly script: string };
}

export interface LostReplyReport extends Findings {
  readonly pressed: number;
  readonly acknowledged: number;
  readonly cuts: CuttingProxy['cuts'];
}

export async function lostReplyRun({ presses, connections, seed, variant }: LostReplyRun): Promise<LostReplyReport> {
  const random = seeded(seed);
  const surveys = openSurveys(signingHost);
  const ledger = new Ledger(signingHost, surveys, random);
  const state = await makeState();
  const server = await openInstance(state, variant);
  const proxy = await cuttingProxy(server.url, () => {
    const drawn = random();
    return drawn < 0.1 ? 'cut-before' : drawn < 0.2 ? 'cut-after' : 'passes';
  });
  try {
    await crowd(proxy.url, ledger, { connections, next: arrivals(ledger, presses) });
    const findings = await examine(hostOn(server.d1), surveys, ledger);
    return { pressed: ledger.citizens.length, acknowledged: ledger.acknowledged, cuts: proxy.cuts, ...findings };
  } finally {
    await proxy.close();
    await server.dispose();
    state.remove();
  }
}
