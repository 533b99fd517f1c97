import { randomUUID } from 'node:crypto';
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './openapi-types.ts';

export type Api = Client<paths>;
export type Schemas = components['schemas'];

/** The API said no: its problem document, with the request that met it. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly problem: Schemas['Problem'];
  constructor(request: string, problem: Schemas['Problem']) {
    super(
      `${request} → ${problem.status} ${problem.code}: ${problem.detail ?? problem.title} ${JSON.stringify(problem.issues ?? problem.data ?? '')}`,
    );
    this.status = problem.status;
    this.code = problem.code;
    this.problem = problem;
  }
}

/** How long an act is repeated when the platform says "try again", and how long an outcome is waited for. */
export const patience = { ms: 30_000 };

/**
 * A client of the HTTP API, typed by its OpenAPI document. Each change carries an `Idempotency-Key`;
 * an answer that says "try again" (429, 503, 504) or a cut connection is followed by the same request with the same key.
 */
export function apiClient(baseUrl: string, token?: () => string | undefined): Api {
  const client = createClient<paths>({ baseUrl, fetch: patientFetch });
  const identify: Middleware = {
    onRequest({ request }) {
      const known = token?.();
      if (known !== undefined) request.headers.set('authorization', `Bearer ${known}`);
      if (request.method !== 'GET' && !request.headers.has('idempotency-key'))
        request.headers.set('idempotency-key', randomUUID());
      return request;
    },
  };
  client.use(identify);
  return client;
}

async function patientFetch(request: Request): Promise<Response> {
  const end = performance.now() + patience.ms;
  for (;;) {
    const answer = await fetch(request.clone()).catch((error: unknown) => error as Error);
    const waitMs = answer instanceof Response ? retryAfterMs(answer) : 500;
    if (waitMs === undefined || performance.now() + waitMs > end) {
      if (answer instanceof Response) return answer;
      throw answer;
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

function retryAfterMs({ status, headers }: Response): number | undefined {
  if (status !== 429 && status !== 503 && status !== 504) return undefined;
  return Number(headers.get('retry-after') ?? 1) * 1_000;
}

/** The answer of a call, or an {@link ApiProblem} that names it. */
export async function answerOf<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (error !== undefined) {
    const problem =
      typeof error === 'object' && error !== null && 'code' in error
        ? (error as Schemas['Problem'])
        : undefined;
    if (problem) throw new ApiProblem(response.url, problem);
    throw new Error(`${response.url} → ${response.status} ${JSON.stringify(error)}`);
  }
  return data as T;
}

/** Asks until the answer is what is waited for; fails naming `what` after the limit. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false | null>,
  limitMs = patience.ms,
): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const found = await ask();
    if (found !== undefined && found !== false && found !== null) return found;
    if (performance.now() > end) throw new Error(`not within ${limitMs / 1_000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
