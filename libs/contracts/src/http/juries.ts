import * as calls from '../juries.ts';
import { defineRoute, fileBytes } from './route.ts';

const ofSession = calls.getSession.input;

export const listSessions = defineRoute({
  id: 'list-jury-sessions',
  method: 'GET',
  path: '/v1/jury-sessions',
  tag: 'Juries',
  summary: 'Jury sessions, newest first: of an officer’s programmes, and those in which I sit',
  audience: 'jury:read',
  query: calls.listSessions.input,
  status: 200,
  response: calls.listSessions.output,
  call: calls.listSessions,
  errors: ['invalid-cursor'],
});

export const planSession = defineRoute({
  id: 'plan-jury-session',
  method: 'POST',
  path: '/v1/jury-sessions',
  tag: 'Juries',
  summary: 'Plan a session with its chair, members and quorum',
  about:
    'The chair holds the role of a chair in the programme, members that of a member or a chair; otherwise `accountIds` of the refusal names who does not.',
  audience: 'jury:plan',
  body: calls.planSession.input,
  status: 201,
  response: calls.planSession.output,
  call: calls.planSession,
  errors: ['not-found', 'not-a-jury-member', 'wrong-state'],
});

export const getSession = defineRoute({
  id: 'get-jury-session',
  method: 'GET',
  path: '/v1/jury-sessions/:sessionId',
  tag: 'Juries',
  summary: 'One session with its files',
  audience: 'jury:read',
  params: ofSession,
  status: 200,
  response: calls.getSession.output,
  call: calls.getSession,
  errors: [],
});

export const setAgenda = defineRoute({
  id: 'set-jury-agenda',
  method: 'PUT',
  path: '/v1/jury-sessions/:sessionId/agenda',
  tag: 'Juries',
  summary: 'Set the files of a session that is not open yet',
  about: 'Replaces the agenda before. A file is on one agenda at a time.',
  audience: 'jury:plan',
  params: ofSession,
  body: calls.setAgenda.input.omit({ sessionId: true }),
  status: 200,
  response: calls.setAgenda.output,
  call: calls.setAgenda,
  errors: ['evaluation-incomplete', 'wrong-state', 'session-sealed'],
});

export const openSession = defineRoute({
  id: 'open-jury-session',
  method: 'POST',
  path: '/v1/jury-sessions/:sessionId/opening',
  tag: 'Juries',
  summary: 'Open the session with those present',
  audience: 'jury:close',
  params: ofSession,
  body: calls.openSession.input.omit({ sessionId: true }),
  status: 200,
  response: calls.openSession.output,
  call: calls.openSession,
  errors: ['quorum-missing', 'wrong-state', 'session-sealed'],
});

export const letInMember = defineRoute({
  id: 'let-in-jury-member',
  method: 'POST',
  path: '/v1/jury-sessions/:sessionId/arrivals',
  tag: 'Juries',
  summary: 'Let in a member who comes after the opening',
  audience: 'jury:close',
  params: ofSession,
  body: calls.letInMember.input.omit({ sessionId: true }),
  status: 200,
  response: calls.letInMember.output,
  call: calls.letInMember,
  errors: ['wrong-state', 'session-sealed'],
});

export const adjournSession = defineRoute({
  id: 'adjourn-jury-session',
  method: 'POST',
  path: '/v1/jury-sessions/:sessionId/adjournment',
  tag: 'Juries',
  summary: 'End a session that cannot go on, without a decision',
  about:
    'For an officer or the chair, until the session is closing. What was decided in it does not count; its files may come before another session.',
  audience: ['jury:plan', 'jury:close'],
  params: ofSession,
  body: calls.adjournSession.input.omit({ sessionId: true }),
  status: 200,
  response: calls.adjournSession.output,
  call: calls.adjournSession,
  errors: ['wrong-state', 'session-sealed'],
});

export const recordDecision = defineRoute({
  id: 'record-jury-decision',
  method: 'PUT',
  path: '/v1/jury-sessions/:sessionId/decisions/:applicationId',
  tag: 'Juries',
  summary: 'Record what the session decides on one file',
  about:
    'It replaces what was decided before, until the session is closed. Only members who are present and not recused decide on a file, and nobody is turned down without a ground.',
  audience: 'jury:decide',
  params: calls.recordDecision.input.pick({ sessionId: true, applicationId: true }),
  body: calls.recordDecision.input.omit({ sessionId: true, applicationId: true }),
  status: 200,
  response: calls.recordDecision.output,
  call: calls.recordDecision,
  errors: ['quorum-missing', 'grounds-missing', 'wrong-state', 'session-sealed'],
});

export const recuseFromFile = defineRoute({
  id: 'recuse-from-jury-file',
  method: 'POST',
  path: '/v1/jury-sessions/:sessionId/recusals',
  tag: 'Juries',
  summary: 'Declare a conflict of interest on one file',
  audience: 'jury:decide',
  params: ofSession,
  body: calls.recuseFromFile.input.omit({ sessionId: true }),
  status: 200,
  response: calls.recuseFromFile.output,
  call: calls.recuseFromFile,
  errors: ['wrong-state', 'session-sealed'],
});

export const closeSession = defineRoute({
  id: 'close-jury-session',
  method: 'POST',
  path: '/v1/jury-sessions/:sessionId/closing',
  tag: 'Juries',
  summary: 'Close and sign the session',
  about:
    'The session is `closing` while places are reserved. Then it is `closed` and its decisions never change, or it is `open` again and `refused` names the files for which there is no place.',
  audience: 'jury:close',
  params: ofSession,
  status: 200,
  response: calls.closeSession.output,
  call: calls.closeSession,
  errors: ['decisions-missing', 'grounds-missing', 'quorum-missing', 'wrong-state', 'session-sealed'],
});

export const getMinutes = defineRoute({
  id: 'get-jury-minutes',
  method: 'GET',
  path: '/v1/jury-sessions/:sessionId/minutes',
  tag: 'Juries',
  summary: 'The minutes of a closed session as a PDF',
  about:
    'Refused to a member who is recused from one of its files (403); for whose own application is among them there are none (404).',
  audience: 'jury:read',
  params: ofSession,
  status: 200,
  response: fileBytes,
  media: 'application/pdf',
  call: calls.getMinutes,
  errors: ['wrong-state'],
});
