// Inviting the applicants of handled requests: the list to paste, what was issued so far, and which outcomes were never
// invited. Whatever is wrong with a list, it comes back as it was typed.
import { fill, type Localised } from '#core/lang.ts';
import type { Outcome } from '#core/outcome.ts';
import { stepMin } from '#core/release.ts';
import {
  type ProblemLine,
  ProblemList,
  StaffFrame,
  type StaffPageProps,
  staffLink,
  TableBox,
  type Unit,
  unitName,
} from '../../parts/staff-frame.tsx';

export interface InvitationCounts {
  readonly by: string;
  readonly issued: number;
  readonly used: number;
}

export interface InvitationsPageProps extends StaffPageProps {
  readonly surveys: readonly { readonly code: string; readonly title: Localised }[];
  readonly survey: string;
  /** What was typed. */
  readonly list: string;
  readonly problems: readonly ProblemLine[];
  readonly units: readonly Unit[];
  readonly outcomes: readonly Outcome[];
  readonly byUnit: readonly InvitationCounts[];
  readonly byOutcome: readonly InvitationCounts[];
}

export function InvitationsPage(props: InvitationsPageProps) {
  const { lang, words, units, outcomes, byUnit, byOutcome, surveys } = props;
  const w = words.staff.invitations;
  const wordsOf = (code: string) => outcomes.find((outcome) => outcome.code === code)?.words ?? code;
  const never = outcomes.filter(({ code }) => !byOutcome.some(({ by }) => by === code));
  return (
    <StaffFrame {...props} here="invitations" title={w.title}>
      <p class="lead">{w.lead}</p>
      {surveys.length === 0 ? <p class="nothing">{w.none}</p> : <ListForm {...props} />}
      <section>
        <h2>{w.counts}</h2>
        {byUnit.length === 0 ? (
          <p class="quiet">{w.noCounts}</p>
        ) : (
          <div class="pair">
            <Counts {...props} label={w.unit} rows={byUnit} text={(code) => unitName(units, code, words, lang)} />
            <Counts {...props} label={w.outcome} rows={byOutcome} text={wordsOf} />
          </div>
        )}
      </section>
      <section>
        <h2>{w.never}</h2>
        {never.length === 0 ? (
          <p class="quiet">{w.neverNone}</p>
        ) : (
          <ul class="never">
            {never.map((outcome) => (
              <li key={outcome.code}>
                <code>{outcome.code}</code> {outcome.words}
              </li>
            ))}
          </ul>
        )}
      </section>
    </StaffFrame>
  );
}

function ListForm(props: InvitationsPageProps) {
  const { lang, words, surveys, survey, list, problems, outcomes } = props;
  const w = words.staff.invitations;
  return (
    <>
      <ProblemList title={fill(w.problems, { n: problems.length })} body={w.problemsBody} problems={problems} />
      <form method="post" action={staffLink(props, '/staff/invitations')} class="panel">
        <p class="field">
          <label for="survey">{w.survey}</label>
          <select id="survey" name="survey">
            {surveys.map(({ code, title }) => (
              <option key={code} value={code} selected={code === survey}>
                {title[lang]} · {code}
              </option>
            ))}
          </select>
        </p>
        <p class="field">
          <label for="list">{w.list}</label>
          <span class="hint" id="list-hint">
            {w.hint}
          </span>
          <textarea
            id="list"
            name="list"
            rows={10}
            class="code"
            placeholder={w.example}
            spellcheck={false}
            aria-describedby="list-hint"
            aria-invalid={problems.length > 0 ? 'true' : undefined}
            defaultValue={list}
          />
        </p>
        <p class="field" data-script>
          <label for="file">{w.file}</label>
          <span class="hint" id="file-hint">
            {w.fileHint}
          </span>
          <input id="file" type="file" accept=".csv,.tsv,.txt,text/csv" aria-describedby="file-hint" data-into="list" />
          <span class="problem" role="alert" data-failed={w.fileFailed} />
        </p>
        <button type="submit" class="button">
          {w.submit}
        </button>
      </form>
      <details>
        <summary>{w.codes}</summary>
        <TableBox label={w.codes}>
          <table>
            <thead>
              <tr>
                <th scope="col">{w.code}</th>
                <th scope="col">{w.outcome}</th>
              </tr>
            </thead>
            <tbody>
              {outcomes.map(({ code, words: outcome }) => (
                <tr key={code}>
                  <th scope="row">
                    <code>{code}</code>
                  </th>
                  <td>{outcome}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </details>
    </>
  );
}

interface CountsProps extends InvitationsPageProps {
  readonly label: string;
  readonly rows: readonly InvitationCounts[];
  readonly text: (code: string) => string;
}

/** Issued by each; used only in all, and in whole steps: a unit's used codes would be its answers, counted one by one. */
function Counts({ words, label, rows, text }: CountsProps) {
  const w = words.staff.invitations;
  const total = (of: 'issued' | 'used') => rows.reduce((sum, row) => sum + row[of], 0);
  const used = total('used') - (total('used') % stepMin);
  return (
    <div>
      <TableBox label={label}>
        <table>
          <thead>
            <tr>
              <th scope="col">{label}</th>
              <th scope="col" class="n">
                {w.issued}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ by, issued }) => (
              <tr key={by}>
                <th scope="row">{text(by)}</th>
                <td class="n">{issued}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{w.total}</th>
              <td class="n">{total('issued')}</td>
            </tr>
          </tfoot>
        </table>
      </TableBox>
      <p class="quiet">{used > 0 ? fill(w.used, { n: used }) : fill(w.usedFew, { step: stepMin })}</p>
    </div>
  );
}
