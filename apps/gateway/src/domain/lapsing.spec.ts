import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@admissions/contracts/problem';
import {
  confirmEmail,
  holds,
  inviteStaff,
  lapse,
  lapsesAt,
  requestConfirmation,
  signUp,
  yieldAddress,
  type Account,
  type AccountStatus,
  type Decision,
} from './account.ts';

const now = new Date('2026-11-24T10:00:00.000Z');
const later = (hours: number, ms = 0) => new Date(now.getTime() + hours * 3_600_000 + ms);
const id = 'account-a';
const email = 'c@example.org';
const said = { name: 'Camille', language: 'fr', passwordHash: 'kept' } as const;
const link = (name: string, hours: number) => ({
  hash: name,
  sealed: name,
  expiresAt: later(hours).toISOString(),
});

function stateOf(decision: Decision): Account {
  if (isRefusal(decision) || 'ignored' in decision) throw new Error(`no state: ${JSON.stringify(decision)}`);
  return decision.state;
}
const changes = (decision: Decision) => 'state' in decision;

const first = stateOf(signUp(undefined, id, { email, ...said, link: link('first', 48) }, now));
const second = stateOf(
  signUp({ id, state: first }, id, { email, ...said, link: link('second', 60) }, later(12)),
);
const lapsed = stateOf(yieldAddress({ id, state: second }, email));

describe('a sign-up', () => {
  it('waits until its last link ended, to the millisecond, and holds its address so long', () => {
    expect(lapsesAt(second)).toEqual(later(60));
    const current = { id, state: second };
    expect([holds(second, email, later(60, -1)), holds(second, email, later(60))]).toEqual([true, false]);
    expect([changes(lapse(current, later(60, -1))), changes(lapse(current, later(60)))]).toEqual([
      false,
      true,
    ]);
    const again = { link: link('again', 200) };
    expect(changes(requestConfirmation(current, again, later(60, -1)))).toBe(true);
    expect(changes(requestConfirmation(current, again, later(60)))).toBe(false);
  });

  it('that lapsed keeps nothing that was said, and comes back in no way', () => {
    expect(lapsed).toMatchObject({ status: 'lapsed', name: '', links: [], passwordHash: null, grants: [] });
    const current = { id, state: lapsed };
    expect(holds(lapsed, email, now)).toBe(false);
    expect(confirmEmail(current, { hash: 'first' }, now)).toMatchObject({
      refused: { code: 'link-invalid' },
    });
    expect(signUp(current, id, { email, ...said, link: link('x', 48) }, now)).toEqual({
      state: lapsed,
      messages: [],
    });
    const invited = { email, name: 'Sacha', language: 'fr' as const, grants: [], link: link('i', 168) };
    expect(inviteStaff(current, id, invited, now)).toMatchObject({ refused: { code: 'busy' } });
    // It is looked at at once, and again until it is erased.
    expect(lapsesAt(lapsed)).toEqual(now);
  });

  it('gives up its own address only', () => {
    expect(changes(yieldAddress({ id, state: second }, 'other@example.org'))).toBe(false);
    expect(changes(yieldAddress(undefined, email))).toBe(false);
  });
});

it.each<AccountStatus>(['active', 'invited', 'removed', 'lapsed'])(
  'an account that is %s neither lapses nor gives its address up',
  (status) => {
    const state = { ...second, status };
    expect(changes(lapse({ id, state }, later(1_000)))).toBe(false);
    expect(changes(yieldAddress({ id, state }, email))).toBe(false);
    expect(lapsesAt(state) !== undefined).toBe(status === 'lapsed');
    expect(holds(state, email, later(1_000))).toBe(status === 'active' || status === 'invited');
  },
);
