/**
 * The provider’s events that may change what we know of an order, with the reason. All of them lead to the same act: ask the
 * provider where the session stands. So their order and number do not matter (R131).
 */
export const followedEvents = {
  'checkout.session.completed': 'somebody finished the page',
  'checkout.session.async_payment_succeeded': 'a slow payment arrived',
  'checkout.session.async_payment_failed': 'a slow payment was refused',
  'checkout.session.expired': 'nobody can pay by it any more (R129)',
  'payment_intent.succeeded': 'money arrived, whatever became of the page',
  'charge.refunded': 'money went back',
  'charge.dispute.created': 'the holder of the card disputes it (R133)',
  'charge.dispute.updated': 'the dispute went on',
  'charge.dispute.closed': 'the dispute was won or lost',
  'charge.dispute.funds_withdrawn': 'the bank took the money',
  'charge.dispute.funds_reinstated': 'the bank returned the money',
  'refund.created': 'a refund was made, by us or at the provider',
  'refund.updated': 'a refund moved on (R132)',
  'refund.failed': 'the bank returned a refund (R132)',
} as const satisfies Record<string, string>;

export const followedEventTypes = Object.keys(followedEvents);
