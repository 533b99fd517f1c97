import { ProblemError } from '@admissions/contracts/problem';
import type { FastifyRequest } from 'fastify';

/**
 * Refuses a change that the page of another site makes with a visitor's cookie. Browsers say where a change comes from
 * (`Sec-Fetch-Site`, `Origin`); other clients say nothing, and then nothing must depend on a cookie that came along.
 */
export function checkOrigin(request: FastifyRequest, accepted: readonly string[], hasCookie: boolean): void {
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  if (site === 'same-origin') return;
  if (origin !== undefined && accepted.includes(origin)) return;
  const saysNothing = site === undefined && origin === undefined;
  if (saysNothing && !hasCookie) return;
  throw new ProblemError('origin-refused');
}
