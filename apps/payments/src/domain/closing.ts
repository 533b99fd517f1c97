import { send } from '@admissions/contracts/message';
import { orderClosed, type OrderState } from '@admissions/contracts/payments';
import { closeOrder, type Decision, type Order } from './order.ts';

/** What is true of an order for those who asked that it be closed: only `CLOSED_UNPAID` frees the application. */
export const closingOutcomes = {
  open: 'CLOSED_UNPAID',
  closed: 'CLOSED_UNPAID',
  'in-flight': 'IN_FLIGHT',
  paid: 'PAID',
  // It was paid; what the bank makes of it later changes no academic status (R133).
  disputed: 'PAID',
} as const satisfies Record<OrderState, 'CLOSED_UNPAID' | 'PAID' | 'IN_FLIGHT'>;

/**
 * Closes an order that nobody can pay any more at the provider, and answers what became of it. Each request is answered, a repeated
 * one with what is true by then; an order that is paid or on its way stays as it is. Ignored while a session may still be paid.
 */
export function answerClosing(order: Order, reason: string, now: Date): Decision {
  const closed = order.state === 'open' ? closeOrder(order, reason, now) : { state: order };
  if (!('state' in closed)) return closed;
  const { id: orderId, applicationId, product } = order;
  const told = send(orderClosed, { orderId, applicationId, product, outcome: closingOutcomes[order.state] });
  return { state: closed.state, messages: [told] };
}
