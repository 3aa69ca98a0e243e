// The statutory tables as they were recovered from a file, in the shape of the form. A cell that a finding speaks of carries
// its number; one that was not read says so in words.
import type { ReadCell } from '#core/check/cell.ts';
import type { Finding } from '#core/check/check-report.ts';
import type { Place } from '#core/check/document.ts';
import { cellLabel, type FormTable, forms, type GridCell } from '#core/statutory/form.ts';
import type { CheckProps } from './check-outcome.tsx';
import { TableBox } from './table-box.tsx';

const [form] = forms;

export function CheckTables(props: CheckProps) {
  const { words: w, result } = props;
  const found = form?.tables.filter(({ id }) => result.tables.found[id]) ?? [];
  if (found.length === 0) return null;
  return (
    <>
      <h3>{w.tables}</h3>
      <p class="quiet">{w.tablesLead}</p>
      {found.map((table) => (
        <RecoveredTable key={table.id} {...props} table={table} />
      ))}
    </>
  );
}

/** The check names its cells without the table. */
export const checkedId = (cell: string): string => cell.replace(/^[BC]\./, '');

function RecoveredTable(props: CheckProps & { table: FormTable }) {
  const { table, words: w } = props;
  const title = form?.sections[table.section - 1] ?? '';
  return (
    <TableBox label={title}>
      <table class="statutory recovered">
        <caption>{title || w.tables}</caption>
        <tbody>
          {table.grid.map((row) => (
            <tr key={row[0]?.cell ?? row[0]?.text}>
              {row.map((cell) => (
                <Cell key={cell.cell ?? cell.text} {...props} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Cell({ words: w, result, cell }: CheckProps & { cell: GridCell }) {
  const { kind, text, cell: id, columns, rows } = cell;
  const spans = { ...(columns > 1 ? { colSpan: columns } : {}), ...(rows > 1 ? { rowSpan: rows } : {}) };
  if (!id)
    return (
      <th class={kind} {...spans}>
        {text}
      </th>
    );
  const read = result.tables.cells[checkedId(id)];
  const about = findingsAt(result.findings, read?.place ?? null);
  const wrong = about.some(({ severity }) => severity === 'high');
  return (
    <td class={about.length > 0 ? (wrong ? 'n asked wrong' : 'n asked') : 'n'} {...spans}>
      {shown(w, read)}
      {about.map(({ number }) => (
        <a
          key={number}
          href={`#finding-${number}`}
          aria-label={`${form ? cellLabel(form, id) : id} ${w.finding} ${number}`}
        >
          [{number}]
        </a>
      ))}
    </td>
  );
}

function shown(w: CheckProps['words'], read: ReadCell | undefined) {
  if (!read || read.state === 'missing') return <i>{w.cell.missing}</i>;
  if (read.state === 'blank') return <i>{w.cell.blank}</i>;
  if (read.state === 'unreadable') return <i>{w.cell.unreadable}</i>;
  return read.mended ? <i title={w.cell.mended}>{read.raw.trim()}*</i> : read.raw.trim();
}

const same = (a: Place, b: Place): boolean =>
  a.block === b.block && a.row === b.row && a.cell === b.cell && a.start === b.start;

function findingsAt(findings: readonly Finding[], place: Place | null): (Finding & { number: number })[] {
  if (!place) return [];
  return findings
    .map((finding, i) => ({ ...finding, number: i + 1 }))
    .filter((finding) => finding.place !== null && same(finding.place, place));
}
