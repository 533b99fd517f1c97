import { describe, expect, it } from '@jest/globals';
import { originOf } from '@admissions/contracts/message';
import {
  assertKebab,
  dueKey,
  isStreamId,
  messageKey,
  newAttempt,
  outboxKey,
  parseDueKey,
  parseOutboxKey,
  revisionKey,
} from './keys.ts';

describe('keys', () => {
  const ids = ['app-1', 'email/a@b.example', 'a/000001', 'seat 4/9', 'é'];

  it('of revisions have six digits, and more when they must', () => {
    expect(revisionKey('app-1', 7)).toBe('app-1/000007');
    expect(revisionKey('app-1', 1_234_567)).toBe('app-1/1234567');
  });

  it.each(ids)('of the outbox are read back: %s', (id) => {
    const key = { aggregate: 'application', id, revision: 12, attempt: newAttempt() };
    expect(parseOutboxKey(outboxKey(key))).toEqual(key);
  });

  it.each(ids)('of deadlines are read back: %s', (id) => {
    expect(parseDueKey(dueKey('application', id, 'offer-lapses'))).toEqual({
      aggregate: 'application',
      id,
      name: 'offer-lapses',
    });
  });

  it.each(ids)('of messages tell their origin to those who follow: %s', (id) => {
    expect(originOf(messageKey('application', id, 3, 1))).toEqual({
      aggregate: 'application',
      stream: id,
      revision: 3,
      index: 1,
    });
  });

  it('of another form are not read', () => {
    for (const key of ['', 'a', 'a/b', 'a/b/c', 'a/b/x/c', '/b/1/c'])
      expect(parseOutboxKey(key)).toBeUndefined();
    for (const key of ['', 'a', 'a/b']) expect(parseDueKey(key)).toBeUndefined();
  });

  it('are never the same for two attempts', () => {
    expect(new Set(Array.from({ length: 1_000 }, newAttempt)).size).toBe(1_000);
    expect(newAttempt()).not.toContain('/');
  });
});

describe('names', () => {
  it('are kebab-case', () => {
    for (const name of ['application', 'jury-session', 'a1-b2'])
      expect(() => assertKebab(name, 'a name')).not.toThrow();
    for (const name of ['', 'Application', 'a_b', 'a/b', '-a', 'a-', '1a', 'a.b', '$a'])
      expect(() => assertKebab(name, 'a name')).toThrow('a name');
  });
});

describe('ids of streams', () => {
  it('are 1 to 200 characters without control characters', () => {
    for (const id of ['a', 'x'.repeat(200), 'email/a@b.example', '$where', 'a b'])
      expect(isStreamId(id)).toBe(true);
    for (const id of ['', 'x'.repeat(201), 'a\nb', 'a\u0000', '\u007f', 1, null, undefined, {}, ['a']])
      expect(isStreamId(id)).toBe(false);
  });
});
