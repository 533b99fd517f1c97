/**
 * Prints a complete `.env` for docker-compose with new random secrets:
 *   node tools/make-env.mjs > .env
 * Plain JavaScript, so that the Node of the machine runs it. The Stripe keys are yours: replace the two lines before the first start.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const base64 = (pem) => Buffer.from(pem).toString('base64');
const secrets = {
  SUBJECT_PRIVATE_KEY: base64(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  SUBJECT_PUBLIC_KEY: base64(publicKey.export({ type: 'spki', format: 'pem' })),
  MESSAGE_SEAL_KEY: randomBytes(32).toString('base64'),
  MONGODB_PASSWORD: randomBytes(18).toString('hex'),
  MONGODB_REPLICA_KEY: randomBytes(48).toString('base64'),
  RABBITMQ_PASSWORD: randomBytes(18).toString('hex'),
  S3_ACCESS_KEY: randomBytes(10).toString('hex'),
  S3_SECRET_KEY: randomBytes(20).toString('hex'),
};

const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
process.stdout.write(
  example.replace(/^([A-Z0-9_]+)=$/gm, (line, name) =>
    secrets[name] === undefined ? line : `${name}=${secrets[name]}`,
  ),
);
