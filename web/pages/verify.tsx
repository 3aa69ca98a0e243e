// Where anybody verifies a file: a form that takes one, and what came of it. Complete without script.
import { showDay } from '#core/dates.ts';
import { fill } from '#core/lang.ts';
import type { Difference, Verdict } from '#core/verification.ts';
import { viewQuery } from '#core/view.ts';
import { linkTo, PageFrame, type PageProps } from '../parts/page-frame.tsx';

export interface VerifyPageProps extends PageProps {
  readonly verdict: Verdict | null;
  /** What was wrong with what was sent. */
  readonly wrong?: string | undefined;
  readonly megabytesMax: number;
}

export function VerifyPage(props: VerifyPageProps) {
  const { words, verdict } = props;
  const w = words.verify;
  return (
    <PageFrame {...props}>
      <div class="opening">
        <h1>{w.title}</h1>
        {!verdict && <p class="lead">{w.lead}</p>}
      </div>
      {verdict && <Outcome {...props} verdict={verdict} />}
      <FileForm {...props} />
      <p class="quiet">{w.command}</p>
      <p>
        <a href={linkTo(props, '/')}>{words.citizen.notice.home}</a>
      </p>
    </PageFrame>
  );
}

function FileForm({ words, base, lang, view, verdict, wrong, megabytesMax }: VerifyPageProps) {
  const w = words.verify;
  const query = new URLSearchParams({ lang, ...viewQuery(view) });
  return (
    <form class="card" method="post" enctype="multipart/form-data" action={`${base}/verify?${query}`}>
      {verdict && <h2>{w.again}</h2>}
      <p>{w.formats}</p>
      <label class="asked" for="file">
        {w.file}
      </label>
      <p class="hint" id="file-hint">
        {fill(w.hint, { max: megabytesMax })}
      </p>
      {wrong && (
        <p class="problem" id="file-problem">
          {wrong}
        </p>
      )}
      <input
        type="file"
        id="file"
        name="file"
        accept=".docx,.xlsx,.csv,.md,.json"
        required
        aria-describedby={wrong ? 'file-problem file-hint' : 'file-hint'}
        aria-invalid={wrong ? 'true' : undefined}
      />
      <p>
        <button type="submit" class="button">
          {w.submit}
        </button>
      </p>
    </form>
  );
}

function Outcome(props: VerifyPageProps & { verdict: Verdict }) {
  const { words, lang, verdict } = props;
  const w = words.verify;
  const good = verdict.is === 'matches';
  return (
    <section class={good ? 'card' : 'card alarm'} role="status">
      <h2>{w.outcome[verdict.is]}</h2>
      <p>{sentence(props)}</p>
      {verdict.is === 'newer-version' && verdict.newest.reason && (
        <p>{fill(w.reason, { reason: verdict.newest.reason[lang] })}</p>
      )}
      {verdict.is === 'differs' && <Different {...props} difference={verdict.difference} />}
      {'sha' in verdict && verdict.sha && (
        <p class="quiet">
          {w.sha} <span class="hash">{verdict.sha}</span>
        </p>
      )}
    </section>
  );
}

function sentence({ words, lang, verdict }: VerifyPageProps & { verdict: Verdict }): string {
  const w = words.verify;
  if (verdict.is === 'unreadable') return w.why[verdict.why];
  if (verdict.is === 'not-sealed-here') return verdict.sha ? w.body['not-sealed-here'] : w.body.draft;
  const { year, version, sealed } = verdict;
  const values = { year, version, sealed: showDay(sealed, lang) };
  if (verdict.is !== 'newer-version') return fill(w.body[verdict.is], values);
  const { newest } = verdict;
  return fill(w.body['newer-version'], { ...values, newest: newest.version, day: showDay(newest.sealed, lang) });
}

function Different({ words, difference }: PageProps & { difference: Difference }) {
  const w = words.verify;
  const { table, row, column, sealed, found } = difference;
  const lines = [
    [w.place.table, table || w.outside],
    [w.place.row, row],
    [w.place.column, column],
    [w.place.sealed, sealed ?? w.missing],
    [w.place.found, found ?? w.missing],
  ] as const;
  return (
    <dl class="facts">
      {lines
        .filter(([, said]) => said !== '')
        .map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said.length > 300 ? `${said.slice(0, 300)}…` : said}</dd>
          </div>
        ))}
    </dl>
  );
}
