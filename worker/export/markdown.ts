// The report as Markdown with pipe tables. Whatever people worded is escaped: it stays text and cannot end a cell.
import type { Lang } from '#core/lang.ts';
import { paragraph } from '#core/paragraph.ts';
import type { Report } from '#core/report.ts';
import { flatTitle, printCell, type ReportTable } from '#core/report-table.ts';
import { reportTables, reportTitle } from '#core/report-tables.ts';
import { standingLines } from '#core/seal-table.ts';
import { wordsFor } from '#core/text.ts';

const literal = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&').replace(/\s+/g, ' ');

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export function reportMarkdown(summary: Report, lang: Lang): string {
  const { report } = wordsFor(lang);
  const { title, madeOn } = reportTitle(summary, lang);
  let section = '';
  const tables = reportTables(summary, lang).flatMap((table) => {
    const opens = table.section !== '' && table.section !== section;
    section = table.section;
    const depth = table.section === '' ? '##' : '###';
    return [...(opens ? [`## ${literal(section)}`] : []), `${depth} ${literal(table.title)}`, pipeTable(table, lang)];
  });
  return `${[
    `# ${literal(title)}`,
    literal(madeOn),
    ...standingLines(summary, lang).map(literal),
    `## ${report.file.paragraph}`,
    literal(paragraph(summary, lang)),
    ...tables,
  ].join('\n\n')}\n`;
}

function pipeTable({ rowTitle, columns, rows }: ReportTable, lang: Lang): string {
  const words = wordsFor(lang);
  const numeric = rows.some(({ cells }) => cells.some(({ kind }) => kind !== 'text'));
  return [
    line([rowTitle, ...columns.map(flatTitle)].map(literal)),
    line(['---', ...columns.map(() => (numeric ? '---:' : '---'))]),
    ...rows.flatMap(({ label, group, cells }, i) => [
      ...(group && group !== rows[i - 1]?.group ? [line([`**${literal(group)}**`, ...columns.map(() => '')])] : []),
      line([label, ...cells.map((cell) => printCell(cell, words))].map(literal)),
    ]),
  ].join('\n');
}
