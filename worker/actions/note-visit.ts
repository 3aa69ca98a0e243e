// Noting that somebody signed in is still here, at most once a minute.
import type { Host } from '../host.ts';
import { touching } from '../store/sessions.ts';

export const noteVisit = async (host: Host, session: string): Promise<unknown> =>
  host.db.commit([touching(session, Math.floor(host.now() / 1000))]);
