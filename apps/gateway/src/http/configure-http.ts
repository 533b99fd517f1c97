import fastifyCookie from '@fastify/cookie';
import fastifyCors from '@fastify/cors';
import fastifyHelmet from '@fastify/helmet';
import { withCorrelation } from '@admissions/messaging/correlation';
import { Log } from '@admissions/runtime/log';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../config.ts';
import { pathOf } from './send-problem.ts';

/** What was begun when the process is asked to go ends within this; the longest answer of a service takes 8 s. */
const lastAnswersMs = 15_000;

/** Adds to the server what holds for every request: headers, cookies, correlation, the access log. */
export async function configureHttp(app: NestFastifyApplication): Promise<void> {
  const settings = app.get(Settings);
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, securityHeaders(settings));
  if (settings.env.CORS_ORIGINS) await app.register(fastifyCors, cors(settings.env.CORS_ORIGINS));
  const instance = app.getHttpAdapter().getInstance();
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-correlation-id', request.id);
    withCorrelation(request.id, done);
  });
  // Reading the body leaves the context of the request behind: it is entered again.
  instance.addHook('preValidation', (request, _reply, done) => withCorrelation(request.id, done));
  let isClosing = false;
  instance.addHook('preClose', (done) => {
    isClosing = true;
    // Node checks no time limits any more once it closes: whoever still sends half a request then is cut off.
    setTimeout(() => instance.server.closeAllConnections(), lastAnswersMs).unref();
    done();
  });
  instance.addHook('onSend', (_request, reply, _payload, done) => {
    // A connection that stays open after its answer would keep the process from ending for a minute.
    if (isClosing) void reply.header('connection', 'close');
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done();
  });
  const log = app.get(Log);
  instance.addHook('onResponse', (request, reply, done) => {
    const line = accessLine(request, reply.statusCode, reply.elapsedTime);
    // Health is asked every few seconds by machines.
    if (line.path?.startsWith('/health/')) log.debug(line, 'request');
    else log.info(line, 'request');
    done();
  });
}

function accessLine(request: FastifyRequest, status: number, ms: number) {
  return {
    method: request.method,
    // Ids only: an unknown address may hold anything, and no query is written down.
    path: request.routeOptions.url === undefined ? undefined : pathOf(request).slice(0, 300),
    status,
    ms: Math.round(ms * 10) / 10,
    correlationId: request.id,
    ...(request.caller?.signedIn ? { accountId: request.caller.subject.id } : {}),
  };
}

function securityHeaders(settings: Settings) {
  return {
    // Answers are data. Pages replace it with what they need.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: {
      policy: settings.env.CORS_ORIGINS ? ('cross-origin' as const) : ('same-origin' as const),
    },
    referrerPolicy: { policy: 'no-referrer' as const },
    strictTransportSecurity: settings.isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' as const },
  };
}

function cors(origins: string[]) {
  return {
    origin: origins,
    credentials: true,
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['content-type', 'authorization', 'idempotency-key', 'x-correlation-id'],
    exposedHeaders: ['x-correlation-id', 'retry-after'],
    maxAge: 600,
  };
}
