// The figures a text may ask for by name, with what each is now or why it is not there.
import { fill } from '#core/lang.ts';
import { problem } from '#core/problem.ts';
import { problemText } from '#core/text.ts';
import type { AnnualPageProps } from './annual-props.ts';
import { TableBox } from './staff-frame.tsx';

export function AnnualFigures({ annual, words }: AnnualPageProps) {
  const w = words.annual.figures;
  return (
    <details class="figures">
      <summary>{w.title}</summary>
      <p class="quiet">{fill(w.lead, { example: '{收到申请}' })}</p>
      <TableBox label={w.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.name}</th>
              <th scope="col">{w.value}</th>
              <th scope="col">{w.from}</th>
            </tr>
          </thead>
          <tbody>
            {annual.report.figures.map(({ name, source, from, value }) => (
              <tr key={name}>
                <th scope="row">
                  <code>{`{${name}}`}</code>
                </th>
                <td class={value.kind === 'shown' ? undefined : 'off'}>
                  {value.kind === 'shown'
                    ? value.text
                    : problemText(words, problem(name, value.why, { name, ...value.values }))}
                </td>
                <td>{from || w.source[source]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </details>
  );
}
