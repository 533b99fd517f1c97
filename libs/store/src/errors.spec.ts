import { describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { isDuplicate, isUnavailable, unavailable } from './errors.ts';

const serverError = (code: number, message = 'm') => new mongo.MongoServerError({ message, code });

describe('errors of the database', () => {
  it('after which the same operation may succeed are known', () => {
    const away = [
      new mongo.MongoNetworkError('connection closed'),
      new mongo.MongoNetworkTimeoutError('timed out'),
      new mongo.MongoServerSelectionError('none', {} as never),
      new mongo.MongoNotConnectedError('closed'),
      serverError(10107, 'not primary'),
      serverError(11600, 'interrupted at shutdown'),
      serverError(91, 'shutdown in progress'),
      serverError(1, 'database is locked (5) (SQLITE_BUSY)'),
    ];
    for (const error of away) expect([error.name, isUnavailable(error)]).toEqual([error.name, true]);
  });

  it('that mean a mistake are not among them', () => {
    for (const error of [
      serverError(11000),
      serverError(2),
      serverError(13),
      new Error('closed'),
      new TypeError('x'),
      'text',
      null,
      undefined,
    ]) {
      expect(isUnavailable(error)).toBe(false);
    }
  });

  it('tell a duplicate key', () => {
    expect(isDuplicate(serverError(11000))).toBe(true);
    for (const error of [serverError(11001), new Error('E11000'), null, undefined])
      expect(isDuplicate(error)).toBe(false);
  });

  it('reach the caller as 503 with a time to come again, and nothing of ours', () => {
    const problem = unavailable(new Error('mongodb://user:secret@host'));
    expect(problem.status).toBe(503);
    expect(problem.problem).toEqual({
      code: 'service-unavailable',
      detail: 'the database does not answer',
      retryAfter: 2,
    });
  });
});
