// Disabling an account ends its sessions at once. The account stays, because the audit names it; enabling gives it back
// as it was. The last administrator cannot be disabled: nobody could undo it from here.
import { Refusal } from '#core/problem.ts';
import { type Doer, nameOf } from '../actor.ts';
import type { Host } from '../host.ts';
import { endingOthers } from '../store/sessions.ts';
import { allStaff, type StaffRecord, settingDisabled } from '../store/staff.ts';
import { commitAudited } from './commit-audited.ts';

export async function disableStaff(host: Host, doer: Doer<'staff.manage'>, id: string): Promise<void> {
  const staff = await allStaff(host.db);
  if (!staff.some((each) => each.id === id)) throw new Refusal('missing', 'no-staff');
  if (isLastAdmin(staff, id)) throw new Refusal('conflict', 'last-admin');
  await commitAudited(host, { actor: nameOf(doer), action: 'staff.disable', object: id, detail: {} }, [
    settingDisabled(id, true),
    endingOthers(id),
  ]);
}

export async function enableStaff(host: Host, doer: Doer<'staff.manage'>, id: string): Promise<void> {
  const staff = await allStaff(host.db);
  if (!staff.some((each) => each.id === id)) throw new Refusal('missing', 'no-staff');
  await commitAudited(host, { actor: nameOf(doer), action: 'staff.enable', object: id, detail: {} }, [
    settingDisabled(id, false),
  ]);
}

export const isLastAdmin = (staff: readonly StaffRecord[], id: string): boolean =>
  staff.filter(({ role, disabled }) => role === 'admin' && !disabled).every((each) => each.id === id);
