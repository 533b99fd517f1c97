import { describe, expect, it } from '@jest/globals';
import type { Message } from 'amqplib';
import {
  again,
  bodyLimit,
  decode,
  encode,
  replyOf,
  requestHead,
  requestHeaders,
  returnsOf,
  trialHeaders,
  trialsOf,
  type Trials,
} from './wire.ts';

const withHeaders = (headers: unknown) => ({ properties: { headers } }) as Message;

describe('what travels', () => {
  it('a request keeps its head', () => {
    const head = {
      call: 'payments.get-order',
      token: 't',
      correlationId: 'c',
      idempotencyKey: 'k',
      deadline: 1_764_000_000_000,
    };
    expect(requestHead(withHeaders(requestHeaders(head)))).toEqual(head);
    const bare = { call: 'payments.get-order', correlationId: 'c', deadline: 1 };
    expect(requestHeaders({ ...bare, token: undefined })).toEqual(bare);
    expect(requestHead(withHeaders(requestHeaders(bare)))).toEqual({
      ...bare,
      token: undefined,
      idempotencyKey: undefined,
    });
  });

  it.each([
    [undefined],
    [{}],
    [{ call: 'x', correlationId: 'c' }],
    [{ call: 7, correlationId: 'c', deadline: 1 }],
    [{ call: 'x', correlationId: 'c', deadline: 'soon' }],
    [{ call: 'x', correlationId: 'c', deadline: 1.5 }],
  ])('a head of %j is none', (headers) => {
    expect(requestHead(withHeaders(headers))).toBeUndefined();
  });

  it('a message keeps its trials', () => {
    const trials: Trials = {
      attempts: 3,
      firstAt: '2026-11-24T09:00:00.000Z',
      lastAt: '2026-11-24T09:01:00.000Z',
      errorCode: 'failed',
      error: 'why',
    };
    expect(trialsOf(withHeaders(trialHeaders(trials)))).toEqual(trials);
    expect(trialsOf(withHeaders({}))).toBeUndefined();
    expect(trialsOf(withHeaders({ 'x-attempts': '3' }))).toBeUndefined();
    expect(String(trialHeaders({ ...trials, error: 'x'.repeat(5_000) })['x-error'])).toHaveLength(1_000);
  });

  it('counts what the broker got back', () => {
    expect(returnsOf(withHeaders({ 'x-delivery-count': 2 }))).toBe(2);
    expect(returnsOf(withHeaders(undefined))).toBe(0);
  });

  it('is published again as its publisher said, without the broker’s own headers', () => {
    const message = {
      properties: {
        messageId: 'm',
        correlationId: 'c',
        type: 't',
        contentType: 'application/json',
        expiration: '5',
        replyTo: 'q',
        headers: { 'x-death': [], 'x-attempts': 1 },
      },
    } as unknown as Message;
    expect(again(message, { 'x-attempts': 2 })).toEqual({
      messageId: 'm',
      correlationId: 'c',
      type: 't',
      contentType: 'application/json',
      appId: undefined,
      persistent: true,
      mandatory: true,
      headers: { 'x-attempts': 2 },
    });
  });

  it('is JSON of a bounded size', () => {
    expect(decode(encode({ a: [1, 'é'] }))).toEqual({ a: [1, 'é'] });
    expect(() => encode('x'.repeat(bodyLimit))).toThrow(expect.objectContaining({ code: 'body-too-large' }));
    expect(() => decode(Buffer.alloc(bodyLimit + 1))).toThrow(
      expect.objectContaining({ code: 'body-too-large' }),
    );
    expect(() => decode(Buffer.from('{'))).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('a reply is an output or a problem, and anything else a fault', () => {
    const body = (value: unknown) => Buffer.from(JSON.stringify(value));
    expect(replyOf(body({ ok: null }))).toEqual({ ok: null });
    expect(replyOf(body({ problem: { code: 'busy', retryAfter: 1 } }))).toEqual({
      problem: { code: 'busy', retryAfter: 1 },
    });
    for (const other of [null, 7, [], {}, { problem: { code: 'unheard-of' } }])
      expect(replyOf(body(other))).toEqual({ problem: { code: 'internal-error' } });
  });
});
