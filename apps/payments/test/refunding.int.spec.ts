import type { DataOf } from '@admissions/contracts/message';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOf, addDays } from '@admissions/calendar/calendar';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { applicationWithdrawn } from '@admissions/contracts/offers';
import {
  approveRefund,
  judgeFunding,
  listRefunds,
  refundSucceeded,
  registerFunding,
  type RefundView,
} from '@admissions/contracts/payments';
import type { Subject } from '@admissions/contracts/subject';
import { subjects, waitFor } from '@admissions/runtime/testing';
import type { Stripe } from 'stripe';
import { CARDS, payWith } from '../../../tools/stripe-emulator/test/browser.ts';
import { balance, held } from '../src/domain/ledger.ts';
import type { PaidOrder } from '../src/domain/order.ts';
import type { Refund } from '../src/domain/refund.ts';
import { RefundStore } from '../src/store/refund.store.ts';
import { admitted, Bench, deposit, fee, tuition } from './bench.ts';

const day = 86_400_000;
let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterEach(async () => {
  bench.webhooks = true;
  bench.moveTo(0);
  await bench.emulator.control('DELETE', 'faults');
});
afterAll(async () => bench?.stop());

const first = subjects.financeOfficer([fee.programmeId], 'finance-1');
const second = subjects.financeOfficer([fee.programmeId], 'finance-2');
const started = () => addDays(dayOf(new Date()), -7);
const refused = (code: string) => ({ problem: { code } });
const isIn =
  (...states: Refund['state'][]) =>
  (refund: Refund) =>
    states.includes(refund.state);

interface Case {
  readonly applicationId: string;
  readonly candidateId: string;
  readonly orderId: string;
}

/** A candidate who paid the deposit of an intake that starts on that day. */
async function paidDeposit(startsOn = started(), card = CARDS.good): Promise<Case> {
  const order = await bench.deposit({}, { intakeStartsOn: startsOn });
  await payWith((await bench.checkout(order)).url, card, { email: 'c@example.org' });
  await bench.until('payment', order.id, ({ state }) => state === 'paid');
  return { applicationId: order.applicationId, candidateId: order.candidateId, orderId: order.id };
}

/** Confirms an agreement for the application; the refund that follows. */
async function confirmed(
  { applicationId }: Pick<Case, 'applicationId'>,
  by: Subject = first,
): Promise<Refund> {
  const agreement = { kind: 'OPCO' as const, funder: 'Atlas', reference: 'DPC-1', amount: tuition };
  const received = { ...agreement, applicationId, receivedOn: '2026-11-20' };
  const { id } = await bench.service.call(registerFunding, received, by);
  await bench.service.call(judgeFunding, { fundingId: id, verdict: { outcome: 'CONFIRMED' } }, by);
  return bench.refund(applicationId);
}

async function due(card = CARDS.good): Promise<Case & { refundId: string }> {
  const found = await paidDeposit(started(), card);
  const refund = await confirmed(found);
  expect(refund.state).toBe('due');
  return { ...found, refundId: refund.id };
}

const approve = (refundId: string, who: Subject = second, key?: string): Promise<RefundView> =>
  bench.service.call(approveRefund, { refundId }, who, key ? { key } : {});

/** Meets deadlines, by several replicas if wanted, until the refund is so; a deadline is there a moment after the answer. */
function executed(applicationId: string, replicas = 1, ...states: Refund['state'][]): Promise<Refund> {
  const wanted = states.length > 0 ? states : (['succeeded'] as const);
  return waitFor(`the refund to be ${wanted.join(' or ')}`, async () => {
    await Promise.all(Array.from({ length: replicas }, () => bench.meetDeadlines()));
    const refund = await bench.refund(applicationId);
    return (wanted as readonly string[]).includes(refund.state) ? refund : undefined;
  });
}

async function refundsAtProvider(orderId: string): Promise<Stripe.Refund[]> {
  const { refunds } = await bench.emulator.control<{ refunds: Stripe.Refund[] }>('GET', 'everything');
  return refunds.filter(({ metadata }) => metadata?.['order'] === orderId);
}

const told = (refundId: string) =>
  bench.service.seen(refundSucceeded).filter(({ data }) => data.refundId === refundId);

const renounce = (whose: Case, afterDays: number) => withdraw(whose, afterDays, 'STATUTORY_WITHDRAWAL');

/** Leaves the process; after the legal period, unless it is said otherwise. */
async function withdraw(
  { applicationId, candidateId }: Case,
  afterDays = 20,
  reason: DataOf<typeof applicationWithdrawn>['reason'] = 'PERSONAL_CHOICE',
): Promise<void> {
  const withdrawnAt = new Date(bench.service.clock.now().getTime() + afterDays * day).toISOString();
  await bench.service.publish(applicationWithdrawn, {
    applicationId,
    candidateId,
    programmeId: fee.programmeId,
    reference: fee.reference,
    programmeTitle: fee.programmeTitle,
    intakeLabel: fee.intakeLabel,
    reason,
    fromState: 'confirmed',
    withdrawnAt,
  });
}

describe('the refund of a deposit (R65, R94, R101)', () => {
  it('is due, approved by a second person, executed once, credited and told', async () => {
    const { refundId, orderId, applicationId } = await due();
    await expect(approve(refundId, first)).rejects.toMatchObject(refused('second-person-needed'));
    expect(await approve(refundId)).toMatchObject({
      state: 'approved',
      approvedBy: 'finance-2',
      amount: deposit,
    });
    const done = await executed(applicationId);
    expect(done).toMatchObject({ creditNoteNumber: expect.stringMatching(/^AV-\d{4}-\d{6}$/) });
    const order = await bench.stored(orderId);
    expect([balance(order.ledger), held(order.ledger), order.anomalies]).toEqual([0, 0, []]);
    expect(order.ledger.map(({ kind }) => kind)).toEqual(['deposit', 'payment', 'refund', 'credit-note']);
    expect(await refundsAtProvider(orderId)).toMatchObject([{ amount: deposit.amount, status: 'succeeded' }]);
    const message = await waitFor('the message', () => told(refundId)[0]);
    expect(message.data).toMatchObject({
      amount: deposit,
      means: 'Visa •••• 4242',
      reason: 'FUNDING_CONFIRMED',
    });
    await expect(approve(refundId)).rejects.toMatchObject(refused('refund-not-due'));
    expect(await bench.meetDeadlines()).toBe(0);
    expect(told(refundId)).toHaveLength(1);
  });

  it('waits for the start of the intake, and is due on that day', async () => {
    const found = await paidDeposit(addDays(dayOf(new Date()), 30));
    const waiting = await confirmed(found);
    expect(waiting).toMatchObject({ state: 'waiting', waitsFor: 'START' });
    await expect(approve(waiting.id)).rejects.toMatchObject(refused('refund-not-due'));
    await bench.meetDeadlines();
    expect((await bench.refund(found.applicationId)).state).toBe('waiting');
    bench.moveTo(31 * day);
    await executed(found.applicationId, 1, 'due');
  });

  it('waits for the deposit when the agreement comes first, and is due when it is paid', async () => {
    const order = await bench.deposit({}, { intakeStartsOn: started() });
    expect(await confirmed(order)).toMatchObject({ state: 'waiting', waitsFor: 'DEPOSIT' });
    await payWith((await bench.checkout(order)).url, CARDS.good, { email: 'c@example.org' });
    await bench.refund(order.applicationId, isIn('due'));
  });

  it('of an agreement that is confirmed after the window is due and marked for a person', async () => {
    const found = await paidDeposit(addDays(dayOf(new Date()), -200));
    expect(await confirmed(found)).toMatchObject({ state: 'due', isLate: true });
  });

  it('is one, although two agreements are confirmed and the message comes twice', async () => {
    const found = await paidDeposit();
    const one = await confirmed(found);
    await confirmed(found);
    await approve(one.id);
    await executed(found.applicationId, 2);
    expect(await refundsAtProvider(found.orderId)).toHaveLength(1);
  });

  it('is approved once by two at once, and a repeat has its answer', async () => {
    const { refundId } = await due();
    const third = subjects.financeOfficer([fee.programmeId], 'finance-3');
    const outcomes = await Promise.allSettled([
      approve(refundId, second, 'a'),
      approve(refundId, third, 'a'),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = outcomes[0]!.status === 'fulfilled' ? second : third;
    expect(await approve(refundId, winner, 'a')).toMatchObject({ approvedBy: winner.id });
  });

  it('is nothing for officers of another programme, and an unknown one is nothing for anybody', async () => {
    const { refundId } = await due();
    const foreign = subjects.financeOfficer(['another']);
    await expect(approve(refundId, foreign)).rejects.toMatchObject(refused('not-found'));
    await expect(approve('refund-unknown')).rejects.toMatchObject(refused('not-found'));
    const { items } = await bench.service.call(listRefunds, { limit: 100 }, foreign);
    expect(items).toEqual([]);
  });

  it('is listed by state, those due longest first, page by page', async () => {
    const { refundId } = await due();
    const seen: RefundView[] = [];
    let cursor: string | undefined;
    await waitFor('the list', async () => {
      seen.length = 0;
      cursor = undefined;
      do {
        const query: InputOf<typeof listRefunds> = { limit: 2, state: 'due', ...(cursor ? { cursor } : {}) };
        const page: OutputOf<typeof listRefunds> = await bench.service.call(listRefunds, query, second);
        seen.push(...page.items);
        cursor = page.next;
      } while (cursor);
      return seen.some(({ id }) => id === refundId);
    });
    expect(seen.every(({ state }) => state === 'due')).toBe(true);
    expect(seen.map(({ dueAt }) => dueAt)).toEqual(seen.map(({ dueAt }) => dueAt).sort());
  });
});

describe('a renunciation of the contract within fourteen days of the payment (R86, ruling 1b)', () => {
  async function isGivenBack({ applicationId, orderId }: Case): Promise<Refund> {
    const done = await executed(applicationId, 2);
    expect(done).toMatchObject({ reason: 'WITHDRAWAL_PERIOD', amount: deposit });
    const order = await bench.stored(orderId);
    expect([balance(order.ledger), held(order.ledger), order.anomalies]).toEqual([0, 0, []]);
    expect(await refundsAtProvider(orderId)).toMatchObject([{ amount: deposit.amount, status: 'succeeded' }]);
    const message = await waitFor('the message', () => told(done.id)[0]);
    expect(message.data).toMatchObject({ reason: 'WITHDRAWAL_PERIOD', amount: deposit });
    return done;
  }

  it('gives the deposit back, although nobody approves and the intake has not started', async () => {
    const found = await paidDeposit(addDays(dayOf(new Date()), 30));
    await renounce(found, 1);
    await renounce(found, 2);
    const { id } = await isGivenBack(found);
    const { items } = await bench.service.call(listRefunds, { limit: 100, state: 'succeeded' }, first);
    expect(items.find((one) => one.id === id)).not.toHaveProperty('approvedBy');
  });

  it('of who asked to leave before the payment arrived', async () => {
    const found = await paidDeposit();
    await withdraw(found, -0.01);
    await isGivenBack(found);
  });

  it.each([['waiting'], ['due'], ['approved']] as const)(
    'takes the place of a claim that is %s',
    async (state) => {
      const found = await paidDeposit(state === 'waiting' ? addDays(dayOf(new Date()), 30) : started());
      const { id } = await confirmed(found);
      if (state === 'approved') await approve(id);
      await renounce(found, 0);
      await bench.refund(found.applicationId, ({ reason }) => reason === 'WITHDRAWAL_PERIOD');
      await isGivenBack(found);
    },
  );

  it('also when a snapshot told first that they left', async () => {
    const found = await paidDeposit();
    await confirmed(found);
    const left = { ...admitted, state: 'withdrawn' as const, programmeId: fee.programmeId };
    await bench.told({ ...left, applicationId: found.applicationId, candidateId: found.candidateId }, 5);
    await bench.refund(found.applicationId, isIn('stopped'));
    await renounce(found, 0);
    await isGivenBack(found);
  });

  it('waits for the end of a dispute (R133)', async () => {
    const found = await paidDeposit();
    const { payment } = (await bench.stored(found.orderId)) as PaidOrder;
    await bench.emulator.control('POST', `charges/${payment.chargeId}/dispute`);
    await bench.until('dispute', found.orderId, ({ state }) => state === 'disputed');
    await renounce(found, 0);
    expect(await bench.refund(found.applicationId)).toMatchObject({ state: 'waiting', waitsFor: 'DISPUTE' });
    const { payment: disputed } = (await bench.stored(found.orderId)) as PaidOrder;
    await bench.emulator.control('POST', `disputes/${disputed.dispute!.id}/close`, { outcome: 'won' });
    await bench.refund(found.applicationId, isIn('approved', 'executing', 'succeeded'));
    await executed(found.applicationId);
  });

  it('is not the same as leaving the process, which keeps the deposit (R94)', async () => {
    const found = await paidDeposit();
    await confirmed(found);
    await withdraw(found, 1);
    expect(await bench.refund(found.applicationId, isIn('stopped'))).toMatchObject({ state: 'stopped' });
    expect(await refundsAtProvider(found.orderId)).toEqual([]);
  });
});

describe('after a later withdrawal there is no refund (R92, R94, ruling 1b)', () => {
  it.each([['waiting'], ['due'], ['approved']] as const)('while it is %s', async (state) => {
    const found = await paidDeposit(state === 'waiting' ? addDays(dayOf(new Date()), 30) : started());
    const { id } = await confirmed(found);
    if (state === 'approved') await approve(id);
    expect((await bench.refund(found.applicationId)).state).toBe(state);
    await withdraw(found);
    expect(await bench.refund(found.applicationId, isIn('stopped'))).toMatchObject({
      because: 'application-left',
    });
    bench.moveTo(40 * day);
    await bench.meetDeadlines();
    expect(await refundsAtProvider(found.orderId)).toEqual([]);
    expect(held((await bench.stored(found.orderId)).ledger)).toBe(deposit.amount);
    await expect(approve(id)).rejects.toMatchObject(refused('refund-not-due'));
  });

  it('that came before the agreement', async () => {
    const found = await paidDeposit();
    await withdraw(found);
    expect(await confirmedAfter(found)).toMatchObject({ state: 'stopped' });
  });

  /** The agreement was registered before, and is confirmed although the candidate has left. */
  async function confirmedAfter(found: Case): Promise<Refund> {
    await waitFor('the withdrawal', async () => (await bench.leftOf(found.applicationId)) || undefined);
    return confirmed(found);
  }
});

describe('a candidate who leaves while a refund is being executed (R94, R130)', () => {
  const away = { times: 1_000, when: 'before', act: 'cut' };

  it('before the demand could leave, because the provider was away: stopped, and nothing is paid', async () => {
    const { refundId, orderId, ...found } = await due();
    await approve(refundId);
    bench.webhooks = false;
    await bench.faults({ api: [away] });
    await executed(found.applicationId, 1, 'executing');
    await withdraw({ orderId, ...found });
    expect(await bench.refund(found.applicationId, isIn('stopped'))).toMatchObject({
      because: 'application-left',
    });
    await bench.emulator.control('DELETE', 'faults');
    await bench.service.restart();
    await bench.meetDeadlines();
    expect(await refundsAtProvider(orderId)).toEqual([]);
    expect(held((await bench.stored(orderId)).ledger)).toBe(deposit.amount);
  });

  it('after the demand left without an answer: found out, and not stopped', async () => {
    const { refundId, orderId, ...found } = await due();
    await approve(refundId);
    bench.webhooks = false;
    await bench.faults({ api: [{ ...away, method: 'POST', path: '/v1/refunds' }] });
    await waitFor('the demand to leave', async () => {
      await bench.meetDeadlines();
      const refund = await bench.refund(found.applicationId);
      return refund.state === 'executing' && refund.isSent === true;
    });
    await withdraw({ orderId, ...found });
    await waitFor('the withdrawal', async () => (await bench.leftOf(found.applicationId)) || undefined);
    await bench.emulator.control('DELETE', 'faults');
    await bench.service.restart();
    await executed(found.applicationId);
    expect(await refundsAtProvider(orderId)).toHaveLength(1);
  });
});

describe('when the provider fails', () => {
  it.each([
    ['before anything', { times: 2, when: 'before', act: 'cut', method: 'POST', path: '/v1/refunds' }],
    ['after the refund', { times: 2, when: 'after', act: 'cut', method: 'POST', path: '/v1/refunds' }],
    [
      'with a 500 after the refund',
      { times: 1, when: 'after', act: 'fail', method: 'POST', path: '/v1/refunds' },
    ],
  ])('%s: begun, and done once when it answers again', async (_what, fault) => {
    const { refundId, orderId, applicationId } = await due();
    await approve(refundId);
    // Nobody tells us that the money went back: we find it ourselves.
    bench.webhooks = false;
    await bench.faults({ api: [fault] });
    await executed(applicationId, 1, 'executing');
    await bench.emulator.control('DELETE', 'faults');
    await bench.service.restart();
    await executed(applicationId);
    expect(await refundsAtProvider(orderId)).toHaveLength(1);
    expect((await bench.stored(orderId)).anomalies).toEqual([]);
    await waitFor('the message', () => told(refundId).length === 1);
  });

  it('by a refund that the bank returns later: credited, told, then a task for a person (R132)', async () => {
    const { refundId, orderId, applicationId } = await due(CARDS.refundFails);
    await approve(refundId);
    const failed = await executed(applicationId, 1, 'failed');
    await waitFor('the message', () => told(refundId)[0]);
    expect(failed).toMatchObject({ because: 'returned-by-bank' });
    const order = await bench.stored(orderId);
    expect([balance(order.ledger), held(order.ledger)]).toEqual([-deposit.amount, deposit.amount]);
    const { items } = await waitFor('the list', async () => {
      const page = await bench.service.call(listRefunds, { limit: 100, state: 'failed' }, first);
      return page.items.some(({ id }) => id === refundId) ? page : undefined;
    });
    expect(items.find(({ id }) => id === refundId)).toMatchObject({
      stateLabel: 'Échoué : à rembourser par virement',
    });
  });

  it('by a refund that takes its time: executing, then succeeded, also without a webhook', async () => {
    const { refundId, orderId, applicationId } = await due(CARDS.refundPending);
    await approve(refundId);
    bench.webhooks = false;
    await executed(applicationId, 1, 'executing');
    expect(told(refundId)).toEqual([]);
    await waitFor('the bank', async () => (await refundsAtProvider(orderId))[0]?.status === 'succeeded');
    bench.moveTo(2 * 3_600_000);
    await executed(applicationId);
    expect(await refundsAtProvider(orderId)).toHaveLength(1);
  });
});

describe('a disputed payment (R133)', () => {
  async function dispute(orderId: string): Promise<void> {
    const { payment } = (await bench.stored(orderId)) as PaidOrder;
    await bench.emulator.control('POST', `charges/${payment.chargeId}/dispute`);
  }

  it('is not refunded while the bank holds the money; its time begins again when it is won', async () => {
    const { refundId, orderId, applicationId } = await due();
    await approve(refundId);
    await dispute(orderId);
    await bench.refund(applicationId, isIn('waiting'));
    await bench.meetDeadlines();
    expect(await refundsAtProvider(orderId)).toEqual([]);
    const { payment } = (await bench.stored(orderId)) as PaidOrder;
    await bench.emulator.control('POST', `disputes/${payment.dispute!.id}/close`, { outcome: 'won' });
    expect(await bench.refund(applicationId, isIn('due'))).toHaveProperty('restartedAt');
    await approve(refundId);
    await executed(applicationId);
  });

  it('of which we have not heard holds the execution up as well', async () => {
    const { refundId, orderId, applicationId } = await due();
    bench.webhooks = false;
    await approve(refundId);
    await dispute(orderId);
    expect(await executed(applicationId, 1, 'waiting')).toMatchObject({ waitsFor: 'DISPUTE' });
    expect(await refundsAtProvider(orderId)).toEqual([]);
  });

  it('that is lost ends the claim', async () => {
    const { orderId, applicationId } = await due();
    await dispute(orderId);
    await bench.refund(applicationId, isIn('waiting'));
    const { payment } = (await bench.stored(orderId)) as PaidOrder;
    await bench.emulator.control('POST', `disputes/${payment.dispute!.id}/close`, { outcome: 'lost' });
    expect(await bench.refund(applicationId, isIn('stopped'))).toMatchObject({
      because: 'payment-lost-by-dispute',
    });
  });
});

describe('credit notes (R106)', () => {
  it('have no gap and no double when many refunds are executed at once', async () => {
    const cases = await Promise.all(Array.from({ length: 5 }, () => due()));
    await Promise.all(cases.map(({ refundId }) => approve(refundId)));
    const numbers: number[] = [];
    for (const { applicationId } of cases) {
      const refund = await executed(applicationId, 3);
      numbers.push(Number((refund as { creditNoteNumber: string }).creditNoteNumber.slice(-6)));
    }
    numbers.sort((a, b) => a - b);
    expect(numbers.map((number) => number - numbers[0]!)).toEqual([0, 1, 2, 3, 4]);
    const history = await bench.service.app.get(RefundStore).streams.history(cases[0]!.refundId);
    expect(history.map(({ act }) => act)).toEqual([
      'open-refund',
      'payments.approve-refund',
      'begin-refund',
      'send-refund',
      'follow-refund',
    ]);
  });
});
