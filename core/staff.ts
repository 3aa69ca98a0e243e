// A member of staff (工作人员): who may do what, and where. A unit confines a person to that unit's figures, codes and
// comments; what concerns the whole county is then closed to them, whatever their role.
import { isCleanText, tidyText } from './canonical.ts';
import { type Capability, can, type Role } from './capability.ts';
import { tokenFrom } from './invitation.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';

export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** null: the whole county. */
  readonly unit: string | null;
}

const withinUnit: readonly Capability[] = ['results.read', 'comments.moderate', 'invitations.issue'];

export const may = ({ role, unit }: Pick<Staff, 'role' | 'unit'>, capability: Capability): boolean =>
  can(role, capability) && (unit === null || withinUnit.includes(capability));

export const sees = (staff: Pick<Staff, 'unit'>, unit: string): boolean => staff.unit === null || staff.unit === unit;

/** Roles that make sense for one unit: the others have work that concerns the whole county only. */
export const rolesWithinUnit: readonly Role[] = ['officer', 'viewer'];

export const nameCharsMax = 40;
export const passwordCharsMin = 12;
export const passwordCharsMax = 128;

/** Names are compared as they are kept: composed, without blank ends. */
export const tidyName = (name: string): string => tidyText(name).replace(/\s+/g, ' ');

/** What a person typed as one password, whether the input method was set to full or half width. */
export const tidyPassword = (password: string): string => password.normalize('NFKC');

export function checkName(name: string): Problem[] {
  if (name === '') return [problem('name', 'empty')];
  if (name.length > nameCharsMax) return [problem('name', 'too-long', { max: nameCharsMax, length: name.length })];
  return isCleanText(name) ? [] : [problem('name', 'bad-characters')];
}

/** Length alone decides: rules about digits and capitals make passwords worse (NIST SP 800-63B, 3.1.1.2). */
export function checkPassword(password: string): Problem[] {
  const { length } = password;
  if (length < passwordCharsMin) return [problem('password', 'short-password', { min: passwordCharsMin })];
  if (length > passwordCharsMax) return [problem('password', 'too-long', { max: passwordCharsMax, length })];
  return [];
}

/** A password of 80 random bits (20 hexadecimal digits) that can be read out over the telephone: `7kf2-m9qx-…`. */
export const passwordFrom = (hex: string): string =>
  (tokenFrom(hex).slice(-16).toLowerCase().match(/.{4}/g) as string[]).join('-');
