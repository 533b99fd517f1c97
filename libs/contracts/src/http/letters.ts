import * as calls from '../notifications.ts';
import { defineRoute } from './route.ts';

export const listLetters = defineRoute({
  id: 'list-letters',
  method: 'GET',
  path: '/v1/letters',
  tag: 'Letters',
  summary: 'Letters that the platform wrote to me, newest first',
  audience: 'letter:read',
  query: calls.listLetters.input,
  status: 200,
  response: calls.listLetters.output,
  call: calls.listLetters,
  errors: ['invalid-cursor'],
});
