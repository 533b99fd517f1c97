import { generateKeyPairSync } from 'node:crypto';
import type { CallOptions } from '../src/rpc.client.ts';
import { listOrders } from '@admissions/contracts/payments';
import { SubjectSigner } from '@admissions/identity/subject-token';
import { Controller } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SignJWT, importPKCS8 } from 'jose';
import { Answers } from '../src/handlers.ts';
import { Bench, candidate } from './harness.ts';

jest.setTimeout(60_000);

let executed = 0;

@Controller()
class Orders {
  @Answers(listOrders)
  async list() {
    executed++;
    return { items: [] };
  }
}

describe('a call is refused when its subject is', () => {
  const bench = new Bench();
  let client: Awaited<ReturnType<Bench['client']>>;
  const foreign = generateKeyPairSync('ed25519').privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }) as string;

  beforeAll(async () => {
    await bench.service('payments', [Orders]);
    client = await bench.client();
  });
  afterAll(() => bench.close());

  const call = async (token: string) =>
    client
      .call(listOrders, { applicationId: 'application-1' }, { token, correlationId: 'c-1' })
      .catch((error: unknown) => error);
  const claims = () =>
    new SignJWT({ grants: candidate.grants })
      .setSubject(candidate.id)
      .setIssuer('gateway')
      .setAudience('payments');

  const tokens: Record<string, () => Promise<string>> = {
    missing: async () => '',
    'no token': async () => 'not.a.token',
    'signed by someone else': async () =>
      new SubjectSigner(Buffer.from(foreign).toString('base64')).sign(candidate, 'payments'),
    'made for another service': async () => bench.signer.sign(candidate, 'documents'),
    'changed after it was signed': async () => {
      const [head, , signature] = (await bench.signer.sign(candidate, 'payments')).split('.');
      const payload = Buffer.from(
        JSON.stringify({
          sub: 'account-other',
          grants: candidate.grants,
          iss: 'gateway',
          aud: 'payments',
          iat: Math.floor(Date.now() / 1000),
        }),
      );
      return [head, payload.toString('base64url'), signature].join('.');
    },
    unsigned: async () => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part({ alg: 'none' })}.${part({ sub: candidate.id, grants: candidate.grants, iss: 'gateway', aud: 'payments', iat: Math.floor(Date.now() / 1000) })}.`;
    },
    'older than a minute': async () => {
      const key = await importPKCS8(bench.privatePem, 'EdDSA');
      const now = Math.floor(Date.now() / 1000);
      return claims()
        .setIssuedAt(now - 120)
        .setExpirationTime(now - 60)
        .setProtectedHeader({ alg: 'EdDSA' })
        .sign(key);
    },
    'older than a minute, claiming to live for a day': async () => {
      const key = await importPKCS8(bench.privatePem, 'EdDSA');
      const now = Math.floor(Date.now() / 1000);
      return claims()
        .setIssuedAt(now - 120)
        .setExpirationTime(now + 86_400)
        .setProtectedHeader({ alg: 'EdDSA' })
        .sign(key);
    },
  };

  it.each(Object.keys(tokens))('%s', async (name) => {
    const before = executed;
    const answer = await call(await tokens[name]!());
    expect(answer).toMatchObject({ problem: { code: 'not-signed-in' } });
    // Why is not said.
    expect((answer as { problem: object }).problem).toEqual({ code: 'not-signed-in' });
    expect(executed).toBe(before);
  });

  it('and not when it is genuine', async () => {
    const options: CallOptions = await bench.as(candidate, 'payments');
    await expect(call(options.token)).resolves.toEqual({ items: [] });
  });
});
