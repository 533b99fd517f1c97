import * as admissibility from '../admissibility.ts';
import * as calls from '../applications.ts';
import * as correspondence from '../correspondence.ts';
import * as offers from '../offers.ts';
import * as promises from '../promises.ts';
import { defineRoute } from './route.ts';

const params = calls.getApplication.input;

export const listProgrammes = defineRoute({
  id: 'list-programmes',
  method: 'GET',
  path: '/v1/programmes',
  tag: 'Programmes',
  summary: 'Programmes and their intakes, open or not',
  audience: 'public',
  status: 200,
  response: calls.listProgrammes.output,
  cacheable: 30,
  call: calls.listProgrammes,
  errors: [],
});

export const listOwnApplications = defineRoute({
  id: 'list-own-applications',
  method: 'GET',
  path: '/v1/applications',
  tag: 'Applications',
  summary: 'My applications, newest first',
  audience: 'application:create',
  query: calls.listOwnApplications.input,
  status: 200,
  response: calls.listOwnApplications.output,
  call: calls.listOwnApplications,
  errors: ['invalid-cursor'],
});

export const createApplication = defineRoute({
  id: 'create-application',
  method: 'POST',
  path: '/v1/applications',
  tag: 'Applications',
  summary: 'Start an application for an open intake',
  about: 'One per candidate and intake.',
  audience: 'application:create',
  body: calls.createApplication.input,
  status: 201,
  response: calls.createApplication.output,
  call: calls.createApplication,
  errors: ['not-found', 'intake-not-open', 'application-exists'],
});

export const getApplication = defineRoute({
  id: 'get-application',
  method: 'GET',
  path: '/v1/applications/:applicationId',
  tag: 'Applications',
  summary: 'One application, with its checklist and what still prevents the next step',
  audience: 'application:read',
  params,
  status: 200,
  response: calls.getApplication.output,
  call: calls.getApplication,
  errors: [],
});

export const fillApplication = defineRoute({
  id: 'fill-application',
  method: 'PATCH',
  path: '/v1/applications/:applicationId',
  tag: 'Applications',
  summary: 'Fill in sections of a draft',
  about: 'Each given section replaces the former one as a whole; the others stay.',
  audience: 'application:edit',
  params,
  body: calls.fillApplication.input.omit({ applicationId: true }),
  status: 200,
  response: calls.fillApplication.output,
  call: calls.fillApplication,
  errors: ['application-not-editable'],
});

export const confirmApplication = defineRoute({
  id: 'confirm-application',
  method: 'POST',
  path: '/v1/applications/:applicationId/confirmation',
  tag: 'Applications',
  summary: 'Confirm data and documents; the fee is then to be paid',
  audience: 'application:edit',
  params,
  body: calls.confirmApplication.input.omit({ applicationId: true }),
  status: 200,
  response: calls.confirmApplication.output,
  call: calls.confirmApplication,
  errors: [
    'application-incomplete',
    'application-not-editable',
    'sworn-statement-missing',
    'intake-not-open',
    'wrong-state',
  ],
});

export const listQueue = defineRoute({
  id: 'list-queue',
  method: 'GET',
  path: '/v1/queue',
  tag: 'Applications',
  summary: 'Applications to study: those whose fee is paid, oldest submission first',
  audience: 'queue:read',
  query: calls.listQueue.input,
  status: 200,
  response: calls.listQueue.output,
  call: calls.listQueue,
  errors: ['invalid-cursor'],
});

export const recordAdmissibility = defineRoute({
  id: 'record-admissibility',
  method: 'POST',
  path: '/v1/applications/:applicationId/admissibility',
  tag: 'Applications',
  summary: 'Decide on the file alone, with the route or derogation',
  about: 'The letter is promised within the business days of the rule set.',
  audience: 'admissibility:decide',
  params: params,
  body: admissibility.recordAdmissibility.input.omit({ applicationId: true }),
  status: 200,
  response: admissibility.recordAdmissibility.output,
  call: admissibility.recordAdmissibility,
  errors: [
    'route-or-derogation',
    'study-not-started',
    'documents-not-judged',
    'derogation-quota-full',
    'wrong-state',
  ],
});

export const listMessages = defineRoute({
  id: 'list-messages',
  method: 'GET',
  path: '/v1/applications/:applicationId/messages',
  tag: 'Applications',
  summary: 'Messages between the candidate and the staff, oldest first',
  audience: 'message:read',
  params: params,
  query: correspondence.listMessages.input.omit({ applicationId: true }),
  status: 200,
  response: correspondence.listMessages.output,
  call: correspondence.listMessages,
  errors: ['invalid-cursor'],
});

export const postMessage = defineRoute({
  id: 'post-message',
  method: 'POST',
  path: '/v1/applications/:applicationId/messages',
  tag: 'Applications',
  summary: 'Write a message about an application',
  audience: 'message:write',
  params: params,
  body: correspondence.postMessage.input.omit({ applicationId: true }),
  status: 201,
  response: correspondence.postMessage.output,
  call: correspondence.postMessage,
  errors: ['wrong-state'],
});

export const withdrawApplication = defineRoute({
  id: 'withdraw-application',
  method: 'POST',
  path: '/v1/applications/:applicationId/withdrawal',
  tag: 'Applications',
  summary: 'Leave the admission process',
  about: 'At any step and for good. A payment on its way is settled first; a deposit that was paid is kept.',
  audience: 'application:withdraw',
  params: params,
  body: offers.withdrawApplication.input.omit({ applicationId: true }),
  status: 200,
  response: offers.withdrawApplication.output,
  call: offers.withdrawApplication,
  errors: ['wrong-state', 'order-closing'],
});

export const listPromises = defineRoute({
  id: 'list-promises',
  method: 'GET',
  path: '/v1/promises',
  tag: 'Applications',
  summary: 'Letters that were promised within working days',
  audience: 'promise:read',
  query: promises.listPromises.input,
  status: 200,
  response: promises.listPromises.output,
  call: promises.listPromises,
  errors: ['invalid-cursor'],
});
