import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calls } from '@admissions/contracts/catalogue';
import { roles, type Permission, type Role } from '@admissions/contracts/roles';
import type { Subject } from '@admissions/contracts/subject';
import { SubjectSigner } from '@admissions/identity/subject-token';
import { Broker } from '@admissions/messaging/broker';
import { RpcClient } from '@admissions/messaging/rpc.client';

/** SEC-1 behind the gateway: whoever reaches the broker still needs a subject that the gateway signed for that service. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const env = (name: string) => process.env[name]!;
let broker: Broker;
let client: RpcClient;
beforeAll(async () => {
  broker = await Broker.connect({
    url: env('RABBITMQ_URL'),
    prefix: process.env['RABBITMQ_PREFIX'] ?? '',
    instance: 'forger',
    logger: silent,
  });
  client = new RpcClient(broker, { logger: silent });
});
afterAll(() => broker.close());

const { privateKey } = generateKeyPairSync('ed25519');
const forger = new SubjectSigner(
  Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' })).toString('base64'),
);
const gateway = new SubjectSigner(env('SUBJECT_PRIVATE_KEY'));
const administrator: Subject = { id: 'acc-forged', grants: [{ role: 'administrator', programmes: ['*'] }] };

async function codeOf(call: (typeof calls)[number], token: string): Promise<string> {
  // The subject is looked at before the input, so that a forger learns nothing about forms.
  return client
    .call(call, {} as never, { token, correlationId: randomUUID(), idempotencyKey: randomUUID() })
    .then(
      () => 'answered',
      (error: { problem?: { code: string } }) => error.problem?.code ?? 'another error',
    );
}

describe.each(calls.map((call) => [call.name, call] as const))('%s', (_name, call) => {
  it('is refused without a subject, with a forged one, and with one made for another service', async () => {
    const elsewhere = call.service === 'payments' ? 'documents' : 'payments';
    const tokens = [
      '',
      'nonsense',
      await forger.sign(administrator, call.service),
      await gateway.sign(administrator, elsewhere),
    ];
    const codes = await Promise.all(tokens.map((token) => codeOf(call, token)));
    expect(codes).toEqual(tokens.map(() => 'not-signed-in'));
  });

  it('is refused to every role that does not hold its permission', async () => {
    const without = (Object.keys(roles) as Role[]).filter(
      (role) =>
        !call.allow.some((permission) => (roles[role].may as readonly Permission[]).includes(permission)),
    );
    const codes = await Promise.all(
      without.map(async (role) =>
        codeOf(
          call,
          await gateway.sign({ id: 'acc-x', grants: [{ role, programmes: ['*'] }] }, call.service),
        ),
      ),
    );
    expect(codes).toEqual(without.map(() => 'permission-missing'));
  });
});
