// The proof that an answer is stored: receipt number, day, and what becomes of it. It says nothing about who answered
// or what, since anyone who is shown the number can open it.

import { showDay } from '#core/dates.ts';
import { fill, type Localised } from '#core/lang.ts';
import type { Day } from '#core/period.ts';
import { type ReceiptCode, showReceipt } from '#core/receipt.ts';
import { linkTo, PageFrame, type PageProps } from '../parts/page-frame.tsx';

export interface ReceiptPageProps extends PageProps {
  readonly receipt: ReceiptCode;
  /** Absent for a survey that is no longer known. */
  readonly surveyTitle?: Localised;
  readonly day: Day;
  readonly late: boolean;
}

export function ReceiptPage(props: ReceiptPageProps) {
  const { lang, words, receipt, surveyTitle, day, late } = props;
  const w = words.citizen.receipt;
  return (
    <PageFrame {...props}>
      <div class="opening">
        <p class="seal" aria-hidden="true">
          {w.seal}
        </p>
        <h1>{w.title}</h1>
        <p class="lead">
          {surveyTitle?.[lang]}
          <br />
          {fill(w.day, { day: showDay(day, lang) })}
        </p>
      </div>
      <section class="card">
        <h2>{w.number}</h2>
        <p class="slip-number">{showReceipt(receipt)}</p>
        <p>{w.keep}</p>
        {late && <p>{w.late}</p>}
      </section>
      <section>
        <h2>{w.next}</h2>
        <ol class="steps">
          <li>{w.nextCount}</li>
          <li>{w.nextWork}</li>
          <li>{w.nextReport}</li>
        </ol>
        <p>
          <a href={linkTo(props, '/')}>{w.home}</a>
        </p>
      </section>
    </PageFrame>
  );
}
