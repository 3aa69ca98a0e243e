// The files of an annual report. They are in Chinese whatever language the page speaks, because the report is. A report that is
// not whole gives drafts, which say so in their name and under their title.
import { canonical } from '#core/canonical.ts';
import { fill } from '#core/lang.ts';
import type { Day } from '#core/period.ts';
import type { AnnualFields } from '#core/statutory/annual-fields.ts';
import type { ComposedReport } from '#core/statutory/compose.ts';
import type { StatutoryForm } from '#core/statutory/form.ts';
import { wordsFor } from '#core/text.ts';
import { annualCsv } from './annual-csv.ts';
import type { AnnualFile } from './annual-docx.ts';
import { annualHtml } from './annual-html.tsx';
import { mediaTypes } from './file.ts';

export const annualFormats = ['docx', 'html', 'csv', 'json'] as const;
export type AnnualFormat = (typeof annualFormats)[number];
export const isAnnualFormat = (value: unknown): value is AnnualFormat => annualFormats.includes(value as AnnualFormat);

export interface AnnualSourceFile {
  readonly form: StatutoryForm;
  readonly scope: string;
  readonly report: ComposedReport;
  readonly fields: AnnualFields;
  readonly ready: boolean;
  readonly made: Day;
}

const words = wordsFor('zh-CN').annual.file;

export const annualType = (format: AnnualFormat): string =>
  format === 'html' ? 'text/html; charset=utf-8' : mediaTypes[format];

export const annualName = (
  { report, ready }: Pick<AnnualSourceFile, 'report' | 'ready'>,
  format: AnnualFormat,
): string => {
  const title = ready ? report.title : fill(words.draftName, { title: report.title });
  return `${title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()}.${format}`;
};

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

export async function annualBytes(source: AnnualSourceFile, format: AnnualFormat): Promise<Uint8Array<ArrayBuffer>> {
  const { form, report, ready, made } = source;
  const file: AnnualFile = { report, made, draft: ready ? null : words.draft, blank: words.blank };
  switch (format) {
    // Word's library is a third of the worker: evaluated when somebody wants a document.
    case 'docx':
      return (await import('./annual-docx.ts')).annualDocx(file);
    case 'html':
      return utf8(annualHtml(file));
    case 'csv':
      return utf8(annualCsv(form, report, Object.values(words.csv)));
    default:
      return utf8(backup(source));
  }
}

/** What was typed, to be kept or brought into another instance. */
const backup = ({ form, scope, report, fields }: AnnualSourceFile): string =>
  `${canonical({ format: 'pingyi-annual', formatVersion: 1, form: form.id, year: report.year, scope, fields })}\n`;
