// Promise 24 and its measure: robots are labelled, people are not. Every answer of every scene is stored and acknowledged;
// docs/fairness.md has the figures of one run.
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { sqliteDatabase } from '#node/sqlite.ts';
import { pick, type Random, randomAnswers, seeded } from '#tests/world/answers.ts';
import { buildWorld, generalOf, worldNow, worldYear } from '#tests/world/world.ts';
import { catalogueReader } from '#worker/catalogue.ts';
import { makeHost } from '#worker/host.ts';
import { readSettings } from '#worker/settings.ts';
import { around, type Count, humanAnswers, humanMs, humanSolves, play, type Stage, type Visit } from './fairness.ts';

const survey = generalOf(worldYear);
const minuteMs = 60_000;

async function openStage(seed: number): Promise<Stage> {
  const sqlite = new DatabaseSync(':memory:');
  for (const file of readdirSync('migrations').sort()) sqlite.exec(readFileSync(`migrations/${file}`, 'utf8'));
  let now = worldNow;
  let drawn = '';
  const random = seeded(seed);
  const hex = () => Math.floor(random() * 16).toString(16);
  const host = makeHost(sqliteDatabase(sqlite), readSettings({ SECRET: 'x'.repeat(32) }), {
    now: () => now,
    randomHex: (bytes) => {
      drawn = Array.from({ length: bytes * 2 }, hex).join('');
      return drawn;
    },
  });
  await buildWorld(host);
  const catalogue = await catalogueReader()(host.db, now);
  return {
    host,
    catalogue,
    survey,
    drawn: () => drawn,
    setNow: (ms) => {
      now = ms;
    },
  };
}

const addresses = Array.from({ length: 200 }, (_, i) => `198.18.${i >> 7}.${i & 127}`);

/** Every robot fills the whole form; none runs the page's script. */
const robots: Readonly<Record<string, (random: Random) => Pick<Visit, 'takesMs' | 'answers'>>> = {
  'posts at once': (random) => ({ takesMs: 40, answers: randomAnswers(survey, random) }),
  'waits 20 s': (random) => ({ takesMs: 20_000 + random() * 80, answers: randomAnswers(survey, random) }),
  'waits 2–8 s': (random) => ({ takesMs: 2000 + random() * 6000, answers: randomAnswers(survey, random) }),
  'waits 2–8 s, one rating': (random) => ({ takesMs: 2000 + random() * 6000, answers: { G00: 's5' } }),
  'same answers, human pace': (random) => ({
    takesMs: 1000 * around(random, 45, 0.5),
    answers: randomAnswers(survey, seeded(1)),
  }),
  'random answers, human pace': (random) => {
    const answers = randomAnswers(survey, random);
    return { takesMs: humanMs(random, answers), answers };
  },
};
const kinds = Object.keys(robots);

const attack = (random: Random, n: number, overMs: number, kind: (i: number) => string): Visit[] =>
  Array.from({ length: n }, (_, i) => {
    const who = kind(i);
    const robot = robots[who] as (typeof robots)[string];
    const address = addresses[i % addresses.length] as string;
    return { who, address, opensMs: random() * overMs, solves: false, ...robot(random) };
  });

const people = (random: Random, who: string, n: number, opensMs: () => number, address: () => string): Visit[] =>
  Array.from({ length: n }, () => {
    const answers = humanAnswers(survey, random);
    const takesMs = humanMs(random, answers);
    return { who, address: address(), opensMs: opensMs(), takesMs, answers, solves: humanSolves(random) };
  });

/** After a post the most come in the first minutes. */
const crowd = (random: Random, who = 'crowd'): Visit[] =>
  people(
    random,
    who,
    300,
    () => Math.min(10, -3 * Math.log(1 - random())) * minuteMs,
    () => pick(random, ['100.64.0.1', '100.64.0.2', '100.64.0.3', ...addresses]),
  );

const total = (counts: ReadonlyMap<string, Count>) =>
  [...counts.values()].reduce(
    (sum, { sent, labelled }) => ({ sent: sum.sent + sent, labelled: sum.labelled + labelled }),
    {
      sent: 0,
      labelled: 0,
    },
  );

describe('a thousand scripted answers from 200 addresses', () => {
  test('of every kind at once, within the hour, are labelled, 95 of 100 or more', async () => {
    const random = seeded(2026);
    const counts = await play(
      await openStage(1),
      attack(random, 1000, 60 * minuteMs, () => pick(random, kinds)),
    );
    report('mixed', counts);
    const { sent, labelled } = total(counts);
    expect(sent).toBe(1000);
    expect(labelled / sent).toBeGreaterThanOrEqual(0.95);
  });

  test.each(kinds)('of one kind, within the hour: %s', async (kind) => {
    const counts = await play(
      await openStage(2),
      attack(seeded(7), 1000, 60 * minuteMs, () => kind),
    );
    report('alone', counts);
    const { sent, labelled } = total(counts);
    expect(labelled / sent).toBeGreaterThanOrEqual(0.95);
  });

  test('at a human pace, spread over a day, are not seen: the limit of what is promised', async () => {
    const counts = await play(
      await openStage(3),
      attack(seeded(8), 1000, 24 * 60 * minuteMs, () => 'random answers, human pace'),
    );
    report('over a day', counts);
    expect(total(counts).labelled / 1000).toBeLessThan(0.05);
  });
});

describe('people', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'forty behind one address in an hour: none is labelled (%i)',
    async (seed) => {
      const random = seeded(seed);
      const office = people(
        random,
        'office',
        40,
        () => random() * 60 * minuteMs,
        () => '203.0.113.9',
      );
      const alike = Map.groupBy(office, ({ answers }) => JSON.stringify(answers)).values();
      expect(Math.max(...[...alike].map(({ length }) => length)), 'many answer alike').toBeGreaterThan(4);
      expect((await play(await openStage(seed), office)).get('office')?.labelled).toBe(0);
    },
  );

  test('forty behind one address within five minutes, after a meeting: none is labelled', async () => {
    const random = seeded(40);
    const office = people(
      random,
      'office',
      40,
      () => random() * 5 * minuteMs,
      () => '203.0.113.9',
    );
    expect((await play(await openStage(1), office)).get('office')?.labelled).toBe(0);
  });

  test.each([1, 2, 3])('three hundred in ten minutes after a post: at most one is labelled (%i)', async (seed) => {
    const counts = await play(await openStage(seed), crowd(seeded(seed)));
    report('crowd', counts);
    expect(counts.get('crowd')?.labelled).toBeLessThanOrEqual(1);
  });

  test('a clerk who taps through eighty forms in a row, all alike, is not labelled', async () => {
    const random = seeded(80);
    const answers = Object.fromEntries(
      survey.questions.filter(({ kind, when }) => kind === 'rating' && !when).map(({ code }) => [code, 's4']),
    );
    let opensMs = 0;
    const clerk = Array.from({ length: 80 }, (): Visit => {
      const takesMs = 3000 + Object.keys(answers).reduce((sum) => sum + 1000 * around(random, 0.6, 0.35), 0);
      const visit = { who: 'clerk', address: '203.0.113.9', opensMs, takesMs, answers, solves: true };
      opensMs += takesMs + 2000;
      return visit;
    });
    expect((await play(await openStage(1), clerk)).get('clerk')?.labelled).toBe(0);
  });

  test('a crowd in the middle of an attack: those whose phone solved the challenge are not labelled', async () => {
    const random = seeded(11);
    const both = [
      ...attack(random, 300, 10 * minuteMs, () => pick(random, kinds)),
      ...crowd(random).map((visit) => ({ ...visit, who: visit.solves ? 'solved' : 'unsolved' })),
    ];
    const counts = await play(await openStage(1), both);
    report('crowd under attack', counts);
    expect(counts.get('solved')?.labelled).toBe(0);
  });
});

/** What docs/fairness.md holds: run with FIGURES=1. */
function report(scene: string, counts: ReadonlyMap<string, Count>): void {
  if (!process.env.FIGURES) return;
  for (const [who, { sent, labelled, duplicates }] of [...counts].sort())
    console.log(`${scene} | ${who} | ${labelled} of ${sent} | ${duplicates} possible duplicates`);
}
