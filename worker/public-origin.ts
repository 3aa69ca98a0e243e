// Where people reach us, for what is printed or scanned and for telling our own pages from others: the setting where there is
// one, because a proxy may hide the name that people typed; else the host of the request.
import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';

/** Always https, even if a proxy spoke http to us: a code on paper is scanned for months. Only this machine keeps http. */
export function publicOrigin(c: Context<AppEnv>): string {
  const { origin, host, hostname } = new URL(c.req.url);
  const seen = hostname === 'localhost' || hostname === '127.0.0.1' ? origin : `https://${host}`;
  return c.get('host').settings.publicOrigin || seen;
}

/** What a browser names as the origin of our own pages. */
export const ownOrigin = (c: Context<AppEnv>): string =>
  c.get('host').settings.publicOrigin || new URL(c.req.url).origin;
