import { describe, expect, it } from '@jest/globals';
import { id } from '@admissions/contracts/ids';
import { canonical, commandIdOf, fingerprintOf, idFrom, newId, SeededChance, SystemChance } from './ids.ts';

describe('ids', () => {
  it('of a created thing are the same for the same command, and others for another kind or command', () => {
    expect(idFrom('app', 'command-1')).toBe(idFrom('app', 'command-1'));
    expect(idFrom('app', 'command-1')).not.toBe(idFrom('app', 'command-2'));
    expect(idFrom('app', 'command-1').slice(4)).not.toBe(idFrom('doc', 'command-1').slice(4));
    expect(id.safeParse(idFrom('app', 'command-1')).success).toBe(true);
  });

  it('by chance do not repeat', () => {
    const chance = new SystemChance();
    const ids = new Set(Array.from({ length: 1_000 }, () => newId('ses', chance)));
    expect(ids.size).toBe(1_000);
  });

  it('by a seed repeat what a test saw', () => {
    expect(newId('ses', new SeededChance('a'))).toBe(newId('ses', new SeededChance('a')));
    expect(newId('ses', new SeededChance('a'))).not.toBe(newId('ses', new SeededChance('b')));
  });
});

describe('a command', () => {
  it('of another actor is another command, even with the same key', () => {
    expect(commandIdOf('acc-1', 'key')).not.toBe(commandIdOf('acc-2', 'key'));
    // The pair is hashed as a pair: moving a letter from one to the other makes another command.
    expect(commandIdOf('ab', 'c')).not.toBe(commandIdOf('a', 'bc'));
  });

  it('has one fingerprint whatever the order of its keys', () => {
    expect(fingerprintOf('x', { a: 1, b: { c: [1, 2], d: null } })).toBe(
      fingerprintOf('x', { b: { d: null, c: [1, 2] }, a: 1 }),
    );
    expect(fingerprintOf('x', { a: [1, 2] })).not.toBe(fingerprintOf('x', { a: [2, 1] }));
    expect(fingerprintOf('x', { a: 1 })).not.toBe(fingerprintOf('y', { a: 1 }));
    expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}');
  });
});
