// Where an answer is on its way: 正在发送, 待发送, 已收到 or 没有收到. Every sentence is here from the start and the script shows
// those that are true (`data-in` names the states, see islands/parcel-view.ts). An answer that did not arrive can be read
// and copied here, and only the citizen's own press deletes it.
import type { Words } from '#core/text.ts';

export function ParcelPanel({ words }: { words: Words['citizen']['form'] }) {
  return (
    <section class="card parcel" id="parcel" tabIndex={-1} hidden>
      <div role="status">
        <h2 data-in="sending">{words.sending}</h2>
        <h2 data-in="waiting">{words.waiting}</h2>
        <h2 data-in="received">{words.received}</h2>
        <h2 data-in="refused">{words.refused}</h2>
        <p class="quiet" data-say="title" />
        <p data-in="sending">{words.sendingBody}</p>
        <p data-in="waiting-online">{words.waitingBody}</p>
        <p data-in="waiting-offline">{words.waitingOffline}</p>
        <p data-in="waiting-phone">{words.keptOnPhone}</p>
        <p data-in="sending-page waiting-page">{words.keptInPage}</p>
        <p data-in="refused" data-say="refusal" />
        <p data-in="refused">{words.refusedKept}</p>
      </div>
      {/* biome-ignore lint/a11y/useValidAnchor: hidden until there is a receipt, whose address the script then sets */}
      <a class="button" data-in="received">
        {words.showReceipt}
      </a>
      <button type="button" class="button" data-in="waiting" data-press="send">
        {words.sendNow}
      </button>
      <details data-in="waiting refused">
        <summary>{words.letter}</summary>
        <div class="letter" data-say="letter" />
        <button type="button" class="plain" data-press="copy">
          {words.copy}
        </button>
      </details>
      <button type="button" class="plain" data-in="refused-own" data-press="anew">
        {words.openAnew}
      </button>
      <button type="button" class="plain" data-in="refused-other" data-press="discard">
        {words.discard}
      </button>
    </section>
  );
}

/** Earlier answers that have not arrived, for pages that have no form of their own; empty until the script finds some. */
export function Undelivered({ words }: { words: Words['citizen']['form'] }) {
  return (
    <>
      <ParcelPanel words={words} />
      <section id="elsewhere" hidden>
        <h2>{words.elsewhere}</h2>
      </section>
    </>
  );
}
