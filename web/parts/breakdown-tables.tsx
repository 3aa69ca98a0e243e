// The overall rating by unit and the answers by channel. A hidden row is a dash: it is not a zero.
import type { BreakdownRow } from '#core/breakdown.ts';
import type { Share } from '#core/figures.ts';
import { showPercent } from './rating-table.tsx';
import { type StaffPageProps, TableBox, type Unit, unitName } from './staff-frame.tsx';

type Props = Pick<StaffPageProps, 'lang' | 'words'> & {
  readonly units: readonly Unit[];
  readonly byUnit: readonly BreakdownRow[];
  readonly byChannel: readonly { readonly by: string; readonly n: number | null }[];
};

export function BreakdownTables(props: Props) {
  const { units, byUnit, byChannel, lang, words } = props;
  const w = words.staff.results;
  const { hidden } = words.staff;
  const share = (value: Share | null) =>
    value === null ? hidden : [value.n, showPercent(value)].filter((x) => x !== '').join(' · ');
  return (
    <div class="pair">
      <section>
        <h2>{w.units}</h2>
        {byUnit.length === 0 && <p class="quiet">{w.noBreakdown}</p>}
        {byUnit.length > 0 && (
          <TableBox label={w.units}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{w.byUnit}</th>
                  {[w.valid, w.strict, w.wide].map((heading) => (
                    <th scope="col" class="n" key={heading}>
                      {heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {byUnit.map(({ by, valid, strict, wide }) => (
                  <tr key={by}>
                    <th scope="row">{unitName(units, by, words, lang)}</th>
                    <td class="n">{valid ?? hidden}</td>
                    <td class="n">{share(strict)}</td>
                    <td class="n">{share(wide)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        )}
        {byUnit.length + byChannel.length > 0 && <p class="quiet">{w.suppressed}</p>}
      </section>
      {byChannel.length > 0 && (
        <section>
          <h2>{w.channels}</h2>
          <TableBox label={w.channels}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{w.byChannel}</th>
                  <th scope="col" class="n">
                    {w.valid}
                  </th>
                </tr>
              </thead>
              <tbody>
                {byChannel.map(({ by, n }) => (
                  <tr key={by}>
                    <th scope="row">{words.report.channel[by as 'web']}</th>
                    <td class="n">{n ?? hidden}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        </section>
      )}
    </div>
  );
}
