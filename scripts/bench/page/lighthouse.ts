// `npm run bench:lighthouse`: Lighthouse, as a phone, on both questionnaires in a real Chromium behind the edge. It says
// what is below the mark and ends with 1 then. Lighthouse is installed at the first run, outside the project.

import { createRequire } from 'node:module';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { tokenFrom } from '#core/invitation.ts';
import { args, findBrowser } from '#tests/browser/chromium.ts';
import { d1Database } from '#worker/d1.ts';
import { sha256Hex } from '#worker/seals.ts';
import { issuing } from '#worker/store/invitations.ts';
import { build } from '../../build.ts';
import type { Embedded } from '../../embedded.ts';
import { makeState, openInstance, openSurveys, signingHost } from '../../instance.ts';
import { openEdge, workerAt } from './edge.ts';
import { markdownTable, median, spread } from './figures.ts';
import { install } from './packages.ts';

const version = '13.5.0';
const mark = 0.99;
const categories = ['performance', 'accessibility', 'best-practices'] as const;
const metrics = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'speed-index'] as const;

interface Audit {
  readonly id: string;
  readonly title: string;
  readonly score: number | null;
  readonly numericValue?: number;
}

interface Report {
  readonly audits: Readonly<Record<string, Audit>>;
  readonly categories: Readonly<
    Record<
      string,
      { readonly score: number; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
    >
  >;
  readonly runtimeError?: { readonly message: string };
}

/** Lighthouse and its own launcher: it wants a browser to itself, without Playwright's attention to every page. */
interface Tools {
  readonly lighthouse: (url: string, flags: object) => Promise<{ readonly lhr: Report }>;
  readonly launch: (options: object) => Promise<{ readonly port: number; kill(): void }>;
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });

async function tools(): Promise<Tools> {
  const require = createRequire(join(install('lighthouse', { lighthouse: version }), 'package.json'));
  const load = (name: string) => import(pathToFileURL(require.resolve(name)).href);
  return { lighthouse: (await load('lighthouse')).default, launch: (await load('chrome-launcher')).launch };
}

async function main(): Promise<void> {
  await build();
  const { lighthouse, launch } = await tools();
  const { executablePath: chromePath, env: envVars } = await findBrowser();
  const state = await makeState();
  const instance = await openInstance(state);
  const edge = await openEdge(workerAt(instance.url));
  const browser = await launch({ chromePath, chromeFlags: ['--headless=new', ...args], ...(envVars && { envVars }) });
  try {
    console.log(
      `bench:lighthouse --runs ${values.runs}, ${new Date().toISOString().slice(0, 10)}, Lighthouse ${version}, ` +
        `${availableParallelism()} cores, load before ${loadavg()[0]?.toFixed(1)}\n`,
    );
    const rows = [];
    for (const [name, path] of Object.entries(await pages(instance)))
      rows.push([name, ...(await figures(lighthouse, edge.url + path, browser.port))]);
    console.log(markdownTable(['page', ...categories, 'FCP ms', 'LCP ms', 'TBT ms', 'speed index ms', 'CLS'], rows));
  } finally {
    browser.kill();
    await edge.close();
    await instance.dispose();
    state.remove();
  }
}

async function pages({ d1 }: Embedded): Promise<Record<string, string>> {
  const { general, request } = openSurveys(signingHost);
  const token = tokenFrom(signingHost.randomHex(16));
  const year = signingHost.today().slice(0, 4);
  const invitation = { survey: request.code, unit: 'education', outcome: 'r3_1', month: `${year}-01`, tail: '0412' };
  await d1Database(d1).commit([issuing({ ...invitation, hash: sha256Hex(token), expires: `${year}-12-31` })]);
  return { 'general questionnaire': `/s/${general.code}`, 'request questionnaire': `/i/${token}` };
}

async function figures(lighthouse: Tools['lighthouse'], url: string, port: number): Promise<string[]> {
  const reports: Report[] = [];
  let left = 2 * Number(values.runs);
  while (reports.length < Number(values.runs)) {
    const { lhr } = await lighthouse(url, { port, onlyCategories: categories, logLevel: 'error' });
    if (!lhr.runtimeError) reports.push(lhr);
    // On a busy machine it now and then loses the beginning of its trace, and asks to be run again.
    left -= 1;
    if (lhr.runtimeError && left <= 0) throw new Error(lhr.runtimeError.message);
  }
  complain(reports, url);
  const valuesOf = (id: string) => reports.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN);
  return [
    ...categories.map((id) => spread(reports.map((report) => 100 * (report.categories[id]?.score ?? 0)))),
    ...metrics.map((id) => spread(valuesOf(id))),
    spread(valuesOf('cumulative-layout-shift'), 3),
  ];
}

/** The mark is for the median: a busy machine takes a few points from a single run. */
function complain(reports: readonly Report[], url: string): void {
  for (const id of categories) {
    const score = median(reports.map((report) => report.categories[id]?.score ?? 0));
    if (score >= mark) continue;
    process.exitCode = 1;
    const low = reports.flatMap(({ audits, categories: scored }) =>
      (scored[id]?.auditRefs ?? [])
        .filter(({ weight }) => weight > 0)
        .map(({ id: name }) => audits[name])
        .filter((audit): audit is Audit => audit?.score != null && audit.score < 0.9),
    );
    const titles = new Set(low.map(({ title }) => title));
    console.log(`${new URL(url).pathname.slice(0, 3)}… ${id} ${100 * score}: ${[...titles].join('; ')}`);
  }
}

await main();
