// `pingyi doctor`: is what we show still true? Recounts every response against the folded counts and follows the audit.
// Beside a running server an answer may arrive while it counts, so only a difference found twice is one.

import { parseArgs } from 'node:util';
import { followAudit } from '#worker/audit.ts';
import type { Host } from '#worker/host.ts';
import { type Difference, recount } from '#worker/recount.ts';
import { allSurveys } from '#worker/store/surveys.ts';
import { asJson, type Command, WrongUsage } from './command.ts';

export const doctor: Command = {
  usage: 'pingyi doctor [--json]',
  async run(host, args, { out }) {
    const json = read(args);
    const differences = await lasting(host);
    const audit = await followAudit(host.db);
    const ok = differences.length === 0 && !('fault' in audit);
    out(json ? asJson({ ok, differences, audit }) : inWords(differences, audit));
    return ok ? 0 : 1;
  },
};

function read(args: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...args], options: { json: { type: 'boolean' } } }).values.json ?? false;
  } catch {
    throw new WrongUsage();
  }
}

async function lasting(host: Host): Promise<Difference[]> {
  const surveys = await allSurveys(host.db);
  const documentOf = (survey: string, version: number) => {
    const found = surveys.find(({ code }) => code === survey)?.versions.get(version)?.document;
    if (!found) throw new Error(`responses name ${survey} version ${version}, which is not there`);
    return found;
  };
  const first = await recount(host.db, documentOf);
  if (first.length === 0) return [];
  const offBy = ({ cell, key, folded, recounted }: Difference) => `${cell} ${key} ${folded - recounted}`;
  const before = new Set(first.map(offBy));
  return (await recount(host.db, documentOf)).filter((difference) => before.has(offBy(difference)));
}

function inWords(differences: readonly Difference[], audit: Awaited<ReturnType<typeof followAudit>>): string {
  const lines = differences.map(
    ({ cell, key, folded, recounted }) => `counts: ${cell} ${key} is ${folded}, recounted ${recounted}`,
  );
  if (lines.length === 0) lines.push('counts: equal to a recount of every response');
  lines.push(
    'fault' in audit ? `audit: broken at ${audit.seq}: ${audit.fault}` : `audit: whole from 1 to ${audit.seq}`,
  );
  return `${lines.join('\n')}\n`;
}
