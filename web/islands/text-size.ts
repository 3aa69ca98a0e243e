// Larger and smaller type where one stands: no page is loaded, no answer touched. The address and every link of the page
// take the size along.
import { nextSize, type TextSizePx } from '#core/view.ts';
import { parts } from './page-parts.ts';

const root = document.documentElement;

export function startTextSize(form: HTMLFormElement): void {
  document.addEventListener('click', (event) => {
    const { larger } = (event.target as HTMLElement).dataset;
    if (!larger) return;
    event.preventDefault();
    setSize(form, nextSize(Number(root.className.slice('size-'.length)) as TextSizePx, Number(larger) as 1 | -1));
  });
}

function setSize(form: HTMLFormElement, sizePx: TextSizePx): void {
  const sized = (element: Element, name: 'href' | 'action' | 'formaction'): void => {
    const address = element.getAttribute(name) as string;
    element.setAttribute(name, address.replace(/size=\d+/, `size=${sizePx}`));
  };
  root.className = `size-${sizePx}`;
  for (const link of parts(root, 'a[href*="size="]')) sized(link, 'href');
  for (const button of parts(root, '[formaction*="size="]')) sized(button, 'formaction');
  sized(form, 'action');
  const query = new URLSearchParams(location.search);
  query.set('size', String(sizePx));
  history.replaceState(history.state, '', `?${query}`);
}
