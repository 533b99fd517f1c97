import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { ProblemError } from '@admissions/contracts/problem';
import type { Service } from '@admissions/contracts/services';
import { subject as subjectSchema, type Subject } from '@admissions/contracts/subject';
import { jwtVerify, SignJWT } from 'jose';

const issuer = 'gateway';
const lifetimeSeconds = 60;

/** Signs subjects; only the gateway holds the key. */
export class SubjectSigner {
  readonly #key: KeyObject;

  /** @param privateKey Ed25519 key as PKCS8 PEM, base64 (SUBJECT_PRIVATE_KEY). */
  constructor(privateKey: string) {
    this.#key = createPrivateKey(Buffer.from(privateKey, 'base64'));
    if (this.#key.asymmetricKeyType !== 'ed25519')
      throw new Error('SUBJECT_PRIVATE_KEY is not an Ed25519 key');
  }

  /** A token for one service that says who asks; valid for a minute of real time. */
  async sign(subject: Subject, audience: Service): Promise<string> {
    return new SignJWT({ grants: subject.grants })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setSubject(subject.id)
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds} seconds`)
      .sign(this.#key);
  }
}

/** Checks subjects in a service: signature, issuer, age, and that the token was made for this service. */
export class SubjectVerifier {
  readonly #key: KeyObject;
  readonly #audience: Service;

  /** @param publicKey Ed25519 key as SPKI PEM, base64 (SUBJECT_PUBLIC_KEY). */
  constructor(publicKey: string, audience: Service) {
    this.#key = createPublicKey(Buffer.from(publicKey, 'base64'));
    if (this.#key.asymmetricKeyType !== 'ed25519')
      throw new Error('SUBJECT_PUBLIC_KEY is not an Ed25519 key');
    this.#audience = audience;
  }

  /** The subject of a genuine token; anything else is refused with `not-signed-in`, without saying why. */
  async verify(token: string | undefined): Promise<Subject> {
    if (!token) throw new ProblemError('not-signed-in');
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: ['EdDSA'],
        issuer,
        audience: this.#audience,
        maxTokenAge: lifetimeSeconds,
        clockTolerance: 5,
      });
      return subjectSchema.parse({ id: payload.sub, grants: payload['grants'] });
    } catch (cause) {
      throw new ProblemError('not-signed-in', undefined, {}, { cause });
    }
  }
}
