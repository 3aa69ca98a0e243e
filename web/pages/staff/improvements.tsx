// Where staff write what changed because of comments: what stands on the public page, each to be edited or taken back, and
// a form for the next.

import { improvementCharsMax } from '#core/improvement.ts';
import { fill, type Localised } from '#core/lang.ts';
import { minuteOf } from '#core/period.ts';
import { linkTo } from '../../parts/page-frame.tsx';
import { type ProblemLine, ProblemList, StaffFrame, type StaffPageProps, staffLink } from '../../parts/staff-frame.tsx';

export interface Typed {
  /** '' for a new one. */
  readonly entry: string;
  readonly said: string;
  readonly done: string;
}

export interface ImprovementsPageProps extends StaffPageProps {
  readonly survey: { readonly code: string; readonly title: Localised };
  readonly entries: readonly (Typed & { readonly at: string; readonly name: string })[];
  readonly problems: readonly ProblemLine[];
  readonly typed: Typed | null;
}

export function ImprovementsPage(props: ImprovementsPageProps) {
  const { lang, words, survey, entries, problems, typed } = props;
  const w = words.results.improvements;
  const fresh = typed?.entry === '' ? typed : { entry: '', said: '', done: '' };
  return (
    <StaffFrame {...props} here="comments" title={fill(w.title, { title: survey.title[lang] })}>
      <p class="lead">{w.lead}</p>
      <ProblemList title={w.problems} problems={problems} />
      {entries.length === 0 && <p class="nothing">{w.none}</p>}
      {entries.map((entry) => (
        <section class="panel" key={entry.entry}>
          <EntryForm {...props} shown={typed?.entry === entry.entry ? typed : entry} label={w.save} />
          <form method="post" action={staffLink(props, `/staff/improvements/${survey.code}/${entry.entry}/withdrawal`)}>
            <p class="quiet">
              {fill(w.line, { name: entry.name, at: minuteOf(Date.parse(entry.at)) })}{' '}
              <button type="submit" class="plain">
                {w.withdraw}
              </button>
            </p>
          </form>
        </section>
      ))}
      <section class="panel">
        <h2>{w.new}</h2>
        <EntryForm {...props} shown={fresh} label={w.add} />
      </section>
      <p class="ways">
        <a href={linkTo(props, `/results/${survey.code}`)}>{w.results}</a>
      </p>
    </StaffFrame>
  );
}

function EntryForm(props: ImprovementsPageProps & { shown: Typed; label: string }) {
  const { words, survey, shown, label, typed, problems } = props;
  const w = words.results.improvements;
  const wrong = typed?.entry === shown.entry && problems.length > 0;
  const field = (name: 'said' | 'done', hint: string) => {
    const id = `${name}-${shown.entry || 'new'}`;
    return (
      <p class="field">
        <label for={id}>{w[name]}</label>
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
        <textarea
          id={id}
          name={name}
          rows={2}
          maxlength={improvementCharsMax}
          required
          aria-describedby={`${id}-hint`}
          aria-invalid={wrong ? 'true' : undefined}
        >
          {shown[name]}
        </textarea>
      </p>
    );
  };
  return (
    <form method="post" action={staffLink(props, `/staff/improvements/${survey.code}`)}>
      <input type="hidden" name="entry" value={shown.entry} />
      {field('said', w.saidHint)}
      {field('done', w.doneHint)}
      <p class="ways">
        <button type="submit" class="button">
          {label}
        </button>
      </p>
    </form>
  );
}
