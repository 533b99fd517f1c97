import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Subject } from '@admissions/contracts/subject';
import { SignJWT } from 'jose';
import { SubjectSigner, SubjectVerifier } from './subject-token.ts';

const base64 = (pem: string | Buffer) => Buffer.from(pem).toString('base64');
const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    key: privateKey,
    private: base64(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    public: base64(publicKey.export({ type: 'spki', format: 'pem' })),
  };
};
const who: Subject = { id: 'acc-1', grants: [{ role: 'officer', programmes: ['ms-1'] }] };
const ours = pair();
const theirs = pair();
let token: string;
beforeAll(async () => {
  token = await new SubjectSigner(ours.private).sign(who, 'applications');
});

describe('a subject that crosses the broker', () => {
  it('arrives as it was signed', async () => {
    await expect(new SubjectVerifier(ours.public, 'applications').verify(token)).resolves.toEqual(who);
  });

  const refused = async (promise: Promise<unknown>) =>
    expect(promise).rejects.toMatchObject({ problem: { code: 'not-signed-in' } });

  it('is refused when it is missing', () =>
    refused(new SubjectVerifier(ours.public, 'applications').verify(undefined)));
  it('is refused by a service that it was not made for', () =>
    refused(new SubjectVerifier(ours.public, 'payments').verify(token)));
  it('is refused when another key signed it', () =>
    refused(new SubjectVerifier(theirs.public, 'applications').verify(token)));

  it('is refused when one letter of it was changed', async () => {
    const [head, body, signature] = token.split('.') as [string, string, string];
    const forged = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), sub: 'acc-2' }),
    );
    await refused(
      new SubjectVerifier(ours.public, 'applications').verify(
        [head, forged.toString('base64url'), signature].join('.'),
      ),
    );
  });

  it('is refused when it claims to need no signature', async () => {
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`;
    await refused(new SubjectVerifier(ours.public, 'applications').verify(none));
  });

  it('is refused when it is older than a minute', async () => {
    const old = Math.floor(Date.now() / 1000) - 120;
    const stale = await new SignJWT({ grants: who.grants })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setSubject(who.id)
      .setIssuer('gateway')
      .setAudience('applications')
      .setIssuedAt(old)
      .setExpirationTime(old + 86_400)
      .sign(ours.key);
    await refused(new SubjectVerifier(ours.public, 'applications').verify(stale));
  });
});

it('keys of another kind are refused at boot', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  expect(() => new SubjectSigner(base64(privateKey.export({ type: 'pkcs8', format: 'pem' })))).toThrow(
    'Ed25519',
  );
});
