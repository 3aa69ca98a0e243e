// Where a receipt is typed back in, from paper or a picture. A plain form that asks for a page, so it needs no script and
// stores nothing.
import { viewQuery } from '#core/view.ts';
import { linkTo, PageFrame, type PageProps } from '../parts/page-frame.tsx';

export interface ReceiptsPageProps extends PageProps {
  readonly typed: string;
  /** What was wrong with it. */
  readonly wrong?: string | undefined;
}

export function ReceiptsPage(props: ReceiptsPageProps) {
  const { words, base, lang, view, typed, wrong } = props;
  const w = words.citizen.receipts;
  return (
    <PageFrame {...props}>
      <div class="opening">
        <h1>{w.title}</h1>
        <p class="lead">{w.lead}</p>
      </div>
      <form class="card" action={`${base}/receipts`}>
        {Object.entries({ lang, ...viewQuery(view) }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={name} />
        ))}
        <label class="asked" for="number">
          {w.label}
        </label>
        <p class="hint" id="number-hint">
          {w.hint}
        </p>
        {wrong && (
          <p class="problem" id="number-problem">
            {wrong}
          </p>
        )}
        <input
          type="text"
          id="number"
          name="number"
          value={typed}
          aria-describedby={wrong ? 'number-problem number-hint' : 'number-hint'}
          aria-invalid={wrong ? 'true' : undefined}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
        <button type="submit" class="button">
          {w.submit}
        </button>
      </form>
      <p class="quiet">{w.lost}</p>
      <p>
        <a href={linkTo(props, '/')}>{words.citizen.notice.home}</a>
      </p>
    </PageFrame>
  );
}
