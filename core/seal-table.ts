// What a file says about itself, so that somebody who holds nothing but the file can judge and verify it: draft or sealed,
// version, hash, period, formulas, program. It is a table like the others, so every format carries it.
import { showDay, showDays } from './dates.ts';
import { fill, type Lang } from './lang.ts';
import { addDays } from './period.ts';
import type { Report } from './report.ts';
import type { ReportRow, ReportTable } from './report-table.ts';
import { wordsFor } from './text.ts';

export function sealTable(report: Report, lang: Lang): ReportTable {
  const { seal: w, report: words } = wordsFor(lang);
  const { period, generator, seal } = report;
  const { strict, wide, mean } = words.methodTitle;
  const row = (id: keyof typeof w.row, text: string): ReportRow => ({
    id,
    label: w.row[id],
    cells: [{ kind: 'text', text }],
  });
  const about = [
    row('period', showDays(period.from, addDays(period.to, -1), lang)),
    row('formulas', fill(w.text.formulas, { list: [strict, wide, mean].join(w.text.list) })),
    row('generator', fill(w.text.generator, generator)),
  ];
  const sealed = seal && [
    row('version', fill(seal.version === 1 ? w.text.first : w.text.version, { version: seal.version })),
    ...(seal.reason ? [row('reason', seal.reason[lang])] : []),
    row('sealed', showDay(seal.sealed, lang)),
  ];
  return {
    id: 'seal',
    section: '',
    title: w.table,
    rowTitle: words.row.item,
    columns: [{ id: 'note', title: words.column.note }],
    rows: [
      row('state', seal ? w.text.sealed : w.text.draft),
      ...(sealed ?? []),
      ...about,
      ...(seal ? [row('sha', seal.sha), row('verify', w.text.verify)] : [row('verify', w.text.cannot)]),
    ],
  };
}

/** The lines under the title of a document: what it is worth. */
export function standingLines({ seal }: Report, lang: Lang): string[] {
  const { standing } = wordsFor(lang).seal;
  if (!seal) return [standing.draft];
  const { version, sealed, sha, reason } = seal;
  return [
    fill(standing.sealed, { version, sealed: showDay(sealed, lang), sha }),
    ...(reason ? [fill(standing.corrected, { reason: reason[lang] })] : []),
  ];
}
