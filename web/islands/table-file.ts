// The figures of tables 二, 三 and 四 out of a file: a workbook, a report in any format the check reads, or one of our own CSV and
// JSON files. Only what could be read is returned; an empty cell of the file says nothing about ours.

import type { ReportDocument } from '#core/check/document.ts';
import { readNarrative } from '#core/check/narrative.ts';
import { readDocument } from '#core/check/read.ts';
import { recoverTables } from '#core/check/recover-tables.ts';
import { readDelimited } from '#core/delimited-text.ts';
import type { Entries } from '#core/statutory/entries.ts';
import type { CellId, StatutoryForm } from '#core/statutory/form.ts';
import { checkedId } from '../parts/check-tables.tsx';
import { type Block, laidOut } from './pasted-block.ts';
import { readXlsx } from './read-xlsx.ts';
import { type FileFault, readReportFile } from './report-file.ts';

export interface FoundEntries {
  readonly entries: Entries;
  /** Cells that are there and cannot be read. */
  readonly unreadable: number;
  /** Of the report they stand in, where its text tells. */
  readonly year: number | null;
}

export function readTableFile(
  form: StatutoryForm,
  name: string,
  bytes: Uint8Array,
): FoundEntries | { readonly fault: FileFault } {
  const sheets = bytes[0] === 0x50 && bytes[1] === 0x4b ? readXlsx(bytes) : null;
  if (sheets) {
    const coded = sheets.map((sheet) => (sheet.kind === 'table' ? byCode(form, laidOut(sheet.rows)) : null));
    return coded.find((found) => found !== null) ?? inDocument(form, { blocks: sheets });
  }
  const read = readReportFile(name, bytes);
  if ('fault' in read) return read;
  const { text, format } = read.source;
  const kept = text.trimStart().startsWith('{') ? inJson(form, text) : null;
  if (kept) return kept;
  if (!/\.csv$/i.test(name)) return inDocument(form, readDocument(text, format));
  const rows = readDelimited(text);
  const table = rows.map((row) => row.map((cell) => ({ text: cell, colSpan: 1, rowSpan: 1 })));
  return byCode(form, rows) ?? inDocument(form, { blocks: [{ kind: 'table', rows: table }] });
}

export function inDocument(form: StatutoryForm, document: ReportDocument): FoundEntries {
  const { cells } = recoverTables(document);
  const entries: Record<CellId, string> = {};
  let unreadable = 0;
  for (const { id } of form.cells) {
    const read = cells[checkedId(id)];
    if (read?.state === 'read' && read.value !== null) entries[id] = String(read.value);
    else if (read?.state === 'unreadable') unreadable++;
  }
  return { entries, unreadable, year: readNarrative(document).year ?? null };
}

/** Our own CSV has a column of cell codes with the figure behind it; null where no code stands. */
function byCode(form: StatutoryForm, rows: Block): FoundEntries | null {
  const known = new Set(form.cells.map(({ id }) => id));
  const entries: Record<CellId, string> = {};
  for (const row of rows) {
    const at = row.findIndex((text) => known.has(text));
    const value = row[at + 1]?.trim() ?? '';
    if (at !== -1 && value !== '') entries[row[at] ?? ''] = value;
  }
  return Object.keys(entries).length > 0 ? { entries, unreadable: 0, year: null } : null;
}

function inJson(form: StatutoryForm, text: string): FoundEntries | null {
  try {
    const { fields } = JSON.parse(text) as { fields?: Record<string, unknown> };
    const entries = form.cells.flatMap(({ id }) => {
      const value = fields?.[id];
      return typeof value === 'string' && value !== '' ? [[id, value] as const] : [];
    });
    return entries.length > 0 ? { entries: Object.fromEntries(entries), unreadable: 0, year: null } : null;
  } catch {
    return null;
  }
}
