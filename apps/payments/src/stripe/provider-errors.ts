import { Stripe } from 'stripe';

/** The provider did not answer, or not in time, or asked to wait: the same request with the same key is right. */
export class ProviderUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('the card provider does not answer', options);
    this.name = 'ProviderUnavailable';
  }
}

/** The provider failed on its side, or the key is bound to another request: nobody knows the effect; look before the next try. */
export class ProviderUncertain extends Error {
  constructor(options?: ErrorOptions) {
    super('the card provider failed; the effect is not known', options);
    this.name = 'ProviderUncertain';
  }
}

/** The provider understood and said no: the request had no effect. */
export class ProviderRefused extends Error {
  readonly code: string;
  constructor(code: string, options?: ErrorOptions) {
    super(`the card provider refused: ${code}`, options);
    this.name = 'ProviderRefused';
    this.code = code;
  }
}

const { errors } = Stripe;

/** Sorts what the SDK throws by what is right to do next. Errors that are not of the SDK pass unchanged. */
export function sorted(error: unknown): unknown {
  if (!(error instanceof errors.StripeError)) return error;
  const cause = { cause: error };
  if (error instanceof errors.StripeConnectionError || error instanceof errors.StripeRateLimitError) {
    return new ProviderUnavailable(cause);
  }
  // 409: another request with this key is under way. 503: the provider did nothing.
  if (error.statusCode === 409 || error.statusCode === 429 || error.statusCode === 503)
    return new ProviderUnavailable(cause);
  if (error instanceof errors.StripeIdempotencyError || (error.statusCode ?? 500) >= 500)
    return new ProviderUncertain(cause);
  return new ProviderRefused(error.code ?? error.type, cause);
}
