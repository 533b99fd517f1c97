import { z } from 'zod';
import { defineCall, defineClockReport, page, paging } from './call.ts';
import { id, instant, slug } from './ids.ts';
import { defineMessage } from './message.ts';
import { line, paragraphs } from './text.ts';

export const reportClock = defineClockReport('evaluation');

// ── Interviews (R28, R30) ──────────────────────────────────────────────────────────────────────────────────────────────────

export const interviewStates = ['invited', 'booked', 'done', 'no-show', 'cancelled'] as const;
export const interviewState = z.enum(interviewStates);

export const slotView = z.object({
  id,
  programmeId: slug,
  startsAt: instant,
  endsAt: instant,
  interviewerName: z.string(),
  isFree: z.boolean(),
  /** Whose interview it is: told to officers only, who may have to find them another time. */
  applicationId: id.optional(),
});
export type SlotView = z.infer<typeof slotView>;

export const interviewView = z.object({
  applicationId: id,
  state: interviewState,
  stateLabel: z.string(),
  slot: slotView.optional(),
  /** The video room; shown to those who take part, once it is booked. */
  roomUrl: z.string().optional(),
  moves: z.number().int(),
  /** While it is cancelled because the school gave the appointment up; why is told to staff only. */
  cancelledBySchool: z.object({ at: instant, reason: z.string().optional() }).optional(),
});
export type InterviewView = z.infer<typeof interviewView>;

export const openSlots = defineCall({
  name: 'evaluation.open-slots',
  service: 'evaluation',
  kind: 'command',
  allow: ['slot:manage'],
  about: 'Opens interview slots of one interviewer; none may overlap another of the same person (R30).',
  input: z.object({
    programmeId: slug,
    interviewerId: id,
    interviewerName: line(120),
    roomUrl: z.url({ protocol: /^https$/ }).max(500),
    minutes: z.number().int().min(15).max(120).default(30),
    startsAt: z.array(instant).min(1).max(100),
  }),
  output: z.object({ items: z.array(slotView) }),
});

export const closeSlot = defineCall({
  name: 'evaluation.close-slot',
  service: 'evaluation',
  kind: 'command',
  allow: ['slot:manage'],
  about: 'Takes away a slot that nobody booked.',
  input: z.object({ slotId: id }),
  output: slotView,
});

export const listSlots = defineCall({
  name: 'evaluation.list-slots',
  service: 'evaluation',
  kind: 'query',
  allow: ['interview:book', 'slot:manage'],
  about:
    'Slots to come: for a candidate the free ones for an application, for staff all of a programme, with whose they are.',
  input: paging.extend({ applicationId: id.optional(), programmeId: slug.optional() }),
  output: page(slotView),
});

const ofApplication = z.object({ applicationId: id });

export const bookInterview = defineCall({
  name: 'evaluation.book-interview',
  service: 'evaluation',
  kind: 'command',
  allow: ['interview:book'],
  about: 'Books a free slot, or moves the interview to it; one slot is never given twice, however many try.',
  input: z.object({ applicationId: id, slotId: id }),
  output: interviewView,
});

export const cancelInterview = defineCall({
  name: 'evaluation.cancel-interview',
  service: 'evaluation',
  kind: 'command',
  allow: ['interview:book'],
  about: 'Gives the slot back; another may be booked.',
  input: ofApplication,
  output: interviewView,
});

export const cancelBySchool = defineCall({
  name: 'evaluation.cancel-by-school',
  service: 'evaluation',
  kind: 'command',
  allow: ['slot:manage'],
  about:
    'Gives an appointment up on the school’s side, or takes back that the candidate did not come: the slot is closed, the candidate is told and books again, and it is none of their moves.',
  input: z.object({ applicationId: id, reason: line(500) }),
  output: interviewView,
});

export const getInterview = defineCall({
  name: 'evaluation.get-interview',
  service: 'evaluation',
  kind: 'query',
  allow: ['interview:read'],
  about: 'The interview of one application.',
  input: ofApplication,
  output: interviewView,
});

export const recordInterview = defineCall({
  name: 'evaluation.record-interview',
  service: 'evaluation',
  kind: 'command',
  allow: ['interview:record'],
  about:
    'Says after its start that the interview took place, or that the candidate did not come; an officer also says so of a candidate who books nothing.',
  input: z.object({
    applicationId: id,
    outcome: z.enum(['DONE', 'NO_SHOW']),
    note: paragraphs(2_000).optional(),
  }),
  output: interviewView,
});

// ── Two marks (R32, R74) ───────────────────────────────────────────────────────────────────────────────────────────────────

export const markStates = ['assigned', 'draft', 'locked', 'recused'] as const;
export const markState = z.enum(markStates);

export const markView = z.object({
  evaluatorId: id,
  state: markState,
  /** Of another evaluator only once all that count are locked, the third included (R32). From 0 to 20, at most two decimals. */
  score: z.number().optional(),
  comment: z.string().optional(),
  lockedAt: instant.optional(),
  /** Who stepped back or was taken off, and why: told to who names evaluators, never to evaluators. */
  recusal: z
    .object({
      at: instant,
      reason: z.string(),
      /** The officer who took the evaluator off; absent when the evaluator stepped back. */
      relievedBy: id.optional(),
    })
    .optional(),
});
export const evaluationView = z.object({
  applicationId: id,
  reference: z.string(),
  programmeId: slug,
  marks: z.array(markView),
  /** All that count are locked: two, or three when the two are far apart. */
  isComplete: z.boolean(),
  /** Once complete: the mean of two, half up to a hundredth, or the median of three. */
  mean: z.number().optional(),
  /** R32: the marks are further apart than accepted and a third evaluator is to be named; told only to who names them. */
  needsThird: z.boolean(),
});
export type EvaluationView = z.infer<typeof evaluationView>;

export const assignEvaluators = defineCall({
  name: 'evaluation.assign-evaluators',
  service: 'evaluation',
  kind: 'command',
  allow: ['evaluator:assign'],
  about:
    'Names two different evaluators, or another one in the place of one who recused or a third when the marks are far apart.',
  input: z.object({ applicationId: id, evaluatorIds: z.array(id).min(1).max(3) }),
  output: evaluationView,
});

export const relieveEvaluator = defineCall({
  name: 'evaluation.relieve-evaluator',
  service: 'evaluation',
  kind: 'command',
  allow: ['evaluator:assign'],
  about:
    'Takes an evaluator off an application whose mark is not locked, so that another can be named: one who is ill must not hold up a candidate.',
  input: z.object({ applicationId: id, evaluatorId: id, reason: line(500) }),
  output: evaluationView,
});

export const saveMark = defineCall({
  name: 'evaluation.save-mark',
  service: 'evaluation',
  kind: 'command',
  allow: ['mark:give'],
  about: 'Keeps the draft of one’s own mark and comment.',
  input: z.object({
    applicationId: id,
    score: z.number().min(0).max(20).multipleOf(0.01).optional(),
    comment: paragraphs(4_000).optional(),
  }),
  output: evaluationView,
});

export const lockMark = defineCall({
  name: 'evaluation.lock-mark',
  service: 'evaluation',
  kind: 'command',
  allow: ['mark:give'],
  about: 'Locks one’s own mark for good; wants a score and a comment.',
  input: ofApplication,
  output: evaluationView,
});

export const recuse = defineCall({
  name: 'evaluation.recuse',
  service: 'evaluation',
  kind: 'command',
  allow: ['mark:give'],
  about: 'The evaluator declares a conflict of interest and steps back; what was drafted is taken out.',
  input: z.object({ applicationId: id, reason: line(500) }),
  output: evaluationView,
});

export const getEvaluation = defineCall({
  name: 'evaluation.get-evaluation',
  service: 'evaluation',
  kind: 'query',
  allow: ['mark:give', 'evaluator:assign', 'jury:read'],
  about: 'The marks of one application as the subject may see them (R32).',
  input: ofApplication,
  output: evaluationView,
});

export const listAssignments = defineCall({
  name: 'evaluation.list-assignments',
  service: 'evaluation',
  kind: 'query',
  allow: ['mark:give'],
  about: 'The applications that the subject is to mark, oldest first.',
  input: paging,
  output: page(z.object({ applicationId: id, reference: z.string(), programmeId: slug, state: markState })),
});

// ── Jury (R34–R36) ─────────────────────────────────────────────────────────────────────────────────────────────────────────

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

// ── Messages ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

const booked = {
  applicationId: id,
  candidateId: id,
  reference: z.string(),
  programmeTitle: z.string(),
  /** The same for every change of one interview, so that calendars replace the entry. */
  calendarUid: z.string(),
  /** Grows with each change (RFC 5545 SEQUENCE). */
  sequence: z.number().int(),
  startsAt: instant,
  endsAt: instant,
  interviewerName: z.string(),
  roomUrl: z.string(),
};

export const interviewBooked = defineMessage({
  name: 'evaluation.interview-booked.v1',
  kind: 'fact',
  from: 'evaluation',
  followers: ['notifications'],
  slow: ['notifications'],
  about: 'An interview has a time, new or moved; the mail carries a calendar file.',
  data: z.object({ ...booked, moved: z.boolean() }),
});

export const interviewCancelled = defineMessage({
  name: 'evaluation.interview-cancelled.v1',
  kind: 'fact',
  from: 'evaluation',
  followers: ['notifications'],
  slow: ['notifications'],
  about: 'A booked interview will not take place; the calendar file takes it out.',
  data: z.object({
    ...booked,
    /** The school gave it up; absent when the candidate cancelled or the application ended, and in what was sent before. */
    bySchool: z.boolean().optional(),
  }),
});

export const selectionChanged = defineMessage({
  name: 'evaluation.selection-changed.v1',
  kind: 'snapshot',
  from: 'evaluation',
  followers: ['applications', 'documents'],
  about:
    'Where interview and marks of an application stand, and who was assigned to mark it and may therefore read it.',
  data: z.object({
    applicationId: id,
    interview: interviewState,
    evaluators: z.array(id),
    lockedMarks: z.number().int(),
    isComplete: z.boolean(),
  }),
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
