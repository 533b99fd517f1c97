import { z } from 'zod';
import { partialFacts, sectionNames } from './applicant-facts.ts';
import { defineCall, defineClockReport, page, paging } from './call.ts';
import { documentTypeNames } from './document-types.ts';
import { civilDate, id, instant, slug } from './ids.ts';
import { defineMessage } from './message.ts';
import { money } from './money.ts';

/** The states of an application; the table of moves lies in the applications service. */
export const applicationStates = [
  'draft',
  'fee-pending',
  'submitted',
  'info-requested',
  'under-review',
  'admissible',
  'not-admissible',
  'in-selection',
  'deferred',
  'admitted',
  'not-admitted',
  'offer-open',
  'lapsing',
  'lapsed',
  'confirmed',
  'registered',
  'withdrawn',
  'cancelled',
] as const;

export const applicationState = z.enum(applicationStates);

export type ApplicationState = z.infer<typeof applicationState>;

export const intakeView = z.object({
  id: slug,
  label: z.string(),
  startsOn: civilDate,
  opensOn: civilDate,
  closesOn: civilDate,
  isOpen: z.boolean(),
  applicationFee: money,
  deposit: money,
});

export const programmeView = z.object({
  id: slug,
  title: z.string(),
  rhythm: z.enum(['ALTERNANCE', 'FULL_TIME', 'PART_TIME']),
  durationMonths: z.number().int(),
  tuition: money,
  capacity: z.number().int(),
  prerequisites: z.array(z.string()),
  intakes: z.array(intakeView),
});

export type ProgrammeView = z.infer<typeof programmeView>;

/** One line of the checklist: is the piece wanted, why (in French, for the candidate), by which rules, and is it there. */
export const checklistItem = z.object({
  type: z.enum(documentTypeNames),
  status: z.enum(['REQUIRED', 'DEFERRED', 'NOT_ASKED']),
  label: z.string(),
  reason: z.string(),
  rules: z.array(z.string()),
  /** `present`: at least one file of the type has passed its checks. */
  present: z.boolean(),
  /** The sections that must be filled in before it is known whether the piece is wanted; absent once it is known. */
  awaits: z.array(z.enum(sectionNames as [string, ...string[]])).optional(),
});

export type ChecklistItem = z.infer<typeof checklistItem>;

/** What still prevents the next step: a section of the form or a document. */
export const blocker = z.object({
  kind: z.enum(['section', 'document']),
  what: z.union([z.enum(sectionNames as [string, ...string[]]), z.enum(documentTypeNames)]),
  detail: z.string(),
});

export type Blocker = z.infer<typeof blocker>;

export const applicationView = z.object({
  id,
  reference: z.string(),
  state: applicationState,
  stateLabel: z.string(),
  programme: z.object({ id: slug, title: z.string() }),
  intake: z.object({ id: slug, label: z.string(), startsOn: civilDate }),
  createdAt: instant,
  confirmedAt: instant.optional(),
  submittedAt: instant.optional(),
  /** R83: its study may begin; before, the candidate may still withdraw and owe nothing. With `submittedAt`. */
  examinableFrom: instant.optional(),
  facts: partialFacts,
  checklist: z.array(checklistItem),
  blockers: z.array(blocker),
  fee: money,
  /** Once the file was studied (R27); the grounds are for the candidate too. */
  admissibility: z
    .object({
      outcome: z.enum(['ADMISSIBLE', 'NOT_ADMISSIBLE']),
      basis: z.string().optional(),
      grounds: z.array(z.string()),
      decidedAt: instant,
    })
    .optional(),
  /** Once a jury decided. */
  decision: z
    .object({
      outcome: z.enum(['ADMITTED', 'NOT_ADMITTED', 'DEFERRED']),
      grounds: z.array(z.string()),
      decidedAt: instant,
    })
    .optional(),
  /** The offer of an admitted candidate (R64). */
  offer: z
    .object({
      deposit: money,
      dueAt: instant,
      /** R89, R90: nothing can be paid before; absent where it can be at once. */
      payableFrom: instant.optional(),
      conditionalOn: z.string().optional(),
    })
    .optional(),
  /** Once the candidate asked to leave; without `withdrawnAt` a payment on its way is settled first. */
  withdrawal: z.object({ reason: z.string(), askedAt: instant, withdrawnAt: instant.optional() }).optional(),
  /** For those who assess the application: whose it is, and nothing more of the person (R113, R114). */
  candidateName: z.string().optional(),
  /** Only shown to staff: how to reach the candidate. */
  contact: z.object({ name: z.string(), email: z.string() }).optional(),
});

export type ApplicationView = z.infer<typeof applicationView>;

export const applicationRow = z.object({
  id,
  reference: z.string(),
  state: applicationState,
  stateLabel: z.string(),
  programmeId: slug,
  programmeTitle: z.string(),
  intakeId: slug,
  intakeLabel: z.string(),
  candidateName: z.string(),
  createdAt: instant,
  submittedAt: instant.optional(),
  /** For staff: the next letter that was promised, and until when (R28, R35). */
  promise: z.object({ dueOn: civilDate, status: z.enum(['open', 'due-today', 'late']) }).optional(),
  /** R83: its study may begin; before, the candidate may still withdraw and owe nothing. With `submittedAt`. */
  examinableFrom: instant.optional(),
});

export type ApplicationRow = z.infer<typeof applicationRow>;

const applicationId = z.object({ applicationId: id });

export const listProgrammes = defineCall({
  name: 'applications.list-programmes',
  service: 'applications',
  kind: 'query',
  allow: ['programme:read'],
  about: 'Published programmes with their intakes; an intake says whether it is open today.',
  input: z.object({}),
  output: z.object({ items: z.array(programmeView) }),
});

export const createApplication = defineCall({
  name: 'applications.create-application',
  service: 'applications',
  kind: 'command',
  allow: ['application:create'],
  about: 'Starts the application of the subject for one open intake: one per candidate and intake (R14).',
  input: z.object({ intakeId: slug }),
  output: z.object({ applicationId: id }),
});

export const listOwnApplications = defineCall({
  name: 'applications.list-own-applications',
  service: 'applications',
  kind: 'query',
  allow: ['application:create'],
  about: 'The applications of the subject, newest first.',
  input: paging,
  output: page(applicationRow),
});

export const getApplication = defineCall({
  name: 'applications.get-application',
  service: 'applications',
  kind: 'query',
  allow: ['application:read'],
  about: 'One application with its facts, checklist and blockers. Staff see it once the fee is paid (R15).',
  input: applicationId,
  output: applicationView,
});

export const fillApplication = defineCall({
  name: 'applications.fill-application',
  service: 'applications',
  kind: 'command',
  allow: ['application:edit'],
  about: 'Replaces the given sections of a draft; the others stay.',
  input: z.object({ applicationId: id, sections: partialFacts }),
  output: applicationView,
});

export const confirmApplication = defineCall({
  name: 'applications.confirm-application',
  service: 'applications',
  kind: 'command',
  allow: ['application:edit'],
  about:
    'Confirms data and documents (R16, R25). The fee is asked for once no document can move any more; the application is submitted when it is paid.',
  input: z.object({
    applicationId: id,
    /** R25: must be true. */
    swornStatement: z.boolean(),
    /** R82: both stay false unless ticked. */
    earlyStart: z.boolean().default(false),
    lossOfWithdrawalAcknowledged: z.boolean().default(false),
  }),
  output: applicationView,
});

export const listQueue = defineCall({
  name: 'applications.list-queue',
  service: 'applications',
  kind: 'query',
  allow: ['queue:read'],
  about: 'Applications whose fee is paid, in the programmes of the subject, oldest submission first (R15).',
  input: paging.extend({ programmeId: slug.optional(), state: applicationState.optional() }),
  output: page(applicationRow),
});

export const reportClock = defineClockReport('applications');

export const applicationChanged = defineMessage({
  name: 'applications.application-changed.v1',
  kind: 'snapshot',
  from: 'applications',
  followers: ['documents', 'payments', 'evaluation'],
  about:
    'Whose application it is, in which programme and state, and which documents it wants: the access copy of others.',
  data: z.object({
    applicationId: id,
    candidateId: id,
    programmeId: slug,
    intakeId: slug,
    state: applicationState,
    /** R15: staff may read it (the fee is paid). */
    isExaminable: z.boolean(),
    /** The candidate may add and discard documents. */
    isEditable: z.boolean(),
    wanted: z.array(z.enum(documentTypeNames)),
    /** Of later messages; absent in those of the first slice. */
    reference: z.string().optional(),
    programmeTitle: z.string().optional(),
    intakeLabel: z.string().optional(),
    intakeStartsOn: civilDate.optional(),
    candidateName: z.string().optional(),
    tuition: money.optional(),
    fundingType: z.enum(['SELF', 'EMPLOYER', 'OPCO', 'OTHER']).optional(),
    /** R10, R11: how the file was found admissible. */
    derogation: z.enum(['D30_M1', 'D30_L3_3Y', 'D40_VAPP']).optional(),
  }),
});

export const documentsFreezeRequested = defineMessage({
  name: 'applications.documents-freeze-requested.v1',
  kind: 'fact',
  from: 'applications',
  followers: ['documents'],
  about:
    'The candidate confirmed: from now on no document of the application may move; documents answers with what it holds (R16).',
  data: z.object({
    applicationId: id,
    /** The revision of the application that was confirmed: larger for each confirmation. */
    attempt: z.number().int().positive(),
  }),
});

export const feeRequested = defineMessage({
  name: 'applications.fee-requested.v1',
  kind: 'fact',
  from: 'applications',
  followers: ['payments'],
  about:
    'The candidate confirmed the data and the documents stand still: the application fee is to be paid (R16, R78). The amount is that of the intake’s rule set.',
  data: z.object({
    applicationId: id,
    candidateId: id,
    programmeId: slug,
    reference: z.string(),
    programmeTitle: z.string(),
    intakeLabel: z.string(),
    amount: money,
    /** SHA-256 of the confirmed data, with the SHA-256 of each document (R16). */
    confirmedDataHash: z.string().regex(/^[0-9a-f]{64}$/),
    requestedAt: instant,
  }),
});

export const applicationSubmitted = defineMessage({
  name: 'applications.application-submitted.v1',
  kind: 'fact',
  from: 'applications',
  followers: ['notifications'],
  slow: ['notifications'],
  about: 'The fee is paid: the application is examinable; the candidate gets the receipt of R21.',
  data: z.object({
    applicationId: id,
    candidateId: id,
    reference: z.string(),
    programmeTitle: z.string(),
    intakeLabel: z.string(),
    receivedAt: instant,
    documents: z.array(z.object({ type: z.enum(documentTypeNames), label: z.string() })),
    /** R23: the date from which silence is a refusal. */
    impliedRefusalOn: civilDate,
    /** R83: when its examination may start; later than `receivedAt` where the candidate did not ask for an early start. */
    examinableFrom: instant.optional(),
  }),
});
