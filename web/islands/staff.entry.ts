// What script adds to the desk's pages, all of it optional: figures that renew themselves, a CSV file put into its box,
// printing and copying. Everything new is inserted as parsed nodes, never as markup in a string.
import { copyText } from './copy-text.ts';

const renewMs = 20_000;

const each = <T extends Element>(selector: string, found: (element: T) => void): void =>
  document.querySelectorAll<T>(selector).forEach(found);

/** Fetches this page again and puts its live parts in place of ours where they differ. */
async function renew(): Promise<void> {
  if (document.hidden || !document.getSelection()?.isCollapsed) return;
  const reply = await fetch(location.href, { redirect: 'manual' }).catch(() => null);
  if (reply?.type === 'opaqueredirect') return location.reload(); // signed out meanwhile
  if (!reply?.ok) return;
  const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html').querySelectorAll('[data-live]');
  document.querySelectorAll('[data-live]').forEach((part, index) => {
    const next = fresh[index];
    if (next && !part.isEqualNode(next)) part.replaceChildren(...next.childNodes);
  });
}

if (document.querySelector('[data-live]')) {
  setInterval(renew, renewMs);
  document.addEventListener('visibilitychange', renew);
}

/** Spreadsheets in China save CSV as GB 18030 more often than as UTF-8. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

each<HTMLInputElement>('input[data-into]', (input) => {
  const failed = input.parentElement?.querySelector<HTMLElement>('[data-failed]');
  const box = document.querySelector<HTMLTextAreaElement>(`#${input.dataset.into}`);
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    if (!file || !box) return;
    try {
      box.value = decode(await file.arrayBuffer());
      if (failed) failed.textContent = '';
    } catch {
      if (failed) failed.textContent = failed.dataset.failed ?? '';
    }
  });
});

each<HTMLButtonElement>('[data-print]', (button) => {
  button.hidden = false;
  button.addEventListener('click', () => print());
});

/** A table is copied as spreadsheets paste it, anything else as its text. */
const textOf = (source: Element): string =>
  source instanceof HTMLTableElement
    ? [...source.rows].map((row) => [...row.cells].map((cell) => cell.textContent).join('\t')).join('\n')
    : (source.textContent ?? '');

each<HTMLButtonElement>('[data-copy]', (button) => {
  const source = document.querySelector(`#${button.dataset.copy}`);
  if (!source) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    if (await copyText(textOf(source))) button.textContent = button.dataset.copied ?? '';
    else document.getSelection()?.selectAllChildren(source);
  });
});

document.documentElement.classList.add('scripted');
