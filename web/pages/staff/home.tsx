// The desk's first page: what has come in, what waits to be read, and the few things people come here to do.

import { showDay } from '#core/dates.ts';
import { fill, type Localised } from '#core/lang.ts';
import type { Day } from '#core/period.ts';
import { stepMin } from '#core/release.ts';
import { may } from '#core/staff.ts';
import type { Phase } from '#core/window.ts';
import { StaffFrame, type StaffPageProps, staffLink, TableBox } from '../../parts/staff-frame.tsx';

export interface SurveyLine {
  readonly code: string;
  readonly title: Localised;
  readonly opens: Day;
  readonly closes: Day;
  readonly phase: Phase;
  /** Answers that came in, in whole tens. */
  readonly receivedTens: number;
  /** Comments waiting to be read and held back; null when comments are not theirs to handle. */
  readonly waiting: { readonly new: number; readonly held: number } | null;
}

export function StaffHomePage(props: StaffPageProps & { surveys: readonly SurveyLine[] }) {
  const { words, me, surveys, reportYear } = props;
  const w = words.staff.home;
  const tasks = [
    { needs: 'invitations.issue', path: '/staff/invitations', title: w.invite, body: w.inviteBody },
    { needs: 'comments.moderate', path: '/staff/comments', title: w.moderate, body: w.moderateBody },
    {
      needs: 'reports.read',
      path: `/staff/reports/${reportYear}`,
      title: fill(w.report, { year: reportYear }),
      body: w.reportBody,
    },
    { needs: 'results.read', path: '/staff/password', title: w.password, body: w.passwordBody },
  ] as const;
  return (
    <StaffFrame {...props} here="home" title={w.title}>
      <section>
        <h2>{w.surveys}</h2>
        {surveys.length === 0 ? (
          <p>{w.none}</p>
        ) : (
          <TableBox label={w.surveys}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{w.survey}</th>
                  <th scope="col">{w.days}</th>
                  <th scope="col" class="n">
                    {w.received}
                  </th>
                  <th scope="col">{w.comments}</th>
                </tr>
              </thead>
              <tbody>
                {surveys.map((survey) => (
                  <Line key={survey.code} {...props} survey={survey} />
                ))}
              </tbody>
            </table>
          </TableBox>
        )}
      </section>
      <section>
        <h2>{w.tasks}</h2>
        <ul class="tasks">
          {tasks
            .filter(({ needs }) => may(me, needs))
            .map(({ path, title, body }) => (
              <li key={path}>
                <a href={staffLink(props, path)}>{title}</a>
                <p class="quiet">{body}</p>
              </li>
            ))}
        </ul>
      </section>
    </StaffFrame>
  );
}

function Line({ survey, ...props }: StaffPageProps & { survey: SurveyLine }) {
  const { lang, words } = props;
  const w = words.staff.home;
  const { code, title, opens, closes, phase, receivedTens: n, waiting } = survey;
  const open = (waiting?.new ?? 0) + (waiting?.held ?? 0);
  return (
    <tr>
      <th scope="row">
        <a href={staffLink(props, `/staff/results/${code}`)}>
          {title[lang]}
          <span class="unseen"> {w.results}</span>
        </a>{' '}
        <span class={`phase ${phase}`}>{w.phase[phase]}</span>
      </th>
      <td>{fill(words.staff.months, { first: showDay(opens, lang), last: showDay(closes, lang) })}</td>
      <td class="n">{n === 0 ? fill(w.few, { min: stepMin }) : fill(w.tens, { n })}</td>
      <td>
        {waiting && open === 0 && <span class="quiet">{w.commentsDone}</span>}
        {waiting && open > 0 && (
          <a href={staffLink(props, '/staff/comments', { survey: code })}>
            {[
              waiting.held > 0 && fill(w.held, { n: waiting.held }),
              waiting.new > 0 && fill(w.toRead, { n: waiting.new }),
            ]
              .filter(Boolean)
              .join(words.language.clauses)}
          </a>
        )}
      </td>
    </tr>
  );
}
