// Our own check on a report while it is still being written: the composed blocks are read as the check reads any file, and
// each finding is brought back to the field or cell where its author can mend it.
import { type CheckOptions, checkReport, type Finding } from '../check/check-report.ts';
import { type Block, cellOf, type ReportDocument } from '../check/document.ts';
import type { ComposedBlock, ComposedReport } from './compose.ts';
import type { AnnualScope } from './scope.ts';

export interface PlacedFinding extends Omit<Finding, 'place'> {
  /** A cell or a text; null where the finding is about the whole report. */
  readonly field: string | null;
}

/** The report as the check sees a file. */
export const composedDocument = ({ blocks }: Pick<ComposedReport, 'blocks'>): ReportDocument => ({
  blocks: blocks.map(readable),
});

function readable(block: ComposedBlock): Block {
  if (block.kind !== 'table')
    return { kind: block.kind === 'section' || block.kind === 'part' ? 'heading' : 'paragraph', text: block.text };
  const { table, texts } = block;
  return {
    kind: 'table',
    rows: table.grid.map((row) =>
      row.map(({ text, cell, columns, rows }) => cellOf(cell ? (texts[cell] ?? '') : text, columns, rows)),
    ),
  };
}

export function checkComposed(
  report: ComposedReport,
  scope: AnnualScope,
  { lastYear, organs, lang }: Pick<CheckOptions, 'lastYear' | 'organs' | 'lang'> = {},
): PlacedFinding[] {
  const { findings } = checkReport(composedDocument(report), {
    scope: scope === 'county-aggregate' || /[镇乡]$/.test(report.organ) ? 'government' : 'department',
    year: report.year,
    ...(lastYear ? { lastYear } : {}),
    ...(organs ? { organs } : {}),
    ...(lang ? { lang } : {}),
  });
  return findings
    .map(({ place, ...finding }) => ({ ...finding, field: fieldAt(report.blocks, place) }))
    .filter((finding) => !isUnfinished(finding, report));
}

/** Cells that are empty or unreadable are Problems already; what is said about them, or sums over them, is not yet wrong. */
function isUnfinished({ rule, severity, field }: PlacedFinding, { blocks, entries }: ComposedReport): boolean {
  if (entries.blank.length + entries.problems.length === 0) return false;
  const cell = field !== null && blocks.some((block) => block.kind === 'table' && Object.hasOwn(block.texts, field));
  return (
    rule === 'B5' ||
    (severity === 'unverifiable' && /^[BC][123]$/.test(rule)) ||
    (cell && entries.figures[field ?? ''] === undefined)
  );
}

function fieldAt(blocks: readonly ComposedBlock[], place: Finding['place']): string | null {
  const block = place ? blocks[place.block] : undefined;
  if (!place || !block) return null;
  if (block.kind !== 'table') return block.field ?? fieldBelow(blocks, place.block);
  return block.table.grid[place.row ?? -1]?.[place.cell ?? -1]?.cell ?? null;
}

/** A heading that the form prints leads to the first text under it. */
function fieldBelow(blocks: readonly ComposedBlock[], at: number): string | null {
  const next = blocks.slice(at + 1).find((block) => block.kind !== 'part');
  const part = blocks[at + 1];
  if (part && part.kind !== 'table' && part.field) return part.field;
  return next && next.kind !== 'table' ? next.field : null;
}
