import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { receiveStripeEvent } from '@admissions/contracts/http/platform';
import { ProblemError } from '@admissions/contracts/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewayConfig } from '../config.ts';
import { pagePaths } from '../pages/page-paths.ts';
import { isDeeperThan } from './json-depth.ts';
import { sendProblem } from './send-problem.ts';

const kib = 1_024;
/** Nothing that people send here is larger; files go straight to the store. */
const bodyLimit = 256 * kib;
const webhookBodyLimit = 1_024 * kib;
const deepest = 32;
/** A request is on its way this long at most: slow senders hold no place. */
const requestTimeoutMs = 15_000;

type Done = (error: Error | null, body?: unknown) => void;

/** Fastify as the gateway wants it: bounded in size, depth and time, JSON only, a correlation id for every request. */
export class GatewayAdapter extends FastifyAdapter {
  constructor({ TRUSTED_PROXIES }: Pick<GatewayConfig, 'TRUSTED_PROXIES'>) {
    super({
      bodyLimit,
      requestTimeout: requestTimeoutMs,
      // A process that goes away still answers what has reached it, and closes the connection after.
      return503OnClosing: false,
      trustProxy: TRUSTED_PROXIES ?? false,
      routerOptions: { maxParamLength: 128, ignoreTrailingSlash: false },
      genReqId: correlationIdOf,
      frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
        void sendProblem(request, reply, { code: 'invalid-input', detail: 'The address cannot be read.' });
      },
    });
    this.getInstance().addHook('onRoute', (route) => {
      if (route.url === receiveStripeEvent.path) route.bodyLimit = webhookBodyLimit;
    });
  }

  /** Ours instead of Nest's two: JSON everywhere, forms on the few pages that have one, nothing else. */
  override registerParserMiddleware(): void {
    const instance = this.getInstance();
    if (this.#hasParsers) return;
    this.#hasParsers = true;
    const parseJson = instance.getDefaultJsonParser('error', 'error');
    instance.removeAllContentTypeParsers();
    instance.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done: Done) => {
      const bytes = body as Buffer;
      if (request.routeOptions.url === receiveStripeEvent.path) return done(null, bytes);
      if (bytes.length === 0) return done(null, undefined);
      if (isDeeperThan(deepest, bytes)) return done(malformed('The body nests too deeply.'));
      void parseJson(request, bytes.toString('utf8'), (error, parsed) =>
        done(error ? malformed('The body is not JSON.') : null, parsed),
      );
    });
    instance.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (request, body, done: Done) => {
        if (!isPage(request)) return done(new ProblemError('media-type-unsupported'));
        done(null, Object.fromEntries(new URLSearchParams(body as string)));
      },
    );
  }
  #hasParsers = false;
}

function isPage(request: FastifyRequest): boolean {
  return (pagePaths as readonly (string | undefined)[]).includes(request.routeOptions.url);
}

function malformed(detail: string): ProblemError {
  return new ProblemError('invalid-input', detail);
}

/** The client's id when it is a sane one, so that its logs and ours can be laid side by side; otherwise ours. */
function correlationIdOf(request: IncomingMessage): string {
  const given = request.headers['x-correlation-id'];
  return typeof given === 'string' && /^[A-Za-z0-9._:-]{8,100}$/.test(given) ? given : randomUUID();
}
