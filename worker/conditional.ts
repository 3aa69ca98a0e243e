// Conditional requests (RFC 9110, 13.1.2): a strong tag over the exact bytes, and 304 where the caller has them already. Nothing is to be
// cached on the way (no-store); a program that keeps its own copy still saves the transfer.
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';

export function conditional(
  c: Context<AppEnv>,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response {
  const tag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  c.header('etag', tag);
  const known = (c.req.header('if-none-match') ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  if (known.includes(tag) || known.includes('*')) return c.body(null, 304);
  return c.body(body, 200, { ...headers });
}
