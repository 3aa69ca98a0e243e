// Where a year's report stands and what can be done next. Each step is a form of its own; the figures it is about go with
// it by their hash, so that nobody seals what they did not see.
import { showDay } from '#core/dates.ts';
import { fill } from '#core/lang.ts';
import { type Day, minuteOf } from '#core/period.ts';
import type { ReportEntry, ReportState, ReportStep } from '#core/report-state.ts';
import { afterStep, reasonCharsMax } from '#core/report-state.ts';
import { may } from '#core/staff.ts';
import { type ProblemLine, ProblemList, type StaffPageProps, staffLink, TableBox } from './staff-frame.tsx';

export interface Standing {
  readonly year: number;
  readonly state: ReportState;
  readonly entries: readonly (ReportEntry & { readonly name: string })[];
  /** `draftSha` of the figures as they are now; '' where there are none. */
  readonly figures: string;
  /** Whether the figures that were checked are still those. */
  readonly stillChecked: boolean;
  /** The first day on which the year is over. */
  readonly over: Day;
  readonly today: Day;
  /** Nothing valid came in. */
  readonly empty: boolean;
  /** Whether the figures differ from what is sealed. */
  readonly moved: boolean;
}

export interface ReportForm {
  readonly problems: readonly ProblemLine[];
  /** What was typed, and for which step. */
  readonly typed: { readonly step: ReportStep; readonly reason: string } | null;
}

type Props = StaffPageProps & { readonly standing: Standing; readonly form: ReportForm };

/** The address of each step: a state change is a resource. */
export const stepPaths: Readonly<Record<ReportStep, string>> = {
  check: 'check',
  'send-back': 'sending-back',
  seal: 'sealing',
  'declare-nothing': 'nothing-to-report',
  correct: 'corrections',
};

export function ReportStanding(props: Props) {
  const { words, me, standing, form, lang } = props;
  const { state, over, today } = standing;
  const w = words.seal.page;
  const ended = today >= over;
  return (
    <section class="panel" id="standing">
      <h2>{fill(w.now, { state: words.seal.state[state] })}</h2>
      <ProblemList title={w.problems} problems={form.problems} />
      <CheckedLine {...props} />
      {!ended && <p>{fill(w.running, { day: showDay(over, lang) })}</p>}
      {ended && may(me, 'reports.write') && <Steps {...props} />}
      <History {...props} />
    </section>
  );
}

function CheckedLine({ words, standing }: Props) {
  const { state, entries, stillChecked } = standing;
  const w = words.seal.page;
  const last = entries.at(-1);
  if (state === 'sent-back' && last?.reason) return <p class="words">{last.reason}</p>;
  if (state !== 'checked' || !last) return null;
  const at = minuteOf(Date.parse(last.at));
  return stillChecked ? <p>{fill(w.checked, { name: last.name, at })}</p> : <p class="problem">{w.moved}</p>;
}

function Steps(props: Props) {
  const { words, standing } = props;
  const { state, figures, stillChecked, empty, moved } = standing;
  const w = words.seal.page;
  const can = (step: ReportStep) => afterStep(state, step) !== null;
  return (
    <>
      {can('check') && figures !== '' && !stillChecked && (
        <StepForm {...props} step="check" body={w.checkBody} label={w.check} />
      )}
      {can('seal') && stillChecked && <StepForm {...props} step="seal" body={w.sealBody} label={w.seal} />}
      {can('declare-nothing') && empty && (
        <StepForm {...props} step="declare-nothing" body={w.nothingBody} label={w.nothing} />
      )}
      {can('send-back') && <ReasonForm {...props} step="send-back" label={w.sendBack} asked={w.sendBackReason} />}
      {can('correct') && moved && (
        <ReasonForm {...props} step="correct" label={w.correct} asked={w.correctReason} hint={w.correctHint} />
      )}
    </>
  );
}

interface StepProps extends Props {
  readonly step: ReportStep;
  readonly label: string;
}

const actionOf = (props: StepProps): string =>
  staffLink(props, `/staff/reports/${props.standing.year}/${stepPaths[props.step]}`);

function StepForm(props: StepProps & { body: string }) {
  return (
    <form method="post" action={actionOf(props)}>
      <input type="hidden" name="figures" value={props.standing.figures} />
      <p>{props.body}</p>
      <p class="ways">
        <button type="submit" class="button">
          {props.label}
        </button>
      </p>
    </form>
  );
}

function ReasonForm(props: StepProps & { asked: string; hint?: string }) {
  const { step, label, asked, hint, standing, form } = props;
  const mine = form.typed?.step === step;
  const id = `reason-${step}`;
  return (
    <details open={mine}>
      <summary>{label}</summary>
      <form method="post" action={actionOf(props)}>
        <input type="hidden" name="figures" value={standing.figures} />
        <p class="field">
          <label for={id}>{asked}</label>
          {hint && (
            <span class="hint" id={`${id}-hint`}>
              {hint}
            </span>
          )}
          <textarea
            id={id}
            name="reason"
            rows={3}
            maxlength={reasonCharsMax}
            required
            aria-invalid={mine && form.problems.length > 0 ? 'true' : undefined}
            aria-describedby={hint ? `${id}-hint` : undefined}
          >
            {mine ? form.typed?.reason : ''}
          </textarea>
        </p>
        <p class="ways">
          <button type="submit" class="button">
            {label}
          </button>
        </p>
      </form>
    </details>
  );
}

function History({ words, standing }: Props) {
  const { entries } = standing;
  const w = words.seal.page;
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{w.history}</h3>
      <TableBox label={w.history}>
        <table>
          <thead>
            <tr>
              {[w.when, w.who, w.what, w.why].map((title) => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map(({ n, at, name, step, reason }) => (
              <tr key={n}>
                <td>
                  <time dateTime={at}>{minuteOf(Date.parse(at))}</time>
                </td>
                <td>{name}</td>
                <td>{words.seal.step[step]}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}
