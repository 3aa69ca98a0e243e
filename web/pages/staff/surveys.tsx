// The surveys and their versions, each with the fingerprint of the text that people answered.

import { showDay } from '#core/dates.ts';
import { fill, type Localised } from '#core/lang.ts';
import type { Day } from '#core/period.ts';
import { may } from '#core/staff.ts';
import type { SurveyKind } from '#core/survey.ts';
import { linkTo } from '../../parts/page-frame.tsx';
import { StaffFrame, type StaffPageProps, staffLink, TableBox } from '../../parts/staff-frame.tsx';

export interface ListedSurvey {
  readonly code: string;
  readonly kind: SurveyKind;
  readonly title: Localised;
  readonly opens: Day;
  readonly closes: Day;
  /** Newest first; the first is the one served. */
  readonly versions: readonly {
    readonly version: number;
    readonly published: Day;
    readonly sha: string;
    readonly questions: number;
  }[];
}

export function SurveysPage(props: StaffPageProps & { surveys: readonly ListedSurvey[] }) {
  const { lang, words, me, surveys } = props;
  const w = words.staff.surveys;
  return (
    <StaffFrame {...props} here="surveys" title={w.title}>
      <p class="lead">{w.lead}</p>
      {surveys.map(({ code, kind, title, opens, closes, versions }) => (
        <section key={code}>
          <h2>{title[lang]}</h2>
          <p class="quiet">
            {w.kind[kind]} · {fill(words.staff.months, { first: showDay(opens, lang), last: showDay(closes, lang) })} ·{' '}
            <code>{code}</code>
          </p>
          <p class="ways">
            <a href={staffLink(props, `/staff/results/${code}`)}>{w.results}</a>
            {kind === 'general' && <a href={linkTo(props, `/s/${code}`)}>{w.open}</a>}
            {kind === 'general' && me.unit === null && may(me, 'quarantine.decide') && (
              <a href={staffLink(props, `/staff/quarantine/${code}`)}>{w.quarantine}</a>
            )}
          </p>
          <TableBox label={title[lang]}>
            <table>
              <thead>
                <tr>
                  <th scope="col" class="n">
                    {w.version}
                  </th>
                  <th scope="col">{w.published}</th>
                  <th scope="col" class="n">
                    {w.questions}
                  </th>
                  <th scope="col">{w.sha}</th>
                </tr>
              </thead>
              <tbody>
                {versions.map(({ version, published, sha, questions }, index) => (
                  <tr key={version}>
                    <th scope="row" class="n">
                      {version}
                    </th>
                    <td>
                      {showDay(published, lang)} {index === 0 && <span class="phase open">{w.serving}</span>}
                    </td>
                    <td class="n">{questions}</td>
                    <td>
                      <code>{sha.slice(0, 12)}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        </section>
      ))}
    </StaffFrame>
  );
}
