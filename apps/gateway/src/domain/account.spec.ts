import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@admissions/contracts/problem';
import type { Grant } from '@admissions/contracts/roles';
import {
  acceptInvitation,
  changeGrants,
  changePassword,
  confirmEmail,
  confirmEmailChange,
  holds,
  inviteStaff,
  isAdministrator,
  isStaffAccount,
  keepLocalAccount,
  rehashPassword,
  removeStaff,
  requestConfirmation,
  requestEmailChange,
  requestPasswordReset,
  resetPassword,
  signUp,
  wantedAddress,
  type Account,
  type Decision,
} from './account.ts';
import { linkPurposes, type NewLink } from './links.ts';

const now = new Date('2026-11-24T10:00:00.000Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const id = 'account-a';
const link = (name: string, hours = 1): NewLink => ({
  hash: `hash-${name}`,
  sealed: `sealed-${name}`,
  expiresAt: later(hours).toISOString(),
});
const officer: Grant = { role: 'officer', programmes: ['ms-data'] };
const administrator: Grant = { role: 'administrator', programmes: [] };
const said = { name: 'Camille', language: 'fr', passwordHash: 'kept-1' } as const;

/** Ways to come to each state, by acts alone. */
const pending = stateOf(
  signUp(undefined, id, { email: 'c@example.org', ...said, link: link('confirm', 48) }, now),
);
const active = stateOf(confirmEmail({ id, state: pending }, { hash: 'hash-confirm' }, now));
const invite = { email: 's@example.org', name: 'Sacha', language: 'fr' as const, grants: [officer] };
const invited = stateOf(inviteStaff(undefined, id, { ...invite, link: link('invite', 168) }, now));
const staff = stateOf(
  acceptInvitation({ id, state: invited }, { hash: 'hash-invite', passwordHash: 'kept-s' }, now),
);
const removed = stateOf(removeStaff({ id, state: staff }));

const states = { none: undefined, pending, active, invited, staff, removed };
type StateName = keyof typeof states;
const current = (name: StateName) => {
  const state = states[name];
  return state && { id, state };
};

function stateOf(decision: Decision): Account {
  if (isRefusal(decision) || 'ignored' in decision) throw new Error(`no state: ${JSON.stringify(decision)}`);
  return decision.state;
}

/** `message names` of a change, `-code` of a refusal, `~` for nothing to do. */
function told(decision: Decision): string {
  if (isRefusal(decision)) return `-${decision.refused.code}`;
  if ('ignored' in decision) return '~';
  return (
    decision.messages.map(({ name }) => name.replace(/^gateway\.(.*)\.v1$/, '$1')).join(' ') || 'changed'
  );
}

describe('every act in every state', () => {
  type Act = (state: ReturnType<typeof current>) => Decision;
  const acts: Record<string, Act> = {
    signUp: (c) => signUp(c, id, { email: 'c@example.org', ...said, link: link('again', 48) }, now),
    requestConfirmation: (c) => requestConfirmation(c, { link: link('again') }, now),
    confirmEmail: (c) => confirmEmail(c, { hash: 'hash-confirm' }, now),
    requestPasswordReset: (c) => requestPasswordReset(c, { link: link('reset') }, now),
    resetPassword: (c) => resetPassword(c, { hash: 'hash-reset', passwordHash: 'kept-2' }, now),
    changePassword: (c) => changePassword(c, { verified: 'kept-1', passwordHash: 'kept-2' }),
    rehashPassword: (c) => rehashPassword(c, { from: 'kept-1', to: 'kept-2' }),
    requestEmailChange: (c) => requestEmailChange(c, { email: 'new@example.org', link: link('move') }, now),
    confirmEmailChange: (c) => confirmEmailChange(c, { hash: 'hash-move' }, now),
    inviteStaff: (c) => inviteStaff(c, id, { ...invite, link: link('other') }, now),
    acceptInvitation: (c) => acceptInvitation(c, { hash: 'hash-invite', passwordHash: 'kept-2' }, now),
    changeGrants: (c) => changeGrants(c, { grants: [administrator] }),
    removeStaff: (c) => removeStaff(c),
  };
  const expected: Record<string, Record<StateName, string>> = {
    signUp: {
      none: 'email-confirmation-requested',
      pending: 'email-confirmation-requested',
      active: 'sign-up-repeated',
      invited: 'sign-up-repeated',
      staff: 'sign-up-repeated',
      removed: 'email-confirmation-requested',
    },
    requestConfirmation: {
      none: '~',
      pending: 'email-confirmation-requested',
      active: '~',
      invited: '~',
      staff: '~',
      removed: '~',
    },
    confirmEmail: row('-link-invalid', { pending: 'contact-changed' }),
    requestPasswordReset: row('~', { active: 'password-reset-requested', staff: 'password-reset-requested' }),
    resetPassword: row('-link-invalid', {}),
    changePassword: row('-not-found', { active: 'password-changed', staff: '-password-refused' }),
    rehashPassword: row('~', { active: 'changed' }),
    requestEmailChange: row('-not-found', {
      active: 'email-change-requested',
      staff: 'email-change-requested',
    }),
    confirmEmailChange: row('-link-invalid', {}),
    inviteStaff: row('staff-invited', { active: '-email-taken', staff: '-email-taken' }),
    acceptInvitation: row('-link-invalid', { invited: 'contact-changed' }),
    changeGrants: row('-not-found', { active: 'changed', invited: 'changed', staff: 'changed' }),
    removeStaff: row('-not-found', { invited: 'changed', staff: 'changed' }),
  };

  function row(otherwise: string, special: Partial<Record<StateName, string>>): Record<StateName, string> {
    return Object.fromEntries(
      Object.keys(states).map((name) => [name, special[name as StateName] ?? otherwise]),
    ) as never;
  }

  const cases = Object.entries(acts).flatMap(([name, act]) =>
    (Object.keys(states) as StateName[]).map((state) => [name, state, act, expected[name]![state]] as const),
  );
  it.each(cases)('%s in %s', (_name, state, act, outcome) => {
    expect(told(act(current(state)))).toBe(outcome);
  });
});

describe('links', () => {
  it.each(Object.keys(linkPurposes))('of the purpose %s are of no use for another', (purpose) => {
    const one = {
      purpose,
      hash: 'h',
      expiresAt: later(1).toISOString(),
      email: 'n@example.org',
      signUp: said,
    };
    const holder = (status: Account['status']) => ({
      id,
      state: { ...active, status, links: [one] } as Account,
    });
    const uses: Record<string, Decision> = {
      'confirm-email': confirmEmail(holder('pending'), { hash: 'h' }, now),
      'reset-password': resetPassword(holder('active'), { hash: 'h', passwordHash: 'k' }, now),
      'confirm-email-change': confirmEmailChange(holder('active'), { hash: 'h' }, now),
      'accept-invitation': acceptInvitation(holder('invited'), { hash: 'h', passwordHash: 'k' }, now),
    };
    for (const [use, decision] of Object.entries(uses))
      expect([use, isRefusal(decision)]).toEqual([use, use !== purpose]);
  });

  it('end at their time, to the millisecond, and work once', () => {
    const state = stateOf(requestPasswordReset({ id, state: active }, { link: link('reset', 1) }, now));
    const use = (at: Date, from = state) =>
      resetPassword({ id, state: from }, { hash: 'hash-reset', passwordHash: 'k' }, at);
    expect(told(use(later(1)))).toBe('-link-invalid');
    const used = stateOf(use(new Date(later(1).getTime() - 1)));
    expect(told(use(now, used))).toBe('-link-invalid');
  });

  it('that strangers ask for do not shut out the owner’s: three live side by side, and no other is sent', () => {
    let state = active;
    for (const name of ['a', 'b', 'c'])
      state = stateOf(requestPasswordReset({ id, state }, { link: link(name) }, now));
    const works = (name: string, from = state) =>
      told(resetPassword({ id, state: from }, { hash: `hash-${name}`, passwordHash: 'k' }, now));
    expect(['a', 'b', 'c'].map((name) => works(name))).toEqual(Array(3).fill('password-changed'));
    const fourth = (at: Date) => requestPasswordReset({ id, state }, { link: link('d', 1.5) }, at);
    expect(told(fourth(new Date(later(0.5).getTime() - 1)))).toBe('~');
    const four = stateOf(fourth(later(0.5)));
    expect(['a', 'b', 'c', 'd'].map((name) => works(name, four))).toEqual(Array(4).fill('password-changed'));
  });

  it('of an earlier wish for an address are void after a later one', () => {
    const first = stateOf(
      requestEmailChange({ id, state: active }, { email: 'one@example.org', link: link('one') }, now),
    );
    const second = stateOf(
      requestEmailChange({ id, state: first }, { email: 'two@example.org', link: link('two') }, now),
    );
    expect(wantedAddress({ id, state: second }, 'hash-one', now)).toBeUndefined();
    expect(wantedAddress({ id, state: second }, 'hash-two', now)).toBe('two@example.org');
  });

  it('are all void once the password or the address changed', () => {
    const asked = stateOf(
      requestEmailChange({ id, state: active }, { email: 'thief@example.org', link: link('move') }, now),
    );
    const safe = stateOf(
      changePassword({ id, state: asked }, { verified: 'kept-1', passwordHash: 'kept-2' }),
    );
    expect(told(confirmEmailChange({ id, state: safe }, { hash: 'hash-move' }, now))).toBe('-link-invalid');
  });
});

describe('a sign-up', () => {
  it('is confirmed with its own password: a stranger’s link never confirms another’s', () => {
    const stranger = { name: 'Stranger', language: 'en', passwordHash: 'strangers' } as const;
    const both = stateOf(
      signUp(
        { id, state: pending },
        id,
        { email: 'c@example.org', ...stranger, link: link('strange', 48) },
        now,
      ),
    );
    expect(stateOf(confirmEmail({ id, state: both }, { hash: 'hash-confirm' }, now))).toMatchObject({
      ...said,
      status: 'active',
      links: [],
    });
    expect(stateOf(confirmEmail({ id, state: both }, { hash: 'hash-strange' }, now))).toMatchObject(stranger);
  });

  it('makes a candidate, and nothing else', () => {
    expect(active.grants).toEqual([{ role: 'candidate', programmes: [] }]);
    expect(pending).toMatchObject({ passwordHash: null, grants: [] });
  });

  it('can have its link sent again until it ended', () => {
    const resend = (at: Date) =>
      requestConfirmation(
        { id, state: pending },
        { link: { ...link('again'), expiresAt: later(90).toISOString() } },
        at,
      );
    const again = stateOf(resend(later(47)));
    expect(told(confirmEmail({ id, state: again }, { hash: 'hash-confirm' }, later(49)))).toBe(
      '-link-invalid',
    );
    expect(stateOf(confirmEmail({ id, state: again }, { hash: 'hash-again' }, later(49)))).toMatchObject(
      said,
    );
    expect(told(resend(later(48)))).toBe('~');
  });

  it('tells the owner of an active account and changes nothing', () => {
    const decision = signUp(
      { id, state: active },
      id,
      { email: 'c@example.org', ...said, passwordHash: 'x', link: link('x') },
      now,
    );
    expect(stateOf(decision)).toBe(active);
  });
});

describe('sessions end at once', () => {
  const known = { id, state: staff };
  const withReset = { id, state: stateOf(requestPasswordReset(known, { link: link('reset') }, now)) };
  const withMove = {
    id,
    state: stateOf(requestEmailChange(known, { email: 'n@example.org', link: link('move') }, now)),
  };
  it.each([
    ['the password is changed', changePassword(known, { verified: 'kept-s', passwordHash: 'k' })],
    ['the password is reset', resetPassword(withReset, { hash: 'hash-reset', passwordHash: 'k' }, now)],
    ['the address is changed', confirmEmailChange(withMove, { hash: 'hash-move' }, now)],
    ['roles are changed', changeGrants(known, { grants: [administrator] })],
    ['roles are taken', removeStaff(known)],
  ])('when %s', (_when, decision) => {
    expect(stateOf(decision).epoch).toBe(staff.epoch + 1);
  });

  it('and never come back with a later life of the account', () => {
    const anew = stateOf(
      signUp({ id, state: removed }, id, { email: 's@example.org', ...said, link: link('x', 48) }, now),
    );
    expect(anew.epoch).toBeGreaterThan(removed.epoch);
    expect(anew).toMatchObject({ status: 'pending', passwordHash: null, grants: [] });
  });

  it('but not when the password is only kept at another cost', () => {
    const kept = stateOf(rehashPassword(known, { from: 'kept-s', to: 'kept-t' }));
    expect(kept).toEqual({ ...staff, passwordHash: 'kept-t' });
  });
});

describe('staff', () => {
  it('that was invited drops what strangers signed up with the address', () => {
    const state = stateOf(
      inviteStaff({ id, state: pending }, id, { ...invite, email: 'c@example.org', link: link('i') }, now),
    );
    expect(state).toMatchObject({ status: 'invited', name: 'Sacha' });
    expect(told(confirmEmail({ id, state }, { hash: 'hash-confirm' }, now))).toBe('-link-invalid');
  });

  it('keeps being a candidate when the roles come and go', () => {
    const both = stateOf(changeGrants({ id, state: active }, { grants: [officer] }));
    expect(both.grants).toEqual([{ role: 'candidate', programmes: [] }, officer]);
    expect(stateOf(removeStaff({ id, state: both }))).toMatchObject({
      status: 'active',
      grants: [{ role: 'candidate', programmes: [] }],
    });
  });

  it('is removed with its roles when it is nothing else, and its address becomes free', () => {
    expect(removed).toMatchObject({ status: 'removed', grants: [], passwordHash: null, links: [] });
    expect(holds(removed, 's@example.org', now)).toBe(false);
    expect(holds(staff, 's@example.org', now)).toBe(true);
    expect(holds(undefined, 's@example.org', now)).toBe(false);
  });

  it('is known as such, and an administrator only once active', () => {
    expect([undefined, pending, active, removed].map(isStaffAccount)).toEqual([false, false, false, false]);
    expect([invited, staff].map(isStaffAccount)).toEqual([true, true]);
    const chief = stateOf(changeGrants({ id, state: invited }, { grants: [administrator] }));
    expect(isAdministrator(chief)).toBe(false);
    expect(isAdministrator({ ...chief, status: 'active' })).toBe(true);
  });
});

describe('a changed address', () => {
  it('is told to the former one and to those who keep it', () => {
    const asked = stateOf(
      requestEmailChange({ id, state: active }, { email: 'n@example.org', link: link('move') }, now),
    );
    const decision = confirmEmailChange({ id, state: asked }, { hash: 'hash-move' }, now);
    expect(decision).toMatchObject({
      state: { email: 'n@example.org' },
      messages: [
        { data: { email: 'c@example.org', newEmail: 'n@example.org' } },
        { data: { email: 'n@example.org' } },
      ],
    });
  });

  it('that is the address already is nothing to do', () => {
    expect(
      told(requestEmailChange({ id, state: active }, { email: 'c@example.org', link: link('x') }, now)),
    ).toBe('~');
  });
});

it('a local account is what its file says', () => {
  const wanted = { email: 'o@example.org', name: 'Officier', grants: [officer], passwordHash: 'kept' };
  const state = stateOf(keepLocalAccount(undefined, id, wanted, now));
  expect(state).toMatchObject({ ...wanted, status: 'active', links: [] });
  expect(stateOf(keepLocalAccount({ id, state }, id, wanted, now)).epoch).toBe(state.epoch + 1);
});
