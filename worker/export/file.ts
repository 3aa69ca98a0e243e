// The files of a report: each format takes a summary and a language and knows nothing else.
import { fill, type Lang } from '#core/lang.ts';
import type { Report } from '#core/report.ts';
import { wordsFor } from '#core/text.ts';
import { reportCsv } from './csv.ts';
import { summaryJson } from './json.ts';
import { reportMarkdown } from './markdown.ts';
import { reportXlsx } from './xlsx.ts';

export const formats = ['docx', 'xlsx', 'csv', 'md', 'json'] as const;
export type Format = (typeof formats)[number];
export const isFormat = (value: unknown): value is Format => formats.includes(value as Format);

const office = 'application/vnd.openxmlformats-officedocument';
export const mediaTypes: Record<Format, string> = {
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  csv: 'text/csv; charset=utf-8; header=present',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const writers: Record<
  Format,
  (summary: Report, lang: Lang) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>
> = {
  // Word's library is a third of the worker: evaluated when somebody wants a document.
  docx: async (summary, lang) => (await import('./docx.ts')).reportDocx(summary, lang),
  xlsx: reportXlsx,
  csv: (summary, lang) => utf8(reportCsv(summary, lang)),
  md: (summary, lang) => utf8(reportMarkdown(summary, lang)),
  json: (summary) => utf8(summaryJson(summary)),
};

export async function reportFile(summary: Report, format: Format, lang: Lang): Promise<Uint8Array<ArrayBuffer>> {
  return writers[format](summary, lang);
}

export const fileName = (
  { county, year, seal }: Pick<Report, 'county' | 'year' | 'seal'>,
  format: Format,
  lang: Lang,
): string => {
  const words = wordsFor(lang);
  const plain = fill(words.report.file.name, { county: county[lang], year });
  const version = seal?.version ?? 0;
  const name = version === 1 ? plain : fill(words.seal[seal ? 'fileCorrected' : 'fileDraft'], { name: plain, version });
  return `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()}.${format}`;
};
