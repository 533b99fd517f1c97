import { z } from 'zod';
import { page, paging } from '../call.ts';
import { id, slug } from '../ids.ts';
import { roles, staffRoles, type Role } from '../roles.ts';
import { emailAddress, language, personName } from './accounts.ts';
import { defineRoute } from './route.ts';

const programmes = z
  .array(
    z.union([
      z.literal('*'),
      z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        .max(64),
    ]),
  )
  .max(200);

/** A role given to staff; a role within programmes names them, or `*` for all. */
export const staffGrant = z
  .object({ role: z.enum(staffRoles), programmes: programmes.default([]) })
  .refine(({ role, programmes: named }) => roles[role].scope !== 'programme' || named.length > 0, {
    message: 'this role needs programmes',
    path: ['programmes'],
  });
const staffGrants = z
  .array(staffGrant)
  .min(1)
  .max(staffRoles.length)
  .refine((grants) => new Set(grants.map(({ role }) => role)).size === grants.length, {
    message: 'a role stands twice',
  });

export const staffView = z.object({
  accountId: id,
  email: z.string(),
  name: z.string(),
  state: z.enum(['invited', 'active']),
  grants: z.array(z.object({ role: z.enum(staffRoles), programmes: z.array(z.string()) })),
});
export type StaffView = z.infer<typeof staffView>;

const accountId = z.object({ accountId: id });

export const listStaff = defineRoute({
  id: 'list-staff',
  method: 'GET',
  path: '/v1/staff',
  tag: 'Staff',
  summary: 'Members of staff with their roles, by address',
  audience: 'staff:manage',
  query: paging,
  status: 200,
  response: page(staffView),
  errors: ['invalid-cursor'],
});

export const inviteStaff = defineRoute({
  id: 'invite-staff',
  method: 'POST',
  path: '/v1/staff',
  tag: 'Staff',
  summary: 'Invite a member of staff',
  about:
    'A link goes to the address, with which the person sets a password. Invited again, the former link is void.',
  audience: 'staff:manage',
  body: z.object({
    email: emailAddress,
    name: personName,
    language: language.default('fr'),
    grants: staffGrants,
  }),
  status: 201,
  response: accountId,
  errors: ['email-taken'],
});

export const changeGrants = defineRoute({
  id: 'change-grants',
  method: 'PUT',
  path: '/v1/staff/:accountId/grants',
  tag: 'Staff',
  summary: 'Replace the staff roles of an account',
  about: 'Every session of the account ends at once.',
  audience: 'staff:manage',
  params: accountId,
  body: z.object({ grants: staffGrants }),
  status: 200,
  response: staffView,
  errors: ['last-administrator'],
});

export const removeStaff = defineRoute({
  id: 'remove-staff',
  method: 'DELETE',
  path: '/v1/staff/:accountId',
  tag: 'Staff',
  summary: 'Take all staff roles from an account',
  about: 'Every session of the account ends at once. An account that is a candidate’s too stays as that.',
  audience: 'staff:manage',
  params: accountId,
  status: 204,
  errors: ['last-administrator'],
});

/** Roles that are named to look at applications. */
export const assessorRoles = ['evaluator', 'jury-member', 'jury-chair'] as const satisfies readonly Role[];

export const assessorView = z.object({
  accountId: id,
  name: z.string(),
  roles: z.array(z.enum(assessorRoles)),
});
export type AssessorView = z.infer<typeof assessorView>;

export const listEvaluators = defineRoute({
  id: 'list-evaluators',
  method: 'GET',
  path: '/v1/staff/evaluators',
  tag: 'Staff',
  summary: 'Who can be named as evaluator, jury member or chair in a programme, by name',
  about: 'Nothing else of them is told.',
  audience: ['evaluator:assign', 'jury:plan'],
  query: z.object({ programmeId: slug }),
  status: 200,
  response: z.object({ items: z.array(assessorView) }),
  errors: ['not-found'],
});
