// The report as a Word document in the layout of GB/T 9704: paragraph, tables, method. `docx` writes the clock into the
// properties and the archive; both are replaced, so that the same summary is the same file.
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, type Table } from 'docx';
import { fill, type Lang } from '#core/lang.ts';
import { paragraph } from '#core/paragraph.ts';
import type { Report } from '#core/report.ts';
import type { ReportTable } from '#core/report-table.ts';
import { reportTables, reportTitle } from '#core/report-tables.ts';
import { standingLines } from '#core/seal-table.ts';
import { type Words, wordsFor } from '#core/text.ts';
import { withoutTimes } from './archive.ts';
import { coreProperties } from './core-properties.ts';
import { wordTable } from './docx-table.ts';
import { fontTable, page, pageNumbers, styles } from './gb9704.ts';
import { xmlText } from './xml-text.ts';

export async function reportDocx(summary: Report, lang: Lang): Promise<Uint8Array<ArrayBuffer>> {
  const words = wordsFor(lang);
  const { title, madeOn } = reportTitle(summary, lang);
  const document = new Document({
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: page,
        footers: pageNumbers(),
        children: [
          new Paragraph({ text: xmlText(title), heading: HeadingLevel.TITLE }),
          body(madeOn),
          ...standingLines(summary, lang).map(body),
          ...chapters(summary, lang, words),
        ],
      },
    ],
  });
  return withoutTimes(
    new Uint8Array(
      await Packer.toArrayBuffer(document, undefined, [
        coreProperties({ title, creator: summary.county['zh-CN'], made: summary.made }),
        fontTable,
      ]),
    ),
  );
}

/** A hash cannot be broken over two lines: beside one, justified words would be pulled apart. */
const body = (text: string) =>
  new Paragraph({
    text: xmlText(text),
    style: 'BodyText',
    ...(/[0-9a-f]{64}/.test(text) ? { alignment: AlignmentType.LEFT } : {}),
  });

/** 一、 for the paragraph, each evaluation and what concerns all of them; （一） for the tables of one evaluation. */
function chapters(summary: Report, lang: Lang, words: Words): (Paragraph | Table)[] {
  const { file } = words.report;
  const chapter = numbered(file.heading, HeadingLevel.HEADING_1, lang);
  const parts: (Paragraph | Table)[] = [chapter(file.paragraph), body(paragraph(summary, lang))];
  let section = '';
  let subchapter = numbered(file.subheading, HeadingLevel.HEADING_2, lang);
  for (const table of reportTables(summary, lang)) {
    if (table.section === '') parts.push(chapter(table.title));
    else {
      if (table.section !== section) {
        parts.push(chapter(table.section));
        subchapter = numbered(file.subheading, HeadingLevel.HEADING_2, lang);
      }
      parts.push(subchapter(table.title));
    }
    section = table.section;
    parts.push(...(isProse(table) ? notes(table, words) : [wordTable(table, words)]));
  }
  return parts;
}

function numbered(template: string, heading: (typeof HeadingLevel)[keyof typeof HeadingLevel], lang: Lang) {
  let n = 0;
  return (title: string): Paragraph => {
    n += 1;
    return new Paragraph({
      text: xmlText(fill(template, { number: lang === 'zh-CN' ? chineseNumber(n) : n, title })),
      heading,
    });
  };
}

/** 1 to 99 as headings count: 一, 十, 十一, 二十, 二十一. */
export function chineseNumber(n: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[n % 10]}`;
}

/** A table of sentences reads better as sentences. */
const isProse = ({ columns, rows }: ReportTable): boolean =>
  columns.length === 1 && rows.every(({ cells }) => cells[0]?.kind === 'text');

const notes = ({ rows }: ReportTable, words: Words): Paragraph[] =>
  rows.map(({ label, cells: [cell] }, i) =>
    body(fill(words.report.file.note, { n: i + 1, label, text: cell?.kind === 'text' ? cell.text : '' })),
  );
