// The tables of an annual report as CSV: one line for each cell with its id, so that a file comes back into the right cells
// wherever it was sorted or cut.
import type { ComposedReport } from '#core/statutory/compose.ts';
import type { StatutoryForm } from '#core/statutory/form.ts';
import { csvField } from './csv.ts';

const sectionNumerals = '一二三四五六';

export function annualCsv(
  form: StatutoryForm,
  { entries }: Pick<ComposedReport, 'entries'>,
  head: readonly string[],
): string {
  const lines = form.cells.map(({ id, table, row, column }) => {
    const section = form.tables.find((each) => each.id === table)?.section ?? 1;
    return [sectionNumerals[section - 1] ?? '', row, column, id, entries.tidied[id] ?? ''];
  });
  return `\ufeff${[head, ...lines].map((line) => `${line.map(csvField).join(',')}\r\n`).join('')}`;
}
