/**
 * What the provider says today about one checkout session and the money that moved through it.
 * It is asked each time and replaces whatever a webhook claimed; instants are ISO strings, amounts cents.
 */
export interface SeenPayment {
  readonly session: {
    readonly id: string;
    /** The order it names (client reference and metadata agree), or undefined. */
    readonly orderId?: string;
    readonly attemptKey?: string;
    readonly status: 'open' | 'complete' | 'expired';
    readonly isPaid: boolean;
    readonly url?: string;
    readonly amountTotal: number | null;
    readonly currency: string | null;
  };
  /** The payment of a complete session was refused in the end: no money will come by it. */
  readonly hasFailed: boolean;
  /** Only a charge that succeeded. */
  readonly charge?: SeenCharge;
  readonly refunds: readonly SeenRefund[];
  readonly dispute?: SeenDispute;
}

export interface SeenCharge {
  readonly id: string;
  readonly intentId: string;
  readonly amount: number;
  readonly currency: string;
  readonly brand: string;
  readonly last4: string;
  readonly at: string;
}

export interface SeenRefund {
  readonly id: string;
  readonly amount: number;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly at: string;
  /** The refund of the platform that it says to be. */
  readonly refundId?: string;
}

/** `inquiry`: the bank only asks; no money has moved. */
export interface SeenDispute {
  readonly id: string;
  readonly amount: number;
  readonly status: 'inquiry' | 'open' | 'won' | 'lost';
  readonly reason: string;
  readonly at: string;
}

/** Where a session stands, in one word. */
export type Standing = 'waiting' | 'expired' | 'processing' | 'failed' | 'paid';

/** One word for the combination of the provider’s fields; anything but a clear "paid" with a charge is not paid. */
export function standingOf({ session, hasFailed, charge }: SeenPayment): Standing {
  // Money that came in the very moment in which the session ended is money all the same.
  if (session.status === 'expired') return charge ? 'paid' : 'expired';
  if (session.status === 'open') return 'waiting';
  if (session.isPaid && charge) return 'paid';
  return hasFailed ? 'failed' : 'processing';
}
