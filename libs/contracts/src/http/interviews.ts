import * as calls from '../interviews.ts';
import { defineRoute } from './route.ts';

const ofApplication = calls.getInterview.input;

export const listSlots = defineRoute({
  id: 'list-interview-slots',
  method: 'GET',
  path: '/v1/interview-slots',
  tag: 'Interviews',
  summary: 'Interview slots to come, earliest first',
  about:
    'With `applicationId` the free ones that may be booked for it; otherwise, for staff, all of one programme or of every programme that is theirs, the booked ones with their application. A page may hold fewer than `limit`.',
  audience: ['interview:book', 'slot:manage'],
  query: calls.listSlots.input,
  status: 200,
  response: calls.listSlots.output,
  call: calls.listSlots,
  errors: ['not-found', 'invalid-cursor'],
});

export const openSlots = defineRoute({
  id: 'open-interview-slots',
  method: 'POST',
  path: '/v1/interview-slots',
  tag: 'Interviews',
  summary: 'Open interview slots of one interviewer',
  about: 'The interviewer is an evaluator of the programme.',
  audience: 'slot:manage',
  body: calls.openSlots.input,
  status: 201,
  response: calls.openSlots.output,
  call: calls.openSlots,
  errors: ['not-found', 'not-an-evaluator', 'slot-overlap', 'slot-past'],
});

export const closeSlot = defineRoute({
  id: 'close-interview-slot',
  method: 'DELETE',
  path: '/v1/interview-slots/:slotId',
  tag: 'Interviews',
  summary: 'Take away a slot that nobody booked',
  audience: 'slot:manage',
  params: calls.closeSlot.input,
  status: 200,
  response: calls.closeSlot.output,
  call: calls.closeSlot,
  errors: ['slot-booked', 'slot-past'],
});

export const getInterview = defineRoute({
  id: 'get-interview',
  method: 'GET',
  path: '/v1/applications/:applicationId/interview',
  tag: 'Interviews',
  summary: 'The interview of an application',
  audience: 'interview:read',
  params: ofApplication,
  status: 200,
  response: calls.getInterview.output,
  call: calls.getInterview,
  errors: [],
});

export const bookInterview = defineRoute({
  id: 'book-interview',
  method: 'PUT',
  path: '/v1/applications/:applicationId/interview',
  tag: 'Interviews',
  summary: 'Book a free slot, or move the interview to it',
  about:
    'A slot is given once, however many ask for it. The slot before is given back when the new one is held.',
  audience: 'interview:book',
  params: ofApplication,
  body: calls.bookInterview.input.omit({ applicationId: true }),
  status: 200,
  response: calls.bookInterview.output,
  call: calls.bookInterview,
  errors: ['slot-taken', 'slot-past', 'slot-overlap', 'too-many-moves', 'wrong-state'],
});

export const cancelInterview = defineRoute({
  id: 'cancel-interview',
  method: 'DELETE',
  path: '/v1/applications/:applicationId/interview',
  tag: 'Interviews',
  summary: 'Give the slot back; another may be booked',
  audience: 'interview:book',
  params: ofApplication,
  status: 200,
  response: calls.cancelInterview.output,
  call: calls.cancelInterview,
  errors: ['slot-past', 'wrong-state'],
});

export const cancelBySchool = defineRoute({
  id: 'cancel-interview-by-school',
  method: 'POST',
  path: '/v1/applications/:applicationId/interview/cancellation',
  tag: 'Interviews',
  summary: 'Give an appointment up on the school’s side; the candidate books another',
  about:
    'For an interviewer who is away, also after the interview should have begun. Of a candidate who was said not to have come it takes that back. The slot is closed, the candidate is told by letter, and it counts as none of their moves. The reason is kept for staff.',
  audience: 'slot:manage',
  params: ofApplication,
  body: calls.cancelBySchool.input.omit({ applicationId: true }),
  status: 200,
  response: calls.cancelBySchool.output,
  call: calls.cancelBySchool,
  errors: ['mark-locked', 'wrong-state'],
});

export const recordInterview = defineRoute({
  id: 'record-interview',
  method: 'POST',
  path: '/v1/applications/:applicationId/interview/outcome',
  tag: 'Interviews',
  summary: 'Say that the interview took place, or that the candidate did not come',
  about:
    'After its start. An officer also says `NO_SHOW` of a candidate who has no appointment, so that a file does not wait for ever for one who books nothing.',
  audience: 'interview:record',
  params: ofApplication,
  body: calls.recordInterview.input.omit({ applicationId: true }),
  status: 200,
  response: calls.recordInterview.output,
  call: calls.recordInterview,
  errors: ['wrong-state', 'mark-locked'],
});
