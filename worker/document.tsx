// The HTML document around a page: the only place that writes markup as a string, because a doctype, a style sheet and a
// data block have no place in a component tree. The style is in the page (one request less), pinned by its hash.
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { AppEnv } from './app-env.ts';
import { asset } from './assets.ts';
import type { SheetName } from './sheets.ts';

export interface PageParts {
  readonly status?: ContentfulStatusCode;
  readonly title: string;
  readonly styles: readonly SheetName[];
  /** A class for the whole document. */
  readonly look?: string;
  readonly body: VNode;
  /** Whether going back may show this very copy again; a link or a reload always asks the server. */
  readonly backShows?: 'this copy';
  /** Nothing leaves the page once it is loaded: it can fetch nothing and send no form. */
  readonly cutOff?: boolean;
  /** A script that works on the page, the data it needs, if any, and a second script for later. */
  readonly island?: { readonly script: string; readonly data?: unknown; readonly later?: string };
}

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
/** JSON inside a script element: `<` must not be able to end it. */
const escapeData = (data: unknown): string => JSON.stringify(data).replace(/</g, '\\u003c');

const open = "connect-src 'self'; img-src 'self' data:; form-action 'self'";
const closed = "connect-src 'none'; img-src data:; form-action 'none'";

export function page(c: Context<AppEnv>, parts: PageParts): Response {
  const { status = 200, title, styles, look, body, island, backShows, cutOff } = parts;
  const { basePath, county, frameAncestors } = c.get('host').settings;
  const lang = c.get('lang');
  const mirrored = c.get('words').language.direction === 'rtl';
  const names: readonly SheetName[] = mirrored ? [...styles, 'rtl.css'] : styles;
  const sheets = names.map((name) => c.get('sheets')[name]);
  // The desk is never framed: a page around it could make staff press what they do not see.
  const framers = (!styles.includes('staff.css') && frameAncestors.join(' ')) || "'none'";
  c.header(
    'content-security-policy',
    `default-src 'none'; style-src ${sheets.map(({ sha256 }) => `'sha256-${sha256}'`).join(' ')}; script-src 'self'; ` +
      `${cutOff ? closed : open}; base-uri 'none'; frame-ancestors ${framers}`,
  );
  c.header('cache-control', backShows ? 'private, no-cache' : 'no-store');
  const tail = island
    ? (island.data === undefined
        ? ''
        : `<script type="application/json" id="island-data">${escapeData(island.data)}</script>`) +
      [island.script, ...(island.later ? [island.later] : [])]
        .map((script) => `<script type="module" src="${basePath}${asset(script).path}"></script>`)
        .join('')
    : '';
  return c.html(
    `<!doctype html><html lang="${lang}"${mirrored ? ' dir="rtl"' : ''}${look ? ` class="${look}"` : ''}><head><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="format-detection" content="telephone=no">` +
      `<title>${escapeText(title)} · ${escapeText(county[lang])}</title>` +
      `<link rel="icon" href="data:,">${sheets.map(({ body }) => `<style>${body}</style>`).join('')}</head><body>${renderToString(body)}${tail}</body></html>`,
    status,
  );
}
