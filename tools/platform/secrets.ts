import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys and passwords of one state folder: made at random at its first start, never in the repository. */
export interface Secrets {
  rabbitmqPassword: string;
  rabbitmqNode: string;
  s3AccessKey: string;
  s3SecretKey: string;
  stripeSecretKey: string;
  stripeWebhookSecret: string;
  /** Ed25519, PKCS8 PEM in base64: signs the subject of each request; the gateway alone gets it. */
  subjectPrivateKey: string;
  /** Its SPKI PEM in base64: every service checks with it. */
  subjectPublicKey: string;
  /** 32 bytes in base64: seals the secret fields of messages between the gateway and notifications. */
  messageSealKey: string;
}

/** Reads the folder's secrets, making those that are missing (a new secret may come with a new version). */
export function loadSecrets(stateDir: string): Secrets {
  const file = join(stateDir, 'secrets.json');
  const kept: Partial<Secrets> = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>)
    : {};
  const secrets: Secrets = { ...newSecrets(), ...kept };
  if (Object.keys(kept).length !== Object.keys(secrets).length)
    writePrivate(file, JSON.stringify(secrets, null, 2));
  return secrets;
}

function newSecrets(): Secrets {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const base64 = (pem: string | NonSharedBuffer) => Buffer.from(pem).toString('base64');
  return {
    rabbitmqPassword: randomBytes(18).toString('hex'),
    rabbitmqNode: `admissions-${randomBytes(4).toString('hex')}@localhost`,
    s3AccessKey: `local${randomBytes(8).toString('hex')}`,
    s3SecretKey: randomBytes(24).toString('hex'),
    stripeSecretKey: `sk_test_${randomBytes(24).toString('hex')}`,
    stripeWebhookSecret: `whsec_${randomBytes(24).toString('hex')}`,
    subjectPrivateKey: base64(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    subjectPublicKey: base64(publicKey.export({ type: 'spki', format: 'pem' })),
    messageSealKey: randomBytes(32).toString('base64'),
  };
}

/** Writes a file that only this user may read, whole or not at all. */
export function writePrivate(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  const half = `${file}.${process.pid}.tmp`;
  writeFileSync(half, `${text}\n`, { mode: 0o600 });
  renameSync(half, file);
}
