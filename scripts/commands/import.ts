// `pingyi import FILE…`: sealed summaries of other organs. 0 all are in, 1 one was refused; the others are in all the same.

import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Problems } from '#core/problem.ts';
import { problemText, wordsFor } from '#core/text.ts';
import { type Imported, importSummary, summaryBytesMax } from '#worker/actions/import-summary.ts';
import type { Host } from '#worker/host.ts';
import { asJson, type Command, WrongUsage } from './command.ts';

export const importing: Command = {
  usage: 'pingyi import FILE… [--json]',
  async run(host, args, { out }) {
    const { paths, json } = read(args);
    const outcomes: Outcome[] = [];
    for (const path of paths) outcomes.push({ file: path, ...(await take(host, path)) });
    out(json ? asJson(outcomes) : `${outcomes.map(sentence).join('\n')}\n`);
    return outcomes.every((outcome) => 'became' in outcome) ? 0 : 1;
  },
};

type Outcome = { readonly file: string } & (Imported | { readonly code: string; readonly message: string });

async function take(host: Host, path: string): Promise<Imported | { code: string; message: string }> {
  try {
    return await importSummary(host, 'command', readFileSync(path), null);
  } catch (error) {
    if (!(error instanceof Problems) || !error.problems[0]) throw error;
    return { code: error.problems[0].code, message: problemText(wordsFor('en'), error.problems[0]) };
  }
}

const sentence = (outcome: Outcome): string =>
  'became' in outcome
    ? `${outcome.file}: ${outcome.organ}, version ${outcome.version}: ${outcome.became}.`
    : `${outcome.file}: ${outcome.message}`;

function read(args: readonly string[]): { paths: string[]; json: boolean } {
  const { values, positionals } = parse(args);
  if (positionals.length === 0) throw new WrongUsage();
  for (const path of positionals) {
    const file = statSync(path, { throwIfNoEntry: false });
    if (!file?.isFile()) throw new WrongUsage(`no such file: ${path}`);
    if (file.size > summaryBytesMax) throw new WrongUsage(`${path} is over ${summaryBytesMax} bytes: no summary is`);
  }
  return { paths: positionals, json: values.json ?? false };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { json: { type: 'boolean' } }, allowPositionals: true });
  } catch {
    throw new WrongUsage();
  }
}
