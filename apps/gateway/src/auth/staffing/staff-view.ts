import type { StaffView } from '@admissions/contracts/http/staff';
import { staffRoles, type Grant } from '@admissions/contracts/roles';

type StaffRole = (typeof staffRoles)[number];

/** What administrators see of a member of staff; a candidate's own role is not theirs to see or change. */
export function staffViewOf(account: {
  id: string;
  email: string;
  name: string;
  status: string;
  grants: readonly Grant[];
}): StaffView {
  const grants = account.grants.flatMap(({ role, programmes }) =>
    (staffRoles as readonly string[]).includes(role)
      ? [{ role: role as StaffRole, programmes: [...programmes] }]
      : [],
  );
  const state = account.status === 'active' ? 'active' : 'invited';
  return { accountId: account.id, email: account.email, name: account.name, state, grants };
}
