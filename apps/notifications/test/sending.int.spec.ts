import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { applicationSubmitted } from '@admissions/contracts/applications';
import * as gateway from '@admissions/contracts/gateway';
import type { DataOf } from '@admissions/contracts/message';
import { listLetters } from '@admissions/contracts/notifications';
import { orderPaid } from '@admissions/contracts/payments';
import { subjects, waitFor } from '@admissions/runtime/testing';
import { extractText } from 'unpdf';
import { examples } from '../src/templates/examples.ts';
import { LetterStore } from '../src/store/stores.ts';
import { Bench } from './bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterEach(() => bench.gate.set('pass'));
afterAll(async () => bench?.stop());

const paid = (candidateId: string) =>
  ({ ...examples['payment-receipt'], candidateId, orderId: `order-${randomUUID()}` }) as DataOf<
    typeof orderPaid
  >;
const submitted = (candidateId: string) =>
  ({ ...examples['application-receipt'], candidateId }) as DataOf<typeof applicationSubmitted>;
const letters = async (accountId: string) =>
  (await bench.service.call(listLetters, { limit: 20 }, subjects.candidate(accountId))).items;
/** The letters of an account, once the newest is marked as sent. */
const sent = async (accountId: string) => {
  const all = await letters(accountId);
  return all[0]?.state === 'sent' ? all : undefined;
};
const textOf = async (pdf: Uint8Array) =>
  (await extractText(pdf, { mergePages: true })).text.replace(/[\s\u00a0]+/g, ' ');

/** Everything that this service has stored of a letter. */
async function stored(): Promise<string> {
  const { streams } = bench.service.app.get(LetterStore);
  const { items } = await streams.list({ orderBy: 'createdAt', limit: 200 });
  const histories = await Promise.all(items.map(({ id }) => streams.history(id)));
  return JSON.stringify([items, histories]);
}

describe('a letter with a secret link', () => {
  const link = `https://admissions.example/confirm?token=${'s3cret'.repeat(5)}`;

  it('reaches the address of the message, with the link open in the mail only', async () => {
    const person = bench.person('Publicité https://spam.example');
    const name = gateway.emailConfirmationRequested.name;
    await bench.service.publish(gateway.emailConfirmationRequested, {
      ...person,
      ...bench.sealed(link, name),
    });
    const mail = await bench.mail(person.email);
    expect(mail.subject).toBe('Confirmez votre adresse électronique');
    expect(mail.text).toContain(link);
    expect(JSON.stringify(mail)).not.toContain('spam.example');
    expect(await stored()).not.toContain('s3cret');
    expect(await letters(person.accountId)).toEqual([]);
  });

  it.each([
    [gateway.passwordResetRequested, 'Choisissez un nouveau mot de passe'],
    [gateway.emailChangeRequested, 'Confirmez votre nouvelle adresse électronique'],
    [gateway.staffInvited, 'Votre accès à la plateforme d’admission de l’École de démonstration'],
  ])('follows from %p', async (message, subject) => {
    const person = bench.person();
    await bench.service.publish(message, { ...person, ...bench.sealed(link, message.name) });
    expect(await bench.mail(person.email)).toMatchObject({ subject, text: expect.stringContaining(link) });
  });

  it('is not sent when it was sealed for something else', async () => {
    const person = bench.person();
    const wrong = bench.sealed(link, gateway.staffInvited.name);
    await bench.service.publish(gateway.passwordResetRequested, { ...person, ...wrong });
    const next = bench.person();
    await bench.service.publish(gateway.signUpRepeated, next);
    await bench.mail(next.email);
    expect(await bench.mails(person.email)).toEqual([]);
  });

  it('is not sent when the link has ended', async () => {
    const person = bench.person();
    const late = bench.sealed(link, gateway.passwordResetRequested.name, -1_000);
    const { id } = await bench.service.publish(gateway.passwordResetRequested, { ...person, ...late });
    await waitFor('the failure', async () => (await stored()).includes('link-expired'));
    expect(await bench.mails(person.email)).toEqual([]);
    expect(id).toBeTruthy();
  });
});

describe('a letter about the account', () => {
  it.each([
    [gateway.signUpRepeated, 'Vous avez déjà un compte'],
    [gateway.passwordChanged, 'Votre mot de passe a été changé'],
  ])('follows from %p', async (message, subject) => {
    const person = bench.person();
    await bench.service.publish(message, person);
    expect((await bench.mail(person.email)).subject).toBe(subject);
    const [letter] = await waitFor('the letter to be sent', () => sent(person.accountId));
    expect(letter).toMatchObject({ subject, template: expect.any(String) });
  });

  it('goes to the former address when the address was changed', async () => {
    const person = bench.person();
    await bench.service.publish(gateway.emailChanged, { ...person, newEmail: 'secret-new@example.org' });
    const mail = await bench.mail(person.email);
    expect(mail.subject).toBe('L’adresse de votre compte a été changée');
    expect(mail.text).toContain('s•••@example.org');
  });

  it('has the headers of an automatic mail, and no name can add one', async () => {
    const person = bench.person('Zoë\r\nBcc: victim\r\n\r\nX');
    await bench.service.publish(gateway.passwordChanged, person);
    const mail = await bench.mail(person.email);
    const source = await bench.source(mail.id);
    const [head = ''] = source.split(/\r?\n\r?\n/);
    expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(head).toMatch(/^Content-Language: fr$/m);
    expect(head).toMatch(/^Message-ID: <letter-[a-z2-7]{26}@school\.example>$/im);
    expect(head).toMatch(/^From: =\?UTF-8\?.*<admissions@school\.example>$/m);
    expect(head).toMatch(/^Content-Type: multipart\/alternative/m);
    expect(head).not.toMatch(/^Bcc/im);
    expect(mail.to).toEqual([{ address: person.email, name: expect.stringContaining('Zoë') }]);
  });
});

describe('the receipts', () => {
  it('of a payment goes to the confirmed address, with its PDF (R21)', async () => {
    const person = await bench.known();
    await bench.service.publish(orderPaid, paid(person.accountId));
    const mail = await bench.mail(person.email);
    expect(mail.subject.replaceAll('\u00a0', ' ')).toBe('Reçu de votre paiement n° R-2026-000001');
    expect(mail.attachments).toMatchObject([{ contentType: 'application/pdf' }]);
    const text = await textOf(await bench.attachment(mail));
    for (const part of ['R-2026-000001', '80,00 €', 'Visa •••• 4242', person.name])
      expect(text).toContain(part);
    const [letter] = await waitFor('the letter to be sent', () => sent(person.accountId));
    expect(letter).toMatchObject({
      template: 'payment-receipt',
      templateVersion: 1,
      state: 'sent',
      applicationId: 'application-1',
    });
    expect(await letters('account-of-another')).toEqual([]);
  });

  it('of an application goes out with its PDF', async () => {
    const person = await bench.known();
    await bench.service.publish(applicationSubmitted, submitted(person.accountId));
    const mail = await bench.mail(person.email);
    expect(await textOf(await bench.attachment(mail))).toContain(
      'vaudra décision de rejet à compter du 25 janvier 2027',
    );
  });

  it('wait for an address that is not known yet', async () => {
    const person = bench.person();
    await bench.service.publish(orderPaid, paid(person.accountId));
    await bench.service.publish(gateway.contactChanged, person, { id: `account/${person.accountId}/1/0` });
    await bench.mail(person.email);
  });

  it('go to the newest address that was told, whatever the order', async () => {
    const person = bench.person();
    const newer = { ...person, email: `new-${person.email}` };
    await bench.service.publish(gateway.contactChanged, newer, { id: `account/${person.accountId}/2/0` });
    await bench.service.publish(gateway.contactChanged, person, { id: `account/${person.accountId}/1/0` });
    await bench.service.publish(orderPaid, paid(person.accountId));
    await bench.mail(newer.email);
    expect(await bench.mails(person.email)).toEqual([]);
  });
});

describe('one letter per message, for ever (REL-3)', () => {
  it('the same message five times is one mail', async () => {
    const person = await bench.known();
    const data = paid(person.accountId);
    const id = `order/${data.orderId}/4/0`;
    await Promise.all(Array.from({ length: 5 }, () => bench.service.publish(orderPaid, data, { id })));
    await bench.mail(person.email);
    await bench.service.restart();
    await bench.service.publish(orderPaid, data, { id });
    const last = await bench.known();
    await bench.service.publish(orderPaid, paid(last.accountId));
    await bench.mail(last.email);
    expect(await bench.mails(person.email)).toHaveLength(1);
    expect(await letters(person.accountId)).toHaveLength(1);
  });

  it('the mail server is down and comes back: the letter is due meanwhile, and goes out once', async () => {
    bench.gate.set('closed');
    const person = await bench.known();
    await bench.service.publish(orderPaid, paid(person.accountId));
    await waitFor('the letter to be due', async () => (await letters(person.accountId))[0]?.state === 'due');
    bench.gate.set('pass');
    await bench.mail(person.email);
    await waitFor(
      'the letter to be sent',
      async () => (await letters(person.accountId))[0]?.state === 'sent',
    );
    expect(await bench.mails(person.email)).toHaveLength(1);
  });

  it('the mail server refuses the address for good: recorded, and not tried for ever', async () => {
    bench.gate.set('refuse');
    const person = await bench.known();
    await bench.service.publish(orderPaid, paid(person.accountId));
    await waitFor('the failure', async () => (await letters(person.accountId))[0]?.state === 'failed');
    expect(await stored()).toContain('smtp-550');
    bench.gate.set('pass');
    const next = await bench.known();
    await bench.service.publish(orderPaid, paid(next.accountId));
    await bench.mail(next.email);
    expect(await bench.mails(person.email)).toEqual([]);
  });

  it('the mail server asks to wait: tried again later', async () => {
    bench.gate.set('defer');
    const person = await bench.known();
    await bench.service.publish(orderPaid, paid(person.accountId));
    await waitFor('the letter to be due', async () => (await letters(person.accountId))[0]?.state === 'due');
    bench.gate.set('pass');
    await bench.mail(person.email);
  });

  it('the answer of the mail server is lost: a double has the same Message-ID', async () => {
    bench.gate.set('lose-answer');
    const before = bench.gate.taken;
    const person = await bench.known();
    await bench.service.publish(orderPaid, paid(person.accountId));
    await waitFor('the mail to be taken', () => bench.gate.taken > before);
    bench.gate.set('pass');
    await waitFor(
      'the letter to be sent',
      async () => (await letters(person.accountId))[0]?.state === 'sent',
      30_000,
    );
    const mails = await bench.mails(person.email);
    expect(mails.length).toBeGreaterThan(1);
    const ids = await Promise.all(
      mails.map(async ({ id }) => /^Message-ID: (.*)$/im.exec(await bench.source(id))?.[1]),
    );
    expect(new Set(ids).size).toBe(1);
  });
});
