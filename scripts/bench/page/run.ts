// `npm run bench:page`: what our survey page costs a phone, beside the same survey in SurveyJS, in Form.io and as a plain
// HTML form. All pages of a profile are loaded in turn, round after round, so that a drift of the machine hits them alike.

import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launch } from '#tests/browser/chromium.ts';
import { build } from '../../build.ts';
import { makeState, openInstance, openSurveys, signingHost } from '../../instance.ts';
import { coldLoads, type Figures, profiles } from './cold-load.ts';
import { type Edge, filesOf, openEdge, workerAt } from './edge.ts';
import { markdownTable, spread } from './figures.ts';
import { peerSites } from './peers.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    profile: { type: 'string', multiple: true, default: Object.keys(profiles) },
  },
});
const rounds = Number(values.rounds);

interface Contestant {
  readonly name: string;
  readonly url: string;
}

async function main(): Promise<void> {
  await build();
  const { general } = openSurveys(signingHost);
  const sites = await peerSites(general);
  const state = await makeState();
  const instance = await openInstance(state);
  const browser = await launch();
  const edges: Edge[] = [];
  const behindEdge = async (name: string, path: string, origin: Parameters<typeof openEdge>[0]) => {
    const edge = await openEdge(origin);
    edges.push(edge);
    return { name, url: edge.url + path };
  };
  try {
    const contestants = [await behindEdge('Pingyi', `/s/${general.code}`, workerAt(instance.url))];
    for (const site of sites) contestants.push(await behindEdge(site.name, '/', filesOf(site)));
    const day = new Date().toISOString().slice(0, 10);
    console.log(
      `bench:page --rounds ${rounds}, ${day}, ${availableParallelism()} cores, Chromium ${browser.version()}, ` +
        `load before ${loadavg()[0]?.toFixed(1)}; ${general.questions.length} questions; medians (min–max) of cold loads`,
    );
    for (const name of values.profile) await compare(browser, name, contestants);
    console.log(`\nload after ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    await browser.close();
    for (const edge of edges) await edge.close();
    await instance.dispose();
    state.remove();
  }
}

async function compare(browser: Browser, name: string, contestants: readonly Contestant[]): Promise<void> {
  const profile = profiles[name];
  if (!profile) throw new Error(`no profile ${name}: ${Object.keys(profiles).join(', ')}`);
  const figures = contestants.map((): Figures[] => []);
  const warmUp = -1;
  for (let round = warmUp; round < rounds; round += 1)
    for (const [i, { url }] of contestants.entries()) {
      const loaded = await coldLoads(browser, url, profile);
      if (round !== warmUp) figures[i]?.push(loaded);
    }
  const { latencyMs, downKbits, cpu } = profile;
  console.log(`\n**${name}**: ${latencyMs} ms a request, ${downKbits} kbit/s down, processor ${cpu} times slower\n`);
  console.log(
    markdownTable(
      head,
      contestants.map(({ name }, i) => row(name, figures[i] ?? [])),
    ),
  );
  const lost = contestants.filter((_, i) => figures[i]?.some(({ lostAnswers }) => lostAnswers > 0));
  for (const { name: loser } of lost) console.log(`\n${loser} took an answer away again while it started.`);
}

const head = [
  'page',
  ...['html', 'css', 'js', 'all'].map((kind) => `${kind} KB`),
  'requests',
  ...['FCP ms', 'LCP ms', 'first answer ms', 'blocking ms', 'heap MB', 'CLS'],
];

function row(name: string, figures: readonly Figures[]): string[] {
  const of = (pick: (one: Figures) => number, digits = 0) => spread(figures.map(pick), digits);
  const kilobytes = (pick: (bytes: Figures['bytes']) => number) => of(({ bytes }) => pick(bytes) / 1024, 1);
  return [
    name,
    kilobytes(({ html }) => html),
    kilobytes(({ css }) => css),
    kilobytes(({ js }) => js),
    kilobytes(({ html, css, js, other }) => html + css + js + other),
    of(({ requests }) => requests),
    of(({ fcpMs }) => fcpMs),
    of(({ lcpMs }) => lcpMs),
    of(({ answerMs }) => answerMs),
    of(({ blockingMs }) => blockingMs),
    of(({ heapBytes }) => heapBytes / 1024 ** 2, 1),
    of(({ cls }) => cls, 3),
  ];
}

await main();
