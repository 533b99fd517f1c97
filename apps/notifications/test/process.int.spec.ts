// The letters of the process through the real mail server.
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { admissibilityDecided } from '@admissions/contracts/admissibility';
import { decisionAnnounced } from '@admissions/contracts/offers';
import { followedBy } from '@admissions/contracts/catalogue';
import { interviewBooked, interviewCancelled } from '@admissions/contracts/interviews';
import * as gateway from '@admissions/contracts/gateway';
import type { DataOf, MessageDefinition } from '@admissions/contracts/message';
import { letterSent, listLetters } from '@admissions/contracts/notifications';
import { subjects, waitFor } from '@admissions/runtime/testing';
import ICAL from 'ical.js';
import { extractText } from 'unpdf';
import { Bench } from './bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(async () => bench?.stop());

const folder = new URL('../../../libs/contracts/src/examples/', import.meta.url);
/** A message as it was published, for this candidate, about an application of its own. */
function golden<M extends MessageDefinition>(
  message: M,
  candidateId: string,
  change: object = {},
): DataOf<M> {
  const example = JSON.parse(readFileSync(new URL(`${message.name}.json`, folder), 'utf8')) as object;
  return { ...example, candidateId, applicationId: `application-${randomUUID()}`, ...change } as DataOf<M>;
}
/** What others were told of the letters about an application. */
const told = (applicationId: string) =>
  bench.service.seen(letterSent).filter(({ data }) => data.applicationId === applicationId);
const oneTold = (applicationId: string) =>
  waitFor('the letter to be told', async () => told(applicationId)[0], 20_000);
const plain = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');

/** The parts of a mail by their type, decoded. */
function partsOf(source: string): { type: string; disposition: string; content: string }[] {
  return source.split(/\r?\n--[^\r\n]+\r?\n/).map((part) => {
    const [head = '', ...body] = part.split(/\r?\n\r?\n/);
    const header = (name: string) =>
      new RegExp(`^${name}:\\s*((?:.|\\r?\\n[ \\t])*)`, 'im').exec(head)?.[1]?.replace(/\r?\n\s+/g, ' ') ??
      '';
    const raw = body.join('\r\n\r\n');
    const isBase64 = /base64/i.test(header('Content-Transfer-Encoding'));
    const content = isBase64
      ? Buffer.from(raw, 'base64')
      : Buffer.from(
          raw
            .replace(/=\r?\n/g, '')
            .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        );
    return {
      type: header('Content-Type'),
      disposition: header('Content-Disposition'),
      content: content.toString('utf8'),
    };
  });
}

const ofApplications = followedBy('notifications', true).filter(({ name }) => !name.startsWith('gateway.'));

describe('every step of the process', () => {
  it.each(ofApplications.map((message) => [message.name, message] as const))(
    '%s is a mail, and is told to who waits for it (R28, R35)',
    async (_name, message) => {
      const [person, officer] = await Promise.all([bench.known(), bench.known('Claire Moreau')]);
      const by = { decidedBy: officer.accountId, signedBy: officer.accountId };
      const data = golden(message, person.accountId, by);
      const { applicationId } = data as { applicationId: string };
      const { id } = await bench.service.publish(message, data);
      const mail = await bench.mail(person.email);
      expect(mail.subject.length).toBeGreaterThan(8);
      expect(mail.text + mail.subject).not.toMatch(/undefined|\[object/);
      const { data: sent } = await oneTold(applicationId);
      const { items } = await bench.service.call(
        listLetters,
        { limit: 5 },
        subjects.candidate(person.accountId),
      );
      expect(items).toMatchObject([
        { id: sent.letterId, template: sent.template, state: 'sent', applicationId },
      ]);
      expect(sent).toMatchObject({ causedBy: id, sentAt: items[0]?.sentAt });
    },
  );
});

describe('a decision', () => {
  it('that is told twice is one mail, and is told on once', async () => {
    const [person, officer] = await Promise.all([bench.known(), bench.known('Claire Moreau')]);
    const data = golden(admissibilityDecided, person.accountId, { decidedBy: officer.accountId });
    const id = `application/${data.applicationId}/000007/0`;
    await Promise.all([1, 2, 3].map(() => bench.service.publish(admissibilityDecided, data, { id })));
    await oneTold(data.applicationId);
    await bench.service.publish(admissibilityDecided, data, { id });
    const last = golden(admissibilityDecided, person.accountId, { decidedBy: officer.accountId });
    await bench.service.publish(admissibilityDecided, last);
    await oneTold(last.applicationId);
    expect(told(data.applicationId)).toHaveLength(1);
    expect(await bench.mails(person.email)).toHaveLength(2);
  });

  it('is told with the moment at which it was sent, not the one of the decision', async () => {
    const [person, officer] = await Promise.all([bench.known(), bench.known('Claire Moreau')]);
    const data = golden(admissibilityDecided, person.accountId, { decidedBy: officer.accountId });
    const decided = bench.service.clock.now().toISOString();
    bench.service.clock.advance(86_400_000);
    await bench.service.publish(admissibilityDecided, data, { occurredAt: decided });
    const { data: sent } = await oneTold(data.applicationId);
    expect(Date.parse(sent.sentAt) - Date.parse(decided)).toBe(86_400_000);
  });

  it('waits for the name of who decided, and carries it (R68)', async () => {
    const [person, chair] = [await bench.known(), bench.person('Amadou Diallo')];
    const data = golden(decisionAnnounced, person.accountId, {
      signedBy: `${chair.accountId}, présidence du jury`,
    });
    await bench.service.publish(decisionAnnounced, data);
    const other = golden(decisionAnnounced, person.accountId, { signedBy: 'Jean Petit, président du jury' });
    await bench.service.publish(decisionAnnounced, other);
    await oneTold(other.applicationId);
    expect(told(data.applicationId)).toEqual([]);
    await bench.service.publish(gateway.contactChanged, chair, { id: `account/${chair.accountId}/1/0` });
    await oneTold(data.applicationId);
    const mails = await bench.mails(person.email);
    const files = await Promise.all(mails.map((mail) => bench.attachment(mail)));
    const texts = await Promise.all(
      files.map(async (file) => plain((await extractText(file, { mergePages: true })).text)),
    );
    const signed = texts.map((text) => /Amadou Diallo|Jean Petit président du jury/.exec(text)?.[0]);
    expect(new Set(signed)).toEqual(new Set(['Amadou Diallo', 'Jean Petit président du jury']));
    expect(texts[0]).toContain('450,00 € jusqu’au mercredi 28 avril 2027 à 23 h 59, heure de Paris');
  });

  it('waits for an address that is not known yet', async () => {
    const [person, officer] = [bench.person(), await bench.known('Claire Moreau')];
    const data = golden(admissibilityDecided, person.accountId, { decidedBy: officer.accountId });
    await bench.service.publish(admissibilityDecided, data);
    await bench.service.publish(gateway.contactChanged, person, { id: `account/${person.accountId}/1/0` });
    await bench.mail(person.email);
  });
});

it('a letter about an account is nobody’s promise', async () => {
  const person = bench.person();
  await bench.service.publish(gateway.passwordChanged, person);
  await bench.mail(person.email);
  await waitFor('the letter to be sent', async () => {
    const { items } = await bench.service.call(
      listLetters,
      { limit: 5 },
      subjects.candidate(person.accountId),
    );
    return items[0]?.state === 'sent' ? items : undefined;
  });
  expect(bench.service.seen(letterSent).filter(({ data }) => data.template === 'password-changed')).toEqual(
    [],
  );
});

describe('an interview', () => {
  /** The calendar objects of a mail: the alternative that a mail reader acts on, and the file. */
  async function calendarsOf(id: string) {
    const parts = partsOf(await bench.source(id));
    const alternative = parts.find(({ type }) => type.startsWith('text/calendar'));
    const file = parts.find(({ type }) => type.startsWith('application/ics'));
    if (!alternative || !file) throw new Error('the mail has no calendar');
    return { alternative, file };
  }

  it('booked, moved and cancelled is one entry of a calendar that changes and goes', async () => {
    const person = await bench.known('Zoë Nguyễn');
    const first = { startsAt: '2027-03-02T13:00:00.000Z', endsAt: '2027-03-02T13:30:00.000Z' };
    const second = { startsAt: '2027-03-04T09:00:00.000Z', endsAt: '2027-03-04T09:30:00.000Z' };
    const booked = golden(interviewBooked, person.accountId, { ...first, moved: false, sequence: 1 });
    const moved = { ...booked, ...second, moved: true, sequence: 2 };
    const { moved: _moved, ...cancelled } = { ...moved, sequence: 3 };
    const steps = [
      ['réservé', 'REQUEST', () => bench.service.publish(interviewBooked, booked)],
      ['déplacé', 'REQUEST', () => bench.service.publish(interviewBooked, moved)],
      ['annulé', 'CANCEL', () => bench.service.publish(interviewCancelled, cancelled)],
    ] as const;
    for (const [index, [word, method, publish]] of steps.entries()) {
      await publish();
      const mail = await waitFor(`the mail of ${word}`, async () =>
        (await bench.mails(person.email)).find(({ subject }) => subject.includes(word)),
      );
      const { alternative, file } = await calendarsOf(mail.id);
      expect(alternative.type).toMatch(new RegExp(`^text/calendar; charset=utf-8; method=${method}`, 'i'));
      expect(file.disposition).toMatch(/^attachment; filename="?entretien\.ics/);
      expect(file.content).toBe(alternative.content);
      const [event] = new ICAL.Component(
        ICAL.parse(alternative.content.trim()) as never[],
      ).getAllSubcomponents('vevent');
      expect(event?.getFirstPropertyValue('uid')).toBe(booked.calendarUid);
      expect(event?.getFirstPropertyValue('sequence')).toBe(index + 1);
      expect(String(event?.getFirstPropertyValue('dtstart'))).toBe(
        index === 0 ? '2027-03-02T13:00:00Z' : '2027-03-04T09:00:00Z',
      );
      expect(event?.getFirstProperty('attendee')?.getFirstValue()).toBe(`mailto:${person.email}`);
      expect(event?.getFirstProperty('attendee')?.getParameter('cn')).toBe('Zoë Nguyễn');
    }
  });
});
