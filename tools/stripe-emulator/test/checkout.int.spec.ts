import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Stripe } from 'stripe';
import { CARDS, follow, open, payWith, submit } from './browser.ts';
import { feeSession, sdk, startBench, until, type Bench } from './emulator.ts';

describe('a Checkout session, with the SDK and the hosted page', () => {
  let bench: Bench;
  let stripe: Stripe;

  beforeAll(async () => {
    bench = await startBench();
    ({ stripe } = bench);
  });
  afterAll(() => bench.stop());

  const counts = async () =>
    (await bench.control<{ charges: { succeeded: number; failed: number } }>('GET', 'counts')).charges;
  const paidExpanded = (id: string) =>
    stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge', 'line_items'] });

  it('is paid: page, return address, objects, verified webhooks', async () => {
    const session = await stripe.checkout.sessions.create(feeSession());
    expect(session).toMatchObject({
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      amount_total: 8_000,
    });
    expect(session.expires_at - session.created).toBe(24 * 3600);
    const page = await open(session.url!);
    expect(page.text).toContain('80,00\u00a0€');
    expect(page.text).toContain('Frais de dossier');
    const paid = await payWith(session.url!, CARDS.good);
    expect(paid).toMatchObject({ status: 303, location: `http://127.0.0.1:9/merci?session=${session.id}` });

    const after = await paidExpanded(session.id);
    expect(after).toMatchObject({ status: 'complete', payment_status: 'paid', url: null });
    const intent = after.payment_intent as Stripe.PaymentIntent;
    expect(intent).toMatchObject({
      status: 'succeeded',
      amount_received: 8_000,
      metadata: { order: 'order-1' },
    });
    const charge = intent.latest_charge as Stripe.Charge;
    expect(charge).toMatchObject({ paid: true, amount: 8_000, currency: 'eur', refunded: false });
    expect(charge.payment_method_details?.card).toMatchObject({
      brand: 'visa',
      last4: '4242',
      exp_month: 12,
    });
    expect(after.line_items?.data[0]).toMatchObject({ description: 'Frais de dossier', quantity: 1 });
    expect(String(after.line_items?.data[0]?.price?.unit_amount_decimal)).toBe('8000');

    for (const type of ['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded']) {
      await until(type, () => bench.receiver.ofType(type).length > 0);
    }
    await until('completed', () => bench.receiver.ofType('checkout.session.completed', session.id)[0]);
    const [event] = bench.receiver.ofType('checkout.session.completed', session.id);
    expect(event).toMatchObject({ api_version: Stripe.API_VERSION, livemode: false });
    expect(bench.receiver.invalid).toEqual([]);
  });

  it('is charged once, however often the form is posted', async () => {
    const before = await counts();
    const session = await stripe.checkout.sessions.create(feeSession());
    const page = await open(session.url!);
    const typed = { cardNumber: CARDS.good, cardExpiry: '12 / 34', cardCvc: '123' };
    const same = await Promise.all([1, 2, 3, 4].map(() => submit(page, 'pay-form', typed)));
    expect(same.map((answer) => answer.status)).toEqual([303, 303, 303, 303]);
    const secondTab = await submit(
      {
        ...page,
        text: page.text.replace(/name="attempt" value="[^"]*"/, 'name="attempt" value="other-tab-1"'),
      },
      'pay-form',
      typed,
    );
    expect(secondTab.status).toBe(409);
    expect(secondTab.text).toContain('déjà effectué');
    expect((await counts()).succeeded).toBe(before.succeeded + 1);
  });

  it('stays open after a declined try, and is paid by the next one', async () => {
    const before = await counts();
    const session = await stripe.checkout.sessions.create(feeSession());
    const page = await open(session.url!);
    const typed = { cardNumber: CARDS.declined, cardExpiry: '12/34', cardCvc: '123' };
    const first = await submit(page, 'pay-form', typed);
    const again = await submit(page, 'pay-form', typed);
    expect([first.status, again.status]).toEqual([402, 402]);
    expect(first.text).toContain('refusée par votre banque');
    expect((await counts()).failed).toBe(before.failed + 1);

    const after = await paidExpanded(session.id);
    const intent = after.payment_intent as Stripe.PaymentIntent;
    expect(after).toMatchObject({ status: 'open', payment_status: 'unpaid' });
    expect(intent.last_payment_error).toMatchObject({
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'generic_decline',
    });
    const poor = await payWith(session.url!, CARDS.insufficient);
    expect(poor.text).toContain('provision de votre carte');
    expect((await payWith(session.url!, CARDS.good)).status).toBe(303);
    const paid = await paidExpanded(session.id);
    expect((paid.payment_intent as Stripe.PaymentIntent).id).toBe(intent.id);
    expect(paid.payment_status).toBe('paid');
    const tries = await stripe.charges.list({ payment_intent: intent.id });
    expect(tries.data.map((charge) => charge.status)).toEqual(['succeeded', 'failed', 'failed']);
    await until('payment_failed', () => bench.receiver.ofType('payment_intent.payment_failed', intent.id)[1]);
  });

  it.each([CARDS.challenge, CARDS.challenge2])(
    'asks the bank for %s: refused, then approved (R128)',
    async (card) => {
      const session = await stripe.checkout.sessions.create(feeSession());
      const question = await follow(await payWith(session.url!, card));
      expect(question.text).toContain('3-D Secure');
      const waiting = await paidExpanded(session.id);
      expect(waiting.payment_intent).toMatchObject({ status: 'requires_action', latest_charge: null });
      const no = await submit(question, 'challenge-form', { answer: 'refuse' });
      expect(no.status).toBe(402);
      const failed = (await paidExpanded(session.id)).payment_intent as Stripe.PaymentIntent;
      expect(failed).toMatchObject({
        status: 'requires_payment_method',
        last_payment_error: { code: 'payment_intent_authentication_failure' },
      });
      expect((await submit(question, 'challenge-form', { answer: 'approve' })).status).toBe(409);

      const second = await follow(await payWith(session.url!, card));
      const yes = await submit(second, 'challenge-form', { answer: 'approve' });
      const twice = await submit(second, 'challenge-form', { answer: 'approve' });
      expect([yes.status, twice.status]).toEqual([303, 303]);
      const paid = (await paidExpanded(session.id)).payment_intent as Stripe.PaymentIntent;
      expect(paid.status).toBe('succeeded');
      expect((paid.latest_charge as Stripe.Charge).payment_method_details?.card?.three_d_secure?.result).toBe(
        'authenticated',
      );
      expect((await stripe.charges.list({ payment_intent: paid.id })).data).toHaveLength(1);
      await until(
        'requires_action',
        () => bench.receiver.ofType('payment_intent.requires_action', paid.id)[1],
      );
    },
  );

  it('does not let an old question pay after another card was given', async () => {
    const session = await stripe.checkout.sessions.create(feeSession());
    const old = await follow(await payWith(session.url!, CARDS.challenge));
    const declined = await payWith(session.url!, CARDS.declined);
    expect(declined.status).toBe(402);
    const late = await submit(old, 'challenge-form', { answer: 'approve' });
    expect(late.status).toBe(409);
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('unpaid');
    const question = await follow(await payWith(session.url!, CARDS.challengeThenDeclined));
    expect((await submit(question, 'challenge-form', { answer: 'approve' })).status).toBe(402);
  });

  it('takes what the platform sends: cards only, no other currency', async () => {
    const session = await stripe.checkout.sessions.create(
      feeSession({
        allowed_payment_method_types: ['card'],
        adaptive_pricing: { enabled: false },
        custom_text: { submit: { message: 'Commande avec obligation de paiement.' } },
        locale: 'fr',
        submit_type: 'pay',
        ui_mode: 'hosted_page',
      }),
    );
    expect(session).toMatchObject({ allowed_payment_method_types: ['card'], payment_method_types: ['card'] });
    expect((await open(session.url!)).text).toContain('Commande avec obligation de paiement.');
  });

  it('is cancelled on the page without ending', async () => {
    const session = await stripe.checkout.sessions.create(feeSession());
    const left = await submit(await open(session.url!), 'cancel-form', {});
    expect(left).toMatchObject({ status: 303, location: `http://127.0.0.1:9/annule?session=${session.id}` });
    expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('open');
  });

  it('expires on request and by the clock, and then refuses payment (R129)', async () => {
    const asked = await stripe.checkout.sessions.create(feeSession());
    const waiting = await follow(await payWith(asked.url!, CARDS.challenge));
    const expired = await stripe.checkout.sessions.expire(asked.id);
    expect(expired).toMatchObject({ status: 'expired', url: null });
    expect((await stripe.paymentIntents.retrieve(expired.payment_intent as string)).status).toBe('canceled');
    expect((await submit(waiting, 'challenge-form', { answer: 'approve' })).status).toBe(410);
    await expect(stripe.checkout.sessions.expire(asked.id)).rejects.toMatchObject({
      statusCode: 400,
      type: 'StripeInvalidRequestError',
    });

    const timed = await stripe.checkout.sessions.create(feeSession({ expires_at: inSeconds(31 * 60) }));
    const page = await open(timed.url!);
    bench.moveClock(32 * 60_000);
    const late = await submit(page, 'pay-form', {
      cardNumber: CARDS.good,
      cardExpiry: '12/34',
      cardCvc: '123',
    });
    expect(late.status).toBe(410);
    expect(late.text).toContain('a expiré');
    expect((await stripe.checkout.sessions.retrieve(timed.id)).status).toBe('expired');
    bench.moveClock(0);
    await until('expired', () => bench.receiver.ofType('checkout.session.expired', timed.id)[0]);
    const paid = await stripe.checkout.sessions.create(feeSession());
    await payWith(paid.url!, CARDS.good);
    await expect(stripe.checkout.sessions.expire(paid.id)).rejects.toThrow('status of `complete`');
  });

  it.each([
    ['too soon', { expires_at: inSeconds(20 * 60) }, 'expires_at'],
    ['too late', { expires_at: inSeconds(25 * 3600) }, 'expires_at'],
    ['no address', { success_url: 'merci' }, 'success_url'],
    ['no item', { line_items: [] }, 'line_items'],
    [
      'too little',
      { line_items: [{ price_data: { currency: 'eur', unit_amount: 10, product_data: { name: 'x' } } }] },
      'line_items',
    ],
    ['mail', { customer_email: 'nobody' }, 'customer_email'],
    ['mode', { mode: 'subscription' as const }, 'mode'],
    ['unknown', { nonsense: 'x' } as object, 'nonsense'],
    // Removed from Stripe's API in the version of the pinned SDK; `allowed_payment_method_types` took its place.
    ['removed', { payment_method_types: ['card'] } as object, 'payment_method_types'],
    [
      'negative',
      { line_items: [{ price_data: { currency: 'eur', unit_amount: -1, product_data: { name: 'x' } } }] },
      'line_items[0][price_data][unit_amount]',
    ],
  ])('refuses a wrong request: %s', async (_name, more, param) => {
    const error = await stripe.checkout.sessions.create(feeSession(more)).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 400, param });
  });

  it('says on the page what is wrong, and asks for the address when the platform did not give it', async () => {
    const session = await stripe.checkout.sessions.create(feeSession({ customer_email: undefined }));
    const wrong = await payWith(session.url!, '4242424242424241', {
      cardExpiry: '01/20',
      cardCvc: '1',
      email: '"><script>',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('4 champs sont à corriger');
    expect(wrong.text).toMatch(/aria-describedby="cardNumber-hint cardNumber-error"\s+aria-invalid="true"/);
    expect(wrong.text).not.toContain('<script>');
    const real = await payWith(session.url!, '4539578763621486', { email: 'a@example.org' });
    expect(real.text).toContain('cartes de test');
    await payWith(session.url!, CARDS.good, { email: 'a@example.org' });
    const after = await stripe.checkout.sessions.retrieve(session.id);
    expect(after).toMatchObject({ payment_status: 'paid', customer_details: { email: 'a@example.org' } });
  });

  it('answers as Stripe does to strangers and to what does not exist', async () => {
    const stranger = sdk(bench.emulator.port, { key: 'sk_test_wrong' });
    await expect(stranger.checkout.sessions.list()).rejects.toMatchObject({
      type: 'StripeAuthenticationError',
      statusCode: 401,
    });
    await expect(stripe.checkout.sessions.retrieve('cs_test_none')).rejects.toMatchObject({
      code: 'resource_missing',
      statusCode: 404,
    });
    await expect(stripe.products.list()).rejects.toMatchObject({ statusCode: 404 });
    expect((await open(`${bench.emulator.url}/c/pay/cs_test_none`)).status).toBe(404);
    const answer = await stripe.checkout.sessions.list({ limit: 1 });
    expect(answer.lastResponse.requestId).toMatch(/^req_/);
  });
});

function inSeconds(seconds: number): number {
  return Math.floor(Date.now() / 1000) + seconds;
}
