// Errors in the shape and with the status codes of Stripe: https://docs.stripe.com/api/errors

export type ErrorBody = {
  type: 'invalid_request_error' | 'idempotency_error' | 'api_error' | 'card_error';
  message: string;
  code?: string;
  param?: string;
  doc_url?: string;
};

export class StripeProblem extends Error {
  status: number;
  body: ErrorBody;
  /** False when nothing was executed yet: such an answer is not kept under the idempotency key. */
  executed: boolean;

  constructor(status: number, body: ErrorBody, executed: boolean) {
    super(body.message);
    this.status = status;
    this.executed = executed;
    this.body =
      body.code === undefined
        ? body
        : { ...body, doc_url: `https://stripe.com/docs/error-codes/${body.code.replaceAll('_', '-')}` };
  }
}

/** A parameter that does not pass validation: nothing was executed, the same key may be used again. */
export function badParameter(param: string, message: string, code?: string): StripeProblem {
  return new StripeProblem(
    400,
    { type: 'invalid_request_error', message, param, ...(code && { code }) },
    false,
  );
}

/** A request that was understood and refused by the state of things; the refusal is kept under the key. */
export function refused(message: string, more: { code?: string; param?: string } = {}): StripeProblem {
  return new StripeProblem(400, { type: 'invalid_request_error', message, ...more }, true);
}

export function noSuch(kind: string, id: string, param = 'id'): StripeProblem {
  const body = { type: 'invalid_request_error', code: 'resource_missing', param } as const;
  return new StripeProblem(404, { ...body, message: `No such ${kind.replace('.', '_')}: '${id}'` }, true);
}

export function unknownRoute(method: string, path: string): StripeProblem {
  const message = `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs; this emulator covers only what its README lists.`;
  return new StripeProblem(404, { type: 'invalid_request_error', message }, false);
}

export function unauthenticated(message: string): StripeProblem {
  return new StripeProblem(401, { type: 'invalid_request_error', message }, false);
}

export function internalError(): StripeProblem {
  return switchedFailure(500);
}

/** What the fault switches answer with: a failure of Stripe's side, or its request for patience (429). */
export function switchedFailure(status: number): StripeProblem {
  if (status === 429) {
    const message = 'Request rate limit exceeded.';
    return new StripeProblem(429, { type: 'invalid_request_error', code: 'rate_limit', message }, false);
  }
  const message = 'An unknown error occurred.';
  return new StripeProblem(status, { type: 'api_error', message }, false);
}
