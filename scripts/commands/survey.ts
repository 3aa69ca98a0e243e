// `pingyi survey …`: a county's own questionnaires. A model is printed as JSON, edited, and published with its days; what is
// published is checked to be a fair survey and never changes afterwards.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { generalSurvey } from '#core/model/general.ts';
import { requestSurvey } from '#core/model/request.ts';
import { Problems, problem } from '#core/problem.ts';
import { type Published, publishSurvey } from '#worker/actions/publish-survey.ts';
import type { Host } from '#worker/host.ts';
import { allSurveys, allUnits } from '#worker/store/surveys.ts';
import { asJson, type Command, type Streams, WrongUsage } from './command.ts';

const usage = `pingyi survey model general|request CODE [--townships UNIT,UNIT,…]
pingyi survey publish FILE.json --opens DAY --closes DAY [--grace DAYS] [--json]
pingyi survey list [--json]`;

const options = {
  townships: { type: 'string' },
  opens: { type: 'string' },
  closes: { type: 'string' },
  grace: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const said: Record<Published, string> = {
  new: 'published.',
  'next-version': 'published as the next version.',
  rescheduled: 'this version was published before; its days are changed.',
  unchanged: 'this version was published before, with these days; nothing is changed.',
};

export const survey: Command = {
  usage,
  async run(host, args, { out }) {
    const { values, positionals } = read(args);
    const [deed = '', ...given] = positionals;
    const [first = '', second = ''] = given;
    if (deed === 'list' && given.length === 0) await list(host, values.json ?? false, out);
    else if (deed === 'model' && given.length === 2) out(await model(host, first, second, values.townships));
    else if (deed === 'publish' && given.length === 1 && values.opens && values.closes) {
      const { opens, closes, grace = '7' } = values;
      const document = jsonIn(first);
      const became = await publishSurvey(host, document, { opens, closes, graceDays: Number(grace) });
      out(values.json ? asJson({ ok: true, became }) : `${(document as { code: string }).code}: ${said[became]}\n`);
    } else throw new WrongUsage();
    return 0;
  },
};

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw new WrongUsage();
  }
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new WrongUsage(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
}

async function model(host: Host, kind: string, code: string, townships = ''): Promise<string> {
  if (kind !== 'general' && kind !== 'request') throw new WrongUsage();
  const units = await allUnits(host.db);
  const options = townships
    .split(',')
    .filter(Boolean)
    .map((name) => {
      const unit = units.find((each) => each.code === name);
      if (!unit) throw new Problems([problem('townships', 'bad-unit')]);
      return { code: unit.code, words: unit.name };
    });
  const document = kind === 'general' ? generalSurvey(code, options) : requestSurvey(code);
  return `${JSON.stringify(document, null, 2)}\n`;
}

async function list(host: Host, json: boolean, out: Streams['out']): Promise<void> {
  const surveys = (await allSurveys(host.db)).map(({ versions, ...record }) => ({
    ...record,
    versions: [...versions].map(([version, { sha, published }]) => ({ version, sha, published })),
  }));
  const line = ({ code, kind, version, opens, closes }: (typeof surveys)[number]) =>
    [code, kind, `version ${version}`, `${opens} to ${closes}`].join('\t');
  if (json) out(asJson(surveys));
  else out(`${surveys.length > 0 ? surveys.map(line).join('\n') : 'There is no survey yet.'}\n`);
}
