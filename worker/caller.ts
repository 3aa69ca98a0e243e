// Which program calls: the bearer token of RFC 6750, in the header and nowhere else. A cookie opens nothing here, and a token opens
// nothing of the desk. The Actor it makes is the second and last way to one (the first is a session).
import type { Context } from 'hono';
import { grants, isApiToken, isTokenLive, type Scope } from '#core/api-token.ts';
import { Refusal } from '#core/problem.ts';
import { noteTokenUse } from './actions/issue-token.ts';
import type { Actor } from './actor.ts';
import type { AppEnv } from './app-env.ts';
import { sha256Hex } from './seals.ts';
import { apiTokenBy } from './store/api-tokens.ts';

/** Everybody whose network nobody vouches for counts as one. */
const unknownNetwork = 'unknown';

/** Throws a Refusal when there is no token that works, it may not, or it calls too often. */
export async function calling<May extends Scope>(c: Context<AppEnv>, scope: May): Promise<Actor<May>> {
  const host = c.get('host');
  const { addressHeader } = host.settings;
  const bucket = (addressHeader && host.watch.bucketOf(c.req.header(addressHeader) ?? '')) || unknownNetwork;
  const [, text = ''] = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '') ?? [];
  if (text === '') throw challenge(c, '');
  const found = isApiToken(text) ? await apiTokenBy(host.db, sha256Hex(text)) : null;
  if (!found || !isTokenLive(found, host.today())) {
    // Only who fails is slowed: a token that works must not be shut out by what strangers try in the same network.
    if (host.pace.failsTooOften(bucket)) throw new Refusal('too-many', 'too-many-calls');
    host.pace.noteFailure(bucket);
    throw challenge(c, ', error="invalid_token"');
  }
  if (!host.pace.admits(found.id)) throw new Refusal('too-many', 'too-many-calls');
  if (!grants(found, scope)) {
    challenge(c, `, error="insufficient_scope", scope="${scope}"`);
    throw new Refusal('forbidden', 'not-allowed');
  }
  await noteTokenUse(host, found);
  return { id: `token:${found.id}`, name: found.name, role: 'viewer', unit: found.unit } as Actor<May>;
}

function challenge(c: Context<AppEnv>, rest: string): Refusal {
  c.header('www-authenticate', `Bearer realm="pingyi"${rest}`);
  return new Refusal('forbidden', 'unauthorised');
}
