import { z } from 'zod';

/** What a person can be allowed to do, with the meaning in one line. Services check these; screens read them. */
export const permissions = {
  'programme:read': 'see programmes and intakes that are open',
  'application:create': 'start an application of one’s own',
  'application:read': 'open an application',
  'application:edit': 'fill in and confirm an application',
  'queue:read': 'see the list of applications to study',
  'document:upload': 'send, claim and discard documents of an application',
  'document:read': 'see and download documents of an application',
  'order:read': 'see what is to be paid and what was paid',
  'order:pay': 'pay an order',
  'letter:read': 'see the letters that were sent',
  'staff:manage': 'create staff accounts and give roles',
  'clock:move': 'move the business clock of the local platform',
} as const satisfies Record<string, string>;

export type Permission = keyof typeof permissions;

/**
 * Who may do what, and on whose objects:
 * - `own`: only what belongs to the person;
 * - `programme`: only within the programmes that the grant names (`*` for all);
 * - `all`: without regard to an object.
 * Staff see nothing of an application before its fee is paid (R15); that rule lies with the owners of the facts.
 */
export const roles = {
  visitor: { label: 'Visiteur', scope: 'all', may: ['programme:read'] },
  candidate: {
    label: 'Candidat',
    scope: 'own',
    may: [
      'programme:read',
      'application:create',
      'application:read',
      'application:edit',
      'document:upload',
      'document:read',
      'order:read',
      'order:pay',
      'letter:read',
    ],
  },
  officer: {
    label: 'Chargé des admissions',
    scope: 'programme',
    may: ['programme:read', 'queue:read', 'application:read', 'document:read', 'letter:read'],
  },
  evaluator: { label: 'Évaluateur', scope: 'programme', may: ['programme:read'] },
  'jury-member': { label: 'Membre du jury', scope: 'programme', may: ['programme:read'] },
  'jury-chair': { label: 'Président du jury', scope: 'programme', may: ['programme:read'] },
  'finance-officer': {
    label: 'Responsable financier',
    scope: 'programme',
    may: ['programme:read', 'order:read'],
  },
  administrator: {
    label: 'Administrateur',
    scope: 'all',
    may: ['programme:read', 'staff:manage', 'clock:move'],
  },
} as const satisfies Record<
  string,
  { label: string; scope: 'own' | 'programme' | 'all'; may: readonly Permission[] }
>;

export type Role = keyof typeof roles;

/** Roles that an administrator gives; visitor and candidate come by themselves. */
export const staffRoles = [
  'officer',
  'evaluator',
  'jury-member',
  'jury-chair',
  'finance-officer',
  'administrator',
] as const satisfies readonly Role[];

/** A role held by a person; `programmes` limits a role of scope `programme`, `['*']` is all of them. */
export const grant = z.object({
  role: z.enum(Object.keys(roles) as [Role, ...Role[]]),
  programmes: z.array(z.string().max(64)).max(200).default([]),
});
export type Grant = z.infer<typeof grant>;
