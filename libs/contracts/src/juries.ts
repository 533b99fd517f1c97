import { z } from 'zod';
import { defineCall, page, paging } from './call.ts';
import { id, instant, slug } from './ids.ts';
import { defineMessage } from './message.ts';
import { line } from './text.ts';

export const sessionStates = [
  'planned',
  'convened',
  'open',
  'closing',
  'closed',
  'rectified',
  'adjourned',
] as const;

export const sessionState = z.enum(sessionStates);

export const juryOutcome = z.enum(['ADMITTED', 'NOT_ADMITTED', 'DEFERRED']);

export const juryFile = z.object({
  applicationId: id,
  reference: z.string(),
  candidateName: z.string(),
  mean: z.number().optional(),
  derogation: z.string().optional(),
  decision: z
    .object({
      outcome: juryOutcome,
      grounds: z.array(z.string()),
      conditionalOn: z.string().optional(),
      by: id,
    })
    .optional(),
  /** Members who declared a conflict and do not decide on this file (I10). */
  recused: z.array(id),
});

export const sessionView = z.object({
  id,
  programmeId: slug,
  intakeId: slug,
  scheduledAt: instant,
  state: sessionState,
  stateLabel: z.string(),
  chairId: id,
  memberIds: z.array(id),
  quorum: z.number().int(),
  present: z.array(id),
  files: z.array(juryFile),
  closedAt: instant.optional(),
  /** Once it is closed: the report that the chair signed (R35, R68). */
  minutes: z.object({ number: z.string(), signedAt: instant, signedBy: z.string() }).optional(),
  /** Once it is adjourned: it ended without a decision. */
  adjourned: z.object({ at: instant, reason: z.string() }).optional(),
  /** Why the last try to close was sent back. */
  refused: z.array(z.object({ applicationId: id, why: z.string() })),
});

export type SessionView = z.infer<typeof sessionView>;

export const planSession = defineCall({
  name: 'evaluation.plan-session',
  service: 'evaluation',
  kind: 'command',
  allow: ['jury:plan'],
  about: 'Plans a jury session with its chair, members and quorum (R36).',
  input: z.object({
    programmeId: slug,
    intakeId: slug,
    scheduledAt: instant,
    chairId: id,
    memberIds: z.array(id).min(1).max(20),
    /** Default: the majority of chair and members. */
    quorum: z.number().int().min(2).max(21).optional(),
  }),
  output: sessionView,
});

const ofSession = z.object({ sessionId: id });

export const setAgenda = defineCall({
  name: 'evaluation.set-agenda',
  service: 'evaluation',
  kind: 'command',
  allow: ['jury:plan'],
  about: 'The files of a session that is not open yet; each wants two locked marks.',
  input: z.object({ sessionId: id, applicationIds: z.array(id).min(1).max(500) }),
  output: sessionView,
});

export const openSession = defineCall({
  name: 'evaluation.open-session',
  service: 'evaluation',
  kind: 'command',
  allow: ['jury:close'],
  about: 'The chair opens the session with those present; the quorum must be reached.',
  input: z.object({ sessionId: id, present: z.array(id).min(1).max(21) }),
  output: sessionView,
});

export const letInMember = defineCall({
  name: 'evaluation.let-in-member',
  service: 'evaluation',
  kind: 'command',
  allow: ['jury:close'],
  about:
    'The chair of an open session lets in a member of the jury who comes late; the quorum may hold again (R36).',
  input: z.object({ sessionId: id, memberId: id }),
  output: sessionView,
});

export const adjournSession = defineCall({
  name: 'evaluation.adjourn-session',
  service: 'evaluation',
  kind: 'command',
  allow: ['jury:plan', 'jury:close'],
  about:
    'An officer or the chair ends a session that cannot go on: nothing decided in it counts, and its files may come before another.',
  input: z.object({ sessionId: id, reason: line(500) }),
  output: sessionView,
});

export const recordDecision = defineCall({
  name: 'evaluation.record-decision',
  service: 'evaluation',
  kind: 'command',
  allow: ['jury:decide'],
  about:
    'Records what an open session decides on one file; may be changed until the session is closed. Who is not admitted is given a ground (R71).',
  input: z.object({
    sessionId: id,
    applicationId: id,
    outcome: juryOutcome,
    grounds: z.array(line(300)).max(5).default([]),
    conditionalOn: z.enum(['DIPLOMA_AWARD']).optional(),
  }),
  output: sessionView,
});

export const recuseFromFile = defineCall({
  name: 'evaluation.recuse-from-file',
  service: 'evaluation',
  kind: 'command',
  allow: ['jury:decide'],
  about:
    'A member declares a conflict of interest on one file; the quorum must hold without them for that file.',
  input: z.object({ sessionId: id, applicationId: id, reason: line(500) }),
  output: sessionView,
});

export const closeSession = defineCall({
  name: 'evaluation.close-session',
  service: 'evaluation',
  kind: 'command',
  allow: ['jury:close'],
  about:
    'The chair closes and signs: places are reserved first, then all decisions are sealed at once and cannot change.',
  input: ofSession,
  output: sessionView,
});

export const getSession = defineCall({
  name: 'evaluation.get-session',
  service: 'evaluation',
  kind: 'query',
  allow: ['jury:read'],
  about: 'One jury session.',
  input: ofSession,
  output: sessionView,
});

export const listSessions = defineCall({
  name: 'evaluation.list-sessions',
  service: 'evaluation',
  kind: 'query',
  allow: ['jury:read'],
  about: 'Jury sessions that the subject may see, newest first.',
  input: paging,
  output: page(sessionView.omit({ files: true, refused: true })),
});

export const getMinutes = defineCall({
  name: 'evaluation.get-minutes',
  service: 'evaluation',
  kind: 'query',
  allow: ['jury:read'],
  about: 'The minutes of a closed session as a PDF.',
  input: ofSession,
  output: z.object({ fileName: z.string(), contentType: z.literal('application/pdf'), base64: z.string() }),
});

export const juryChanged = defineMessage({
  name: 'evaluation.jury-changed.v1',
  kind: 'snapshot',
  from: 'evaluation',
  followers: ['applications', 'documents'],
  about: 'Who sits in a jury session and which files are on its agenda: they may read them.',
  data: z.object({
    sessionId: id,
    programmeId: slug,
    state: sessionState,
    members: z.array(id),
    applicationIds: z.array(id),
  }),
});

export const placesRequested = defineMessage({
  name: 'evaluation.places-requested.v1',
  kind: 'fact',
  from: 'evaluation',
  followers: ['applications'],
  about: 'A session is closing: the cohort must have places and quota for its admissions (R10).',
  data: z.object({
    sessionId: id,
    attempt: z.number().int().positive(),
    intakeId: slug,
    admissions: z.array(z.object({ applicationId: id, derogation: z.string().optional() })),
  }),
});

export const decisionRecorded = defineMessage({
  name: 'evaluation.decision-recorded.v1',
  kind: 'fact',
  from: 'evaluation',
  followers: ['applications'],
  about: 'A sealed decision on one file; said once per file and session, and never changed (R35).',
  data: z.object({
    sessionId: id,
    applicationId: id,
    outcome: juryOutcome,
    grounds: z.array(z.string()),
    conditionalOn: z.string().optional(),
    /** When the minutes were signed: the two working days start here (R35). */
    signedAt: instant,
    signedBy: z.string(),
  }),
});
