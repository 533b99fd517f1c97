import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  applicationChanged,
  documentsFreezeRequested,
  feeRequested,
} from '@admissions/contracts/applications';
import { documentsFrozen, type HeldDocument } from '@admissions/contracts/documents';
import { orderPaid } from '@admissions/contracts/payments';
import { Log } from '@admissions/runtime/log';
import { waitFor, type TestService } from '@admissions/runtime/testing';
import { ReachDeadlines } from '../src/following/reach-deadlines.ts';
import { ApplicationStore } from '../src/store/application.store.ts';
import { desk, ignoredReason, newCandidate, startApplications } from './service.ts';

let service: TestService;
let at: ReturnType<typeof desk>;
beforeAll(async () => {
  service = await startApplications();
  at = desk(service);
});
afterAll(() => service?.stop());

const load = async (applicationId: string) =>
  (await service.app.get(ApplicationStore).streams.load(applicationId))!;
const feesOf = (applicationId: string) =>
  service.seen(feeRequested).filter(({ data }) => data.applicationId === applicationId);
const without = (held: HeldDocument[], type: string) => held.filter((one) => one.type !== type);

/** An application that was confirmed, and what documents holds of it. */
async function pending() {
  const candidate = newCandidate();
  const applicationId = await at.complete(candidate);
  await at.confirm(applicationId, candidate);
  const [held, attempt] = [await at.held(applicationId), await at.freezeAsked(applicationId)];
  return { candidate, applicationId, held, attempt };
}

describe('a piece that is taken out in the moment of the confirmation (R16, R17)', () => {
  it('whether its snapshot or the answer comes first: no fee, and a draft that says what is missing', async () => {
    for (const snapshotFirst of [true, false]) {
      const { candidate, applicationId, held } = await pending();
      const [piece] = held.filter(({ type }) => type === 'ID_DOC');
      const discarded = () =>
        at.document(applicationId, 'ID_DOC', 'discarded', { id: piece!.documentId, revision: 4 });
      if (snapshotFirst) await discarded();
      await at.freeze(applicationId, { held: without(held, 'ID_DOC') });
      if (!snapshotFirst) await discarded();
      const draft = await at.reaches(applicationId, candidate, 'draft');
      expect(draft.blockers).toMatchObject([{ kind: 'document', what: 'ID_DOC' }]);
      expect(draft.confirmedAt).toBeUndefined();
      await waitFor('documents may be sent again', () =>
        service
          .seen(applicationChanged)
          .some(
            ({ id, data }) => id.includes(`/${applicationId}/`) && data.isEditable && data.state === 'draft',
          ),
      );
      expect(feesOf(applicationId)).toEqual([]);
    }
  });

  it('is sent again, confirmed again, and only then the fee is asked for', async () => {
    const { candidate, applicationId, held, attempt } = await pending();
    await at.freeze(applicationId, { held: without(held, 'ID_DOC') });
    await at.reaches(applicationId, candidate, 'draft');
    await at.document(applicationId, 'ID_DOC', 'checked', { revision: 3 });
    await waitFor('whole', async () => (await at.view(applicationId, candidate)).blockers.length === 0);
    await at.confirm(applicationId, candidate);
    const second = await at.freezeAsked(applicationId, attempt);
    const late = await at.freeze(applicationId, { attempt, held });
    expect(await ignoredReason(service, late.id, `application/${applicationId}`)).toBe(
      `the answer to revision ${attempt}, not to ${second}`,
    );
    expect(feesOf(applicationId)).toEqual([]);
    await at.freeze(applicationId, { attempt: second });
    await service.publish(orderPaid, await at.paidOrder(applicationId));
    const view = await at.reaches(applicationId, candidate, 'submitted');
    expect(view.checklist.filter(({ status, present }) => status === 'REQUIRED' && !present)).toEqual([]);
    expect(feesOf(applicationId)).toHaveLength(1);
  });

  it('while documents does not answer, nothing is to be paid and nothing is lost', async () => {
    const { candidate, applicationId } = await pending();
    expect(await at.view(applicationId, candidate)).toMatchObject({ state: 'fee-pending', blockers: [] });
    await service.restart();
    expect(feesOf(applicationId)).toEqual([]);
    await at.freeze(applicationId);
    await at.feeAsked(applicationId);
  });
});

describe('documents.documents-frozen', () => {
  it('twice asks for one fee', async () => {
    const { applicationId, held, attempt } = await pending();
    const first = await at.freeze(applicationId);
    await at.feeAsked(applicationId);
    const { revision } = await load(applicationId);
    await service.publish(documentsFrozen, { applicationId, attempt, held }, { id: first.id });
    const other = await at.freeze(applicationId, { held: [] });
    expect(await ignoredReason(service, other.id, `application/${applicationId}`)).toBe('held already');
    expect((await load(applicationId)).revision).toBe(revision);
    expect(feesOf(applicationId)).toHaveLength(1);
  });

  it('of a draft or of a submitted application is recorded', async () => {
    const candidate = newCandidate();
    const draft = await at.complete(candidate);
    const submitted = await at.submitted(newCandidate());
    for (const [applicationId, state] of [
      [draft, 'draft'],
      [submitted, 'submitted'],
    ] as const) {
      const sent = await at.freeze(applicationId, { attempt: 1, held: [] });
      expect(await ignoredReason(service, sent.id, `application/${applicationId}`)).toBe(
        `it is ${state} by now`,
      );
    }
    expect((await at.view(draft, candidate)).state).toBe('draft');
  });

  it('heals what was known of the documents: one that is not held counts no more', async () => {
    const { candidate, applicationId, held } = await pending();
    const [lost] = held.filter(({ type }) => type === 'CV');
    await at.freeze(applicationId, { held: without(held, 'CV') });
    await at.reaches(applicationId, candidate, 'draft');
    expect((await load(applicationId)).state.documents[lost!.documentId]).toMatchObject({
      state: 'replaced',
    });
  });
});

describe('a freeze that is not answered', () => {
  it('is asked for again, and the answer asks for the fee, once', async () => {
    const { applicationId, attempt } = await pending();
    const asked = () =>
      service
        .seen(documentsFreezeRequested)
        .filter(({ data }) => data.applicationId === applicationId)
        .map(({ data }) => data.attempt);
    service.clock.advance(15 * 60_000);
    await service.app.get(ReachDeadlines).run();
    await waitFor('asked again', () => asked().length === 2);
    expect(asked()).toEqual([attempt, attempt]);
    await at.freeze(applicationId);
    await at.feeAsked(applicationId);
    const second = await at.freeze(applicationId);
    expect(await ignoredReason(service, second.id, `application/${applicationId}`)).toBe('held already');
    expect(feesOf(applicationId)).toHaveLength(1);
  });
});

describe('a snapshot that cannot be', () => {
  it('is kept and raises an alarm: a document that was confirmed is gone', async () => {
    const alarms = jest.spyOn(service.app.get(Log), 'error');
    const applicationId = await at.confirmed(newCandidate());
    const [piece] = (await at.held(applicationId)).filter(({ type }) => type === 'ID_DOC');
    await at.document(applicationId, 'ID_DOC', 'discarded', { id: piece!.documentId, revision: 4 });
    await waitFor('kept', async () => {
      const { documents } = (await load(applicationId)).state;
      return documents[piece!.documentId]!.state === 'discarded';
    });
    expect((await load(applicationId)).state.state).toBe('fee-pending');
    const alarm = `confirmed document ${piece!.documentId} (ID_DOC) is discarded`;
    await waitFor('the alarm', () => alarms.mock.calls.some(([fields]) => 'alarm' in fields));
    expect(alarms.mock.calls.map(([fields]) => fields)).toEqual([{ alarm, applicationId }]);
  });
});
