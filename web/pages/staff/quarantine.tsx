// 存疑答卷: how many answers of each day were labelled, and the decision that a day's count after all, with its reason. Nobody's
// answers are shown: a label is judged by what happened on that day, not by what people said.
import { showDay } from '#core/dates.ts';
import { fill, type Localised } from '#core/lang.ts';
import { type Labelled, type Readmission, reasonCharsMax } from '#core/readmission.ts';
import {
  type ProblemLine,
  ProblemList,
  StaffFrame,
  type StaffPageProps,
  staffLink,
  TableBox,
} from '../../parts/staff-frame.tsx';

export interface QuarantinePageProps extends StaffPageProps {
  readonly survey: string;
  readonly title: Localised;
  /** Newest first. */
  readonly days: readonly Labelled[];
  readonly readmissions: readonly Readmission[];
  readonly problems: readonly ProblemLine[];
  /** What was typed before a problem was found, and for which day. */
  readonly typed: { readonly day: string; readonly reason: string };
  readonly done: boolean;
}

export function QuarantinePage(props: QuarantinePageProps) {
  const { lang, words, survey, title, days, problems, done } = props;
  const w = words.staff.quarantine;
  return (
    <StaffFrame {...props} here="surveys" title={fill(w.title, { title: title[lang] })}>
      <p class="lead">{w.lead}</p>
      <p class="lead">{w.unseen}</p>
      <ProblemList title={w.failed} problems={problems} />
      {done && (
        <p class="saved" role="status">
          {w.done}
        </p>
      )}
      {days.length === 0 ? <p class="nothing">{w.none}</p> : <Days {...props} />}
      <Readmissions {...props} />
      <p>
        <a href={staffLink(props, `/staff/results/${survey}`)}>{w.results}</a>
      </p>
    </StaffFrame>
  );
}

function Days(props: QuarantinePageProps) {
  const { lang, words, survey, days, typed } = props;
  const w = words.staff.quarantine;
  return (
    <form method="post" action={staffLink(props, `/staff/quarantine/${survey}`)} class="panel narrow">
      <fieldset class="picks">
        <legend>{w.which}</legend>
        {days.map(({ day, n }) => (
          <label key={day}>
            <input type="radio" name="day" value={`${day} ${n}`} checked={day === typed.day} />
            {fill(w.day, { day: showDay(day, lang), n })}
          </label>
        ))}
      </fieldset>
      <p class="field">
        <label for="reason">{w.reason}</label>
        <span class="hint" id="reason-hint">
          {w.reasonHint}
        </span>
        <input
          type="text"
          id="reason"
          name="reason"
          value={typed.reason}
          maxlength={reasonCharsMax}
          aria-describedby="reason-hint"
          autocomplete="off"
        />
      </p>
      <button type="submit" class="button">
        {w.readmit}
      </button>
    </form>
  );
}

function Readmissions({ lang, words, readmissions }: QuarantinePageProps) {
  const w = words.staff.quarantine;
  if (readmissions.length === 0) return null;
  return (
    <section>
      <h2>{w.readmitted}</h2>
      <TableBox label={w.readmitted}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.of}</th>
              <th scope="col" class="n">
                {w.n}
              </th>
              <th scope="col">{w.reason}</th>
              <th scope="col">{w.by}</th>
              <th scope="col">{w.on}</th>
            </tr>
          </thead>
          <tbody>
            {readmissions.map(({ day, n, reason, staff, decided }) => (
              <tr key={`${day} ${decided} ${reason}`}>
                <th scope="row">{showDay(day, lang)}</th>
                <td class="n">{n}</td>
                <td>{reason}</td>
                <td>{staff}</td>
                <td>{showDay(decided, lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}
