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
  errors: [
    'order-not-payable',
    'order-already-paid',
    'order-closed',
    'deposit-not-due',
    'payment-provider-unavailable',
    'not-ready-yet',
  ],
});

export const listFundings = defineRoute({
  id: 'list-funding-agreements',
  method: 'GET',
  path: '/v1/applications/:applicationId/funding-agreements',
  tag: 'Payments',
  summary: 'Funding agreements of an application, oldest first',
  audience: 'order:read',
  params: calls.listFundings.input,
  status: 200,
  response: calls.listFundings.output,
  call: calls.listFundings,
  errors: [],
});

export const registerFunding = defineRoute({
  id: 'register-funding-agreement',
  method: 'POST',
  path: '/v1/applications/:applicationId/funding-agreements',
  tag: 'Payments',
  summary: 'Register the agreement that a funder sent',
  audience: 'funding:manage',
  params: calls.listFundings.input,
  body: calls.registerFunding.input.omit({ applicationId: true }),
  status: 201,
  response: calls.registerFunding.output,
  call: calls.registerFunding,
  errors: ['funding-too-low', 'wrong-state', 'not-ready-yet'],
});

export const judgeFunding = defineRoute({
  id: 'judge-funding-agreement',
  method: 'POST',
  path: '/v1/funding-agreements/:fundingId/verdict',
  tag: 'Payments',
  summary: 'Confirm a funding agreement, or refuse it',
  about: 'A confirmation makes the refund of the deposit due; another person approves that refund.',
  audience: 'funding:manage',
  params: calls.judgeFunding.input.pick({ fundingId: true }),
  body: calls.judgeFunding.input.omit({ fundingId: true }),
  status: 200,
  response: calls.judgeFunding.output,
  call: calls.judgeFunding,
  errors: ['wrong-state'],
});

export const listRefunds = defineRoute({
  id: 'list-refunds',
  method: 'GET',
  path: '/v1/refunds',
  tag: 'Payments',
  summary: 'Refunds, those that are due longest first',
  audience: 'refund:approve',
  query: calls.listRefunds.input,
  status: 200,
  response: calls.listRefunds.output,
  call: calls.listRefunds,
  errors: ['invalid-cursor'],
});

export const approveRefund = defineRoute({
  id: 'approve-refund',
  method: 'POST',
  path: '/v1/refunds/:refundId/approval',
  tag: 'Payments',
  summary: 'Approve a refund that another person made due',
  about: 'It is then executed once through the provider.',
  audience: 'refund:approve',
  params: calls.approveRefund.input,
  status: 200,
  response: calls.approveRefund.output,
  call: calls.approveRefund,
  errors: ['refund-not-due', 'second-person-needed'],
});
