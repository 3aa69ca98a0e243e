// Adding a member of staff. There is no default account and no default password: the first is added by a command on the
// machine, and a password is either given or made here and shown once.
import { type Role, roles } from '#core/capability.ts';
import { type Problem, Problems, problem } from '#core/problem.ts';
import { checkName, checkPassword, passwordFrom, rolesWithinUnit, type Staff, tidyName } from '#core/staff.ts';
import { type Doer, nameOf } from '../actor.ts';
import { isUniqueFailure } from '../database.ts';
import type { Host } from '../host.ts';
import { hashPassword } from '../passwords.ts';
import { adding } from '../store/staff.ts';
import { allUnits, type Unit } from '../store/surveys.ts';
import { commitAudited } from './commit-audited.ts';

export interface NewStaff {
  readonly name: string;
  readonly role: string;
  /** null for the whole county. */
  readonly unit: string | null;
  readonly password?: string | undefined;
}

export async function addStaff(
  host: Host,
  doer: Doer<'staff.manage'>,
  given: NewStaff,
): Promise<{ staff: Staff; password: string }> {
  const name = tidyName(given.name);
  const password = given.password ?? passwordFrom(host.randomHex(16));
  const problems = [...checkName(name), ...checkPost(await allUnits(host.db), given), ...checkPassword(password)];
  if (problems.length > 0) throw new Problems(problems);
  const staff: Staff = { id: host.randomHex(8), name, role: given.role as Role, unit: given.unit };
  const { id, role, unit } = staff;
  try {
    await commitAudited(host, { actor: nameOf(doer), action: 'staff.add', object: id, detail: { role, unit } }, [
      adding({ ...staff, password: await hashPassword(password), created: host.today() }),
    ]);
  } catch (error) {
    throw isUniqueFailure(error, 'staff.name') ? new Problems([problem('name', 'name-taken')]) : error;
  }
  return { staff, password };
}

/** What is wrong with this role in this unit. */
export function checkPost(units: readonly Unit[], { role, unit }: Pick<NewStaff, 'role' | 'unit'>): Problem[] {
  if (!roles.includes(role as Role)) return [problem('role', 'bad-value')];
  if (unit === null) return [];
  if (!units.some(({ code }) => code === unit)) return [problem('unit', 'bad-unit')];
  return rolesWithinUnit.includes(role as Role) ? [] : [problem('unit', 'county-role')];
}
