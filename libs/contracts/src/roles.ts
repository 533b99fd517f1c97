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
  'application:withdraw': 'leave the admission process',
  'document:judge': 'accept or refuse a document with a reason',
  'message:read': 'read the messages of an application',
  'message:write': 'write a message about an application',
  'admissibility:decide': 'decide on the file alone, with the route or derogation',
  'promise:read': 'see which letters are due today or late',
  'slot:manage': 'open and close interview slots, and give up what is booked in them',
  'interview:book': 'book, move and cancel one’s own interview',
  'interview:read': 'see the interview of an application',
  'interview:record': 'say that an interview took place or not',
  'evaluator:assign': 'name the two evaluators of an application',
  'mark:give': 'mark an application that one was assigned to',
  'jury:plan': 'plan a jury session and its agenda',
  'jury:read': 'see a jury session, its files and its minutes',
  'jury:decide': 'record decisions in an open jury session',
  'jury:close': 'open and close a jury session as its chair',
  'funding:manage': 'register, confirm and refuse funding agreements',
  'refund:approve': 'approve a refund that another person made due',
  'staff:manage': 'create staff accounts and give roles',
  'clock:move': 'move the business clock of the local platform',
} as const satisfies Record<string, string>;

export type Permission = keyof typeof permissions;

/**
 * Who may do what, and on whose objects:
 * - `own`: only what belongs to the person;
 * - `programme`: only within the programmes that the grant names (`*` for all);
 * - `assigned`: within those programmes, only what the person was assigned to;
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
      'application:withdraw',
      'message:read',
      'message:write',
      'interview:book',
      'interview:read',
    ],
  },
  officer: {
    label: 'Chargé des admissions',
    scope: 'programme',
    may: [
      'programme:read',
      'queue:read',
      'application:read',
      'document:read',
      'document:judge',
      'letter:read',
      'message:read',
      'message:write',
      'admissibility:decide',
      'promise:read',
      'slot:manage',
      'interview:read',
      'interview:record',
      'evaluator:assign',
      'jury:plan',
      'jury:read',
    ],
  },
  evaluator: {
    label: 'Évaluateur',
    scope: 'assigned',
    may: [
      'programme:read',
      'application:read',
      'document:read',
      'interview:read',
      'interview:record',
      'mark:give',
    ],
  },
  'jury-member': {
    label: 'Membre du jury',
    scope: 'assigned',
    may: ['programme:read', 'application:read', 'document:read', 'jury:read', 'jury:decide'],
  },
  'jury-chair': {
    label: 'Président du jury',
    scope: 'assigned',
    may: ['programme:read', 'application:read', 'document:read', 'jury:read', 'jury:decide', 'jury:close'],
  },
  'finance-officer': {
    label: 'Responsable financier',
    scope: 'programme',
    may: ['programme:read', 'order:read', 'funding:manage', 'refund:approve'],
  },
  administrator: {
    label: 'Administrateur',
    scope: 'all',
    may: ['programme:read', 'staff:manage', 'clock:move'],
  },
} as const satisfies Record<
  string,
  { label: string; scope: 'own' | 'programme' | 'assigned' | 'all'; may: readonly Permission[] }
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
