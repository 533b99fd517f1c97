import 'reflect-metadata';
import { appendFileSync } from 'node:fs';
import { documentChanged } from '@admissions/contracts/documents';
import { SubjectVerifier } from '@admissions/identity/subject-token';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AdmissionsTransport } from '../src/admissions.transport.ts';
import { Broker } from '../src/broker.ts';
import { Follows, type EventContext } from '../src/handlers.ts';

/**
 * A process of the service `applications` for tests that kill it. Its effect is a line in a file, written before the ack;
 * a document with an id that starts with `crash` ends the process as the kernel would.
 */
const [url, prefix, effects, publicKey, prefetch] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
];
const log = {
  debug() {},
  info() {},
  warn: (fields: object, message: string) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
  error: (fields: object, message: string) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
};

class Followers {
  async follow({ documentId }: { documentId: string }, event: EventContext): Promise<void> {
    appendFileSync(effects, `begun ${documentId} ${event.attempt}\n`);
    if (documentId.startsWith('crash')) process.kill(process.pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 9));
    if (documentId.startsWith('throw')) throw new Error('this one always fails');
    appendFileSync(effects, `done ${documentId} ${event.attempt}\n`);
  }
}
Controller()(Followers);
Follows(documentChanged)(
  Followers.prototype,
  'follow',
  Object.getOwnPropertyDescriptor(Followers.prototype, 'follow')!,
);

class App {}
Module({ controllers: [Followers] })(App);

const broker = await Broker.connect({
  url,
  prefix,
  instance: `${prefix}child`,
  logger: log,
  delays: [50, 200],
});
const verifier = new SubjectVerifier(publicKey, 'applications');
const transport = new AdmissionsTransport({
  service: 'applications',
  broker,
  verifier,
  logger: log,
  tries: 3,
  prefetch: { events: Number(prefetch) },
});
const app = await NestFactory.createMicroservice(App, { strategy: transport, logger: ['error'] });
process.on(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(() => broker.close())
      .then(() => process.exit(0)),
);
await app.listen();
process.send?.('listening');
