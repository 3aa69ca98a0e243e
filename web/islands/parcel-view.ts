// Shows an answer's panel (parts/parcel-panel.tsx): of all the sentences that are on the page, those that are true now.
// This form's own answer stands in the form's place; earlier ones that did not arrive are copies of the panel below it.
import type { OutboxItem } from './outbox.ts';
import { byId, part, parts, say } from './page-parts.ts';

export function showParcel(panel: HTMLElement, item: OutboxItem, whose: 'own' | 'other'): void {
  const { state, onPhone, parcel } = item;
  const facts = [navigator.onLine === false ? 'offline' : 'online', onPhone ? 'phone' : 'page', whose];
  const now = [state, ...facts.map((fact) => `${state}-${fact}`)];
  for (const element of parts(panel, '[data-in]'))
    element.hidden = !(element.dataset.in as string).split(' ').some((wanted) => now.includes(wanted));
  say(part(panel, '[data-say=title]'), whose === 'own' ? '' : parcel.title);
  say(part(panel, '[data-say=refusal]'), parcel.refusal || '');
  say(part(panel, '[data-say=letter]'), parcel.letter);
  part<HTMLAnchorElement>(panel, 'a').href = item.page || '';
  // Opened once when it is refused; after that, open or shut is the reader's.
  if (panel.dataset.state !== state) part<HTMLDetailsElement>(panel, 'details').open = state === 'refused';
  panel.dataset.state = state;
  panel.classList.toggle('refused', state === 'refused');
  panel.dataset.sha = parcel.sha;
  panel.hidden = false;
}

export function showOthers(items: readonly OutboxItem[], model: HTMLElement): void {
  const section = byId('elsewhere');
  const panels = parts(section, '.parcel');
  const shas = items.map(({ parcel }) => parcel.sha);
  for (const panel of panels) if (!shas.includes(panel.dataset.sha as string)) panel.remove();
  for (const item of items) {
    const shown = panels.find(({ dataset }) => dataset.sha === item.parcel.sha);
    const panel = shown || section.appendChild(model.cloneNode(true) as HTMLElement);
    panel.removeAttribute('id');
    showParcel(panel, item, 'other');
  }
  section.hidden = items.length === 0;
}
