// Who may do what: one table. A permission is a verb on a thing; a role is a list of them.

export const roles = ['admin', 'officer', 'author', 'viewer'] as const;
export type Role = (typeof roles)[number];

export const capabilities = [
  'results.read',
  'comments.moderate',
  'quarantine.decide',
  'invitations.issue',
  'reports.read',
  'reports.write',
  'improvements.write',
  'staff.manage',
  'tokens.manage',
  'audit.read',
] as const;
export type Capability = (typeof capabilities)[number];

const allowed: Record<Role, readonly Capability[]> = {
  admin: capabilities,
  officer: [
    'results.read',
    'comments.moderate',
    'quarantine.decide',
    'invitations.issue',
    'reports.read',
    'improvements.write',
  ],
  author: ['results.read', 'reports.read', 'reports.write', 'improvements.write'],
  viewer: ['results.read'],
};

export const can = (role: Role, capability: Capability): boolean => allowed[role].includes(capability);
