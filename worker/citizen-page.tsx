// A page of the citizen's door: the style sheet of its view, and on 长辈版 the size of type that was chosen.
import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';
import { type PageParts, page } from './document.tsx';

export function citizenPage(c: Context<AppEnv>, parts: Omit<PageParts, 'styles' | 'look'>): Response {
  const view = c.get('view');
  if (view.is === 'plain') return page(c, { ...parts, styles: ['citizen.css'] });
  return page(c, { ...parts, styles: ['citizen.css', 'elder.css'], look: `size-${view.sizePx}` });
}
