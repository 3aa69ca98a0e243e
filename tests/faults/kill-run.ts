// Killing the server again and again while citizens press 提交, then holding the database against what they were told.
// The same run with more lives is the long one (`npm run soak`).

import { hostOn, makeState, openSurveys, type State, signingHost } from '#scripts/instance.ts';
import { type Random, seeded } from '#tests/world/answers.ts';
import { arrivals, crowd } from './crowd.ts';
import { examine, type Findings } from './findings.ts';
import { invite } from './invite.ts';
import { type Killable, openKillable } from './killable.ts';
import { Ledger } from './ledger.ts';

export interface KillRun {
  readonly kills: number;
  readonly connections: number;
  /** How many acknowledgements a life lasts, at most. */
  readonly acknowledgementsMax: number;
  readonly seed: number;
  /** What runs instead of the app: a variant that the run must find out. */
  readonly variant?: { readonly script: string };
  /** Asked after each kill: whether there is time for another. */
  readonly goOn?: () => boolean;
  readonly onKill?: (kills: number, acknowledged: number) => void;
}

export interface KillReport extends Findings {
  readonly kills: number;
  readonly pressed: number;
  readonly acknowledged: number;
  /** Sent at least once without a reply. */
  readonly leftInDoubt: number;
  /** Of those, stored before the kill: the reply alone was lost. */
  readonly storedInDoubt: number;
}

const invitationsPerLife = 8;

export async function killRun(options: KillRun): Promise<KillReport> {
  const state = await makeState();
  try {
    return await runOn(state, options);
  } finally {
    state.remove();
  }
}

async function runOn(state: State, { kills, connections, acknowledgementsMax, seed, variant, goOn, onKill }: KillRun) {
  const random = seeded(seed);
  const surveys = openSurveys(signingHost);
  const ledger = new Ledger(signingHost, surveys, random);
  let storedInDoubt = 0;
  const onReply: Parameters<typeof crowd>[2]['onReply'] = (citizen, { status }) => {
    if (citizen.inDoubt > 0 && citizen.receipt === null && status === 200) storedInDoubt += 1;
  };

  let killed = 0;
  while (killed < kills && (goOn?.() ?? true)) {
    const server = await openKillable(state, variant);
    const tokens = await invite(hostOn(server.d1), surveys.request.code, invitationsPerLife);
    const next = () => ledger.arrive(random() < 0.1 ? tokens.pop() : undefined);
    const life = new AbortController();
    const load = crowd(server.url, ledger, { connections, next, signal: life.signal, onReply });
    await killAtSomeMoment(server, ledger, life, { acknowledgementsMax, random });
    await load;
    killed += 1;
    onKill?.(killed, ledger.acknowledged);
  }

  const server = await openKillable(state, variant);
  try {
    await crowd(server.url, ledger, { connections, next: arrivals(ledger, connections), onReply });
    const findings = await examine(hostOn(server.d1), surveys, ledger);
    const leftInDoubt = ledger.citizens.filter(({ inDoubt }) => inDoubt > 0).length;
    const { acknowledged } = ledger;
    return { kills: killed, pressed: ledger.citizens.length, acknowledged, leftInDoubt, storedInDoubt, ...findings };
  } finally {
    await server.dispose();
  }
}

async function killAtSomeMoment(
  server: Killable,
  ledger: Ledger,
  life: AbortController,
  { acknowledgementsMax, random }: { acknowledgementsMax: number; random: Random },
): Promise<void> {
  await ledger.acknowledgements(1 + Math.floor(random() * acknowledgementsMax));
  // Right after an acknowledgement is one moment of a commit only: some milliseconds make it any.
  await new Promise((passed) => setTimeout(passed, random() * 20));
  life.abort();
  await server.kill();
}
