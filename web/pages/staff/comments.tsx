// Moderating comments, those held back first. The two sums under the heading always equal what was received: a comment
// without a theme is unsorted and one without handling is open, never forgotten.
import { type CommentCounts, type CommentState, commentStates, handlings, themes } from '#core/comment.ts';
import { showMonth } from '#core/dates.ts';
import { fill, type Localised } from '#core/lang.ts';
import type { Month } from '#core/period.ts';
import { StaffFrame, type StaffPageProps, staffLink, type Unit, unitName } from '../../parts/staff-frame.tsx';

export interface ModeratedComment {
  readonly survey: string;
  readonly month: Month;
  readonly slip: string;
  readonly id: string;
  readonly question: string;
  readonly unit: string;
  readonly channel: string;
  readonly text: string;
  readonly theme: string | null;
  readonly handling: string | null;
}

export interface CommentsPageProps extends StaffPageProps {
  readonly surveys: readonly { readonly code: string; readonly title: Localised }[];
  readonly survey: string;
  readonly state: CommentState;
  readonly byState: Readonly<Record<CommentState, number>>;
  readonly counts: CommentCounts;
  readonly comments: readonly ModeratedComment[];
  readonly units: readonly Unit[];
  /** The query of the next page; null on the last. */
  readonly next: Readonly<Record<string, string>> | null;
  readonly saved: boolean;
}

export function CommentsPage(props: CommentsPageProps) {
  const { lang, words, surveys, survey, state, byState, counts, comments, next, saved } = props;
  const w = words.staff.comments;
  const separator = words.language.list;
  const listed = (parts: readonly { words: string; n: number }[]) =>
    parts
      .filter(({ n }) => n > 0)
      .map(({ words: part, n }) => `${part} ${n}`)
      .join(separator);
  return (
    <StaffFrame {...props} here="comments" title={w.title}>
      <p class="lead">{w.lead}</p>
      <form class="filter">
        <input type="hidden" name="lang" value={lang} />
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
          <button type="submit" class="button">
            {words.staff.results.show}
          </button>
        </p>
      </form>
      <div class="sum">
        <b>{fill(w.received, { received: counts.received })}</b>
        {counts.received > 0 && (
          <>
            <span>
              {fill(w.sumThemes, {
                list: listed(counts.themes.map(({ theme, n }) => ({ words: words.report.theme[theme], n }))),
              })}
            </span>
            <span>
              {fill(w.sumHandlings, {
                list: listed(
                  counts.handlings.map(({ handling, n }) => ({ words: words.report.handling[handling], n })),
                ),
              })}
            </span>
          </>
        )}
      </div>
      <nav class="states" aria-label={w.states}>
        <ul>
          {commentStates.map((each) => (
            <li key={each}>
              <a
                href={staffLink(props, '/staff/comments', { survey, state: each })}
                aria-current={each === state ? 'page' : undefined}
              >
                {w.state[each]} <span class="n">{byState[each]}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {saved && (
        <p class="saved" role="status">
          {w.saved}
        </p>
      )}
      {comments.length === 0 && <p class="nothing">{w.none}</p>}
      {comments.map((comment, index) => (
        <OneComment
          key={`${comment.slip} ${comment.id} ${comment.question}`}
          {...props}
          comment={comment}
          number={index + 1}
        />
      ))}
      {next && (
        <p>
          <a href={staffLink(props, '/staff/comments', next)}>{w.next}</a>
        </p>
      )}
    </StaffFrame>
  );
}

function OneComment(props: CommentsPageProps & { comment: ModeratedComment; number: number }) {
  const { lang, words, units, state, comment, number } = props;
  const w = words.staff.comments;
  const { survey, month, slip, id, question, unit, channel, text, theme, handling } = comment;
  const field = (name: string) => `${name}-${number}`;
  const about = {
    month: showMonth(month, lang),
    unit: unitName(units, unit, words, lang),
    channel: words.report.channel[channel as 'web'],
  };
  const select = (
    name: 'theme' | 'handling',
    codes: readonly string[],
    chosen: string | null,
    text: (code: string) => string,
  ) => (
    <p class="field">
      <label for={field(name)}>{w[name]}</label>
      <select id={field(name)} name={name}>
        <option value="">{text(name === 'theme' ? 'unsorted' : 'open')}</option>
        {codes.map((code) => (
          <option key={code} value={code} selected={code === chosen}>
            {text(code)}
          </option>
        ))}
      </select>
    </p>
  );
  return (
    <article class="comment" aria-label={fill(w.text, { n: number })}>
      <p class="words">{text}</p>
      <p class="quiet">{fill(w.item, about)}</p>
      <form method="post" action={staffLink(props, '/staff/comments')} class="decide">
        {Object.entries({ survey, month, slip, id, question, list: state }).map(([name, value]) => (
          <input type="hidden" key={name} name={name} value={value} />
        ))}
        {select('theme', themes, theme, (code) => words.report.theme[code as 'slow'])}
        {select('handling', handlings, handling, (code) => words.report.handling[code as 'open'])}
        <p class="field deeds">
          {state !== 'released' && (
            <button type="submit" class="button" name="state" value="released">
              {w.release}
            </button>
          )}
          {(state === 'released' || state === 'withheld') && (
            <button type="submit" class="button" name="state" value="">
              {w.save}
            </button>
          )}
          {state !== 'withheld' && (
            <button type="submit" class="plain" name="state" value="withheld">
              {w.withhold}
            </button>
          )}
        </p>
      </form>
    </article>
  );
}
