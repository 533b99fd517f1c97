import { spawn } from 'node:child_process';
import { documentChanged } from '@admissions/contracts/documents';
import type { DataOf } from '@admissions/contracts/message';
import { orderPaid } from '@admissions/contracts/payments';
import { Controller } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Follows, type EventContext } from '../src/handlers.ts';
import { Bench, brokerUrl, envelopeOf, eventually } from './harness.ts';

jest.setTimeout(60_000);
const followed: string[] = [];
let broken = true;

@Controller()
class Applications {
  @Follows(documentChanged)
  async follow({ documentId }: DataOf<typeof documentChanged>, event: EventContext) {
    if (broken) throw new Error('the database is not what it was');
    followed.push(`${documentId} ${event.attempt}`);
  }

  @Follows(orderPaid)
  async pay({ orderId }: DataOf<typeof orderPaid>) {
    if (broken) throw new Error('the database is not what it was');
    followed.push(orderId);
  }
}

@Controller()
class Notifications {
  @Follows(orderPaid)
  async mail({ orderId }: DataOf<typeof orderPaid>) {
    followed.push(`mail ${orderId}`);
  }
}

const paid = {
  orderId: 'order-1',
  applicationId: 'application-1',
  candidateId: 'account-1',
  programmeId: 'ms-data',
  product: 'APPLICATION_FEE',
  label: 'x',
  reference: 'x',
  programmeTitle: 'x',
  intakeLabel: 'x',
  amount: { amount: 100, currency: 'EUR' },
  paidAt: '2026-11-24T10:00:00.000Z',
  receiptNumber: 'R-1',
  means: 'visa 4242',
} as const;

describe('npm run messages', () => {
  const bench = new Bench();
  beforeAll(async () => {
    await bench.service('applications', [Applications], { tries: 2 });
    await bench.service('notifications', [Notifications]);
    const publisher = await bench.publisher();
    const changed = (documentId: string) =>
      envelopeOf(
        documentChanged,
        { documentId, applicationId: 'application-1', type: 'CV', state: 'accepted' },
        `document/${documentId}/1/0`,
      );
    await publisher.publish([
      changed('document-1'),
      changed('document-2'),
      envelopeOf(orderPaid, paid, 'order/order-1/3/0'),
    ]);
    const admin = await bench.admin();
    admin.publish(bench.exchange, documentChanged.name, Buffer.from('garbage'));
    await eventually(
      'four dead letters',
      async () => (await bench.depth('applications.dead'))?.waiting === 4,
    );
    await eventually('the mail', () => followed.includes('mail order-1'));
  });
  afterAll(() => bench.close());

  it('lists them, as often as one likes', async () => {
    for (let i = 0; i < 3; i++) {
      const { code, out } = await messages(bench, 'list');
      expect(code).toBe(0);
      expect(out).toContain('4 dead letters.');
      expect(out).toMatch(
        /applications {2}documents\.document-changed\.v1 {2}document\/document-1\/1\/0 {2}failed {2}2×/,
      );
      expect(out).toMatch(/unnamed-[0-9a-f]{12} {2}malformed {2}1×/);
    }
    expect((await messages(bench, 'list', '--service', 'notifications')).out).toContain('No dead letters.');
  });

  it('shows one with its story and its body', async () => {
    const { out } = await messages(bench, 'show', 'document/document-1/1/0');
    expect(out).toMatch(/error +Error: the database is not what it was \(given up\)/);
    expect(out).toMatch(/attempts +2/);
    expect(out).toContain('"documentId": "document-1"');
    expect(out).not.toContain('document-2');
  });

  it('replays one, to the one service it died in; a second time there is nothing', async () => {
    broken = false;
    const mails = followed.filter((what) => what.startsWith('mail')).length;
    expect((await messages(bench, 'replay', 'order/order-1/3/0')).out).toContain('1 dead letter replayed.');
    await eventually('it is followed', () => followed.includes('order-1'));
    const again = await messages(bench, 'replay', 'order/order-1/3/0');
    expect(again).toMatchObject({ code: 1 });
    expect(again.err).toContain('Not there: order/order-1/3/0');
    expect((await bench.depth('applications.dead'))?.waiting).toBe(3);
    expect(followed.filter((what) => what.startsWith('mail')).length).toBe(mails);
    expect(followed.filter((what) => what === 'order-1')).toHaveLength(1);
  });

  it('replays all; what is still bad dies again, and says that it was replayed', async () => {
    expect((await messages(bench, 'replay', '--all')).out).toContain('3 dead letters replayed.');
    await eventually(
      'both are followed',
      () => followed.includes('document-1 1') && followed.includes('document-2 1'),
    );
    await eventually('one is back', async () => (await bench.depth('applications.dead'))?.waiting === 1);
    expect((await messages(bench, 'list')).out).toContain('malformed');
  });

  it('drops one, and never all of all', async () => {
    const { out } = await messages(bench, 'list');
    const id = /unnamed-[0-9a-f]{12}/.exec(out)![0];
    expect((await messages(bench, 'drop', '--all')).code).toBe(1);
    expect((await messages(bench, 'drop', id)).out).toContain('1 dead letter dropped.');
    expect((await bench.depth('applications.dead'))?.waiting).toBe(0);
  });

  it.each([[['sing']], [['replay']], [['show']], [['list', '--service', 'kitchen']], [['list', '--loud']]])(
    'refuses %s with the usage',
    async (args) => {
      const { code, err } = await messages(bench, ...args);
      expect(code).toBe(1);
      expect(err).toMatch(/Usage|There is no service/);
    },
  );

  it('does not take a wrong prefix for an empty queue', async () => {
    const { code, err } = await messages(bench, 'list', { prefix: 'another-' });
    expect(code).toBe(1);
    expect(err).toContain('there is no queue another-');
  });

  it('says that the broker does not answer', async () => {
    const { code, err } = await messages(bench, 'list', { url: 'amqp://127.0.0.1:1/' });
    expect(code).toBe(1);
    expect(err).toContain('The broker does not answer');
  });
});

/** Runs the command as npm does, on the sources of our packages. */
function messages(
  bench: Bench,
  ...args: (string | { url?: string; prefix?: string })[]
): Promise<{ code: number | null; out: string; err: string }> {
  const { url = brokerUrl(), prefix = bench.prefix } = args.find((one) => typeof one !== 'string') ?? {};
  const here = new URL('.', import.meta.url);
  const command = new URL('../../../tools/messages.ts', here).pathname;
  const words = args.filter((one) => typeof one === 'string');
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--import', new URL('resolve-sources.mjs', here).href, command, ...words],
    {
      env: { ...process.env, RABBITMQ_URL: url, RABBITMQ_PREFIX: prefix },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let out = '';
  let err = '';
  child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}
