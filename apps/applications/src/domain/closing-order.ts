import { offerLapsed } from '@admissions/contracts/offers';
import { send, type DataOf } from '@admissions/contracts/message';
import type { orderClosed } from '@admissions/contracts/payments';
import { moves, type Application, type Closing, type Lapsed, type Lapsing } from './application.ts';
import { askToClose, inFlightUntil } from './asking.ts';
import type { Ignored, Outcome } from './outcome.ts';
import { isPayable, leave, productOf, type Payable } from './leaving.ts';
import { mentionOf } from './mention.ts';
import { freePlace } from './freed-place.ts';
import { snapshotOf } from './snapshot.ts';

type Waiting = Payable & { readonly closing: Closing };

/** True of an application that waits for what payments says of its order. */
export function isClosing(application: Application): application is Waiting {
  return isPayable(application) && application.closing !== undefined;
}

/**
 * What became of the order that was to be closed. Only "nobody can pay any more" ends an offer or lets a candidate leave; a paid
 * order is followed by its payment, and one in flight is asked about again later.
 */
export function takeClosing(
  application: Application,
  { product, outcome }: DataOf<typeof orderClosed>,
  now: Date,
): Outcome | Ignored {
  if (!isClosing(application)) return { ignored: `it is ${application.state} and waits for no order` };
  if (productOf(application) !== product) return { ignored: `it waits for another order than ${product}` };
  return answers[outcome](application, now);
}

const answers: Record<
  DataOf<typeof orderClosed>['outcome'],
  (application: Waiting, now: Date) => Outcome | Ignored
> = {
  CLOSED_UNPAID: (application, now) => {
    if (application.leaving) return leave(application, application.leaving, now);
    if (application.state === 'lapsing') return lapse(application, now);
    throw new Error(`${application.id} closes its order without a reason`);
  },
  PAID: () => ({ ignored: 'paid: its payment follows' }),
  IN_FLIGHT: (application, now) => {
    const askAgainAt = inFlightUntil(application.closing.asks, now);
    return { state: { ...application, closing: { ...application.closing, askAgainAt } }, messages: [] };
  },
};

/** A payment was on its way, or no answer came, and enough time has passed to ask what became of the order. */
export function askAgain(application: Application, now: Date): Outcome | Ignored {
  if (!isClosing(application)) return { ignored: `it is ${application.state} and waits for no order` };
  const { askAgainAt, reason, asks } = application.closing;
  if (askAgainAt === undefined || now.getTime() < Date.parse(askAgainAt))
    return { ignored: 'it is not to be asked again now' };
  const { closing, ask } = askToClose(
    application.id,
    productOf(application),
    { reason, asks: asks + 1 },
    now,
  );
  return { state: { ...application, closing }, messages: [ask] };
}

function lapse(application: Lapsing, now: Date): Outcome {
  const { closing: _closed, leaving: _none, ...offered } = application;
  const lapsedAt = now.toISOString();
  const state: Lapsed = { ...offered, state: moves.lapse.to, lapsedAt };
  const told = send(offerLapsed, { ...mentionOf(state), lapsedAt });
  return { state, messages: [snapshotOf(state), told, freePlace(state, 'LAPSED')] };
}
