// The proof that an answer is stored: receipt number, day, and what becomes of it. It says nothing about who answered
// or what, since anyone who is shown the number can open it; and no picture, QR code or copied text holds the
// withdrawal code, because receipts are shown around.
import { showDay } from '#core/dates.ts';
import { fill } from '#core/lang.ts';
import type { Day } from '#core/period.ts';
import { type ReceiptCode, showReceipt } from '#core/receipt.ts';
import type { Survey } from '#core/survey.ts';
import { linkTo, PageFrame, type PageProps } from '../parts/page-frame.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import type { ReceiptData } from '../parts/receipt-data.ts';
import { WithdrawalForm } from '../parts/withdrawal-form.tsx';

export interface ReceiptPageProps extends PageProps {
  readonly receipt: ReceiptCode;
  /** This page's own address, for the QR code. */
  readonly address: string;
  /** Absent for a survey that is no longer known. */
  readonly survey?: Pick<Survey, 'code' | 'kind' | 'title'>;
  readonly day: Day;
  readonly late: boolean;
  readonly withdrawn: boolean;
  /** The last day to withdraw; null when it is too late or done. */
  readonly withdrawableUntil: Day | null;
  /** What was wrong with the withdrawal code that was sent. */
  readonly wrongCode?: { readonly typed: string; readonly message: string };
}

export function ReceiptPage(props: ReceiptPageProps) {
  const { lang, words, receipt, survey, day, late, withdrawn } = props;
  const w = words.citizen.receipt;
  return (
    <PageFrame {...props}>
      <div class="opening">
        {!withdrawn && (
          <p class="seal" aria-hidden="true">
            {w.seal}
          </p>
        )}
        <h1>{withdrawn ? w.withdrawn : w.title}</h1>
        <p class="lead">
          {survey?.title[lang]}
          <br />
          {fill(w.day, { day: showDay(day, lang) })}
        </p>
        {withdrawn && <p>{w.withdrawnBody}</p>}
      </div>
      <section class="card">
        <h2>{w.number}</h2>
        <p class="slip-number">{showReceipt(receipt)}</p>
        {!withdrawn && <Keeping {...props} />}
        {late && <p>{w.late}</p>}
      </section>
      {!withdrawn && <Next {...props} />}
      {props.withdrawableUntil && <WithdrawalForm {...props} until={props.withdrawableUntil} />}
      <p>
        <a href={linkTo(props, '/')}>{w.home}</a>
      </p>
    </PageFrame>
  );
}

function Keeping({ words, address }: ReceiptPageProps) {
  const w = words.citizen.receipt;
  return (
    <>
      <p>{w.keep}</p>
      <div class="keeping">
        <figure>
          <QrCode text={address} label={w.scan} />
          <figcaption class="quiet">{w.scan}</figcaption>
        </figure>
        <p>
          <button type="button" class="button" data-press="save" hidden>
            {w.save}
          </button>
          <button type="button" class="plain" data-press="copy" hidden>
            {w.copy}
          </button>
        </p>
      </div>
      <div id="picture" hidden>
        <p role="status" />
        <img alt="" />
        {/* biome-ignore lint/a11y/useValidAnchor: hidden until the script has drawn what it leads to */}
        <a class="plain" download>
          {w.download}
        </a>
      </div>
    </>
  );
}

function Next(props: ReceiptPageProps) {
  const { words, survey } = props;
  const w = words.citizen.receipt;
  return (
    <section>
      <h2>{w.next}</h2>
      <ol class="steps">
        <li>
          {w.nextCount}
          {w.nextSmall}
        </li>
        <li>{w.nextWork}</li>
        <li>{w.nextReport}</li>
      </ol>
      {survey && (
        <p>
          <a href={linkTo(props, `/results/${survey.code}`)}>{w.results}</a>
        </p>
      )}
    </section>
  );
}

/** What the script writes into the picture and the clipboard. */
export function receiptDataOf({ lang, words, county, receipt, survey, day, address }: ReceiptPageProps): ReceiptData {
  const w = words.citizen.receipt;
  return {
    copied: w.copied,
    saved: w.saved,
    number: showReceipt(receipt),
    address,
    above: fill(w.line, { county: county[lang] }),
    title: w.title,
    below: [survey?.title[lang] ?? '', fill(w.day, { day: showDay(day, lang) })].filter(Boolean),
    numberLabel: w.number,
    scan: w.scan,
  };
}
