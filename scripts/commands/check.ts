// `pingyi check`: the report check on files, read as the page reads them. It needs no database and sends nothing anywhere.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type CheckOptions, checkReport, type Finding, type ReportSource } from '#core/check/check-report.ts';
import { isLang } from '#core/lang.ts';
import { type FileFault, readReportFile } from '#web/islands/report-file.ts';
import { asJson, type ExitStatus, type FileCommand, type Streams, WrongUsage } from './command.ts';

const usage =
  'pingyi check FILE [--last-year FILE] [--organ FILE …] [--scope government|department] [--year YYYY] [--lang zh-CN|en] [--json]';

export const check: FileCommand = { usage, onFiles: run };

/** Exit status 1 as soon as there is any finding, `unverifiable` included: what was not checked is not fine. */
export async function run(args: readonly string[], { out }: Streams): Promise<ExitStatus> {
  const { file, json, options } = read(args);
  const result = checkReport(readReport(file), options);
  out(json ? asJson(result) : inWords(result.findings));
  return result.findings.length === 0 ? 0 : 1;
}

function read(args: readonly string[]): { file: string; json: boolean; options: CheckOptions } {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  const { scope, year, lang } = values;
  if (file === undefined || more.length > 0) throw new WrongUsage();
  if (scope !== undefined && scope !== 'government' && scope !== 'department') throw new WrongUsage();
  if (year !== undefined && !/^20\d\d$/.test(year)) throw new WrongUsage();
  if (lang !== undefined && !isLang(lang)) throw new WrongUsage();
  return {
    file,
    json: values.json ?? false,
    options: {
      ...(values['last-year'] === undefined ? {} : { lastYear: readReport(values['last-year']) }),
      ...(values.organ === undefined ? {} : { organs: values.organ.map(readReport) }),
      ...(scope === undefined ? {} : { scope }),
      ...(year === undefined ? {} : { year: Number(year) }),
      ...(lang === undefined ? {} : { lang }),
    },
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'last-year': { type: 'string' },
        organ: { type: 'string', multiple: true },
        scope: { type: 'string' },
        year: { type: 'string' },
        lang: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch {
    throw new WrongUsage();
  }
}

const faults: Record<FileFault, string> = {
  empty: 'is empty',
  'too-large': 'is too large for a report',
  pdf: 'save the PDF as text first',
  'old-word': 'save the .doc file as .docx first, without a password',
  'not-docx': 'not a DOCX file',
  'not-text': 'is no text',
};

/** A report's text, and its format where the name or the bytes tell it. Throws WrongUsage for what is not a report. */
export function readReport(path: string): ReportSource {
  const read = readReportFile(path, bytesOf(path));
  if ('fault' in read) throw new WrongUsage(`${path}: ${faults[read.fault]}`);
  return read.source;
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new WrongUsage(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
}

const inWords = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? 'nothing found\n'
    : findings
        .map(({ severity, rule, quote, message, repairs = [] }) =>
          [
            `${severity} ${rule}: ${message}`,
            ...(quote === '' ? [] : [`  「${quote}」`]),
            ...repairs.map((repair) => `  → ${repair}`),
          ].join('\n'),
        )
        .join('\n')
        .concat('\n');
