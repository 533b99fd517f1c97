import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Seal } from './seal.ts';

const seal = new Seal(randomBytes(32).toString('base64'));

describe('a sealed link', () => {
  it('opens for the purpose that it was sealed for', () => {
    expect(seal.open(seal.seal('https://example.org/é?token=1', 'reset'), 'reset')).toBe(
      'https://example.org/é?token=1',
    );
  });

  it('never looks the same twice', () => {
    expect(seal.seal('a', 'reset')).not.toBe(seal.seal('a', 'reset'));
  });

  it('does not open for another purpose, with another key, or when a byte was changed', () => {
    const sealed = seal.seal('secret', 'reset');
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[bytes.length - 1]! ^= 1;
    expect(() => seal.open(sealed, 'invite')).toThrow();
    expect(() => new Seal(randomBytes(32).toString('base64')).open(sealed, 'reset')).toThrow();
    expect(() => seal.open(bytes.toString('base64url'), 'reset')).toThrow();
  });

  it('needs a key of 32 bytes', () => {
    expect(() => new Seal('c2hvcnQ=')).toThrow('32 bytes');
  });
});
