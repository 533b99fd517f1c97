import { problemContentType, type ProblemDocument } from '@admissions/contracts/http/problem-document';
import { problems, type Problem } from '@admissions/contracts/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What to wait when nobody said it, in seconds. */
const defaultRetryAfter = 1;

/** The problem document (RFC 9457) of a refusal, for the request that met it. */
export function documentOf(request: FastifyRequest, problem: Problem): ProblemDocument {
  const { status, title } = problems[problem.code];
  const { code, detail, issues, data } = problem;
  return {
    type: `urn:problem:${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    instance: pathOf(request),
    correlationId: request.id,
    ...(issues === undefined ? {} : { issues }),
    ...(data === undefined ? {} : { data }),
  };
}

/** Answers a refusal. */
export async function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
): Promise<void> {
  const document = documentOf(request, problem);
  const retryAfter =
    problem.retryAfter ?? ([429, 503, 504].includes(document.status) ? defaultRetryAfter : undefined);
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  void reply.header('cache-control', 'no-store').header('x-correlation-id', request.id);
  await reply.status(document.status).type(problemContentType).send(JSON.stringify(document));
}

/** The path without its query, which may hold the secret of a link. */
export function pathOf(request: FastifyRequest): string {
  return request.url.split(/[?#]/, 1)[0] ?? '/';
}
