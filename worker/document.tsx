// The HTML document around a page: the only place that writes markup as a string, because a doctype, a style sheet and a
// data block have no place in a component tree. The style is in the page (one request less), pinned by its hash.
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import assets from '#dist/assets.json' with { type: 'json' };
import type { AppEnv } from './app-env.ts';

interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: string;
  readonly sha256: string;
}
const byName: Readonly<Record<string, Asset>> = assets;

export function asset(name: string): Asset {
  const found = byName[name];
  if (!found) throw new Error(`no asset ${name}: run npm run build`);
  return found;
}

export const assetAt = (path: string): Asset | undefined => Object.values(byName).find((a) => a.path === path);

export interface PageParts {
  readonly status?: ContentfulStatusCode;
  readonly title: string;
  readonly styles: readonly ('citizen.css' | 'elder.css' | 'staff.css')[];
  /** A class for the whole document. */
  readonly look?: string;
  readonly body: VNode;
  /** A script that works on the page, and the data it needs, if any. */
  readonly island?: { readonly script: string; readonly data?: unknown };
}

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
/** JSON inside a script element: `<` must not be able to end it. */
const escapeData = (data: unknown): string => JSON.stringify(data).replace(/</g, '\\u003c');

export function page(c: Context<AppEnv>, { status = 200, title, styles, look, body, island }: PageParts): Response {
  const { basePath, county } = c.get('host').settings;
  const lang = c.get('lang');
  const mirrored = c.get('words').language.direction === 'rtl';
  const sheets = [...styles, ...(mirrored ? ['rtl.css'] : [])].map(asset);
  c.header(
    'content-security-policy',
    `default-src 'none'; style-src ${sheets.map(({ sha256 }) => `'sha256-${sha256}'`).join(' ')}; script-src 'self'; connect-src 'self'; img-src 'self' data:; ` +
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  c.header('cache-control', 'no-store');
  const tail = island
    ? (island.data === undefined
        ? ''
        : `<script type="application/json" id="island-data">${escapeData(island.data)}</script>`) +
      `<script type="module" src="${basePath}${asset(island.script).path}"></script>`
    : '';
  return c.html(
    `<!doctype html><html lang="${lang}"${mirrored ? ' dir="rtl"' : ''}${look ? ` class="${look}"` : ''}><head><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="format-detection" content="telephone=no">` +
      `<title>${escapeText(title)} · ${escapeText(county[lang])}</title>` +
      `<link rel="icon" href="data:,">${sheets.map(({ body }) => `<style>${body}</style>`).join('')}</head><body>${renderToString(body)}${tail}</body></html>`,
    status,
  );
}
