import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { routes } from '@admissions/contracts/http/routes';
import { ProblemError, type Problem, type ProblemCode } from '@admissions/contracts/problem';
import { Log } from '@admissions/runtime/log';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pathOf, sendProblem } from './send-problem.ts';

/** What Fastify and Nest refuse by themselves, by its HTTP status. */
const byStatus: Partial<Record<number, ProblemCode>> = {
  400: 'invalid-input',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  414: 'invalid-input',
  415: 'media-type-unsupported',
  503: 'service-unavailable',
};

const patterns = routes.map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
}));

/** The one place where what goes wrong becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    let problem = problemOf(error);
    const allowed = problem.code === 'not-found' && request.is404 ? methodsOf(pathOf(request)) : [];
    if (allowed.length > 0) {
      problem = { code: 'method-not-allowed' };
      void reply.header('allow', allowed.join(', '));
    }
    if (problem.code === 'internal-error')
      this.log.error({ err: error, path: pathOf(request) }, 'a request failed');
    // The answer may have begun, or the client may have gone.
    if (!reply.sent) await sendProblem(request, reply, problem);
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const cause = error instanceof HttpException ? error.cause : undefined;
  if (cause instanceof ProblemError) return cause.problem;
  return { code: byStatus[statusOf(error) ?? 500] ?? 'internal-error' };
}

/** The status that Nest, Fastify or Node gave to a refusal of their own: a body that is too large, a client that broke off. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

function methodsOf(path: string): string[] {
  return patterns
    .filter(({ pattern }) => pattern.test(path))
    .map(({ method }) => method)
    .sort();
}
