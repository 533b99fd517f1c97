import { assessorRoles, type AssessorView } from '@admissions/contracts/http/staff';
import type { Grant } from '@admissions/contracts/roles';

interface Member {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly grants: readonly Grant[];
}

const byName = new Intl.Collator('fr');

/**
 * Who can be named to look at applications of a programme, by name: active accounts that hold such a role there. Who was invited and
 * has no password yet cannot act, and is not named.
 */
export function assessorsOf(programmeId: string, staff: readonly Member[]): AssessorView[] {
  return staff
    .filter(({ status }) => status === 'active')
    .map(({ id, name, grants }) => ({ accountId: id, name, roles: rolesIn(programmeId, grants) }))
    .filter(({ roles }) => roles.length > 0)
    .sort((a, b) => byName.compare(a.name, b.name) || (a.accountId < b.accountId ? -1 : 1));
}

function rolesIn(programmeId: string, grants: readonly Grant[]): AssessorView['roles'] {
  return assessorRoles.filter((role) =>
    grants.some(
      (grant) =>
        grant.role === role && (grant.programmes.includes('*') || grant.programmes.includes(programmeId)),
    ),
  );
}
