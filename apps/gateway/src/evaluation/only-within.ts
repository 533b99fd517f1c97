import { ProblemError } from '@admissions/contracts/problem';
import type { Permission } from '@admissions/contracts/roles';
import { can, type Subject } from '@admissions/contracts/subject';

/** Throws `not-found` unless the programme is the subject's: whether somebody holds a role elsewhere is told to nobody. */
export function onlyWithin(subject: Subject, permission: Permission, programmeId: string): void {
  if (!can(subject, permission, { programmeId })) throw new ProblemError('not-found');
}
