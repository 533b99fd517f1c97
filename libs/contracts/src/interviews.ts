import { z } from 'zod';
import { defineCall, page, paging } from './call.ts';
import { id, instant, slug } from './ids.ts';
import { defineMessage } from './message.ts';
import { line, paragraphs } from './text.ts';

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
