// A statutory table to type into, in the shape in which it is printed. An empty cell that the sums settle says what it must be;
// nothing is filled in by itself. The island finds cells by their names and rows by `data-row`.
import type { AnnualFields } from '#core/statutory/annual-fields.ts';
import type { AnnualView } from '#core/statutory/annual-view.ts';
import { cellLabel, cellOf, type FormTable, type GridCell } from '#core/statutory/form.ts';
import { problemText, type Words } from '#core/text.ts';
import { sumCell, sumText } from './annual-props.ts';
import { TableBox } from './staff-frame.tsx';

interface GridProps {
  readonly table: FormTable;
  readonly view: AnnualView;
  readonly words: Words;
  readonly fields: AnnualFields;
}

export function StatutoryGrid(props: GridProps) {
  const { table, view } = props;
  const { grid, headingRows, section } = table;
  const title = view.form.sections[section - 1] ?? '';
  const rows = (from: number, to: number) =>
    grid.slice(from, to).map((row, r) => (
      <tr key={row[0]?.cell ?? row[0]?.text} data-row={from + r}>
        {row.map((cell) => (
          <Cell key={cell.cell ?? cell.text} {...props} cell={cell} />
        ))}
      </tr>
    ));
  return (
    <>
      <h3>{title}</h3>
      <TableBox label={title}>
        <table class="statutory" data-table={table.id}>
          {headingRows > 0 && <thead>{rows(0, headingRows)}</thead>}
          <tbody>{rows(headingRows, grid.length)}</tbody>
        </table>
      </TableBox>
    </>
  );
}

function Cell({ view, words, fields, cell }: GridProps & { cell: GridCell }) {
  const { kind, text, cell: id, columns, rows } = cell;
  const spans = { ...(columns > 1 ? { colSpan: columns } : {}), ...(rows > 1 ? { rowSpan: rows } : {}) };
  if (!id)
    return (
      <th scope={scopeOf(cell)} class={kind} {...spans}>
        {text}
      </th>
    );
  const problems = view.report.problems.filter(({ field, code }) => field === id && code !== 'cell-blank');
  const broken = view.broken.filter((each) => sumCell(each) === id);
  const implied = view.implied.get(id);
  const wrong = problems.length + broken.length > 0;
  return (
    <td {...spans}>
      <input
        id={`f-${id}`}
        name={id}
        value={fields[id] ?? ''}
        inputMode={cellOf(view.form, id)?.decimalsMax ? 'decimal' : 'numeric'}
        autocomplete="off"
        aria-label={cellLabel(view.form, id)}
        {...(wrong ? { 'aria-invalid': 'true', 'aria-describedby': `d-${id}` } : {})}
        {...(implied === undefined ? {} : { placeholder: String(implied) })}
      />
      {wrong && (
        <span class="problem" id={`d-${id}`}>
          {problems.map((problem) => problemText(words, problem)).join('')}
          {broken.map((each) => sumText(words, each))}
        </span>
      )}
    </td>
  );
}

const scopeOf = ({ kind, columns, rows }: GridCell) =>
  kind === 'heading' ? (columns > 1 ? 'colgroup' : 'col') : rows > 1 ? 'rowgroup' : 'row';
