// `pingyi check`: the report check on files. It needs no database and sends nothing anywhere. DOCX is unzipped here, and
// old pages are often GB 18030, so bytes that are not UTF-8 are read as that.

import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { type CheckOptions, checkReport, type Finding, type ReportSource } from '#core/check/check-report.ts';
import { isLang } from '#core/lang.ts';
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

const documentPath = 'word/document.xml';

/** A report's text, and its format where the name or the bytes tell it. Throws WrongUsage for what is not a report. */
export function readReport(path: string): ReportSource {
  const bytes = bytesOf(path);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { text: documentXml(bytes, path), format: 'docx' };
  if (strFromU8(bytes.subarray(0, 5), true) === '%PDF-') throw new WrongUsage(`${path}: save the PDF as text first`);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new WrongUsage(`${path}: save the .doc file as .docx first`);
  const text = decoded(bytes);
  const name = extname(path).toLowerCase();
  if (name === '.md') return { text, format: 'markdown' };
  if (name === '.html' || name === '.htm') return { text, format: 'html' };
  return { text };
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new WrongUsage(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
}

function documentXml(bytes: Uint8Array, path: string): string {
  try {
    const entry = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === documentPath && originalSize < 50_000_000,
    })[documentPath];
    if (entry) return strFromU8(entry);
  } catch {
    // Said below in the same words: it is no DOCX.
  }
  throw new WrongUsage(`${path}: not a DOCX file`);
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
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
