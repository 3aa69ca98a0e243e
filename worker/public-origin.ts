// Where people reach us, for what is printed or scanned: always https, even if a proxy spoke http to us, because a code on
// paper is scanned for months. Only this machine keeps http.
import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';

export function publicOrigin(c: Context<AppEnv>): string {
  const { origin, host, hostname } = new URL(c.req.url);
  return hostname === 'localhost' || hostname === '127.0.0.1' ? origin : `https://${host}`;
}
