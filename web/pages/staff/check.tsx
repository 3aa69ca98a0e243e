// 年报校核: a whole report is checked in the browser and never leaves it. The form has no address to be sent to; without script
// the page names the command that does the same.
import { fill } from '#core/lang.ts';
import { StaffFrame, type StaffPageProps } from '../../parts/staff-frame.tsx';

export function CheckPage(props: StaffPageProps & { readonly megabytesMax: number }) {
  const { words, megabytesMax } = props;
  const w = words.checking;
  return (
    <StaffFrame {...props} here="check" title={w.title} cutOff>
      <div class="screen">
        <p class="lead">
          {w.lead} <b>{w.stays}</b>
        </p>
        <section class="panel" data-scriptless>
          <p>{w.needsScript}</p>
          <p>
            <code>npm run -s pingyi -- check {w.exampleFile}</code>
          </p>
        </section>
        <form id="check" class="check panel" hidden>
          <div class="field drop">
            <label for="report">{w.file}</label>
            <span class="hint" id="report-hint">
              {fill(w.fileHint, { max: megabytesMax })}
            </span>
            <input type="file" id="report" accept={accepted} aria-describedby="report-hint report-problem" />
            <span class="problem" id="report-problem" role="alert" />
          </div>
          <div class="field">
            <label for="pasted">{w.paste}</label>
            <span class="hint" id="pasted-hint">
              {w.pasteHint}
            </span>
            <textarea id="pasted" rows={3} aria-describedby="pasted-hint" />
          </div>
          <Options {...props} />
          <p class="deeds">
            <button type="submit" class="button">
              {w.start}
            </button>
            <button type="reset" class="plain">
              {w.clear}
            </button>
            <span id="working" role="status" />
          </p>
        </form>
      </div>
      <section id="outcome" tabIndex={-1} aria-labelledby="outcome-title" hidden />
    </StaffFrame>
  );
}

const accepted = '.docx,.html,.htm,.md,.markdown,.txt';

function Options({ words }: StaffPageProps) {
  const w = words.checking;
  return (
    <details class="options">
      <summary>{w.more}</summary>
      <div class="pair">
        <div class="field">
          <label for="last-year">{w.lastYear}</label>
          <span class="hint" id="last-year-hint">
            {w.lastYearHint}
          </span>
          <input type="file" id="last-year" accept={accepted} aria-describedby="last-year-hint last-year-problem" />
          <span class="problem" id="last-year-problem" role="alert" />
        </div>
        <div class="field">
          <label for="organs">{w.organs}</label>
          <span class="hint" id="organs-hint">
            {w.organsHint}
          </span>
          <input type="file" id="organs" multiple accept={accepted} aria-describedby="organs-hint organs-problem" />
          <span class="problem" id="organs-problem" role="alert" />
        </div>
        <div class="field">
          <label for="scope">{w.whose}</label>
          <select id="scope">
            <option value="">{w.scope.auto}</option>
            <option value="government">{w.scope.government}</option>
            <option value="department">{w.scope.department}</option>
          </select>
        </div>
        <div class="field">
          <label for="year">{w.year}</label>
          <input id="year" inputMode="numeric" autocomplete="off" aria-describedby="year-hint year-problem" />
          <span class="hint" id="year-hint">
            {w.yearHint}
          </span>
          <span class="problem" id="year-problem" role="alert" />
        </div>
      </div>
    </details>
  );
}
