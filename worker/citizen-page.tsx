// A page of the citizen's door: the style sheet of its view, and on 长辈版 the size of type that was chosen.
import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';
import { type PageParts, page } from './document.tsx';

type CitizenPage = Omit<PageParts, 'styles' | 'look'> & {
  readonly sheet?: 'citizen.css' | 'receipt.css' | 'results.css';
};

export function citizenPage(c: Context<AppEnv>, { sheet = 'citizen.css', ...parts }: CitizenPage): Response {
  const view = c.get('view');
  if (view.is === 'plain') return page(c, { ...parts, styles: [sheet] });
  return page(c, { ...parts, styles: [sheet, 'elder.css'], look: `size-${view.sizePx}` });
}
