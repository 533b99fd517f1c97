import { describe, expect, it } from '@jest/globals';
import { permissions, roles, staffRoles, type Permission, type Role } from './roles.ts';
import { can, isStaff, programmesOf, type Subject } from './subject.ts';

const of = (role: Role, programmes: string[] = []): Subject => ({
  id: 'acc-1',
  grants: [{ role, programmes }],
});

describe('who may do what', () => {
  it('lets a candidate reach their own objects and nobody else’s', () => {
    expect(can(of('candidate'), 'application:read', { owner: 'acc-1', programmeId: 'ms-1' })).toBe(true);
    expect(can(of('candidate'), 'application:read', { owner: 'acc-2', programmeId: 'ms-1' })).toBe(false);
    expect(can(of('candidate'), 'application:read', { programmeId: 'ms-1' })).toBe(false);
  });

  it('keeps staff within the programmes of their grant', () => {
    expect(can(of('officer', ['ms-1']), 'application:read', { owner: 'acc-2', programmeId: 'ms-1' })).toBe(
      true,
    );
    expect(can(of('officer', ['ms-1']), 'application:read', { owner: 'acc-2', programmeId: 'ms-2' })).toBe(
      false,
    );
    expect(can(of('officer', ['*']), 'application:read', { owner: 'acc-2', programmeId: 'ms-2' })).toBe(true);
    expect(can(of('officer', []), 'application:read', { owner: 'acc-2', programmeId: 'ms-2' })).toBe(false);
  });

  it('does not let a programme that a candidate is given widen their reach', () => {
    expect(can(of('candidate', ['*']), 'application:read', { owner: 'acc-2', programmeId: 'ms-1' })).toBe(
      false,
    );
  });

  it('gives a visitor the programmes and nothing else', () => {
    const allowed = (Object.keys(permissions) as Permission[]).filter((permission) =>
      can(of('visitor'), permission),
    );
    expect(allowed).toEqual(['programme:read']);
  });

  it('knows staff from candidates', () => {
    expect(staffRoles.map((role) => isStaff(of(role)))).toEqual(staffRoles.map(() => true));
    expect(isStaff(of('candidate'))).toBe(false);
    expect(isStaff(of('visitor'))).toBe(false);
  });

  it('names the programmes of a permission over several grants', () => {
    const who: Subject = {
      id: 'acc-1',
      grants: [
        { role: 'officer', programmes: ['ms-1'] },
        { role: 'officer', programmes: ['ms-1', 'ms-2'] },
        { role: 'finance-officer', programmes: ['ms-3'] },
      ],
    };
    expect(programmesOf(who, 'application:read')).toEqual(['ms-1', 'ms-2']);
    expect(programmesOf(who, 'order:read')).toEqual(['ms-3']);
    expect(programmesOf(of('officer', ['*']), 'queue:read')).toBe('*');
    expect(programmesOf(of('candidate', ['*']), 'application:read')).toEqual([]);
  });
});

it('every permission is held by some role', () => {
  const held = new Set<string>(Object.values(roles).flatMap(({ may }) => [...may]));
  expect([...held].sort()).toEqual(Object.keys(permissions).sort());
});
