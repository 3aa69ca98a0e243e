// Signing in. A try is counted before the password is looked at and given back when it was right. Tries are counted by
// name, but apart on a browser where that name has signed in before: whoever guesses somebody's password from elsewhere
// does not lock them out (OWASP: device cookies).
import { Problems, problem, Refusal } from '#core/problem.ts';
import { triesMax, triesWindow } from '#core/session.ts';
import { tidyName } from '#core/staff.ts';
import type { Host } from '../host.ts';
import { isPassword } from '../passwords.ts';
import { sameText, sha256Hex } from '../seals.ts';
import {
  ending,
  forgettingExpired,
  forgettingTries,
  returningTry,
  starting,
  takingTry,
  triesTaken,
} from '../store/sessions.ts';
import { staffNamed } from '../store/staff.ts';
import { commitAudited } from './commit-audited.ts';

export interface SignIn {
  readonly name: string;
  readonly password: string;
  /** The mark of a browser that was signed in on before. */
  readonly device: string | undefined;
  /** Hash of the session the browser still has, which ends. */
  readonly replaces: string | null;
}

/** The session's token and the browser's mark; throws Problems for a wrong name or password alike. */
export async function signIn(host: Host, sent: SignIn): Promise<{ token: string; device: string }> {
  const now = Math.floor(host.now() / 1000);
  const name = tidyName(sent.name);
  const { window, minutesLeft } = triesWindow(now);
  const nonce = knownDevice(host, name, sent.device);
  const key = host.seals.tries(nonce ? `device ${nonce}` : `name ${name}`);

  const [taken] = await host.db.commit([takingTry(key, window)]);
  if (taken === 0) throw new Refusal('too-many', 'too-many-tries', { minutes: minutesLeft });
  const staff = await staffNamed(host.db, name);
  const known = staff && !staff.disabled ? staff : null;
  if (!(await isPassword(sent.password, known?.password ?? null)) || !known) {
    const spent = (await triesTaken(host.db, key, window)) >= triesMax;
    if (spent && staff)
      await commitAudited(host, { actor: 'nobody', action: 'session.throttled', object: staff.id, detail: {} });
    throw new Problems([problem('name', 'wrong-sign-in')]);
  }

  const token = host.randomHex(32);
  await commitAudited(host, { actor: known.id, action: 'session.start', object: known.id, detail: {} }, [
    starting(sha256Hex(token), known.id, now),
    ...(sent.replaces ? [ending(sent.replaces)] : []),
    returningTry(key, window),
    forgettingExpired(now),
    forgettingTries(window),
  ]);
  const device = nonce ?? host.randomHex(16);
  return { token, device: `${device}.${host.seals.device(name, device)}` };
}

/** The mark's nonce, if it is ours and was given for this name. */
function knownDevice(host: Host, name: string, mark: string | undefined): string | null {
  const [nonce = '', seal = ''] = (mark ?? '').split('.');
  return sameText(seal, host.seals.device(name, nonce)) ? nonce : null;
}
