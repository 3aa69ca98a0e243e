// Which reader a text needs, when nobody says: by what stands in it, never by a file name alone.
import type { ReportDocument } from './document.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { isGridRule, isTableRule, readMarkdown } from './read-markdown.ts';
import { readText } from './read-text.ts';

export const reportFormats = ['text', 'markdown', 'html', 'docx'] as const;
/** `docx` means the text of word/document.xml. */
export type ReportFormat = (typeof reportFormats)[number];

const readers: Record<ReportFormat, (text: string) => ReportDocument> = {
  text: readText,
  markdown: readMarkdown,
  html: readHtml,
  docx: readDocx,
};

export function guessFormat(text: string): ReportFormat {
  const head = text.slice(0, 200_000);
  if (head.includes('<w:document') || head.includes('<w:p>')) return 'docx';
  if (/<(?:html|body|table|p|div|td)\b[^<>]{0,500}>/i.test(head)) return 'html';
  if (head.split('\n').some((line) => /^ {0,3}#{1,6} +\S/.test(line) || isTableRule(line) || isGridRule(line)))
    return 'markdown';
  return 'text';
}

export const readDocument = (text: string, format: ReportFormat = guessFormat(text)): ReportDocument =>
  readers[format](text);
