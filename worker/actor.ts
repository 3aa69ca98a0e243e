// Who is signed in. An Actor can be made by `signedIn` only, and its type says which capability was proven, so a handler
// cannot forget to ask and an action cannot be given somebody who may not. A write from another site makes no Actor.
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Capability } from '#core/capability.ts';
import { Refusal } from '#core/problem.ts';
import { isLive, seenSecondsStep } from '#core/session.ts';
import { may, type Staff, sees } from '#core/staff.ts';
import { commitAudited } from './actions/commit-audited.ts';
import { noteVisit } from './actions/note-visit.ts';
import type { AppEnv } from './app-env.ts';
import type { Host } from './host.ts';
import { requireSameOrigin } from './same-origin.ts';
import { sha256Hex } from './seals.ts';
import { sessionBy } from './store/sessions.ts';

declare const proven: unique symbol;

export interface Actor<May = unknown> extends Staff {
  readonly [proven]: May;
}

/** Who does something: a signed-in person who may, or whoever can run commands on the machine. */
export type Doer<May = unknown> = Actor<May> | 'command';

export const nameOf = (doer: Doer): string => (doer === 'command' ? doer : doer.id);

/**
 * Lax rather than Strict: staff come from a link in their office portal, and Strict would show them the sign-in page
 * though they are signed in. No GET changes anything, and writes are guarded by their origin.
 */
const cookie = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;
const name = 'pingyi';

/** The hash of the session that the request claims; null when it claims none. */
export function claimedSession(c: Context<AppEnv>): string | null {
  const token = getCookie(c, name, 'host') ?? '';
  return /^[0-9a-f]{64}$/.test(token) ? sha256Hex(token) : null;
}

export const giveSession = (c: Context<AppEnv>, token: string): void => setCookie(c, name, token, cookie);
export const takeSession = (c: Context<AppEnv>): void => void deleteCookie(c, name, cookie);

/** Throws a Refusal when nobody is signed in, they may not, or another site sent them. */
export async function signedIn(c: Context<AppEnv>): Promise<Actor>;
export async function signedIn<May extends Capability>(c: Context<AppEnv>, capability: May): Promise<Actor<May>>;
export async function signedIn(c: Context<AppEnv>, capability?: Capability): Promise<Actor> {
  const host = c.get('host');
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') requireSameOrigin(c);
  const hash = claimedSession(c);
  const session = hash && (await sessionBy(host.db, hash));
  const now = Math.floor(host.now() / 1000);
  if (!session || session.disabled || !isLive(session, now)) throw new Refusal('forbidden', 'sign-in-first');
  const actor = session.staff as Actor;
  if (capability && !may(actor, capability)) throw await denied(host, actor, capability);
  if (now - session.seen >= seenSecondsStep && !refreshesItself(c)) await noteVisit(host, hash);
  return actor;
}

/** Throws unless what belongs to this unit is theirs to see. */
export async function requireUnit(host: Host, actor: Actor, unit: string): Promise<void> {
  if (!sees(actor, unit)) throw await denied(host, actor, `unit ${unit.slice(0, 40)}`);
}

async function denied(host: Host, actor: Actor, object: string): Promise<Refusal> {
  await commitAudited(host, { actor: actor.id, action: 'access.denied', object, detail: {} });
  return new Refusal('forbidden', 'not-allowed');
}

/** A page that fetches its own news must not keep alive the session of somebody who went home. */
const refreshesItself = (c: Context<AppEnv>): boolean => c.req.header('sec-fetch-dest') === 'empty';
