import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applicationChanged, applicationSubmitted, getApplication } from '@admissions/contracts/applications';
import { documentChanged } from '@admissions/contracts/documents';
import { contactChanged } from '@admissions/contracts/gateway';
import { orderPaid } from '@admissions/contracts/payments';
import { subjects, waitFor, type TestService } from '@admissions/runtime/testing';
import { ApplicationStore } from '../src/store/application.store.ts';
import { ContactStore } from '../src/store/contact.store.ts';
import { desk, ignoredReason, newCandidate, pieces, startApplications } from './service.ts';

let service: TestService;
let at: ReturnType<typeof desk>;
beforeAll(async () => {
  service = await startApplications();
  at = desk(service);
});
afterAll(() => service?.stop());

const load = async (applicationId: string) =>
  (await service.app.get(ApplicationStore).streams.load(applicationId))!;
const submissionsOf = (applicationId: string) =>
  service.seen(applicationSubmitted).filter(({ data }) => data.applicationId === applicationId);

describe('documents.document-changed', () => {
  const presence = async (applicationId: string, as: ReturnType<typeof newCandidate>) =>
    (await at.view(applicationId, as)).checklist.find(({ type }) => type === 'CV')!.present;

  it('makes the piece present once it has passed its checks, and absent when it is discarded', async () => {
    const candidate = newCandidate();
    const applicationId = await at.draft(candidate);
    const id = `doc-${applicationId}`;
    await at.document(applicationId, 'CV', 'checking', { id, revision: 2 });
    await waitFor('known', async () => id in (await load(applicationId)).state.documents);
    expect(await presence(applicationId, candidate)).toBe(false);
    await at.document(applicationId, 'CV', 'checked', { id, revision: 3 });
    await waitFor('present', () => presence(applicationId, candidate));
    await at.document(applicationId, 'CV', 'discarded', { id, revision: 4 });
    await waitFor('absent', async () => !(await presence(applicationId, candidate)));
  });

  it('twice changes nothing more', async () => {
    const candidate = newCandidate();
    const applicationId = await at.draft(candidate);
    const sent = await at.document(applicationId, 'CV', 'checked', { revision: 3 });
    await waitFor('present', () => presence(applicationId, candidate));
    const { revision } = await load(applicationId);
    await service.publish(documentChanged, sent.data as never, { id: sent.id });
    // Changes of one application are made in order: when this one is there, the repeat is over.
    await at.document(applicationId, 'PHOTO', 'checked', { revision: 3 });
    await waitFor('the next one', async () => (await load(applicationId)).revision === revision + 1);
  });

  it('that is older than what is known is ignored, and the reason recorded', async () => {
    const candidate = newCandidate();
    const applicationId = await at.draft(candidate);
    const id = `doc-${applicationId}`;
    await at.document(applicationId, 'CV', 'checked', { id, revision: 3 });
    await waitFor('present', () => presence(applicationId, candidate));
    const late = await at.document(applicationId, 'CV', 'uploaded', { id, revision: 1 });
    expect(await ignoredReason(service, late.id, `application/${applicationId}`)).toBe(
      'older than revision 3 of the document',
    );
    expect(await presence(applicationId, candidate)).toBe(true);
  });

  it('is kept in any state: an officer may still refuse the piece of a submitted application', async () => {
    const candidate = newCandidate();
    const applicationId = await at.submitted(candidate);
    const [id] = Object.entries((await load(applicationId)).state.documents).find(
      ([, { type }]) => type === 'CV',
    )!;
    await at.document(applicationId, 'CV', 'refused', { id, revision: 9 });
    await waitFor('absent', async () => !(await presence(applicationId, candidate)));
    expect((await load(applicationId)).state.state).toBe('submitted');
  });
});

describe('payments.order-paid', () => {
  it('R15, R21, R23: submits the application at the moment of payment, and acknowledges it', async () => {
    const candidate = newCandidate();
    const applicationId = await at.confirmed(candidate);
    const order = await at.paidOrder(applicationId);
    await service.publish(orderPaid, order);
    const view = await at.reaches(applicationId, candidate, 'submitted');
    expect(view).toMatchObject({ stateLabel: 'Dossier reçu', submittedAt: order.paidAt, blockers: [] });
    const [submitted] = await waitFor(
      'the acknowledgement',
      () => submissionsOf(applicationId).length > 0 && submissionsOf(applicationId),
    );
    expect(submitted!.data).toMatchObject({
      candidateId: candidate.id,
      reference: view.reference,
      receivedAt: order.paidAt,
      impliedRefusalOn: '2027-01-25',
    });
    expect(submitted!.data.documents.map(({ type }) => type)).toEqual(pieces);
    await waitFor('staff may see it', () =>
      service
        .seen(applicationChanged)
        .some(({ data }) => data.applicationId === applicationId && data.isExaminable),
    );
    // R83: no early start was asked for.
    const examinableFrom = '2026-12-08T23:00:00.000Z';
    expect(view.examinableFrom).toBe(examinableFrom);
    expect(submitted!.data.examinableFrom).toBe(examinableFrom);
  });

  it('R82: an early start that was asked for may begin at once', async () => {
    const candidate = newCandidate();
    const applicationId = await at.complete(candidate);
    await at.confirm(applicationId, candidate, { earlyStart: true, lossOfWithdrawalAcknowledged: true });
    await at.freeze(applicationId);
    const order = await at.paidOrder(applicationId);
    await service.publish(orderPaid, order);
    const view = await at.reaches(applicationId, candidate, 'submitted');
    expect(view.examinableFrom).toBe(order.paidAt);
  });

  it('twice submits once; a second order is recorded', async () => {
    const candidate = newCandidate();
    const applicationId = await at.confirmed(candidate);
    const order = await at.paidOrder(applicationId);
    const first = await service.publish(orderPaid, order);
    await at.reaches(applicationId, candidate, 'submitted');
    const { revision } = await load(applicationId);
    await service.publish(orderPaid, order, { id: first.id });
    const same = await service.publish(orderPaid, order);
    expect(await ignoredReason(service, same.id, `application/${applicationId}`)).toBe(
      'submitted by this order already',
    );
    const second = await service.publish(orderPaid, { ...order, orderId: 'order-second' });
    expect(await ignoredReason(service, second.id, `application/${applicationId}`)).toContain(
      'the fee was paid twice',
    );
    expect((await load(applicationId)).revision).toBe(revision);
    expect(submissionsOf(applicationId)).toHaveLength(1);
  });

  it('that comes early is tried again until it fits', async () => {
    const candidate = newCandidate();
    const applicationId = await at.complete(candidate);
    const { reference } = await at.view(applicationId, candidate);
    const order = {
      orderId: 'order-early',
      applicationId,
      candidateId: candidate.id,
      programmeId: 'donnees',
      product: 'APPLICATION_FEE' as const,
      label: 'Frais',
      reference,
      programmeTitle: 'Données',
      intakeLabel: 'Septembre 2027',
      amount: { amount: 8000, currency: 'EUR' as const },
      paidAt: '2026-11-24T09:00:00.000Z',
      receiptNumber: 'R-2026-000002',
      means: 'Visa •••• 4242',
    };
    await service.publish(orderPaid, order);
    await at.confirm(applicationId, candidate);
    await at.freeze(applicationId);
    await at.reaches(applicationId, candidate, 'submitted');
  });

  it('of another amount or candidate changes nothing', async () => {
    const candidate = newCandidate();
    const applicationId = await at.confirmed(candidate);
    const order = await at.paidOrder(applicationId);
    await service.publish(orderPaid, { ...order, amount: { amount: 1, currency: 'EUR' } });
    await service.publish(orderPaid, { ...order, candidateId: 'acc-other' });
    await at.document(applicationId, 'OTHER', 'checked', { id: `doc-after-${applicationId}`, revision: 1 });
    await waitFor(
      'the next message',
      async () => `doc-after-${applicationId}` in (await load(applicationId)).state.documents,
    );
    expect((await load(applicationId)).state.state).toBe('fee-pending');
  });
});

describe('gateway.contact-changed', () => {
  const contact = (accountId: string, name: string) => ({
    accountId,
    name,
    email: `${accountId}@example.org`,
    language: 'fr' as const,
  });
  const publish = (accountId: string, name: string, revision: number) =>
    service.publish(contactChanged, contact(accountId, name), { id: `account/${accountId}/${revision}/0` });
  const nameOf = async (accountId: string) =>
    (await service.app.get(ContactStore).streams.load(accountId))?.state.name;

  it('is how staff reach the candidate; the candidate needs no copy', async () => {
    const candidate = newCandidate();
    await publish(candidate.id, 'Camille Martin', 1);
    const applicationId = await at.submitted(candidate);
    const asOfficer = await service.call(getApplication, { applicationId }, subjects.officer(['donnees']));
    expect(asOfficer.contact).toEqual({ name: 'Camille Martin', email: `${candidate.id}@example.org` });
    expect((await at.view(applicationId, candidate)).contact).toBeUndefined();
  });

  it('twice changes nothing more', async () => {
    const { id } = newCandidate();
    await publish(id, 'Première', 1);
    await waitFor('known', () => nameOf(id));
    await publish(id, 'Première', 1);
    await publish(id, 'Seconde', 2);
    await waitFor('newer', async () => (await nameOf(id)) === 'Seconde');
    expect((await service.app.get(ContactStore).streams.load(id))!.revision).toBe(2);
  });

  it('that is older than what is known is ignored, and the reason recorded', async () => {
    const { id } = newCandidate();
    await publish(id, 'Nouvelle', 5);
    await waitFor('known', () => nameOf(id));
    const late = await publish(id, 'Ancienne', 4);
    expect(await ignoredReason(service, late.id, `contact/${id}`)).toBe(
      'older than revision 5 of the contact',
    );
    expect(await nameOf(id)).toBe('Nouvelle');
  });
});
