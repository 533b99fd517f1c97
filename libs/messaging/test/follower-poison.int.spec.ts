import { documentChanged } from '@admissions/contracts/documents';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { GetMessage } from 'amqplib';
import { crashLimit } from '../src/topology.ts';
import { Bench, envelopeOf, eventually } from './harness.ts';
import { KeptFollower } from './keep-running.ts';

jest.setTimeout(180_000);

const prefetch = 32;

describe(`one message that ends its process, among 200 at prefetch ${prefetch}`, () => {
  const bench = new Bench();
  let follower: KeptFollower;
  const innocent = Array.from({ length: 200 }, (_, i) => `document-${i}`);

  beforeAll(async () => {
    const publisher = await bench.publisher();
    const documents = [...innocent.slice(0, 40), 'crash-1', ...innocent.slice(40), 'throw-1'];
    await publisher.publish(
      documents.map((documentId) =>
        envelopeOf(
          documentChanged,
          { documentId, applicationId: 'application-1', type: 'CV', state: 'accepted' },
          `document/${documentId}/1/0`,
        ),
      ),
    );
    follower = new KeptFollower(bench, prefetch);
  });
  afterAll(async () => {
    await follower?.stop();
    await bench.close();
  });

  it('costs at most itself', async () => {
    await eventually(
      'all innocent ones are done',
      () => innocent.every((id) => follower.done().has(id)),
      60_000,
    );
    // Each crash costs a start of the process, which takes its time on a busy machine. A crash may fall between the letter and the
    // end of the message that it is about: then the message comes again, and so does its letter.
    const letters = await eventually(
      'the dead letters of both',
      async () => {
        const found = await deadLetters();
        return found.size === 2 ? found : undefined;
      },
      100_000,
    ).catch((error: Error) => {
      throw new Error(`${error.message}; ${follower.deaths} crashes; ${follower.errors.slice(-2_000)}`);
    });
    // The one that crashes was tried once with its neighbours and then alone.
    expect(follower.deaths).toBe(crashLimit + 1);
    expect(letters.get('document/crash-1/1/0')).toMatchObject({
      'x-error-code': 'crashed',
      'x-queue': `${bench.prefix}applications.events`,
    });
    expect(letters.get('document/throw-1/1/0')).toMatchObject({ 'x-error-code': 'failed', 'x-attempts': 3 });
  });

  /** The headers of the letters by the message that they are about; they stay where they are. */
  async function deadLetters(): Promise<Map<string, object>> {
    const admin = await bench.admin();
    const read: GetMessage[] = [];
    for (;;) {
      const letter = await admin.get(`${bench.prefix}applications.dead`);
      if (!letter) break;
      read.push(letter);
    }
    for (const letter of read) admin.nack(letter);
    return new Map(
      read.map(({ properties }) => [String(properties.messageId), properties.headers as object] as const),
    );
  }
});
