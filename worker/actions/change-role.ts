// Changing what somebody may do. Their sessions end, so that nothing they have open goes on under the old role.
import type { Role } from '#core/capability.ts';
import { Problems, Refusal } from '#core/problem.ts';
import { type Doer, nameOf } from '../actor.ts';
import type { Host } from '../host.ts';
import { endingOthers } from '../store/sessions.ts';
import { allStaff, settingRole } from '../store/staff.ts';
import { allUnits } from '../store/surveys.ts';
import { checkPost, type NewStaff } from './add-staff.ts';
import { commitAudited } from './commit-audited.ts';
import { isLastAdmin } from './disable-staff.ts';

export async function changeRole(
  host: Host,
  doer: Doer<'staff.manage'>,
  id: string,
  wanted: Pick<NewStaff, 'role' | 'unit'>,
): Promise<void> {
  const staff = await allStaff(host.db);
  const member = staff.find((each) => each.id === id);
  if (!member) throw new Refusal('missing', 'no-staff');
  const problems = checkPost(await allUnits(host.db), wanted);
  if (problems.length > 0) throw new Problems(problems);
  const { role, unit } = wanted as { role: Role; unit: string | null };
  if (role !== 'admin' && isLastAdmin(staff, id)) throw new Refusal('conflict', 'last-admin');
  const detail = { from: { role: member.role, unit: member.unit }, to: { role, unit } };
  await commitAudited(host, { actor: nameOf(doer), action: 'staff.role', object: id, detail }, [
    settingRole(id, role, unit),
    endingOthers(id),
  ]);
}
