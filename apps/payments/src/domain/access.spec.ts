import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@admissions/contracts/problem';
import { orderStates } from '@admissions/contracts/payments';
import { staffRoles } from '@admissions/contracts/roles';
import type { Subject } from '@admissions/contracts/subject';
import { follow, followLeaving, followPlace, mayKnow, maySee, visibleOrders, type Access } from './access.ts';
import { deposits, orders } from './order.examples.ts';

const order = orders.open();
const access: Access = { candidateId: order.candidateId, programmeId: order.programmeId, seen: 3 };
type Role = Subject['grants'][number]['role'];
const who = (role: Role, id = 'someone', programmes: string[] = ['*']): Subject => ({
  id,
  grants: [{ role, programmes }],
});
const owner = who('candidate', order.candidateId, []);
const stranger = who('candidate', 'candidate-of-another', []);
const finance = who('finance-officer');
const hasBeenPaid = ['paid', 'disputed'];

describe('who sees an order', () => {
  it.each(orderStates)(
    'that is %s: its candidate always, a finance officer once it was paid (R15)',
    (state) => {
      const seen = orders[state]();
      expect(maySee(seen, owner)).toBe(true);
      expect(maySee(seen, finance)).toBe(hasBeenPaid.includes(state));
      expect(maySee(seen, who('finance-officer', 'f', [order.programmeId]))).toBe(
        hasBeenPaid.includes(state),
      );
      expect(maySee(seen, who('finance-officer', 'f', ['another-programme']))).toBe(false);
      expect(maySee(seen, stranger)).toBe(false);
    },
  );

  it('knows of an application: its candidate, and a finance officer of its programme once the fee is paid (R15)', () => {
    const examinable = { ...access, isExaminable: true };
    expect([owner, finance, stranger].map((one) => mayKnow(access, one))).toEqual([true, false, false]);
    expect([owner, finance, stranger].map((one) => mayKnow(examinable, one))).toEqual([true, true, false]);
    expect(mayKnow(examinable, who('finance-officer', 'f', ['another-programme']))).toBe(false);
    expect(mayKnow(examinable, who('officer'))).toBe(false);
  });

  it.each(staffRoles.filter((role) => role !== 'finance-officer'))('not: %s', (role) => {
    expect(maySee(orders.paid(), who(role))).toBe(false);
  });

  it('a candidate who is a finance officer too sees the own open order, and no other', () => {
    const both: Subject = { id: order.candidateId, grants: [...owner.grants, ...finance.grants] };
    expect(maySee(order, both)).toBe(true);
    expect(maySee({ ...order, candidateId: 'another' }, both)).toBe(false);
  });
});

describe('the orders of an application', () => {
  const listed = (
    known: Access | undefined,
    found: Parameters<typeof visibleOrders>[1],
    subject: Subject,
  ) => {
    const visible = visibleOrders(known, found, subject);
    return isRefusal(visible) ? visible.refused.code : visible.map(({ state }) => state);
  };

  it.each([
    ['the owner, before the fee is asked for', access, [], owner, []],
    ['the owner, later', access, [orders.open()], owner, ['open']],
    ['another candidate, before the fee is asked for', access, [], stranger, 'not-found'],
    ['another candidate, later', access, [orders.open()], stranger, 'not-found'],
    ['another candidate, once it is paid', access, [orders.paid()], stranger, 'not-found'],
    ['a finance officer, before the fee is asked for', access, [], finance, 'not-found'],
    ['a finance officer, before it is paid', access, [orders.open()], finance, 'not-found'],
    ['a finance officer, once it is paid', access, [orders.paid(), orders.closed()], finance, ['paid']],
    ['anyone, of an application nobody told of', undefined, [], owner, 'not-found'],
    [
      'the owner, of an order older than what is known of applications',
      undefined,
      [orders.open()],
      owner,
      ['open'],
    ],
    ['a finance officer, of such an order, once it is paid', undefined, [orders.paid()], finance, ['paid']],
    ['a finance officer, of such an order, before', undefined, [orders.open()], finance, 'not-found'],
    ['another candidate, of such an order', undefined, [orders.paid()], stranger, 'not-found'],
    ['a finance officer, of a deposit that is not paid', undefined, [deposits.open()], finance, ['open']],
    ['another candidate, of a deposit', access, [deposits.open()], stranger, 'not-found'],
  ] as const)('%s', (_who, known, found, subject, expected) => {
    expect(listed(known, found, subject)).toEqual(expected);
  });
});

describe('the access copy', () => {
  const data = {
    applicationId: order.applicationId,
    candidateId: order.candidateId,
    programmeId: order.programmeId,
    intakeId: 'i',
    state: 'submitted' as const,
    isExaminable: true,
    isEditable: false,
    wanted: [],
  };
  it('takes a newer snapshot', () => {
    const told = { state: 'submitted', isExaminable: true, hasLeft: false };
    expect(follow(access, data, 4)).toEqual({ state: { ...access, ...told, seen: 4 } });
    expect(follow(undefined, data, 1)).toEqual({ state: { ...access, ...told, seen: 1 } });
  });
  it.each([3, 2, 1])('ignores revision %i, which is not newer than what it has seen', (revision) => {
    const stale = { ...data, candidateId: 'somebody-else' };
    expect(follow(access, stale, revision)).toMatchObject({ ignored: expect.any(String) });
  });

  const fact = { ...data, reference: 'r', programmeTitle: 't', intakeLabel: 'l' };
  const leaving = { ...fact, reason: 'PERSONAL_CHOICE', fromState: 'confirmed', withdrawnAt: 'w' } as const;
  it.each(['withdrawn', 'cancelled'] as const)('knows that who is %s has left', (state) => {
    expect(follow(access, { ...data, state }, 4)).toMatchObject({ state: { hasLeft: true } });
  });
  it('knows it from the fact too, before any snapshot, and for ever', () => {
    const gone = followLeaving(undefined, leaving);
    expect(gone).toMatchObject({ state: { hasLeft: true, seen: 0, candidateId: data.candidateId } });
    const { state } = gone as { state: Access };
    expect(follow(state, data, 1)).toMatchObject({ state: { hasLeft: true, state: 'submitted' } });
    expect(state).toMatchObject({ leftAt: 'w', leftByRight: false });
    const renounced = followLeaving(undefined, { ...leaving, reason: 'STATUTORY_WITHDRAWAL' });
    expect(renounced).toMatchObject({ state: { leftByRight: true } });
    expect(follow(state, data, 1)).toMatchObject({ state: { leftAt: 'w' } });
    expect(followLeaving(state, leaving)).toHaveProperty('ignored');
  });
  it('learns when from the fact, although a snapshot told first that they left', () => {
    const { state } = follow(access, { ...data, state: 'withdrawn' }, 4) as { state: Access };
    expect(followLeaving(state, leaving)).toMatchObject({ state: { hasLeft: true, leftAt: 'w', seen: 4 } });
  });
  it('learns the start from the confirmation of the place, and keeps what a snapshot told', () => {
    const place = { ...fact, confirmedAt: 'c', intakeStartsOn: '2027-09-20' };
    expect(followPlace(access, place)).toMatchObject({
      state: { intakeStartsOn: '2027-09-20', seen: access.seen },
    });
    const told = { ...access, intakeStartsOn: '2027-09-27' };
    expect(followPlace(told, place)).toHaveProperty('ignored');
    expect(follow(told, data, 9)).toMatchObject({ state: { intakeStartsOn: '2027-09-27' } });
  });
});
