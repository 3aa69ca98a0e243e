// What is sealed of a year: hash, versions with their reasons, the public page, and what moved since.
import { showDay } from '#core/dates.ts';
import type { Drift } from '#core/drift.ts';
import { fill } from '#core/lang.ts';
import type { SealedSummary } from '#core/report.ts';
import { may } from '#core/staff.ts';
import { linkTo } from './page-frame.tsx';
import { type StaffPageProps, staffLink, TableBox } from './staff-frame.tsx';

export interface SealShown {
  readonly sealed: SealedSummary;
  /** Newest first. */
  readonly versions: readonly { readonly version: number; readonly sealed: string; readonly sha: string }[];
  readonly drift: readonly Drift[];
  /** Whether any figure at all differs today. */
  readonly moved: boolean;
}

export function ReportSeal(props: StaffPageProps & SealShown) {
  const { lang, words, me, sealed, versions } = props;
  const { year, seal, evaluations } = sealed;
  const w = words.seal.page;
  return (
    <section class="panel">
      <h2>{words.seal.state.sealed}</h2>
      <p>{fill(w.sealedBody, { version: seal.version, day: showDay(seal.sealed, lang) })}</p>
      <p class="hash">
        <code>{seal.sha}</code>
      </p>
      {seal.reason && <p>{fill(words.seal.standing.corrected, { reason: seal.reason[lang] })}</p>}
      <p class="ways">
        {evaluations.map(({ survey, title }) => (
          <a href={`${linkTo(props, `/results/${survey}`)}&year=${year}`} key={survey}>
            {title[lang]} · {w.public}
          </a>
        ))}
        {may(me, 'improvements.write') &&
          evaluations.map(({ survey, title }) => (
            <a href={staffLink(props, `/staff/improvements/${survey}`)} key={survey}>
              {title[lang]} · {words.results.improvements.link}
            </a>
          ))}
        <a href={linkTo(props, '/verify')}>{w.verify}</a>
      </p>
      {versions.length > 1 && (
        <>
          <h3>{w.versions}</h3>
          <ul class="quotes">
            {versions.map((each) => (
              <li key={each.version}>
                {fill(w.version, { version: each.version, day: showDay(each.sealed, lang) })}{' '}
                <a href={staffLink(props, `/staff/reports/${year}.json`, { version: String(each.version) })} download>
                  {words.report.page.format.json}
                </a>
                <br />
                <code class="hash">{each.sha}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{w.drift}</h3>
      <DriftTable {...props} />
    </section>
  );
}

function DriftTable({ lang, words, drift, moved }: StaffPageProps & SealShown) {
  const w = words.seal.page;
  const { received, valid } = words.report.column;
  if (drift.length === 0) return <p>{moved ? w.driftFigures : w.driftNone}</p>;
  const ends = ['sealed', 'now'] as const;
  return (
    <>
      <p>{w.driftBody}</p>
      <TableBox label={w.drift}>
        <table>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {words.report.row.evaluation}
              </th>
              <th scope="colgroup" colSpan={2}>
                {w.driftSealed}
              </th>
              <th scope="colgroup" colSpan={2}>
                {w.driftNow}
              </th>
            </tr>
            <tr>
              {ends.flatMap((end) => [
                <th scope="col" class="n" key={`${end}r`}>
                  {received}
                </th>,
                <th scope="col" class="n" key={`${end}v`}>
                  {valid}
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {drift.map((each) => (
              <tr key={each.survey}>
                <th scope="row">{each.title[lang]}</th>
                {ends.flatMap((end) => [
                  <td class="n" key={`${end}r`}>
                    {each[end]?.received ?? w.absent}
                  </td>,
                  <td class="n" key={`${end}v`}>
                    {each[end]?.valid ?? w.absent}
                  </td>,
                ])}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}
