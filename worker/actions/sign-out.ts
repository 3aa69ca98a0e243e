// Signing out ends the session itself: a copy of the cookie is worth nothing afterwards.
import type { Actor } from '../actor.ts';
import type { Host } from '../host.ts';
import { ending } from '../store/sessions.ts';
import { commitAudited } from './commit-audited.ts';

export const signOut = (host: Host, actor: Actor, session: string): Promise<void> =>
  commitAudited(host, { actor: actor.id, action: 'session.end', object: actor.id, detail: {} }, [ending(session)]);
