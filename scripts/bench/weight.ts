// `npm run bench:weight`: what a phone must fetch to see and answer each questionnaire, compressed, and how many requests a
// real Chromium makes for it. Bodies are compressed here, as an edge or a proxy in front of the worker does.

import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { launch } from '#tests/browser/chromium.ts';
import { invite } from '#tests/faults/invite.ts';
import { build } from '../build.ts';
import { hostOn, makeState, openInstance, openSurveys, signingHost } from '../instance.ts';
import { printConditions, printTable } from './figures.ts';

/** Budgets of docs/benchmarks.md, in bytes. */
const pageMax = 14 * 1024;
const scriptMax = 10 * 1024;
const requestsMax = 3;

interface Weight {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

function weigh(text: string): Weight {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return {
    raw: Buffer.byteLength(text),
    gzip: gzipSync(text, { level: 9 }).length,
    brotli: brotliCompressSync(text, quality).length,
  };
}

const sum = (weights: readonly Weight[]): Weight =>
  weights.reduce((a, b) => ({ raw: a.raw + b.raw, gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli }), {
    raw: 0,
    gzip: 0,
    brotli: 0,
  });

interface Fetched {
  readonly html: Weight;
  /** Part of the HTML. */
  readonly style: Weight;
  readonly script: Weight;
  readonly whole: Weight;
  readonly requests: number;
  readonly hosts: number;
}

/** A cold load, as far as the network is quiet. */
async function load(browser: Browser, url: string): Promise<Fetched> {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'zh-CN' })).newPage();
  const arriving: Promise<{ type: string; text: string; host: string }>[] = [];
  page.on('response', (response) => {
    const [type, { host }] = [response.request().resourceType(), new URL(response.url())];
    arriving.push(response.text().then((text) => ({ type, text, host })));
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const bodies = await Promise.all(arriving);
  await page.context().close();
  const of = (wanted: string) => sum(bodies.filter(({ type }) => type === wanted).map(({ text }) => weigh(text)));
  const html = bodies.find(({ type }) => type === 'document')?.text ?? '';
  return {
    html: weigh(html),
    style: weigh(html.match(/<style>([\s\S]*?)<\/style>/)?.[1] ?? ''),
    script: of('script'),
    whole: sum(bodies.map(({ text }) => weigh(text))),
    requests: bodies.length,
    hosts: new Set(bodies.map(({ host }) => host)).size,
  };
}

async function main(): Promise<void> {
  await build();
  const state = await makeState();
  const server = await openInstance(state);
  const browser = await launch();
  const { general, request } = openSurveys(signingHost);
  try {
    printConditions('bench:weight');
    const [token] = await invite(hostOn(server.d1), request.code, 1);
    const pages = {
      [`general (${general.questions.length} questions)`]: await load(browser, `${server.url}/s/${general.code}`),
      [`request (${request.questions.length} questions)`]: await load(browser, `${server.url}/i/${token}`),
    };
    const bytes = ({ raw, gzip, brotli }: Weight) => `${raw} / ${gzip} / ${brotli}`;
    printTable(
      ['page', 'HTML with style', 'of it style', 'script', 'whole', 'requests', 'hosts'],
      Object.entries(pages).map(([name, { html, style, script, whole, requests, hosts }]) => [
        name,
        ...[html, style, script, whole].map(bytes),
        requests,
        hosts,
      ]),
    );
    console.log(
      '\nBytes: as they are / gzip 9 / brotli 11. A style weighed alone compresses worse than inside its page.',
    );
    const within = ({ whole, script, requests }: Fetched) =>
      whole.gzip <= pageMax && script.gzip <= scriptMax && requests <= requestsMax;
    if (!Object.values(pages).every(within)) process.exitCode = 1;
  } finally {
    await browser.close();
    await server.dispose();
    state.remove();
  }
}

await main();
