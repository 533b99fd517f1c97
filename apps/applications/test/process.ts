import { randomUUID } from 'node:crypto';
import { recordAdmissibility } from '@admissions/contracts/admissibility';
import { type ApplicationView } from '@admissions/contracts/applications';
import { depositRequested, orderCloseRequested, withdrawApplication } from '@admissions/contracts/offers';
import type { InputOf } from '@admissions/contracts/call';
import { decisionRecorded, juryChanged, placesRequested } from '@admissions/contracts/juries';
import { selectionChanged } from '@admissions/contracts/marks';
import type { DataOf } from '@admissions/contracts/message';
import { orderClosed, orderPaid } from '@admissions/contracts/payments';
import { subjects, waitFor, type TestService } from '@admissions/runtime/testing';
import { ReachDeadlines } from '../src/following/reach-deadlines.ts';
import { ApplicationStore } from '../src/store/application.store.ts';
import { desk, intakeId, newCandidate } from './service.ts';

export type Candidate = ReturnType<typeof newCandidate>;
export const officer = subjects.officer(['donnees'], 'acc-officer');

/** What officers, evaluation and payments do to an application once its fee is paid. */
export function process(service: TestService) {
  const at = desk(service);
  const of = (applicationId: string) =>
    service.app
      .get(ApplicationStore)
      .streams.load(applicationId)
      .then((found) => found!.state);
  let selections = 1;
  return {
    of,
    /** Submitted, with an early start (R82), and every piece accepted. */
    async studied(as: Candidate): Promise<string> {
      const applicationId = await at.complete(as);
      await at.confirm(applicationId, as, { earlyStart: true, lossOfWithdrawalAcknowledged: true });
      await at.freeze(applicationId);
      await service.publish(orderPaid, await at.paidOrder(applicationId));
      await at.reaches(applicationId, as, 'submitted');
      for (const { documentId, type } of await at.held(applicationId))
        await at.document(applicationId, type, 'accepted', { id: documentId, revision: 5 });
      await waitFor('all are accepted', async () =>
        Object.values((await of(applicationId)).documents).every(({ state }) => state === 'accepted'),
      );
      return applicationId;
    },
    judge(
      applicationId: string,
      verdict: Partial<InputOf<typeof recordAdmissibility>> = {},
      as = officer,
      key?: string,
    ): Promise<ApplicationView> {
      const input = { applicationId, outcome: 'ADMISSIBLE', grounds: [], ...verdict } as InputOf<
        typeof recordAdmissibility
      >;
      const basis =
        input.outcome === 'ADMISSIBLE' && !input.derogation ? { route: 'THIRD_CYCLE' as const } : {};
      return service.call(recordAdmissibility, { ...basis, ...input }, as, key === undefined ? {} : { key });
    },
    select(
      applicationId: string,
      changes: Partial<DataOf<typeof selectionChanged>> = {},
      revision = ++selections,
    ) {
      const data = {
        applicationId,
        interview: 'done' as const,
        evaluators: [],
        lockedMarks: 0,
        isComplete: false,
        ...changes,
      };
      return service.publish(selectionChanged, data, { id: `selection/${applicationId}/${revision}/0` });
    },
    convene(sessionId: string, revision: number, members: string[], applicationIds: string[]) {
      const data = { sessionId, programmeId: 'donnees', state: 'convened' as const, members, applicationIds };
      return service.publish(juryChanged, data, { id: `session/${sessionId}/${revision}/0` });
    },
    reserve(
      sessionId: string,
      attempt: number,
      admissions: { applicationId: string; derogation?: string }[],
    ) {
      return service.publish(placesRequested, { sessionId, attempt, intakeId, admissions });
    },
    decide(applicationId: string, changes: Partial<DataOf<typeof decisionRecorded>> = {}) {
      return service.publish(decisionRecorded, {
        sessionId: 'session-1',
        applicationId,
        outcome: 'ADMITTED',
        grounds: [],
        signedAt: service.clock.now().toISOString(),
        signedBy: 'Dominique Lefort, présidence du jury d’admission',
        ...changes,
      });
    },
    async admissible(as: Candidate): Promise<string> {
      const applicationId = await this.studied(as);
      await this.judge(applicationId);
      return applicationId;
    },
    async inSelection(as: Candidate): Promise<string> {
      const applicationId = await this.admissible(as);
      await this.select(applicationId);
      await at.reaches(applicationId, as, 'in-selection');
      return applicationId;
    },
    async offered(as: Candidate): Promise<string> {
      const applicationId = await this.inSelection(as);
      await this.decide(applicationId);
      await at.reaches(applicationId, as, 'offer-open');
      return applicationId;
    },
    /** What payments says when the deposit that was requested is paid. */
    async depositPaid(applicationId: string): Promise<DataOf<typeof orderPaid>> {
      const {
        requestedAt: _at,
        dueAt: _due,
        ...asked
      } = await waitFor(
        'the deposit is requested',
        () => service.seen(depositRequested).find(({ data }) => data.applicationId === applicationId)?.data,
      );
      return {
        ...asked,
        orderId: `deposit-${applicationId}`.slice(0, 60),
        product: 'DEPOSIT',
        label: 'Acompte de confirmation d’inscription',
        paidAt: service.clock.now().toISOString(),
        receiptNumber: 'R-2027-000002',
        means: 'Visa •••• 4242',
      };
    },
    closed(
      applicationId: string,
      outcome: DataOf<typeof orderClosed>['outcome'],
      product: DataOf<typeof orderClosed>['product'] = 'DEPOSIT',
    ) {
      return service.publish(orderClosed, {
        orderId: `order-${randomUUID()}`,
        applicationId,
        product,
        outcome,
      });
    },
    closeAsked: (applicationId: string, times = 1) =>
      waitFor('the order is to be closed', () => {
        const asked = service
          .seen(orderCloseRequested)
          .filter(({ data }) => data.applicationId === applicationId);
        return asked.length >= times && asked;
      }),
    /** Moves the clock to a moment and does what is due then; the service also polls by itself. */
    async goTo(iso: string): Promise<void> {
      service.clock.advance(Math.max(0, Date.parse(iso) - service.clock.now().getTime()));
      await service.app.get(ReachDeadlines).run();
    },
    withdraw: (applicationId: string, as: Candidate) =>
      service.call(withdrawApplication, { applicationId, reason: 'PERSONAL_CHOICE' }, as),
  };
}

/** The code with which a call was refused, or `done`. */
export const codeOf = (calling: Promise<unknown>) =>
  calling.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
