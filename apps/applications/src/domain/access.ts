import type { Permission } from '@admissions/contracts/roles';
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

/** True when the application is the subject's own, so that it reads it as a candidate. */
export function isOwn(subject: Subject, application: Application): boolean {
  return subject.id === application.candidateId;
}
