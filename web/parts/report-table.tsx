// One table of the report on the screen, from the same cells as the files.
import { isNumber, printCell, type ReportTable as Table } from '#core/report-table.ts';
import type { Words } from '#core/text.ts';
import { TableBox } from './staff-frame.tsx';

export function ReportTable({ table, words }: { table: Table; words: Words }) {
  const { section, title, rowTitle, columns, rows } = table;
  const grouped = columns.some(({ group }) => group);
  const span = grouped ? 2 : undefined;
  const prose = rows.every(({ cells }) => cells.every(({ kind }) => kind === 'text'));
  return (
    <TableBox label={section ? `${section} · ${title}` : title}>
      <table>
        <thead>
          <tr>
            <th scope="col" rowSpan={span}>
              {rowTitle}
            </th>
            {columns.map(({ id, title, group }, i) => {
              if (!group)
                return (
                  <th scope="col" class={prose ? undefined : 'n'} rowSpan={span} key={id}>
                    {title}
                  </th>
                );
              const members = columns.filter((column) => column.group === group).length;
              return columns[i - 1]?.group === group ? null : (
                <th scope="colgroup" class="n first" colSpan={members} key={group}>
                  {group}
                </th>
              );
            })}
          </tr>
          {grouped && (
            <tr>
              {columns.map(
                ({ id, title, group }, i) =>
                  group && (
                    <th scope="col" class={columns[i - 1]?.group === group ? 'n' : 'n first'} key={id}>
                      {title}
                    </th>
                  ),
              )}
            </tr>
          )}
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <>
              {row.group && row.group !== rows[i - 1]?.group && (
                <tr class="asked" key={row.group}>
                  <th scope="rowgroup" colSpan={columns.length + 1}>
                    <b>{row.group}</b>
                  </th>
                </tr>
              )}
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                {row.cells.map((cell, column) => (
                  <td
                    class={prose ? undefined : isNumber(cell) || cell.kind === 'text' ? 'n' : 'n off'}
                    key={columns[column]?.id}
                  >
                    {printCell(cell, words)}
                  </td>
                ))}
              </tr>
            </>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
