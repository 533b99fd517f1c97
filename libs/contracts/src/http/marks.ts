import * as calls from '../marks.ts';
import { defineRoute } from './route.ts';

const ofApplication = calls.getEvaluation.input;

export const getEvaluation = defineRoute({
  id: 'get-evaluation',
  method: 'GET',
  path: '/v1/applications/:applicationId/evaluation',
  tag: 'Marks',
  summary: 'The marks of an application, as the person may see them',
  about: 'An evaluator sees the marks of the others once all that count are locked.',
  audience: ['mark:give', 'evaluator:assign', 'jury:read'],
  params: ofApplication,
  status: 200,
  response: calls.getEvaluation.output,
  call: calls.getEvaluation,
  errors: [],
});

export const assignEvaluators = defineRoute({
  id: 'assign-evaluators',
  method: 'PUT',
  path: '/v1/applications/:applicationId/evaluation/evaluators',
  tag: 'Marks',
  summary: 'Name the evaluators that are missing',
  about:
    'Two at first; later one in the place of who stepped back, or a third when the marks are far apart. Those who were named before stay and are not named again. Each is an evaluator of the programme; otherwise `accountIds` of the refusal names who is not.',
  audience: 'evaluator:assign',
  params: ofApplication,
  body: calls.assignEvaluators.input.omit({ applicationId: true }),
  status: 200,
  response: calls.assignEvaluators.output,
  call: calls.assignEvaluators,
  errors: ['evaluators-must-differ', 'not-an-evaluator', 'wrong-state'],
});

export const relieveEvaluator = defineRoute({
  id: 'relieve-evaluator',
  method: 'POST',
  path: '/v1/applications/:applicationId/evaluation/evaluators/:evaluatorId/relief',
  tag: 'Marks',
  summary: 'Take off an evaluator who has not locked a mark',
  about: 'What was drafted is taken out; then name another evaluator.',
  audience: 'evaluator:assign',
  params: calls.relieveEvaluator.input.pick({ applicationId: true, evaluatorId: true }),
  body: calls.relieveEvaluator.input.pick({ reason: true }),
  status: 200,
  response: calls.relieveEvaluator.output,
  call: calls.relieveEvaluator,
  errors: ['mark-locked', 'wrong-state'],
});

export const saveMark = defineRoute({
  id: 'save-mark',
  method: 'PUT',
  path: '/v1/applications/:applicationId/evaluation/mark',
  tag: 'Marks',
  summary: 'Keep the draft of one’s own mark and comment',
  audience: 'mark:give',
  params: ofApplication,
  body: calls.saveMark.input.omit({ applicationId: true }),
  status: 200,
  response: calls.saveMark.output,
  call: calls.saveMark,
  errors: ['mark-locked', 'wrong-state'],
});

export const lockMark = defineRoute({
  id: 'lock-mark',
  method: 'POST',
  path: '/v1/applications/:applicationId/evaluation/mark/lock',
  tag: 'Marks',
  summary: 'Lock one’s own mark for good',
  audience: 'mark:give',
  params: ofApplication,
  status: 200,
  response: calls.lockMark.output,
  call: calls.lockMark,
  errors: ['mark-incomplete', 'mark-locked', 'interview-not-done', 'wrong-state'],
});

export const recuse = defineRoute({
  id: 'recuse-from-evaluation',
  method: 'POST',
  path: '/v1/applications/:applicationId/evaluation/recusal',
  tag: 'Marks',
  summary: 'Step back for a conflict of interest',
  about: 'What was drafted is taken out; an officer names another evaluator.',
  audience: 'mark:give',
  params: ofApplication,
  body: calls.recuse.input.omit({ applicationId: true }),
  status: 200,
  response: calls.recuse.output,
  call: calls.recuse,
  errors: ['mark-locked', 'wrong-state'],
});

export const listAssignments = defineRoute({
  id: 'list-assignments',
  method: 'GET',
  path: '/v1/assignments',
  tag: 'Marks',
  summary: 'Applications that I am to mark, oldest first',
  audience: 'mark:give',
  query: calls.listAssignments.input,
  status: 200,
  response: calls.listAssignments.output,
  call: calls.listAssignments,
  errors: ['invalid-cursor'],
});
