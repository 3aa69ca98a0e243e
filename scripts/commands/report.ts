// `pingyi report YEAR`: what is sealed of a year, else its draft, as one of its files, to a path or to standard output, the same bytes that the
// desk offers for download.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isLang } from '#core/lang.ts';
import { isFormat, reportFile } from '#worker/export/file.ts';
import { reportOf } from '#worker/sealed-reports.ts';
import { allSurveys, allUnits } from '#worker/store/surveys.ts';
import { type Command, WrongUsage } from './command.ts';

export const report: Command = {
  usage: 'pingyi report YEAR [--json | --format docx|xlsx|csv|md|json] [--lang zh-CN|en] [--out FILE]',
  async run(host, args, { out }) {
    const { year, format, lang, path } = read(args);
    const [surveys, units] = await Promise.all([allSurveys(host.db), allUnits(host.db)]);
    const bytes = await reportFile(await reportOf(host, { surveys, units }, year), format, lang);
    if (path === undefined) out(bytes);
    else writeFileSync(path, bytes);
    return 0;
  },
};

const options = {
  format: { type: 'string' },
  lang: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

function read(args: readonly string[]) {
  const { values, positionals } = parse(args);
  const { lang = 'zh-CN', format = values.json ? 'json' : 'docx', out: path } = values;
  const [year = '', ...rest] = positionals;
  if (!/^[1-9]\d{3}$/.test(year) || rest.length > 0) throw new WrongUsage();
  if (!isLang(lang) || !isFormat(format) || (values.json && format !== 'json')) throw new WrongUsage();
  return { year: Number(year), format, lang, path };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw new WrongUsage();
  }
}
