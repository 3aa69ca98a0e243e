// `npm run bench:submit`: acknowledged submissions a second, beside a bare handler that stores one row and beside an echo,
// all in one run and interleaved, so that a drift of the machine hits them alike. Then it counts what was stored.

import { parseArgs } from 'node:util';
import { randomAnswers, seeded } from '#tests/world/answers.ts';
import { press } from '#tests/world/press.ts';
import { build, workerScript } from '../build.ts';
import type { Embedded } from '../embedded.ts';
import { makeState, openInstance, openSurveys, type State, signingHost } from '../instance.ts';
import { percentile, printConditions, printTable, spread } from './figures.ts';
import { closedLoop, type Round, type Shot } from './load.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    count: { type: 'string', default: '1500' },
    connections: { type: 'string', default: '16' },
    warmup: { type: 'string', default: '400' },
  },
});
const [rounds, count, connections, warmup] = [values.rounds, values.count, values.connections, values.warmup].map(
  Number,
) as [number, number, number, number];

interface Target {
  readonly name: string;
  readonly instance: Embedded;
  readonly state: State;
  readonly shots: (count: number) => Shot[];
  /** Null where nothing is stored. */
  readonly table: string | null;
  readonly rounds: Round[];
}

const survey = openSurveys(signingHost).general;
const random = seeded(20261123);
const envelopes = (count: number): Shot[] =>
  Array.from({ length: count }, () => press(signingHost, { survey, answers: randomAnswers(survey, random) }));
const toRoot = (count: number): Shot[] => envelopes(count).map(({ json }) => ({ path: '/', json }));

async function open(name: string, table: string | null, entry?: string): Promise<Target> {
  const state = await makeState();
  const instance = await openInstance(state, entry ? { script: await workerScript(entry) } : {});
  if (table === 'bare')
    await instance.d1.batch([
      instance.d1.prepare('CREATE TABLE bare (id TEXT PRIMARY KEY NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID'),
    ]);
  return { name, instance, state, table, shots: entry ? toRoot : envelopes, rounds: [] };
}

const stored = async ({ instance: { d1 }, table }: Target): Promise<number> =>
  ((await d1.prepare(`SELECT count(*) AS n FROM ${table}`).bind().all()).results as { n: number }[])[0]?.n ?? 0;

async function main(): Promise<void> {
  await build();
  const targets = [
    await open('Hono echo', null, 'scripts/bench/handlers/echo.ts'),
    await open('Hono + one INSERT', 'bare', 'scripts/bench/handlers/bare-insert.ts'),
    await open('Pingyi POST /s/:survey', 'responses'),
  ];
  try {
    printConditions('bench:submit');
    for (const { instance, shots } of targets) await closedLoop(instance.url, connections, shots(warmup));
    for (let round = 0; round < rounds; round += 1)
      for (const target of targets)
        target.rounds.push(await closedLoop(target.instance.url, connections, target.shots(count)));
    await report(targets);
  } finally {
    for (const { instance, state } of targets) {
      await instance.dispose();
      state.remove();
    }
  }
}

async function report(targets: readonly Target[]): Promise<void> {
  const bare = targets[1]?.rounds ?? [];
  const rows: (string | number)[][] = [];
  for (const target of targets) {
    const latencies = (share: number) => target.rounds.map(({ latenciesMs }) => percentile(latenciesMs, share));
    const refused = target.rounds.flatMap((round) => round.refused);
    const acked = warmup + rounds * count - refused.length;
    const kept = target.table ? await stored(target) : null;
    if (refused.length > 0 || (kept !== null && kept !== acked)) process.exitCode = 1;
    for (const { status, body } of refused.slice(0, 3))
      console.error(`${target.name}: ${status} ${body.slice(0, 200)}`);
    rows.push([
      target.name,
      spread(target.rounds.map(({ perSecond }) => perSecond)),
      spread(target.rounds.map(({ perSecond }, i) => (100 * perSecond) / (bare[i]?.perSecond ?? Number.NaN))),
      ...[0.5, 0.95, 0.99].map((share) => spread(latencies(share), 1)),
      acked,
      kept ?? '–',
    ]);
  }
  printTable(['handler', 'acked/s', '% of the INSERT', 'p50 ms', 'p95 ms', 'p99 ms', 'acked', 'stored'], rows);
  console.log(
    `\nClosed loop, ${connections} connections, ${rounds} interleaved rounds of ${count}; medians, with the range over rounds.`,
  );
}

await main();
