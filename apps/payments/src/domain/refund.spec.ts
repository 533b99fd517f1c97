import { describe, expect, it } from '@jest/globals';
import { refundStates, refundSucceeded } from '@admissions/contracts/payments';
import { deposits, refund as seenRefund } from './order.examples.ts';
import type { PaidOrder } from './order.ts';
import {
  askLater,
  failRefund,
  followProvider,
  hold,
  needsCreditNote,
  ownRefund,
} from './refund-execution.ts';
import * as refunds from './refund.ts';
import { allowsRefund, refundMoves, type Refund, type RefundDecision, type RefundState } from './refund.ts';
import type { SeenRefund } from './seen-payment.ts';

const day = 86_400_000;
const startsOn = '2027-09-20';
const confirmedAt = '2027-06-15T09:00:00.000Z';
const now = new Date('2027-09-20T06:00:00.000Z');
const early = new Date(confirmedAt);
const later = (ms: number) => new Date(now.getTime() + ms);
const amount = { amount: 8000, currency: 'EUR' as const };
const around: refunds.Surroundings = { deposit: 'paid', amount, hasLeft: false, startsOn };
const claim = {
  applicationId: 'application-1',
  candidateId: 'candidate-1',
  programmeId: 'data-science',
  orderId: 'order-1',
  fundingId: 'funding-1',
  confirmedAt,
  confirmedBy: 'finance-1',
};
const open = (surroundings = around, at = now) =>
  refunds.openRefund(undefined, 'refund-1', claim, surroundings, at);
const inWords = (decision: RefundDecision): string =>
  'refused' in decision ? decision.refused.code : 'state' in decision ? decision.state.state : '=';
const made = (decision: RefundDecision): Refund => {
  if (!('state' in decision)) throw new Error(JSON.stringify(decision));
  return decision.state;
};

const seen = (status: SeenRefund['status'], refundId = 'refund-1'): SeenRefund => ({
  ...seenRefund(status),
  refundId,
});
const orderWith = (...found: SeenRefund[]): PaidOrder => {
  const order = deposits.paid();
  return { ...order, payment: { ...order.payment, refunds: found } };
};

const states: Record<RefundState, () => Refund> = {
  waiting: () => made(open(around, early)),
  due: () => made(open()),
  approved: () => made(refunds.approve(states.due(), 'finance-2', now)),
  executing: () => made(refunds.begin(states.approved(), around, now)),
  succeeded: () =>
    made(followProvider(states.executing(), orderWith(seen('succeeded')), now, 'AV-2027-000001')),
  failed: () => made(failRefund(states.executing(), 'expired_or_canceled_card', now)),
  stopped: () => made(refunds.review(states.due(), { ...around, hasLeft: true }, now)),
};

describe('a claim to the deposit (R65, R94, ruling 1b)', () => {
  it.each<[string, Partial<refunds.Surroundings>, Date, string]>([
    ['paid, confirmed, started', {}, now, 'due'],
    ['before the start', {}, early, 'waiting'],
    ['a millisecond before the start in Paris', {}, new Date('2027-09-19T21:59:59.999Z'), 'waiting'],
    ['at the start in Paris', {}, new Date('2027-09-19T22:00:00.000Z'), 'due'],
    ['the start not known', { startsOn: undefined }, now, 'waiting'],
    ['not paid yet', { deposit: 'unpaid', amount: undefined }, now, 'waiting'],
    ['disputed', { deposit: 'disputed' }, now, 'waiting'],
    ['withdrawn or cancelled', { hasLeft: true }, now, 'stopped'],
    ['withdrawn before the start', { hasLeft: true }, early, 'stopped'],
    ['closed unpaid', { deposit: 'closed' }, now, 'stopped'],
    ['lost by a dispute', { deposit: 'lost' }, now, 'stopped'],
    ['given back by somebody', { deposit: 'returned' }, now, 'stopped'],
  ])('%s', (_what, change, at, expected) => {
    expect(inWords(open({ ...around, ...change }, at))).toBe(expected);
  });

  it('is one, whatever the number of agreements', () => {
    for (const state of refundStates)
      expect(refunds.openRefund(states[state](), 'refund-1', claim, around, now)).toHaveProperty('ignored');
  });

  it('waits for the start as a deadline, and for anything else a day at most', () => {
    expect(states.waiting()).toMatchObject({ waitsFor: 'START', checkAt: '2027-09-19T22:00:00.000Z' });
    const unpaid = made(open({ ...around, deposit: 'unpaid', amount: undefined }));
    expect(unpaid).toMatchObject({ waitsFor: 'DEPOSIT', checkAt: later(day).toISOString() });
    expect(refunds.viewOfRefund(unpaid)).toBeUndefined();
    const again = refunds.review(unpaid, { ...around, deposit: 'unpaid', amount: undefined }, later(day));
    expect(again).toMatchObject({ state: { checkAt: later(2 * day).toISOString() } });
    expect(refunds.review(made(again), around, later(day))).toMatchObject({
      state: { state: 'due', amount },
    });
  });

  it('follows a start that is moved', () => {
    const moved = made(refunds.review(states.waiting(), { ...around, startsOn: '2027-10-04' }, early));
    expect(moved).toMatchObject({
      waitsFor: 'START',
      checkAt: '2027-10-03T22:00:00.000Z',
      windowEndsOn: '2028-01-04',
    });
    expect(inWords(refunds.review(moved, { ...around, startsOn: '2027-10-04' }, now))).toBe('=');
  });

  it('begins its time again when a dispute was won (R133), and the approval of before is void', () => {
    const held = made(refunds.review(states.approved(), { ...around, deposit: 'disputed' }, now));
    expect(held).toMatchObject({ state: 'waiting', waitsFor: 'DISPUTE' });
    expect(held).not.toHaveProperty('approvedBy');
    const won = made(refunds.review(held, around, later(30 * day)));
    expect(won).toMatchObject({ state: 'due', restartedAt: later(30 * day).toISOString() });
    expect(Date.parse(won.dueAt)).toBeGreaterThan(later(30 * day).getTime());
  });
});

describe('every state × act', () => {
  const order = (status: SeenRefund['status']) => orderWith(seen(status));
  const acts: Record<string, (refund: Refund) => RefundDecision> = {
    'review, nothing new': (refund) =>
      refunds.review(refund, around, refund.state === 'waiting' ? early : now),
    'review, left': (refund) => refunds.review(refund, { ...around, hasLeft: true }, now),
    'review, disputed': (refund) => refunds.review(refund, { ...around, deposit: 'disputed' }, now),
    approve: (refund) => refunds.approve(refund, 'finance-2', now),
    begin: (refund) => refunds.begin(refund, around, now),
    'begin, left': (refund) => refunds.begin(refund, { ...around, hasLeft: true }, now),
    hold: (refund) => hold(refund, 'refund-1:1', now),
    send: (refund) => refunds.sendDemand(refund, 'refund-1:1', around, now),
    'send, left': (refund) => refunds.sendDemand(refund, 'refund-1:1', { ...around, hasLeft: true }, now),
    'send under another key': (refund) => refunds.sendDemand(refund, 'refund-1:2', around, now),
    'ask later': (refund) => askLater(refund, now),
    refuse: (refund) => failRefund(refund, 'no', now),
    pending: (refund) => followProvider(refund, order('pending'), now, 'AV'),
    succeeded: (refund) => followProvider(refund, order('succeeded'), now, 'AV'),
    failed: (refund) => followProvider(refund, order('failed'), now, 'AV'),
  };
  const none = Object.fromEntries(
    Object.keys(acts).map((act) => [act, act === 'approve' ? 'refund-not-due' : '=']),
  );
  const stoppable = { 'review, left': 'stopped', 'review, disputed': 'waiting' };
  const table: Record<RefundState, Record<string, string>> = {
    waiting: { ...none, ...stoppable },
    due: { ...none, ...stoppable, approve: 'approved' },
    approved: { ...none, ...stoppable, begin: 'executing', 'begin, left': 'stopped' },
    // Its demand has not left: R94 still stops it. Once it has, see below.
    executing: {
      ...none,
      ...stoppable,
      send: 'executing',
      'send, left': 'stopped',
      hold: 'waiting',
      'ask later': 'executing',
      refuse: 'failed',
      succeeded: 'succeeded',
      failed: 'failed',
    },
    succeeded: { ...none, refuse: 'failed', failed: 'failed' },
    failed: none,
    stopped: none,
  };
  for (const state of refundStates)
    it.each(Object.entries(table[state]))(`${state}: %s gives %s`, (act, expected) => {
      const before = states[state]();
      expect(before.state).toBe(state);
      const decision = acts[act]!(before);
      expect(inWords(decision)).toBe(expected);
      if (!('state' in decision) || decision.state.state === state) return;
      const allowed = Object.values(refundMoves).some(
        ({ from, to }) => to === decision.state.state && (from as readonly string[]).includes(state),
      );
      expect(allowed).toBe(true);
    });

  it.each([
    ['whose demand may have left', true],
    ['that was stored before it was noted whether its demand left', undefined],
  ])('executing, %s, is never stopped but found out', (_what, isSent) => {
    const { isSent: _unsent, ...begun } = states.executing() as refunds.ExecutingRefund;
    const refund: Refund = isSent === undefined ? begun : { ...begun, isSent };
    for (const act of ['review, left', 'review, disputed', 'send', 'send, left'])
      expect([act, inWords(acts[act]!(refund))]).toEqual([act, '=']);
    expect(inWords(acts['succeeded']!(refund))).toBe('succeeded');
  });

  it('reaches every state, and leaves what is over alone; only a right to the money outlives a stop (R86)', () => {
    expect(refundStates.every((state) => states[state]().state === state)).toBe(true);
    for (const move of Object.keys(refundMoves) as refunds.RefundMove[]) {
      expect(allowsRefund(move, 'failed')).toBe(false);
      expect(allowsRefund(move, 'stopped')).toBe(['wait', 'be-owed-by-right'].includes(move));
    }
  });

  it('has words for every state', () => {
    for (const state of refundStates) expect(refunds.refundLabels[state]).toMatch(/^\p{Lu}/u);
  });
});

describe('a withdrawal (R86, R92, ruling 1b)', () => {
  // Paid on a Tuesday: the fourteenth day is Tuesday, 29 June.
  const paidAt = '2027-06-15T08:00:00.000Z';
  const leftAt = '2027-06-29T21:59:59.999Z';
  const left = { ...around, hasLeft: true, leftAt, leftByRight: true, paidAt };
  const claim = (current?: Refund, change: Partial<refunds.Surroundings> = {}, at = now) =>
    refunds.claimByLeaving(current, 'refund-1', openedClaim, { ...left, ...change }, at);
  const openedClaim = {
    applicationId: 'application-1',
    candidateId: 'candidate-1',
    programmeId: 'data-science',
    orderId: 'order-1',
  };

  it.each<[string, Partial<refunds.Surroundings>, string]>([
    ['in the last millisecond of the fourteenth day in Paris', {}, 'approved'],
    ['a millisecond later', { leftAt: '2027-06-29T22:00:00.000Z' }, '='],
    ['before the payment, which was on its way', { leftAt: '2027-06-15T07:00:00.000Z' }, 'approved'],
    ['that only leaves the process', { leftByRight: false }, '='],
    [
      'that only leaves, before the payment arrived',
      { leftByRight: false, leftAt: '2027-06-15T07:00:00.000Z' },
      'approved',
    ],
    [
      'on the Monday after a period that ends on a Saturday (R61)',
      { paidAt: '2027-06-12T08:00:00.000Z', leftAt: '2027-06-28T21:59:59.999Z' },
      'approved',
    ],
    ['of which the time is not told', { leftAt: undefined }, '='],
    ['of who never paid', { paidAt: undefined, deposit: 'closed' }, '='],
    ['while the bank holds the money (R133)', { deposit: 'disputed' }, 'waiting'],
    ['after the bank took it', { deposit: 'lost' }, 'stopped'],
    ['after somebody gave it back', { deposit: 'returned' }, 'stopped'],
  ])('%s', (_when, change, expected) => {
    expect(inWords(claim(undefined, change))).toBe(expected);
  });

  it('within the period is owed in fourteen days, by nobody’s approval, before the start too', () => {
    const owed = made(claim(undefined, { startsOn: '2028-01-01' }));
    expect(owed).toMatchObject({
      state: 'approved',
      reason: 'WITHDRAWAL_PERIOD',
      approvedBy: refunds.byRight,
    });
    // 29 June and 14 days: Tuesday, 13 July.
    expect(owed.dueAt).toBe('2027-07-13T21:59:59.999Z');
    expect(refunds.viewOfRefund(owed)).toMatchObject({
      reason: 'WITHDRAWAL_PERIOD',
      madeDueBy: 'candidate-1',
    });
    expect(refunds.viewOfRefund(owed)).not.toHaveProperty('approvedBy');
    const sent = made(refunds.sendDemand(made(refunds.begin(owed, left, now)), 'refund-1:1', left, now));
    const { messages } = followProvider(sent, orderWith(seen('succeeded')), now, 'AV') as unknown as {
      messages: object[];
    };
    expect(messages).toMatchObject([{ data: { reason: 'WITHDRAWAL_PERIOD' } }]);
  });

  it('takes the place of a claim by an agreement while its demand has not left, and of one that it stopped', () => {
    const sent: Refund = { ...(states.executing() as refunds.ExecutingRefund), isSent: true };
    const others: Refund = made(refunds.review(states.due(), { ...around, deposit: 'returned' }, now));
    const expected = [
      ...(['waiting', 'due', 'approved', 'executing', 'stopped'] as const).map(
        (state) => [states[state](), 'approved'] as const,
      ),
      ...([sent, states.succeeded(), states.failed(), others] as const).map((one) => [one, '='] as const),
    ];
    for (const [refund, after] of expected)
      expect([refund.state, inWords(claim(refund))]).toEqual([refund.state, after]);
    const again = made(claim(states.executing()));
    expect(again).toMatchObject({ demands: 1 });
    expect(again).not.toHaveProperty('fundingId');
  });

  it('is claimed once, and nothing but the provider’s money stops it', () => {
    const owed = made(claim());
    expect(inWords(claim(owed))).toBe('=');
    expect(inWords(refunds.review(owed, left, now))).toBe('=');
    expect(inWords(refunds.review(owed, { ...left, deposit: 'lost' }, now))).toBe('stopped');
    const held = made(refunds.review(owed, { ...left, deposit: 'disputed' }, now));
    const won = made(refunds.review(held, left, later(30 * day)));
    expect(won).toMatchObject({ state: 'approved', restartedAt: later(30 * day).toISOString() });
    expect(Date.parse(won.dueAt)).toBeGreaterThan(later(43 * day).getTime());
  });
});

describe('the second person (R101)', () => {
  it.each([
    ['who confirmed the agreement', 'finance-1', 'second-person-needed'],
    ['the candidate, if they work here', 'candidate-1', 'second-person-needed'],
    ['another officer', 'finance-2', 'approved'],
  ])('%s', (_who, by, expected) => {
    expect(inWords(refunds.approve(states.due(), by, now))).toBe(expected);
  });
});

describe('the execution', () => {
  it('asks under a key that is stored before, and under another after a dispute (R130)', () => {
    const first = states.executing();
    expect(first).toMatchObject({ key: 'refund-1:1', approvedBy: 'finance-2' });
    const again = made(hold(first, 'refund-1:1', now));
    const due = made(refunds.review(again, around, later(day)));
    const second = made(refunds.begin(made(refunds.approve(due, 'finance-2', now)), around, now));
    expect(second).toMatchObject({ key: 'refund-1:2' });
    expect(hold(second, 'refund-1:1', now)).toHaveProperty('ignored');
  });

  it('says once that the money went back, with the number of the credit note (R106)', () => {
    const order = orderWith(seen('failed', 'other'), seen('succeeded'));
    expect(needsCreditNote(states.executing(), order.payment.refunds)).toBe(true);
    const { messages } = followProvider(states.executing(), order, now, 'AV-2027-000001') as unknown as {
      messages: object[];
    };
    expect(messages).toMatchObject([
      {
        name: refundSucceeded.name,
        data: {
          amount,
          creditNoteNumber: 'AV-2027-000001',
          means: 'Visa •••• 4242',
          reason: 'FUNDING_CONFIRMED',
        },
      },
    ]);
    expect(needsCreditNote(states.succeeded(), order.payment.refunds)).toBe(false);
    expect(() => followProvider(states.executing(), order, now)).toThrow('credit note');
  });

  it('does not take another’s refund for its own', () => {
    expect(
      ownRefund(states.executing(), [seen('succeeded', 'refund-2'), seenRefund('succeeded')]),
    ).toBeUndefined();
    expect(followProvider(states.executing(), orderWith(seen('failed', 'refund-2')), now)).toHaveProperty(
      'ignored',
    );
  });

  it('keeps the number of a credit note although the bank returned the money (R106, R132)', () => {
    const failed = made(followProvider(states.succeeded(), orderWith(seen('failed')), now));
    expect(refunds.viewOfRefund(failed)).toMatchObject({
      state: 'failed',
      because: 'returned-by-bank',
      creditNoteNumber: 'AV-2027-000001',
    });
  });
});
