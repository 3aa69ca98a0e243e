// The annual report as a Word document in the layout of GB/T 9704. `docx` writes the clock into the properties and the archive; both are replaced, so that the same report is the same file.
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, type Table, TextRun } from 'docx';
import type { Day } from '#core/period.ts';
import type { ComposedBlock, ComposedReport } from '#core/statutory/compose.ts';
import { annualTable, cellStyle } from './annual-docx-table.ts';
import { withoutTimes } from './archive.ts';
import { coreProperties } from './core-properties.ts';
import { fontTable, page, pageNumbers, styles, tableStyles } from './gb9704.ts';
import { xmlText } from './xml-text.ts';

export interface AnnualFile {
  readonly report: ComposedReport;
  /** The day of its newest revision. */
  readonly made: Day;
  /** Printed under the title of a file that is not finished; null for a finished one. */
  readonly draft: string | null;
  /** Stands in an empty cell of a draft. */
  readonly blank: string;
}

const characterTwips = 320;
const lineTwips = 579;
/** A longer table begins a page: its sums can only be followed whole. */
const shortRowsMax = 20;

const annualStyles = {
  ...styles,
  paragraphStyles: [...(styles.paragraphStyles ?? []), { ...tableStyles.normal, ...cellStyle, paragraph: {} }],
};

export async function annualDocx(file: AnnualFile): Promise<Uint8Array<ArrayBuffer>> {
  const { title, organ } = file.report;
  const document = new Document({
    styles: annualStyles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: page,
        footers: pageNumbers(),
        children: file.report.blocks.flatMap((block, i, all) => printed(block, file, all[i + 1])),
      },
    ],
  });
  const properties = coreProperties({ title, creator: organ, made: file.made });
  return withoutTimes(new Uint8Array(await Packer.toArrayBuffer(document, undefined, [properties, fontTable])));
}

/** Whoever signs does not stand alone on a page. */
const text = (words: string, keepNext: boolean) => new Paragraph({ text: xmlText(words), style: 'BodyText', keepNext });
const heading = (words: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel], pageBreakBefore = false) =>
  new Paragraph({ text: xmlText(words), heading: level, pageBreakBefore });
const signature = (words: string, { first }: { first: boolean }) =>
  new Paragraph({
    text: xmlText(words),
    alignment: AlignmentType.RIGHT,
    indent: { right: 4 * characterTwips },
    ...(first ? { spacing: { before: 2 * lineTwips } } : {}),
    keepNext: first,
  });

function printed(
  block: ComposedBlock,
  { report, draft, blank }: AnnualFile,
  next: ComposedBlock | undefined,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'table':
      return [annualTable(block.table, block.texts, blank)];
    case 'title':
      return [title(report), ...(draft ? [new Paragraph({ text: draft, alignment: AlignmentType.CENTER })] : [])];
    case 'section':
      return [
        heading(block.text, HeadingLevel.HEADING_1, next?.kind === 'table' && next.table.grid.length > shortRowsMax),
      ];
    case 'part':
      return [heading(block.text, HeadingLevel.HEADING_2)];
    case 'paragraph':
      return [text(block.text, next?.kind === 'organ')];
    default:
      return [signature(block.text, { first: block.kind === 'organ' })];
  }
}

/** In two lines that balance: whose report, then which. */
const title = ({ title, organ }: ComposedReport): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    children: [new TextRun(xmlText(organ)), new TextRun({ text: xmlText(title.slice(organ.length)), break: 1 })],
  });
