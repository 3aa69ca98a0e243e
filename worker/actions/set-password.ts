// New passwords: one made for somebody else, shown once, or one's own, against the present one. Either way every other
// session of that person ends.
import { Problems, problem, Refusal } from '#core/problem.ts';
import { triesWindow } from '#core/session.ts';
import { checkPassword, passwordFrom } from '#core/staff.ts';
import { type Actor, type Doer, nameOf } from '../actor.ts';
import type { Host } from '../host.ts';
import { hashPassword, isPassword } from '../passwords.ts';
import { endingOthers, returningTry, takingTry } from '../store/sessions.ts';
import { settingPassword, staffBy, staffNamed } from '../store/staff.ts';
import { commitAudited } from './commit-audited.ts';

export async function resetPassword(
  host: Host,
  doer: Doer<'staff.manage'>,
  id: string,
  password = passwordFrom(host.randomHex(16)),
): Promise<string> {
  if (!(await staffBy(host.db, id))) throw new Refusal('missing', 'no-staff');
  const problems = checkPassword(password);
  if (problems.length > 0) throw new Problems(problems);
  const event = { actor: nameOf(doer), action: 'staff.password', object: id, detail: {} } as const;
  await commitAudited(host, event, [settingPassword(id, await hashPassword(password)), endingOthers(id)]);
  return password;
}

export async function changeOwnPassword(
  host: Host,
  actor: Actor,
  session: string,
  sent: { present: string; password: string },
): Promise<void> {
  const problems = checkPassword(sent.password);
  if (problems.length > 0) throw new Problems(problems);
  const { window, minutesLeft } = triesWindow(Math.floor(host.now() / 1000));
  const key = host.seals.tries(`session ${actor.id}`);
  const [taken] = await host.db.commit([takingTry(key, window)]);
  if (taken === 0) throw new Refusal('too-many', 'too-many-tries', { minutes: minutesLeft });
  const account = await staffNamed(host.db, actor.name);
  if (!(await isPassword(sent.present, account?.password ?? null)))
    throw new Problems([problem('present', 'wrong-password')]);
  const event = { actor: actor.id, action: 'staff.password', object: actor.id, detail: {} } as const;
  const hash = await hashPassword(sent.password);
  await commitAudited(host, event, [
    settingPassword(actor.id, hash),
    endingOthers(actor.id, session),
    returningTry(key, window),
  ]);
}
