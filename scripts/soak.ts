// `npm run soak`: the long versions of tests/faults, by the same code. `npm run soak -- kill --kills 200 --minutes 8`
// runs one of them; without a name all run. Ends with status 1 when a promise was broken or a variant went unnoticed.

import { parseArgs } from 'node:util';
import type { Findings } from '#tests/faults/findings.ts';
import { killRun } from '#tests/faults/kill-run.ts';
import { lostReplyRun } from '#tests/faults/lost-reply-run.ts';
import { rushRun } from '#tests/faults/rush-run.ts';
import { stallRun } from '#tests/faults/stall-run.ts';
import { attackRun } from '#tests/privacy/attack-run.ts';
import { build, workerScript } from './build.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '200' },
    minutes: { type: 'string', default: '15' },
    presses: { type: 'string', default: '10000' },
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});
const [kills, minutes, presses, rate, seconds, seed] = [
  values.kills,
  values.minutes,
  values.presses,
  values.rate,
  values.seconds,
  values.seed,
].map(Number) as [number, number, number, number, number, number];

const promises = { lost: 0, duplicated: 0, altered: 0, torn: 0, wrongReceipts: 0 };
const broken = (findings: Findings): boolean =>
  Object.keys(promises).some((name) => findings[name as keyof typeof promises] !== 0);

const variant = async (name: string) => ({ script: await workerScript(`tests/faults/variants/${name}.ts`) });

const runs: Record<string, () => Promise<boolean>> = {
  /** SIGKILL under load, again and again, within the minutes given. */
  async kill() {
    const end = performance.now() + minutes * 60_000;
    const report = await killRun({
      kills,
      connections: 32,
      acknowledgementsMax: 220,
      seed,
      goOn: () => performance.now() < end,
      onKill: (kill, acknowledged) => kill % 20 === 0 && console.error(`${kill} kills, ${acknowledged} acknowledged`),
    });
    return show('kill', report, !broken(report) && report.stored === report.pressed);
  },
  async 'kill acknowledge-first'() {
    const report = await killRun({ ...briefly, variant: await variant('acknowledge-first') });
    return show('kill, variant that acknowledges first', report, report.lost > 0);
  },
  async 'kill server-made-id'() {
    // A kill between a commit and its reply is rare: of twenty kills sometimes one meets it.
    const report = await killRun({ ...briefly, kills: 80, variant: await variant('server-made-id') });
    return show('kill, variant with ids of its own', report, report.duplicated > 0);
  },
  async 'lost-reply'() {
    const report = await lostReplyRun({ presses, connections: 32, seed });
    return show('lost reply', report, !broken(report) && report.stored === presses);
  },
  async 'lost-reply server-made-id'() {
    const report = await lostReplyRun({
      presses: 1000,
      connections: 32,
      seed,
      variant: await variant('server-made-id'),
    });
    return show('lost reply, variant with ids of its own', report, report.duplicated > 0);
  },
  /** Promise 25 on other years than those of `npm test`. */
  async privacy() {
    const { exposed, ...report } = attackRun(attackedYears, 1_000_000 * seed);
    return show('privacy', { ...report, exposed: exposed.length }, exposed.length === 0);
  },
  async stall() {
    const report = await stallRun(32);
    return show('stall of 35 s', report, !broken(report) && report.askedToComeAgain === report.pressed);
  },
  async rush() {
    const { waitsMs, ...report } = await rushRun({ perSecond: rate, seconds });
    const at = (share: number) => Math.round(waitsMs[Math.ceil(waitsMs.length * share) - 1] ?? Number.NaN);
    const waits = { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), longestMs: at(1) };
    return show(
      `rush, ${rate}/s for ${seconds} s`,
      { ...report, ...waits },
      !broken(report) && report.stored === report.pressed,
    );
  },
};

const attackedYears = 100_000;
const briefly = { kills: 20, connections: 32, acknowledgementsMax: 60, seed };

function show(name: string, report: object, kept: boolean): boolean {
  console.log(`${kept ? 'ok  ' : 'FAIL'} ${name}: ${JSON.stringify(report)}`);
  return kept;
}

await build();
for (const [name, run] of Object.entries(runs))
  if (positionals.length === 0 || positionals.includes(name.split(' ')[0] ?? ''))
    if (!(await run())) process.exitCode = 1;
