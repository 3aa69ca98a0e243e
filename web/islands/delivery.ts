// The outbox with the real network, clock and shelf, and the buttons of its panels: what every page that can send an
// answer shares. It sends when the page opens, comes to the front, comes back from the cache, or the network returns.
import { copyText } from './copy-text.ts';
import { carry } from './courier.ts';
import { noteReceived } from './draft.ts';
import { type Outbox, type OutboxItem, openOutbox } from './outbox.ts';
import { part } from './page-parts.ts';
import { showOthers } from './parcel-view.ts';
import { openShelf } from './shelf.ts';
import type { Verdict } from './verdict.ts';

export interface Delivery extends Outbox {
  /** Shows these as earlier answers that have not arrived. */
  showOthers(items: readonly OutboxItem[]): void;
  receiptHref(receipt?: string): string;
}

/** `model` is the page's panel; `changed` is told what happens, and `show` to draw it again. */
export function startDelivery(
  model: HTMLElement,
  copied: string,
  show: () => void,
  changed: (item: OutboxItem, verdict?: Verdict) => void = show,
): Delivery {
  const nowMs = () => performance.now();
  const outbox = openOutbox({
    shelf: openShelf(),
    send: carry,
    nowMs,
    random: Math.random,
    after: setTimeout,
    changed(item, verdict) {
      if (item.receipt) noteReceived(item.parcel.id, item.receipt);
      changed(item, verdict);
    },
  });
  const receiptHref = (receipt = ''): string =>
    (part(model, 'a').getAttribute('href') as string).replace(/[^/]*\?/, `${receipt}?`);

  document.addEventListener('click', async ({ target }) => {
    const button = target as HTMLElement;
    const panel = button.closest<HTMLElement>('.parcel');
    if (!panel) return;
    const { press } = button.dataset;
    if (press === 'send') outbox.flush(true);
    if (press === 'copy' && copyText(part(panel, '.letter').textContent as string)) button.textContent = copied;
    if (press === 'discard') {
      await outbox.discard(panel.dataset.sha as string);
      show();
    }
  });
  addEventListener('offline', show);
  for (const event of ['online', 'pageshow', 'visibilitychange']) addEventListener(event, () => outbox.flush(), true);
  return { ...outbox, receiptHref, showOthers: (items) => showOthers(items, model, receiptHref) };
}
