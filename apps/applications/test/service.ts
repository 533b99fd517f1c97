import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { PartialFacts } from '@admissions/contracts/applicant-facts';
import {
  confirmApplication,
  createApplication,
  documentsFreezeRequested,
  feeRequested,
  fillApplication,
  getApplication,
  type ApplicationView,
} from '@admissions/contracts/applications';
import type { DocumentType } from '@admissions/contracts/document-types';
import {
  documentChanged,
  documentsFrozen,
  type DocumentState,
  type HeldDocument,
} from '@admissions/contracts/documents';
import type { DataOf } from '@admissions/contracts/message';
import { orderPaid } from '@admissions/contracts/payments';
import { readConfig } from '@admissions/runtime/config';
import { startTestService, subjects, waitFor, type TestService } from '@admissions/runtime/testing';
import mongoose from 'mongoose';
import { applicationsConfig } from '../src/config.ts';
import { applicationsService } from '../src/service.ts';
import { ApplicationStore } from '../src/store/application.store.ts';
import { frenchGraduate } from './facts.ts';

export const catalogueFile = fileURLToPath(new URL('fixtures/catalogue.yaml', import.meta.url));
export const intakeId = 'donnees-2027-09';
/** The pieces that a French graduate of some years ago must give. */
export const pieces: DocumentType[] = ['CV', 'MOTIVATION', 'PHOTO', 'ID_DOC', 'LAST_DIPLOMA'];

/** The applications service on real servers, with the catalogue of the tests. */
export function startApplications(file = catalogueFile): Promise<TestService> {
  return startTestService({
    service: 'applications',
    build: (env, replace) => applicationsService(readConfig(applicationsConfig, env), replace),
    env: { CATALOGUE_FILE: file },
    now: '2026-11-24T09:00:00.000Z',
  });
}

let people = 0;
/** A candidate whom nobody else in this file is. */
export function newCandidate(): ReturnType<typeof subjects.candidate> {
  return subjects.candidate(`acc-${++people}-${randomUUID().slice(0, 8)}`);
}
type Candidate = ReturnType<typeof newCandidate>;

/** Everything that people and other services do to one application. */
export function desk(service: TestService) {
  const view = (applicationId: string, as: Candidate) => service.call(getApplication, { applicationId }, as);
  return {
    view,
    async draft(as: Candidate, facts: PartialFacts = {}, intake = intakeId): Promise<string> {
      const { applicationId } = await service.call(createApplication, { intakeId: intake }, as);
      if (Object.keys(facts).length > 0)
        await service.call(fillApplication, { applicationId, sections: facts }, as);
      return applicationId;
    },
    document(
      applicationId: string,
      type: DocumentType,
      state: DocumentState,
      at: { id?: string; revision: number },
    ) {
      const documentId = at.id ?? `doc-${randomUUID()}`;
      const data = {
        documentId,
        applicationId,
        type,
        state,
        ...(state === 'checked' ? { sha256: 'a'.repeat(64) } : {}),
      };
      return service.publish(documentChanged, data, { id: `document/${documentId}/${at.revision}/0` });
    },
    /** A draft with all sections and all pieces. */
    async complete(as: Candidate, intake = intakeId): Promise<string> {
      const applicationId = await this.draft(as, frenchGraduate, intake);
      for (const type of pieces) await this.document(applicationId, type, 'checked', { revision: 3 });
      await waitFor('all pieces', async () => (await view(applicationId, as)).blockers.length === 0);
      return applicationId;
    },
    confirm(
      applicationId: string,
      as: Candidate,
      boxes: { earlyStart?: boolean; lossOfWithdrawalAcknowledged?: boolean } = {},
    ) {
      const { earlyStart = false, lossOfWithdrawalAcknowledged = false } = boxes;
      const input = { applicationId, swornStatement: true, earlyStart, lossOfWithdrawalAcknowledged };
      return service.call(confirmApplication, input, as);
    },
    /** What documents holds of the application, as far as it told it. */
    async held(applicationId: string): Promise<HeldDocument[]> {
      const loaded = await service.app.get(ApplicationStore).streams.load(applicationId);
      return Object.entries(loaded!.state.documents).map(([documentId, document]) => ({
        documentId,
        ...document,
      }));
    },
    /** The newest request to documents to let nothing move; waits for one that is newer than `after`. */
    freezeAsked(applicationId: string, after = 0): Promise<number> {
      return waitFor('the freeze is requested', () =>
        service
          .seen(documentsFreezeRequested)
          .map(({ data }) => (data.applicationId === applicationId ? data.attempt : 0))
          .find((attempt) => attempt > after),
      );
    },
    /** documents answers that nothing moves any more; it holds all that it told unless something else is said. */
    async freeze(applicationId: string, said: { attempt?: number; held?: HeldDocument[] } = {}) {
      const attempt = said.attempt ?? (await this.freezeAsked(applicationId));
      const held = said.held ?? (await this.held(applicationId));
      return service.publish(documentsFrozen, { applicationId, attempt, held });
    },
    async confirmed(as: Candidate, intake = intakeId): Promise<string> {
      const applicationId = await this.complete(as, intake);
      await this.confirm(applicationId, as);
      await this.freeze(applicationId);
      await this.feeAsked(applicationId);
      return applicationId;
    },
    feeAsked(applicationId: string): Promise<DataOf<typeof feeRequested>> {
      return waitFor(
        'the fee is requested',
        () => service.seen(feeRequested).find(({ data }) => data.applicationId === applicationId)?.data,
      );
    },
    /** What payments says when the fee that was requested is paid. */
    async paidOrder(applicationId: string): Promise<DataOf<typeof orderPaid>> {
      const { requestedAt: _at, confirmedDataHash: _hash, ...fee } = await this.feeAsked(applicationId);
      return {
        ...fee,
        orderId: `order-${applicationId}`.slice(0, 60),
        product: 'APPLICATION_FEE',
        label: 'Frais de traitement et d’étude de dossier',
        paidAt: service.clock.now().toISOString(),
        receiptNumber: 'R-2026-000001',
        means: 'Visa •••• 4242',
      };
    },
    async submitted(as: Candidate, intake = intakeId): Promise<string> {
      const applicationId = await this.confirmed(as, intake);
      await service.publish(orderPaid, await this.paidOrder(applicationId));
      await this.reaches(applicationId, as, 'submitted');
      return applicationId;
    },
    reaches(applicationId: string, as: Candidate, state: ApplicationView['state']): Promise<ApplicationView> {
      return waitFor(`${applicationId} is ${state}`, async () => {
        const seen = await view(applicationId, as);
        return seen.state === state && seen;
      });
    },
  };
}

/** The recorded reason why a message was ignored for a stream; waits for it. */
export async function ignoredReason(
  service: TestService,
  messageId: string,
  stream: string,
): Promise<string> {
  const dbName = `${service.env['DATABASE_PREFIX']}applications`;
  const connection = await mongoose.createConnection(service.env['MONGODB_URL']!, { dbName }).asPromise();
  try {
    const inbox = connection.collection<{ _id: string; ignored?: string }>('inbox');
    return await waitFor(`${messageId} is ignored`, async () => {
      const row = await inbox.findOne({ _id: `applications/${messageId}/ignored/${stream}` });
      return row?.ignored;
    });
  } finally {
    await connection.close();
  }
}
