import { checkRequested, documentChanged } from '@admissions/contracts/documents';
import type { DataOf } from '@admissions/contracts/message';
import { ProblemError } from '@admissions/contracts/problem';
import { Controller } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { currentCorrelationId } from '../src/correlation.ts';
import { Follows, RetryLater, type EventContext } from '../src/handlers.ts';
import { Bench, envelopeOf, eventually, quickDelays } from './harness.ts';

jest.setTimeout(60_000);

type Try = {
  id: string;
  documentId: string;
  attempt: number;
  at: number;
  event: EventContext;
  correlation: string | undefined;
};
const tries: Try[] = [];
const note = (documentId: string, event: EventContext) =>
  tries.push({
    id: event.id,
    documentId,
    attempt: event.attempt,
    at: performance.now(),
    event,
    correlation: currentCorrelationId(),
  });

@Controller()
class Checking {
  @Follows(checkRequested)
  async check({ documentId }: DataOf<typeof checkRequested>, event: EventContext) {
    note(documentId, event);
    if (documentId === 'document-early' && event.attempt < 3)
      throw new RetryLater('its upload is not known yet');
    if (documentId === 'document-hopeless') throw new Error('disk full');
    if (documentId === 'document-bad') throw new ProblemError('document-type-unknown');
    if (documentId === 'document-busy' && event.attempt === 1) throw new ProblemError('busy');
    if (documentId === 'document-old') return { ignored: 'a newer one was seen' };
    return undefined;
  }
}

const of = (documentId: string) => tries.filter((one) => one.documentId === documentId);

describe('a message that is not followed', () => {
  const bench = new Bench();
  let publish: (documentId: string) => Promise<unknown>;
  beforeAll(async () => {
    await bench.service('documents', [Checking], { tries: 4 });
    const publisher = await bench.publisher();
    publish = (documentId) =>
      publisher.publish([envelopeOf(checkRequested, { documentId }, `document/${documentId}/1/0`)]);
  });
  afterAll(() => bench.close());

  const deadLetter = async () => {
    const admin = await bench.admin();
    return eventually('a dead letter', async () =>
      admin.get(`${bench.prefix}documents.dead`, { noAck: true }),
    );
  };

  it('because it came early is tried again after growing delays, on the queue for slow work, until it is followed', async () => {
    await publish('document-early');
    await eventually('the third try', () => of('document-early').length === 3);
    const [first, second, third] = of('document-early') as [Try, Try, Try];
    expect([first.attempt, second.attempt, third.attempt]).toEqual([1, 2, 3]);
    expect(second.at - first.at).toBeGreaterThanOrEqual(quickDelays[0] - 2);
    expect(third.at - second.at).toBeGreaterThanOrEqual(quickDelays[1] - 2);
    expect(third.correlation).toBe(third.event.correlationId);
    expect(third.event.act('check-document')).toMatchObject({
      name: 'check-document',
      by: 'system:documents/check-document',
      cause: { id: 'documents/document/document-early/1/0' },
    });
    for (const delay of ['50ms', '200ms'])
      expect(await bench.depth(`documents.retry.${delay}`)).toMatchObject({ waiting: 0 });
  });

  it('comes back to the queue it belongs to', async () => {
    const other = new Bench();
    const service = await other.service('documents', [Checking], { tries: 10 });
    await (
      await other.publisher()
    ).publish([envelopeOf(checkRequested, { documentId: 'document-hopeless' })]);
    await eventually('the first try', () => of('document-hopeless').length > 0);
    await service.stop();
    await eventually(
      'it is back on the slow queue',
      async () => (await other.depth('documents.slow'))?.waiting === 1,
    );
    expect(await other.depth('documents.events')).toMatchObject({ waiting: 0 });
    tries.length = 0;
    await other.close();
  });

  it('for ever is dead after its tries, and tells its story', async () => {
    await publish('document-hopeless');
    const letter = await deadLetter();
    expect(of('document-hopeless').map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
    expect(letter.properties).toMatchObject({
      messageId: 'document/document-hopeless/1/0',
      type: checkRequested.name,
      correlationId: of('document-hopeless')[0]?.event.correlationId,
      headers: {
        'x-attempts': 4,
        'x-error-code': 'failed',
        'x-error': 'Error: disk full (given up)',
        'x-queue': `${bench.prefix}documents.slow`,
      },
    });
    const headers = letter.properties.headers as Record<string, string>;
    expect(
      Date.parse(headers['x-last-failed-at']!) - Date.parse(headers['x-first-failed-at']!),
    ).toBeGreaterThanOrEqual(quickDelays[0] + 2 * quickDelays[1] - 5);
    expect(JSON.parse(letter.content.toString())).toMatchObject({
      data: { documentId: 'document-hopeless' },
    });
  });

  it('for its bad data is dead at once', async () => {
    await publish('document-bad');
    expect((await deadLetter()).properties.headers).toMatchObject({
      'x-attempts': 1,
      'x-error-code': 'document-type-unknown',
    });
    expect(of('document-bad')).toHaveLength(1);
  });

  it('because something was busy is tried again', async () => {
    await publish('document-busy');
    await eventually('the second try', () => of('document-busy').length === 2);
  });

  it('because it can never matter again is done, with the reason in the log', async () => {
    await publish('document-old');
    await eventually('the log line', () =>
      bench.log.lines.some(({ fields }) => fields['reason'] === 'a newer one was seen'),
    );
    expect(of('document-old')).toHaveLength(1);
    await eventually('an empty queue', async () => (await bench.depth('documents.slow'))?.waiting === 0);
  });

  it.each([
    ['no JSON', Buffer.from('{'), 'malformed'],
    ['nothing', Buffer.alloc(0), 'malformed'],
    ['JSON without an envelope', Buffer.from('null'), 'malformed'],
    ['a body above the limit', Buffer.alloc(1024 * 1024 + 1, 32), 'malformed'],
    [
      'data of another form',
      Buffer.from(JSON.stringify(envelopeOf(checkRequested, { documentId: 7 } as never))),
      'invalid-data',
    ],
    ['deep JSON', Buffer.from('['.repeat(20_000) + ']'.repeat(20_000)), 'malformed'],
  ])('because it is %s is dead at once, and the process goes on', async (_what, body, code) => {
    const admin = await bench.admin();
    admin.publish(bench.exchange, checkRequested.name, body);
    expect((await deadLetter()).properties.headers).toMatchObject({
      'x-error-code': code,
      'x-queue': `${bench.prefix}documents.slow`,
    });
    const before = of('document-fine').length;
    await publish('document-fine');
    await eventually('the next message', () => of('document-fine').length > before);
  });

  it('because nobody follows it yet waits for a version that does', async () => {
    const admin = await bench.admin();
    admin.sendToQueue(
      `${bench.prefix}documents.slow`,
      Buffer.from(JSON.stringify(envelopeOf(documentChanged, {} as never))),
    );
    expect((await deadLetter()).properties.headers).toMatchObject({
      'x-error-code': 'no-follower',
      'x-attempts': 4,
    });
  });
});
