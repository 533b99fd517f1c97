import type { Permission, Role } from '@admissions/contracts/roles';
import { can, type Subject } from '@admissions/contracts/subject';
import { isExaminable, type Application } from './application.ts';

/**
 * True when the subject holds the permission on this application: its candidate, or staff of its programme once the fee
 * is paid (R15). To anybody else the application does not exist: answer `not-found`, so that no id is confirmed.
 */
export function mayReach(subject: Subject, permission: Permission, application: Application): boolean {
  const { candidateId: owner, programme } = application;
  return can(subject, permission, {
    owner,
    ...(isExaminable(application) ? { programmeId: programme.id } : {}),
  });
}

/** Who was assigned to assess an application. */
export interface Assessors {
  readonly evaluators: readonly string[];
  readonly jury: readonly string[];
}

/** How a reader sees an application: all of it, without how to reach the person, or only what is needed to mark it. */
export type Reading = 'all' | 'jury' | 'evaluator';

/**
 * How the subject may read the application, or undefined when it does not exist for the subject. Who marks it sees less than
 * the jury that decides on it (R34, R113, R114), and an officer of its programme sees all.
 */
export function readingOf(
  subject: Subject,
  application: Application,
  { evaluators, jury }: Assessors,
): Reading | undefined {
  if (mayReach(subject, 'application:read', application)) return 'all';
  if (!isExaminable(application)) return undefined;
  const as = (...roles: Role[]) => ({
    ...subject,
    grants: subject.grants.filter(({ role }) => roles.includes(role)),
  });
  const target = { programmeId: application.programme.id };
  if (can(as('jury-member', 'jury-chair'), 'application:read', { ...target, assigned: jury })) return 'jury';
  if (can(as('evaluator'), 'application:read', { ...target, assigned: evaluators })) return 'evaluator';
  return undefined;
}

/** True when the application is the subject's own, so that it reads it as a candidate. */
export function isOwn(subject: Subject, application: Application): boolean {
  return subject.id === application.candidateId;
}
