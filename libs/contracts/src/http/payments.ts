import * as calls from '../payments.ts';
import { defineRoute } from './route.ts';

export const listOrders = defineRoute({
  id: 'list-orders',
  method: 'GET',
  path: '/v1/applications/:applicationId/orders',
  tag: 'Payments',
  summary: 'What is to be paid and what was paid for an application',
  audience: 'order:read',
  params: calls.listOrders.input,
  status: 200,
  response: calls.listOrders.output,
  call: calls.listOrders,
  errors: [],
});

export const getOrder = defineRoute({
  id: 'get-order',
  method: 'GET',
  path: '/v1/orders/:orderId',
  tag: 'Payments',
  summary: 'One order and whether it is paid',
  audience: 'order:read',
  params: calls.getOrder.input,
  status: 200,
  response: calls.getOrder.output,
  call: calls.getOrder,
  errors: [],
});

export const openCheckout = defineRoute({
  id: 'open-checkout',
  method: 'POST',
  path: '/v1/orders/:orderId/checkout',
  tag: 'Payments',
  summary: 'The address of the card page for an open order',
  about:
    'Only the provider’s confirmation marks the order paid; the page to which the browser returns never does.',
  audience: 'order:pay',
  params: calls.openCheckout.input,
  status: 201,
  response: calls.openCheckout.output,
  call: calls.openCheckout,
  errors: ['order-not-payable', 'order-already-paid', 'payment-provider-unavailable', 'not-ready-yet'],
});
