import { z } from 'zod';
import { applicationState, applicationView } from './applications.ts';
import { defineCall } from './call.ts';
import { civilDate, id, instant, slug } from './ids.ts';
import { ofApplication } from './mention.ts';
import { defineMessage } from './message.ts';
import { money } from './money.ts';

/** R85, R92: why a candidate leaves; the refund of a deposit depends on it. `STATUTORY_WITHDRAWAL` renounces the contract by right. */
export const withdrawalReasons = [
  'PERSONAL_CHOICE',
  'STATUTORY_WITHDRAWAL',
  'VISA_REFUSED',
  'DIPLOMA_NOT_OBTAINED',
  'LEGITIMATE_REASON',
  'FORCE_MAJEURE',
] as const;

export const withdrawApplication = defineCall({
  name: 'applications.withdraw-application',
  service: 'applications',
  kind: 'command',
  allow: ['application:withdraw'],
  about:
    'The candidate leaves the process at any step, with the effect that the step has; a payment on its way is settled first.',
  input: z.object({ applicationId: id, reason: z.enum(withdrawalReasons).default('PERSONAL_CHOICE') }),
  output: applicationView,
});

export const decisionAnnounced = defineMessage({
  name: 'applications.decision-announced.v1',
  kind: 'fact',
  from: 'applications',
  followers: ['applications', 'notifications'],
  slow: ['notifications'],
  about:
    'The sealed decision of the jury, with the offer or the routes of appeal: the letter leaves within two working days (R35).',
  data: z.object({
    ...ofApplication,
    outcome: z.enum(['ADMITTED', 'NOT_ADMITTED', 'DEFERRED']),
    grounds: z.array(z.string()),
    conditionalOn: z.string().optional(),
    decidedAt: instant,
    /** The account of who signed the minutes (or a printable `name, capacity`): the letter prints name and capacity (R68). */
    signedBy: z.string(),
    dueOn: civilDate,
    offer: z
      .object({
        deposit: money,
        dueAt: instant,
        refundable: z.boolean(),
        /** R89, R90: nothing can be paid before; absent where it can be at once, and in older messages. */
        payableFrom: instant.optional(),
      })
      .optional(),
  }),
});

export const depositRequested = defineMessage({
  name: 'applications.deposit-requested.v1',
  kind: 'fact',
  from: 'applications',
  followers: ['payments'],
  about: 'An admitted candidate may pay the deposit until the date of the letter (R64, R87).',
  data: z.object({
    ...ofApplication,
    amount: money,
    dueAt: instant,
    requestedAt: instant,
    /** R89, R90: before the end of the cooling-off nothing may be paid; absent where it can be paid at once, and in older messages. */
    payableFrom: instant.optional(),
  }),
});

export const orderCloseRequested = defineMessage({
  name: 'applications.order-close-requested.v1',
  kind: 'fact',
  from: 'applications',
  followers: ['payments'],
  about:
    'An order must not be paid any more: payments closes it at the provider and answers what became of it.',
  data: z.object({
    applicationId: id,
    product: z.enum(['APPLICATION_FEE', 'DEPOSIT']),
    reason: z.enum(['LAPSED', 'WITHDRAWN']),
  }),
});

export const placeConfirmed = defineMessage({
  name: 'applications.place-confirmed.v1',
  kind: 'fact',
  from: 'applications',
  followers: ['notifications', 'payments'],
  slow: ['notifications'],
  about: 'The deposit is paid: the place is confirmed.',
  data: z.object({
    ...ofApplication,
    confirmedAt: instant,
    intakeStartsOn: civilDate,
    conditionalOn: z.string().optional(),
  }),
});

export const offerLapsed = defineMessage({
  name: 'applications.offer-lapsed.v1',
  kind: 'fact',
  from: 'applications',
  followers: ['notifications'],
  slow: ['notifications'],
  about: 'The deposit was not paid in time; the offer is void.',
  data: z.object({ ...ofApplication, lapsedAt: instant }),
});

export const applicationWithdrawn = defineMessage({
  name: 'applications.application-withdrawn.v1',
  kind: 'fact',
  from: 'applications',
  followers: ['evaluation', 'notifications', 'payments'],
  slow: ['notifications'],
  about:
    'The candidate left the process: the interview is cancelled, the file leaves the agenda, no refund becomes due by an agreement (R94); who renounced the contract by right within the legal period gets the deposit back (R86).',
  data: z.object({
    ...ofApplication,
    reason: z.enum(withdrawalReasons),
    fromState: applicationState,
    withdrawnAt: instant,
  }),
});

export const placesAnswered = defineMessage({
  name: 'applications.places-answered.v1',
  kind: 'fact',
  from: 'applications',
  followers: ['evaluation'],
  about:
    'Whether the cohort has places and quota for the admissions of a jury session; a refusal names the files (R10).',
  data: z.object({
    sessionId: id,
    /** The try of the session that asked. */
    attempt: z.number().int().positive(),
    reserved: z.boolean(),
    refused: z.array(z.object({ applicationId: id, why: z.enum(['CAPACITY', 'D30', 'D40']) })),
  }),
});

export const placeFreed = defineMessage({
  name: 'applications.place-freed.v1',
  kind: 'fact',
  from: 'applications',
  followers: ['applications'],
  about: 'An admission came to nothing: its place and its share of a quota are free again (R10).',
  data: z.object({
    applicationId: id,
    intakeId: slug,
    because: z.enum(['LAPSED', 'WITHDRAWN', 'CANCELLED']),
  }),
});
