// No other site may act for somebody who is signed in. Every browser that says where a request comes from must say
// "from here"; one that says nothing is refused. The body's type is not asked: forms can send nearly any, and fetch all.
import type { Context } from 'hono';
import { Refusal } from '#core/problem.ts';
import type { AppEnv } from './app-env.ts';
import { ownOrigin } from './public-origin.ts';

export function requireSameOrigin(c: Context<AppEnv>): void {
  const site = c.req.header('sec-fetch-site');
  const ours = site === undefined ? c.req.header('origin') === ownOrigin(c) : site.toLowerCase() === 'same-origin';
  if (!ours) throw new Refusal('forbidden', 'foreign-site');
}
