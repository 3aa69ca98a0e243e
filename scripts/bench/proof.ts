// How long a slow phone works on a form's proof, and whether anybody would feel it: the real page under load in Chromium
// with the processor slowed six times, as often as asked (`npm run bench:proof -- 20`). Beside the time on the wall it
// prints the processor time of the page's own thread, which another program on the same machine does not stretch.
import { loadavg } from 'node:os';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { workMax } from '#core/proof.ts';
import { launch } from '#tests/browser/chromium.ts';
import { smallPhone } from '#tests/browser/phone.ts';
import { build } from '../build.ts';
import { makeState, openInstance, openSurveys, signingHost } from '../instance.ts';

const slowdown = 6;
/** As many forms as make the worker ask for a proof. */
const rush = 40;

interface Run {
  readonly number: number;
  readonly wallMs: number;
  readonly processorMs: number;
}

/** The script of the proof is held back until the page is at rest, so that nothing else is measured. */
async function solveOnce(browser: Browser, url: string): Promise<Run> {
  const context = await browser.newContext(smallPhone);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await context.route('**/assets/proof.*', async (route) => {
    await held;
    await route.continue();
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('#strip').waitFor();
  await page.waitForTimeout(500);
  const before = await processorMs(session);
  const start = performance.now();
  release();
  const number = await solution(page);
  const run = { number, wallMs: performance.now() - start, processorMs: (await processorMs(session)) - before };
  await context.close();
  return run;
}

async function processorMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

async function solution(page: Page): Promise<number> {
  const ticket = page.locator('[name=ticket]');
  const solved = () => document.querySelector<HTMLInputElement>('[name=ticket]')?.value.split('.').length === 4;
  await page.waitForFunction(solved, undefined, { polling: 100, timeout: 60_000 });
  return Number((await ticket.inputValue()).split('.')[3]);
}

const rounds = Number(process.argv[2] ?? 20);
await build();
const state = await makeState();
const app = await openInstance(state);
const browser = await launch();
const url = `${app.url}/s/${openSurveys(signingHost).general.code}`;
for (let i = 0; i < rush; i += 1) await (await fetch(url)).text();
const runs: Run[] = [];
for (let i = 0; i < rounds; i += 1) runs.push(await solveOnce(browser, url));
await browser.close();
await app.dispose();
state.remove();

const [load = 0] = loadavg();
console.log(
  `numbers up to ${workMax}, processor slowed ${slowdown} times, ${rounds} runs, machine load ${load.toFixed(1)}`,
);
for (const [what, of] of [
  ['processor ms until solved', (run: Run) => run.processorMs],
  ['on the wall', (run: Run) => run.wallMs],
  ['numbers tried', (run: Run) => run.number + 1],
] as const) {
  const values = runs.map(of).sort((a, b) => a - b);
  const at = (share: number) => Math.round(values[Math.floor((values.length - 1) * share)] ?? Number.NaN);
  console.log(`${what}: median ${at(0.5)}, 90 of 100 ${at(0.9)}, highest ${at(1)}`);
}
