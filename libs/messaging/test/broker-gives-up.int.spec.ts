import { documentChanged } from '@admissions/contracts/documents';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { connect } from 'amqplib';
import { DeadLetters } from '../src/dead-letters.ts';
import { Bench, brokerUrl, envelopeOf, eventually } from './harness.ts';

jest.setTimeout(60_000);

describe('a message that comes back to the broker again and again without a word of ours', () => {
  const bench = new Bench();
  const id = 'document/document-1/1/0';
  beforeAll(async () => {
    await (
      await bench.publisher()
    ).publish([
      envelopeOf(
        documentChanged,
        { documentId: 'document-1', applicationId: 'application-1', type: 'CV', state: 'accepted' },
        id,
      ),
    ]);
  });
  afterAll(() => bench.close());

  it.each(['events', 'suspects'])(
    'is among the dead letters in the end, and can be replayed (%s)',
    async (kind) => {
      const admin = await bench.admin();
      const queue = `${bench.prefix}applications.${kind}`;
      const events = `${bench.prefix}applications.events`;
      if (kind === 'suspects') {
        const message = await eventually('the replayed message', () => admin.get(events));
        admin.sendToQueue(queue, message.content, { messageId: id, type: documentChanged.name });
        admin.ack(message);
      }
      let returns = 0;
      await eventually('the broker gives up', async () => {
        const message = await admin.get(queue);
        if (!message) return (await bench.depth('applications.dead'))?.waiting === 1;
        expect(++returns).toBeLessThan(30);
        admin.nack(message, false, true);
        return false;
      });
      const model = await connect(brokerUrl());
      try {
        const letters = new DeadLetters(model, bench.prefix);
        await expect(letters.list()).resolves.toMatchObject([
          { id, service: 'applications', queue: events, errorCode: 'delivery_limit', attempts: 0 },
        ]);
        await expect(letters.replay({ ids: [id] })).resolves.toHaveLength(1);
      } finally {
        await model.close();
      }
      expect(await bench.depth('applications.events')).toMatchObject({ waiting: 1 });
    },
  );
});
