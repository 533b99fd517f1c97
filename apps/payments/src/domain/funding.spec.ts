import { describe, expect, it } from '@jest/globals';
import { applicationStates } from '@admissions/contracts/applications';
import { fundingStates } from '@admissions/contracts/payments';
import {
  fundingLabels,
  fundingMoves,
  judge,
  register,
  viewOfFunding,
  type Funding,
  type FundingDecision,
} from './funding.ts';

const now = new Date('2027-06-15T09:00:00.000Z');
const application = {
  candidateId: 'candidate-1',
  programmeId: 'data-science',
  reference: 'MS-2027-0001',
  programmeTitle: 'Mastère Spécialisé® Data',
  state: 'confirmed' as const,
  tuition: { amount: 1_500_000, currency: 'EUR' as const },
};
const input = {
  applicationId: 'application-1',
  kind: 'OPCO' as const,
  funder: 'Atlas',
  reference: 'DPC-1',
  amount: { amount: 1_500_000, currency: 'EUR' as const },
  receivedOn: '2027-06-14',
};
const registering = { id: 'funding-1', by: 'finance-1', now, today: '2027-06-15' };
const doing = (change: object = {}, whose: object = {}) =>
  register({ ...application, ...whose }, { ...input, ...change }, registering);
const inWords = (decision: FundingDecision) =>
  'refused' in decision
    ? decision.refused.code
    : 'state' in decision
      ? decision.state.state
      : decision.ignored;
const made = (decision: FundingDecision): Funding => {
  if (!('state' in decision)) throw new Error(inWords(decision));
  return decision.state;
};
const confirmed = { outcome: 'CONFIRMED' as const };
const refused = { outcome: 'REFUSED' as const, reason: 'Le bénéficiaire n’est pas le candidat' };

describe('registering an agreement (R99, R100)', () => {
  it.each([
    ['that covers the tuition', {}, 'received'],
    ['of a cent less', { amount: { amount: 1_499_999, currency: 'EUR' } }, 'funding-too-low'],
    [
      'of less, when somebody pays the rest',
      { amount: { amount: 1, currency: 'EUR' }, remainderPaidBy: 'EMPLOYER' },
      'received',
    ],
    [
      'of nothing',
      { amount: { amount: 0, currency: 'EUR' }, remainderPaidBy: 'CANDIDATE' },
      'funding-too-low',
    ],
    ['received today', { receivedOn: '2027-06-15' }, 'received'],
    ['received tomorrow', { receivedOn: '2027-06-16' }, 'invalid-input'],
  ])('%s', (_what, change, expected) => {
    expect(inWords(doing(change))).toBe(expected);
  });

  it('wants to know who pays the rest while the tuition is not known', () => {
    expect(inWords(doing({}, { tuition: undefined }))).toBe('funding-too-low');
    expect(made(doing({ remainderPaidBy: 'CANDIDATE' }, { tuition: undefined }))).toMatchObject({
      remainderPaidBy: 'CANDIDATE',
    });
  });

  it('notes who pays the rest only where there is one', () => {
    expect(made(doing({ remainderPaidBy: 'EMPLOYER' }))).not.toHaveProperty('remainderPaidBy');
  });

  const over = ['not-admissible', 'not-admitted', 'lapsed', 'withdrawn', 'cancelled'];
  it.each(applicationStates)('for an application that is %s', (state) => {
    expect(inWords(doing({}, { state }))).toBe(over.includes(state) ? 'wrong-state' : 'received');
  });
});

describe('judging an agreement: every state × act', () => {
  const states = {
    received: made(doing()),
    confirmed: made(judge(made(doing()), confirmed, 'finance-1', now)),
    refused: made(judge(made(doing()), refused, 'finance-1', now)),
  };
  it.each([
    ['received', 'confirmed', 'refused'],
    ['confirmed', 'wrong-state', 'wrong-state'],
    ['refused', 'wrong-state', 'wrong-state'],
  ] as const)('%s: confirming gives %s, refusing gives %s', (state, whenConfirmed, whenRefused) => {
    expect(inWords(judge(states[state], confirmed, 'finance-2', now))).toBe(whenConfirmed);
    expect(inWords(judge(states[state], refused, 'finance-2', now))).toBe(whenRefused);
    expect((fundingMoves.confirm.from as readonly string[]).includes(state)).toBe(
      whenConfirmed === 'confirmed',
    );
  });

  it('is told once, with who said it and why', () => {
    const { messages } = judge(states.received, refused, 'finance-2', now) as unknown as {
      messages: object[];
    };
    expect(messages).toMatchObject([
      {
        name: 'payments.funding-judged.v1',
        data: { outcome: 'REFUSED', reason: refused.reason, reference: 'MS-2027-0001', funder: 'Atlas' },
      },
    ]);
    expect(judge(states.received, confirmed, 'finance-2', now)).toMatchObject({
      state: { confirmedBy: 'finance-2' },
      messages: [{ data: { outcome: 'CONFIRMED' } }],
    });
  });

  it('shows who confirmed to staff only', () => {
    expect(viewOfFunding(states.confirmed, true)).toMatchObject({
      confirmedBy: 'finance-1',
      reference: 'DPC-1',
    });
    expect(viewOfFunding(states.confirmed, false)).not.toHaveProperty('confirmedBy');
    expect(viewOfFunding(states.refused, false)).toMatchObject({ refusedReason: refused.reason });
  });

  it('has words for every state', () => {
    for (const state of fundingStates) expect(fundingLabels[state]).toMatch(/^\p{Lu}/u);
  });
});
