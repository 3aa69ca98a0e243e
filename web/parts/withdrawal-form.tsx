// Taking an answer back. Closed at first, so that a screenshot of the receipt does not hold the code: people are asked to
// prove that they took part. Without script the code is in the page's address only, and this says so.
import { showDay } from '#core/dates.ts';
import { fill } from '#core/lang.ts';
import type { Day } from '#core/period.ts';
import type { ReceiptPageProps } from '../pages/receipt.tsx';
import { linkTo } from './page-frame.tsx';

export function WithdrawalForm(props: ReceiptPageProps & { until: Day }) {
  const { lang, words, receipt, until, wrongCode } = props;
  const w = words.citizen.receipt;
  return (
    <details id="withdrawal" open={wrongCode !== undefined}>
      <summary>{w.withdraw}</summary>
      <p>
        {fill(w.withdrawBody, { closes: showDay(until, lang) })} {props.survey?.kind === 'request' && w.withdrawInvited}
      </p>
      <p id="in-address">{w.withdrawAddress}</p>
      <div id="own-code" hidden>
        <p>
          {w.withdrawCode}
          <b />
          <button type="button" class="plain" data-press="copy-code">
            {w.copy}
          </button>
        </p>
        <p>{w.withdrawKeep}</p>
      </div>
      <form method="post" action={`${linkTo(props, `/receipts/${receipt}/withdrawal`)}#withdrawal`}>
        <label for="code">{w.withdrawType}</label>
        {wrongCode && (
          <p class="problem" id="code-problem">
            {wrongCode.message}
          </p>
        )}
        <input
          type="text"
          id="code"
          name="code"
          value={wrongCode?.typed}
          aria-describedby={wrongCode && 'code-problem'}
          aria-invalid={wrongCode && 'true'}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
        <button type="submit" class="button">
          {w.withdrawNow}
        </button>
      </form>
    </details>
  );
}
