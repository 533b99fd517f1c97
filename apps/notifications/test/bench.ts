// The notifications service on real servers; its mail goes through a gate to the mail catcher, where it is read.
import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { contactChanged } from '@admissions/contracts/gateway';
import { Seal } from '@admissions/identity/seal';
import { readConfig } from '@admissions/runtime/config';
import { startTestService, testServers, waitFor, type TestService } from '@admissions/runtime/testing';
import { AppModule } from '../src/app.module.ts';
import { notificationsConfig } from '../src/config.ts';
import { SmtpGate } from './smtp-gate.ts';

jest.setTimeout(60_000);

/** A mail as the catcher shows it. */
export interface Caught {
  id: string;
  subject: string;
  text: string;
  html: string;
  from: { address: string; name: string }[];
  to: { address: string; name: string }[];
  headers: Record<string, string>;
  messageId?: string;
  attachments?: { fileName: string; generatedFileName?: string; contentType: string }[];
}

export class Bench {
  readonly service: TestService;
  readonly gate: SmtpGate;
  readonly #inbox: string;
  readonly #seal: Seal;

  private constructor(service: TestService, gate: SmtpGate, inbox: string) {
    this.service = service;
    this.gate = gate;
    this.#inbox = inbox;
    this.#seal = new Seal(service.env['MESSAGE_SEAL_KEY'] as string);
  }

  static async start(): Promise<Bench> {
    const servers = testServers();
    const gate = new SmtpGate(servers['SMTP_URL'] as string);
    const service = await startTestService({
      service: 'notifications',
      build: (env, replace) => ({ module: AppModule.for(readConfig(notificationsConfig, env), replace) }),
      env: {
        SMTP_URL: await gate.start(),
        MAIL_FROM: 'École <admissions@school.example>',
        PUBLIC_URL: 'http://localhost:8080',
      },
    });
    return new Bench(service, gate, servers['INBOX_URL'] as string);
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.gate.stop();
  }

  /** A person whom nobody else has: the catcher is shared. */
  person(name = 'Zoë Nguyễn') {
    const accountId = `account-${randomUUID()}`;
    return { accountId, email: `${accountId}@example.org`, name, language: 'fr' as const };
  }

  /** A person whose confirmed address this service knows. */
  async known(name?: string) {
    const person = this.person(name);
    await this.service.publish(contactChanged, person, { id: `account/${person.accountId}/1/0` });
    return person;
  }

  sealed(link: string, purpose: string, inMs = 3_600_000) {
    const expiresAt = new Date(Date.now() + inMs).toISOString();
    return { sealedLink: this.#seal.seal(link, purpose), expiresAt };
  }

  /** All mails to an address so far. */
  async mails(address: string): Promise<Caught[]> {
    const response = await fetch(`${this.#inbox}/api/email?to.address=${encodeURIComponent(address)}`);
    return (await response.json()) as Caught[];
  }

  async mail(address: string): Promise<Caught> {
    return waitFor(`a mail to ${address}`, async () => (await this.mails(address))[0], 20_000);
  }

  async source(id: string): Promise<string> {
    return (await fetch(`${this.#inbox}/api/email/${id}/source`)).text();
  }

  async attachment(mail: Caught): Promise<Uint8Array> {
    const [file] = mail.attachments ?? [];
    const name = file?.generatedFileName ?? file?.fileName ?? '';
    const response = await fetch(
      `${this.#inbox}/api/email/${mail.id}/attachment/${encodeURIComponent(name)}`,
    );
    return new Uint8Array(await response.arrayBuffer());
  }
}
