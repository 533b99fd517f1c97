import { randomUUID } from 'node:crypto';
import { admissibilityDecided } from '@admissions/contracts/admissibility';
import { applicationChanged, type ApplicationState } from '@admissions/contracts/applications';
import { applicationWithdrawn, placesAnswered } from '@admissions/contracts/offers';
import {
  bookInterview,
  getInterview,
  openSlots,
  recordInterview,
  type InterviewView,
} from '@admissions/contracts/interviews';
import {
  closeSession,
  getSession,
  openSession,
  planSession,
  recordDecision,
  setAgenda,
  type SessionView,
} from '@admissions/contracts/juries';
import { assignEvaluators, lockMark, saveMark } from '@admissions/contracts/marks';
import { contactChanged } from '@admissions/contracts/gateway';
import type { DataOf } from '@admissions/contracts/message';
import type { Role } from '@admissions/contracts/roles';
import type { Subject } from '@admissions/contracts/subject';
import { readConfig } from '@admissions/runtime/config';
import { startTestService, subjects, waitFor, type TestService } from '@admissions/runtime/testing';
import mongoose from 'mongoose';
import { AppModule } from '../src/app.module.ts';
import { evaluationConfig } from '../src/config.ts';
import { ReachDeadlines } from '../src/scheduling/reach-deadlines.ts';

export const now = '2026-11-24T09:00:00.000Z';
export const programmeId = 'donnees';
export const intakeId = 'donnees-2027-09';

/** The evaluation service on real servers. */
export function startEvaluation(): Promise<TestService> {
  return startTestService({
    service: 'evaluation',
    build: (env, replace) => ({ module: AppModule.for(readConfig(evaluationConfig, env), replace) }),
    now,
  });
}

const staff = (role: Role, id: string, programmes = [programmeId]): Subject => ({
  id,
  grants: [{ role, programmes }],
});
let people = 0;
const fresh = (kind: string) => `acc-${kind}-${++people}-${randomUUID().slice(0, 8)}`;
export const officer = subjects.officer([programmeId]);
export const newCandidate = (): Subject => subjects.candidate(fresh('candidate'));
export const newEvaluator = (programmes?: string[]): Subject =>
  staff('evaluator', fresh('evaluator'), programmes);
export const newMember = (): Subject => staff('jury-member', fresh('member'));
export const newChair = (): Subject => staff('jury-chair', fresh('chair'));

export interface Invited {
  readonly applicationId: string;
  readonly candidate: Subject;
}

/** The code with which a call is refused; `done` when it is not. */
export const codeOf = (calling: Promise<unknown>): Promise<string> =>
  calling.then(
    () => 'done',
    (error: { code?: string; message?: string }) => error.code ?? error.message ?? 'failed',
  );

let days = 0;
/** A morning that no other test of this file has. */
export function newMorning(): Date {
  return new Date(Date.parse('2026-12-01T08:00:00.000Z') + ++days * 86_400_000);
}

/** Everything that people and other services do around one application. */
export function desk(service: TestService) {
  const said = (applicationId: string, candidate: Subject) => ({
    applicationId,
    candidateId: candidate.id,
    reference: `MS-2027-${applicationId.slice(-6).toUpperCase()}`,
    programmeId,
    programmeTitle: 'Mastère Spécialisé® Données',
    intakeLabel: 'Septembre 2027',
  });
  let seen = 0;
  return {
    application(
      { applicationId, candidate }: Invited,
      state: ApplicationState = 'admissible',
      more: Partial<DataOf<typeof applicationChanged>> = {},
      revision = ++seen,
    ) {
      const { intakeLabel, programmeTitle, reference } = said(applicationId, candidate);
      const data = {
        applicationId,
        candidateId: candidate.id,
        programmeId,
        intakeId,
        state,
        reference,
        isExaminable: true,
        isEditable: false,
        wanted: [],
        intakeLabel,
        programmeTitle,
        candidateName: `Candidat ${applicationId.slice(-4)}`,
        ...more,
      };
      return service.publish(applicationChanged, data, { id: `application/${applicationId}/${revision}/0` });
    },
    decided({ applicationId, candidate }: Invited, id?: string) {
      const data = {
        ...said(applicationId, candidate),
        outcome: 'ADMISSIBLE' as const,
        grounds: [],
        decidedAt: now,
        decidedBy: 'Chargée des admissions',
        dueOn: '2026-12-01',
      };
      return service.publish(admissibilityDecided, data, id === undefined ? {} : { id });
    },
    async invited(
      candidate = newCandidate(),
      more: Partial<DataOf<typeof applicationChanged>> = {},
    ): Promise<Invited> {
      const invited = { applicationId: `app-${randomUUID()}`, candidate };
      await this.application(invited, 'admissible', more);
      await this.decided(invited);
      await this.interviewIs(invited, 'invited');
      return invited;
    },
    interview: ({ applicationId }: Invited, as: Subject = officer) =>
      service.call(getInterview, { applicationId }, as),
    interviewIs(invited: Invited, state: InterviewView['state']): Promise<InterviewView> {
      return waitFor(`${invited.applicationId} is ${state}`, async () => {
        const view = await this.interview(invited).catch(() => undefined);
        return view?.state === state && view;
      });
    },
    async slots(starts: Date[], interviewerId = fresh('interviewer'), minutes = 30) {
      const { items } = await service.call(
        openSlots,
        {
          programmeId,
          interviewerId,
          interviewerName: 'Hélène Garnier',
          minutes,
          roomUrl: 'https://visio.school.example/salle-12',
          startsAt: starts.map((start) => start.toISOString()),
        },
        officer,
      );
      return items;
    },
    book: ({ applicationId, candidate }: Invited, slotId: string, key?: string) =>
      service.call(bookInterview, { applicationId, slotId }, candidate, key === undefined ? {} : { key }),
    async interviewed(candidate?: Subject, more: Partial<DataOf<typeof applicationChanged>> = {}) {
      const invited = await this.invited(candidate, more);
      const start = new Date(service.clock.now().getTime() + 7_200_000);
      const [slot] = await this.slots([start]);
      await this.book(invited, slot!.id);
      service.clock.advance(7_200_000 + 1_800_000);
      await service.call(recordInterview, { applicationId: invited.applicationId, outcome: 'DONE' }, officer);
      return invited;
    },
    assign: ({ applicationId }: Invited, ...evaluators: Subject[]) =>
      service.call(
        assignEvaluators,
        { applicationId, evaluatorIds: evaluators.map(({ id }) => id) },
        officer,
      ),
    async mark({ applicationId }: Invited, evaluator: Subject, score: number) {
      await service.call(saveMark, { applicationId, score, comment: `Avis à ${score}` }, evaluator);
      return service.call(lockMark, { applicationId }, evaluator);
    },
    async evaluated(candidate?: Subject, more: Partial<DataOf<typeof applicationChanged>> = {}) {
      const invited = await this.interviewed(candidate, more);
      const [first, second] = [newEvaluator(), newEvaluator()];
      await this.assign(invited, first, second);
      await this.mark(invited, first, 14.25);
      await this.mark(invited, second, 15);
      return invited;
    },
    plan: (chair: Subject, members: Subject[], quorum?: number) =>
      service.call(
        planSession,
        {
          programmeId,
          intakeId,
          chairId: chair.id,
          memberIds: members.map(({ id }) => id),
          scheduledAt: '2027-01-14T13:00:00.000Z',
          ...(quorum === undefined ? {} : { quorum }),
        },
        officer,
      ),
    agenda: (sessionId: string, files: Invited[]) =>
      service.call(
        setAgenda,
        { sessionId, applicationIds: files.map(({ applicationId }) => applicationId) },
        officer,
      ),
    /** An open session on these files, all of its three members present. */
    async opened(files: Invited[], quorum?: number) {
      const [chair, ...members] = [newChair(), newMember(), newMember()];
      const { id } = await this.plan(chair, members, quorum);
      await this.agenda(id, files);
      const present = [chair, ...members].map((person) => person.id);
      await service.call(openSession, { sessionId: id, present }, chair);
      return { sessionId: id, chair, members };
    },
    decide(
      sessionId: string,
      { applicationId }: Invited,
      outcome: 'ADMITTED' | 'NOT_ADMITTED' | 'DEFERRED',
      as: Subject,
      // R71: nobody is turned down without one.
      grounds: string[] = outcome === 'NOT_ADMITTED' ? ['Prérequis insuffisants'] : [],
    ) {
      return service.call(recordDecision, { sessionId, applicationId, outcome, grounds }, as);
    },
    close: (sessionId: string, chair: Subject) => service.call(closeSession, { sessionId }, chair),
    session: (sessionId: string) => service.call(getSession, { sessionId }, officer),
    sessionIs(sessionId: string, state: SessionView['state']): Promise<SessionView> {
      return waitFor(`${sessionId} is ${state}`, async () => {
        const view = await this.session(sessionId);
        return view.state === state && view;
      });
    },
    answer(
      sessionId: string,
      attempt: number,
      refused: DataOf<typeof placesAnswered>['refused'] = [],
      id?: string,
    ) {
      const data = { sessionId, attempt, reserved: refused.length === 0, refused };
      return service.publish(placesAnswered, data, id === undefined ? {} : { id });
    },
    withdraw(
      { applicationId, candidate }: Invited,
      fromState: ApplicationState = 'in-selection',
      id?: string,
    ) {
      const data = {
        ...said(applicationId, candidate),
        reason: 'PERSONAL_CHOICE' as const,
        fromState,
        withdrawnAt: now,
      };
      return service.publish(applicationWithdrawn, data, id === undefined ? {} : { id });
    },
    contact(accountId: string, name: string, revision = 1) {
      const data = { accountId, name, email: `${accountId}@example.org`, language: 'fr' as const };
      return service.publish(contactChanged, data, { id: `account/${accountId}/${revision}/0` });
    },
    /** Deadlines whose time has come, told at once instead of within seconds. */
    deadlines: () => service.app.get(ReachDeadlines).run(),
  };
}

/** The recorded reason why a message was ignored for a stream; waits for it. */
export async function ignoredReason(
  service: TestService,
  messageId: string,
  stream: string,
): Promise<string> {
  const dbName = `${service.env['DATABASE_PREFIX']}evaluation`;
  const connection = await mongoose.createConnection(service.env['MONGODB_URL']!, { dbName }).asPromise();
  try {
    const inbox = connection.collection<{ _id: string; ignored?: string }>('inbox');
    return await waitFor(`${messageId} is ignored`, async () => {
      const row = await inbox.findOne({ _id: `evaluation/${messageId}/ignored/${stream}` });
      return row?.ignored;
    });
  } finally {
    await connection.close();
  }
}
