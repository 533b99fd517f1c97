import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Stripe } from 'stripe';
import { CARDS, payWith } from './browser.ts';
import { feeSession, startBench, until, type Bench } from './emulator.ts';

describe('refunds and disputes, with the SDK', () => {
  let bench: Bench;
  let stripe: Stripe;

  beforeAll(async () => {
    bench = await startBench();
    ({ stripe } = bench);
  });
  afterAll(() => bench.stop());

  async function paidIntent(card: string): Promise<Stripe.PaymentIntent & { latest_charge: string }> {
    const session = await stripe.checkout.sessions.create(feeSession());
    await payWith(session.url!, card);
    const { payment_intent: id } = await stripe.checkout.sessions.retrieve(session.id);
    return (await stripe.paymentIntents.retrieve(id as string)) as never;
  }

  it('refunds in parts, never more than is left (R132)', async () => {
    const intent = await paidIntent(CARDS.good);
    const part = await stripe.refunds.create({
      payment_intent: intent.id,
      amount: 3_000,
      metadata: { refund: 'r-1' },
    });
    expect(part).toMatchObject({
      status: 'succeeded',
      amount: 3_000,
      charge: intent.latest_charge,
      metadata: { refund: 'r-1' },
    });
    await expect(
      stripe.refunds.create({ charge: intent.latest_charge, amount: 5_001 }),
    ).rejects.toMatchObject({
      statusCode: 400,
      param: 'amount',
      message: 'Refund amount (€50.01) is greater than unrefunded amount on charge (€50.00)',
    });
    const rest = await stripe.refunds.create({
      charge: intent.latest_charge,
      reason: 'requested_by_customer',
    });
    expect(rest.amount).toBe(5_000);
    await expect(stripe.refunds.create({ charge: intent.latest_charge })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
    const charge = await stripe.charges.retrieve(intent.latest_charge, { expand: ['refunds'] });
    expect(charge).toMatchObject({ amount_refunded: 8_000, refunded: true });
    expect(charge.refunds?.data.map((refund) => refund.id)).toEqual([rest.id, part.id]);
    const [first] = await until('charge.refunded', () => {
      const found = bench.receiver.ofType('charge.refunded', charge.id);
      return found.length === 2 && found.sort((a, b) => amountIn(a) - amountIn(b));
    });
    expect(first!.data.previous_attributes).toEqual({ amount_refunded: 0 });
    await until('refund.created', () => bench.receiver.ofType('refund.created', rest.id)[0]);
  });

  it.each([
    ['no target', {}, { code: 'parameter_missing' }],
    ['nothing', { amount: 0 }, { param: 'amount', code: 'parameter_invalid_integer' }],
    ['unknown charge', { charge: 'ch_none' }, { statusCode: 404, code: 'resource_missing', param: 'charge' }],
    ['unknown intent', { payment_intent: 'pi_none' }, { statusCode: 404, code: 'resource_missing' }],
    ['reason', { charge: 'ch_none', reason: 'because' as never }, { param: 'reason' }],
  ])('refuses a wrong refund: %s', async (_name, params, error) => {
    await expect(stripe.refunds.create(params)).rejects.toMatchObject(error);
  });

  it('refuses to refund what was not paid', async () => {
    const intent = await paidIntent(CARDS.declined);
    await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toThrow(
      'does not have a successful charge',
    );
    await expect(stripe.refunds.create({ charge: intent.latest_charge })).rejects.toMatchObject({
      statusCode: 400,
    });
  });

  it('settles later with one card: pending, then succeeded', async () => {
    const intent = await paidIntent(CARDS.refundPending);
    const refund = await stripe.refunds.create({ payment_intent: intent.id });
    expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' });
    await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      statusCode: 400,
    });
    await until('succeeded', async () => (await stripe.refunds.retrieve(refund.id)).status === 'succeeded');
    const event = await until('refund.updated', () => bench.receiver.ofType('refund.updated', refund.id)[0]);
    expect(event.data.previous_attributes).toMatchObject({ status: 'pending' });
  });

  it('fails after it seemed to succeed with another card; the money is again there to refund', async () => {
    const intent = await paidIntent(CARDS.refundFails);
    const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 8_000 });
    expect(refund.status).toBe('succeeded');
    const failed = await until('failed', async () => {
      const now = await stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction'] });
      return now.status === 'failed' && now;
    });
    expect(failed).toMatchObject({
      failure_reason: 'expired_or_canceled_card',
      failure_balance_transaction: { amount: 8_000, type: 'refund_failure' },
    });
    const charge = await stripe.charges.retrieve(intent.latest_charge);
    expect(charge).toMatchObject({ amount_refunded: 0, refunded: false });
    await until('refund.failed', () => bench.receiver.ofType('refund.failed', refund.id)[0]);
  });

  it('any refund can be made pending or made to fail by the switches', async () => {
    const intent = await paidIntent(CARDS.good);
    await bench.control('POST', 'faults', { refunds: { pending: 1 } });
    expect((await stripe.refunds.create({ payment_intent: intent.id, amount: 100 })).status).toBe('pending');
    await bench.control('POST', 'faults', { refunds: { fail: 1 } });
    const second = await stripe.refunds.create({ payment_intent: intent.id, amount: 100 });
    await until('failed', async () => (await stripe.refunds.retrieve(second.id)).status === 'failed');
    expect((await stripe.refunds.create({ payment_intent: intent.id, amount: 100 })).status).toBe(
      'succeeded',
    );
  });

  it('a disputed charge is not refunded until the dispute is won (R133)', async () => {
    const intent = await paidIntent(CARDS.disputed);
    const dispute = await until(
      'dispute',
      async () => (await stripe.disputes.list({ charge: intent.latest_charge })).data[0],
    );
    expect(dispute).toMatchObject({ status: 'needs_response', amount: 8_000, payment_intent: intent.id });
    await until('event', () => bench.receiver.ofType('charge.dispute.created', dispute.id)[0]);
    expect((await stripe.charges.retrieve(intent.latest_charge)).disputed).toBe(true);
    await expect(stripe.refunds.create({ charge: intent.latest_charge })).rejects.toMatchObject({
      code: 'charge_disputed',
    });
    const won = await stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: 'winning_evidence' },
    });
    expect(won.status).toBe('won');
    expect((await stripe.refunds.create({ charge: intent.latest_charge })).amount).toBe(8_000);
    for (const type of ['charge.dispute.closed', 'charge.dispute.funds_reinstated']) {
      await until(type, () => bench.receiver.ofType(type, dispute.id)[0]);
    }
  });

  it('a lost dispute is over; a charge refunded in full is not disputed any more (R132)', async () => {
    const lost = await paidIntent(CARDS.good);
    await bench.control('POST', `charges/${lost.latest_charge}/dispute`);
    const [dispute] = (await stripe.disputes.list({ payment_intent: lost.id })).data;
    await bench.control('POST', `disputes/${dispute!.id}/close`, { outcome: 'lost' });
    await expect(stripe.refunds.create({ charge: lost.latest_charge })).rejects.toMatchObject({
      code: 'charge_disputed',
    });
    await expect(stripe.disputes.close(dispute!.id)).rejects.toMatchObject({ statusCode: 400 });
    const refunded = await paidIntent(CARDS.good);
    await stripe.refunds.create({ charge: refunded.latest_charge });
    await bench.control('POST', `charges/${refunded.latest_charge}/dispute`);
    expect((await stripe.disputes.list({ charge: refunded.latest_charge })).data).toEqual([]);
  });

  it('books every movement on the balance', async () => {
    const intent = await paidIntent(CARDS.good);
    const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 1_000 });
    const charge = await stripe.charges.retrieve(intent.latest_charge, { expand: ['balance_transaction'] });
    expect(charge.balance_transaction).toMatchObject({ amount: 8_000, fee: 145, net: 7_855, type: 'charge' });
    const [movement] = (await stripe.balanceTransactions.list({ source: refund.id })).data;
    expect(movement).toMatchObject({ amount: -1_000, net: -1_000, type: 'refund' });
  });
});

function amountIn(event: Stripe.Event): number {
  return (event.data.object as Stripe.Charge).amount_refunded;
}
