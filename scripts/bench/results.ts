// `npm run bench:results`: what the staff results page waits for, as answers grow. The folded counts are made for so many
// answers over all units, channels and months of the year; the answers themselves lie beside them, up to 100,000.

import { wholeCounty } from '#core/submission.ts';
import { mergeTallies, type Tally, tallyOf } from '#core/tally.ts';
import { randomAnswers, seeded } from '#tests/world/answers.ts';
import { units } from '#tests/world/world.ts';
import { sql } from '#worker/database.ts';
import type { Host } from '#worker/host.ts';
import { addingTally } from '#worker/store/tallies.ts';
import { build, workerScript } from '../build.ts';
import { Connection } from '../connection.ts';
import { hostOn, makeState, openInstance, openSurveys, signingHost } from '../instance.ts';
import { median, percentile, printConditions, printTable, spread } from './figures.ts';

const sizes = [10_000, 100_000, 1_000_000, 5_000_000];
const responsesMax = 100_000;
const rounds = 7;
const requestsPerRound = 40;

const survey = openSurveys(signingHost).general;
const year = signingHost.today().slice(0, 4);
const random = seeded(1);

/** One for each cell of the smallest size; the larger ones have the same cells with larger counts. */
function cells() {
  const places = [wholeCounty, ...units.map(({ code }) => code)];
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
  const keys = places.flatMap((unit) =>
    ['web', 'qr', 'wechat'].flatMap((channel) => months.map((month) => ({ unit, channel, month }))),
  );
  const each = Math.round((sizes[0] ?? 0) / keys.length);
  return keys.map((key) => {
    const answers = Array.from({ length: each }, () => tallyOf(survey, randomAnswers(survey, random)));
    return { ...key, tally: mergeTallies(...answers) };
  });
}

const scaled = (tally: Tally, by: number): Tally =>
  Object.fromEntries(Object.entries(tally).map(([key, n]) => [key, n * by]));

async function fill({ db }: Host, folded: ReturnType<typeof cells>, size: number): Promise<void> {
  const by = size / (sizes[0] ?? size);
  await db.commit([sql`DELETE FROM tallies`]);
  for (let from = 0; from < folded.length; from += 50)
    await db.commit(
      folded
        .slice(from, from + 50)
        .map(({ tally, ...key }) =>
          addingTally(
            { ...key, survey: survey.code, version: 1, standing: 'valid', tally: scaled(tally, by) },
            sql`1 = 1`,
          ),
        ),
    );
  const stored = await db.first<{ n: number }>(sql`SELECT count(*) AS n FROM responses`);
  const missing = Math.min(size, responsesMax) - (stored?.n ?? 0);
  const answers = JSON.stringify(randomAnswers(survey, random));
  await db.commit([
    sql`WITH RECURSIVE filler (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM filler WHERE i < ${missing})
      INSERT INTO responses (slip, id, survey, version, unit, channel, day, answers, fingerprint)
      SELECT lower(hex(randomblob(16))), lower(hex(randomblob(16))), ${survey.code}, 1, ${wholeCounty}, 'web',
        ${`${year}-06-15`}, ${answers}, lower(hex(randomblob(16)))
      FROM filler WHERE ${missing} > 0`,
  ]);
}

async function main(): Promise<void> {
  await build();
  const state = await makeState();
  const server = await openInstance(state, { script: await workerScript('scripts/bench/handlers/results.ts') });
  const connection = new Connection(server.url);
  const ask = async (): Promise<number> => {
    const start = performance.now();
    const { status, body } = await connection.request('GET', `/${survey.code}`);
    if (status !== 200) throw new Error(`${status} ${body}`);
    return performance.now() - start;
  };
  try {
    printConditions('bench:results');
    const folded = cells();
    const rows: (string | number)[][] = [];
    const best: number[] = [];
    for (const size of sizes) {
      await fill(hostOn(server.d1), folded, size);
      for (let i = 0; i < requestsPerRound; i += 1) await ask();
      const taken: number[][] = [];
      for (let round = 0; round < rounds; round += 1) {
        const waits: number[] = [];
        for (let i = 0; i < requestsPerRound; i += 1) waits.push(await ask());
        taken.push(waits);
      }
      best.push(Math.min(...taken.map(median)));
      rows.push([
        size.toLocaleString('en'),
        Math.min(size, responsesMax).toLocaleString('en'),
        folded.length,
        spread(taken.map(median), 1),
        spread(
          taken.map((waits) => percentile(waits, 0.95)),
          1,
        ),
      ]);
    }
    printTable(['answers counted', 'rows of answers', 'cells', 'p50 ms', 'p95 ms'], rows);
    // The calmest round of each size: a busy machine drifts by more than the sizes differ.
    const growth = Math.max(...best) / Math.min(...best);
    console.log(
      `\nFrom size to size the calmest round grew ${growth.toFixed(2)} ×. ${rounds} rounds of ${requestsPerRound} requests; medians, with the range over rounds.`,
    );
    if (growth > 1.5) process.exitCode = 1;
  } finally {
    connection.close();
    await server.dispose();
    state.remove();
  }
}

await main();
