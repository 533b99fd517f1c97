import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { interviewCancelled } from '@admissions/contracts/interviews';
import { decisionRecorded, openSession } from '@admissions/contracts/juries';
import { saveMark, selectionChanged } from '@admissions/contracts/marks';
import { waitFor, type TestService } from '@admissions/runtime/testing';
import { AccessStore } from '../src/store/access.store.ts';
import { ContactStore } from '../src/store/contact.store.ts';
import { SelectionStore } from '../src/store/selection.store.ts';
import { SessionStore } from '../src/store/session.store.ts';
import { SlotStore } from '../src/store/slot.store.ts';
import {
  codeOf,
  desk,
  ignoredReason,
  newCandidate,
  newEvaluator,
  newMorning,
  startEvaluation,
  type Invited,
} from './service.ts';

let service: TestService;
let at: ReturnType<typeof desk>;
beforeAll(async () => {
  service = await startEvaluation();
  at = desk(service);
});
afterAll(() => service?.stop());

const unknown = (): Invited => ({ applicationId: `app-${randomUUID()}`, candidate: newCandidate() });
const selectionOf = ({ applicationId }: Invited) =>
  service.app.get(SelectionStore).streams.load(applicationId);
const snapshotsOf = ({ applicationId }: Invited) =>
  service.seen(selectionChanged).filter(({ data }) => data.applicationId === applicationId);

describe('applications.admissibility-decided', () => {
  it('invites, whether or not the application is known yet', async () => {
    const invited = unknown();
    await at.decided(invited);
    const view = await at.interviewIs(invited, 'invited');
    expect(view).toMatchObject({ stateLabel: 'Entretien à réserver', moves: 0 });
    await waitFor('told', () => snapshotsOf(invited).length === 1);
    expect((await selectionOf(invited))!.state.figures).toEqual({
      maxGap: 4,
      maxMoves: 3,
      noticeMinutes: 60,
    });
  });

  it('twice invites once; another decision changes nothing', async () => {
    const invited = unknown();
    const { id } = await at.decided(invited);
    await at.interviewIs(invited, 'invited');
    await at.decided(invited, id);
    const other = await at.decided(invited);
    expect(await ignoredReason(service, other.id, `selection/${invited.applicationId}`)).toBe(
      'invited already',
    );
    expect((await selectionOf(invited))!.revision).toBe(1);
  });

  it('after the application was taken out invites nobody', async () => {
    const invited = unknown();
    await at.application(invited, 'withdrawn');
    await waitFor('known', () => service.app.get(AccessStore).of(invited.applicationId));
    const { id } = await at.decided(invited);
    expect(await ignoredReason(service, id, `selection/${invited.applicationId}`)).toBe(
      'the application was taken out',
    );
  });
});

describe('applications.application-changed', () => {
  it('that is heard while the application is being invited ends the selection all the same', async () => {
    const invited = await at.invited();
    const { applicationId } = invited;
    // As if it had been kept after the invitation looked, and had found no selection to end yet.
    const act = {
      name: 'follow-application',
      by: 'test',
      correlationId: 'test',
      cause: { id: `kept/${applicationId}`, fingerprint: '' },
    };
    await service.app.get(AccessStore).streams.change(applicationId, act, (current) => ({
      state: { ...current!.state, state: 'withdrawn' as const },
    }));
    await at.decided(invited);
    await waitFor('ended', async () => (await selectionOf(invited))!.state.ended?.why === 'WITHDRAWN');
  });

  it('is kept when it is newer, and ignored when it is not', async () => {
    const invited = unknown();
    await at.application(invited, 'submitted', {}, 5);
    await waitFor('known', () => service.app.get(AccessStore).of(invited.applicationId));
    const late = await at.application(invited, 'draft', {}, 4);
    expect(await ignoredReason(service, late.id, `access/${invited.applicationId}`)).toBe(
      'revision 5 was seen already',
    );
    await at.application(invited, 'admissible', { derogation: 'D40_VAPP' }, 6);
    await waitFor('newer', async () => {
      const access = await service.app.get(AccessStore).of(invited.applicationId);
      return access?.state === 'admissible' && access.derogation === 'D40_VAPP';
    });
  });

  it('that says cancelled ends the selection', async () => {
    const invited = await at.invited();
    const [slot] = await at.slots([newMorning()]);
    await at.book(invited, slot!.id);
    await at.application(invited, 'cancelled', {}, 1_000);
    await at.interviewIs(invited, 'cancelled');
    expect((await selectionOf(invited))!.state.ended?.why).toBe('CANCELLED');
  });
});

describe('applications.application-withdrawn', () => {
  it('cancels a booked interview, frees the slot, and nothing follows', async () => {
    const invited = await at.invited();
    const [slot] = await at.slots([newMorning()]);
    await at.book(invited, slot!.id);
    const { id } = await at.withdraw(invited);
    await at.interviewIs(invited, 'cancelled');
    const told = await waitFor('told', () => {
      const seen = service
        .seen(interviewCancelled)
        .filter(({ data }) => data.applicationId === invited.applicationId);
      return seen.length > 0 && seen;
    });
    expect(told).toHaveLength(1);
    const slots = service.app.get(SlotStore).streams;
    await waitFor('free', async () => (await slots.load(slot!.id))!.state.state === 'open');
    const { revision } = await waitFor('all given back', async () => {
      const found = await selectionOf(invited);
      return found!.state.interview.releasing.length === 0 && found!;
    });
    await at.withdraw(invited, 'in-selection', id);
    const again = await at.withdraw(invited);
    expect(await ignoredReason(service, again.id, `selection/${invited.applicationId}`)).toBe(
      'it has ended already',
    );
    expect((await selectionOf(invited))!.revision).toBe(revision);
    expect(await codeOf(at.book(invited, slot!.id))).toBe('wrong-state');
    expect(await codeOf(at.assign(invited, newEvaluator(), newEvaluator()))).toBe('wrong-state');
  });

  it('that comes before the invitation is tried again; before a decision on the file it is recorded', async () => {
    const early = unknown();
    await at.withdraw(early, 'admissible');
    await at.decided(early);
    await waitFor('ended', async () => (await selectionOf(early))?.state.ended !== undefined);
    const never = unknown();
    const { id } = await at.withdraw(never, 'submitted');
    expect(await ignoredReason(service, id, `selection/${never.applicationId}`)).toBe(
      'there is no selection',
    );
  });

  it('after the application is known to be taken out waits for no invitation', async () => {
    const gone = unknown();
    await at.application(gone, 'withdrawn');
    await waitFor('known', () => service.app.get(AccessStore).of(gone.applicationId));
    const invitation = await at.decided(gone);
    await ignoredReason(service, invitation.id, `selection/${gone.applicationId}`);
    const { id } = await at.withdraw(gone);
    expect(await ignoredReason(service, id, `selection/${gone.applicationId}`)).toBe('there is no selection');
  });

  it('leaves an agenda that is not closed, and marks stay as they are', async () => {
    const [leaving, staying] = [await at.evaluated(), await at.evaluated()];
    const { sessionId, chair } = await at.opened([leaving, staying]);
    await at.decide(sessionId, leaving, 'ADMITTED', chair);
    await at.withdraw(leaving);
    const view = await waitFor('gone', async () => {
      const session = await at.session(sessionId);
      return session.files.length === 1 && session;
    });
    expect(view.files[0]!.applicationId).toBe(staying.applicationId);
    await at.decide(sessionId, staying, 'NOT_ADMITTED', chair);
    await at.close(sessionId, chair);
    await at.answer(sessionId, 1);
    await at.sessionIs(sessionId, 'closed');
    await waitFor('one decision', () =>
      service.seen(decisionRecorded).some(({ data }) => data.sessionId === sessionId),
    );
    const decided = service.seen(decisionRecorded).filter(({ data }) => data.sessionId === sessionId);
    expect(decided.map(({ data }) => data.applicationId)).toEqual([staying.applicationId]);
    // A sealed decision stays when its candidate leaves later.
    await at.withdraw(staying, 'offer-open');
    await waitFor('ended', async () => (await selectionOf(staying))!.state.ended !== undefined);
    expect((await at.session(sessionId)).files).toHaveLength(1);
    const evaluator = newEvaluator();
    const input = { applicationId: leaving.applicationId, score: 1 };
    expect(await codeOf(service.call(saveMark, input, evaluator))).toBe('not-found');
  });

  it('while places are asked for leaves the decision to be told, so that the place is given back', async () => {
    const [leaving, staying] = [await at.evaluated(), await at.evaluated()];
    const { sessionId, chair } = await at.opened([leaving, staying]);
    for (const file of [leaving, staying]) await at.decide(sessionId, file, 'ADMITTED', chair);
    await at.close(sessionId, chair);
    await at.withdraw(leaving);
    const sessions = service.app.get(SessionStore).streams;
    await waitFor('left', async () => (await sessions.load(sessionId))!.state.left.length === 1);
    expect((await at.session(sessionId)).files).toHaveLength(2);
    await at.answer(sessionId, 1);
    await at.sessionIs(sessionId, 'closed');
    const told = await waitFor('both decisions', () => {
      const seen = service.seen(decisionRecorded).filter(({ data }) => data.sessionId === sessionId);
      return seen.length === 2 && seen.map(({ data }) => [data.applicationId, data.outcome]);
    });
    expect(new Map(told as [string, string][]).get(leaving.applicationId)).toBe('ADMITTED');
  });

  it('while places are asked for takes the file out when the session is sent back', async () => {
    const [leaving, staying] = [await at.evaluated(), await at.evaluated()];
    const { sessionId, chair } = await at.opened([leaving, staying]);
    for (const file of [leaving, staying]) await at.decide(sessionId, file, 'ADMITTED', chair);
    await at.close(sessionId, chair);
    await at.withdraw(leaving);
    const sessions = service.app.get(SessionStore).streams;
    await waitFor('left', async () => (await sessions.load(sessionId))!.state.left.length === 1);
    await at.answer(sessionId, 1, [{ applicationId: staying.applicationId, why: 'CAPACITY' }]);
    const { files } = await at.sessionIs(sessionId, 'open');
    expect(files.map(({ applicationId }) => applicationId)).toEqual([staying.applicationId]);
  });

  it('while the agenda is being set never leaves the file on it', async () => {
    const files = [await at.evaluated(), await at.evaluated(), await at.evaluated()];
    const { id: sessionId } = await at.plan(newEvaluator(), [newEvaluator(), newEvaluator()]);
    await Promise.all([at.withdraw(files[0]!), codeOf(at.agenda(sessionId, files))]);
    await waitFor('ended', async () => (await selectionOf(files[0]!))!.state.ended !== undefined);
    await waitFor('not on it', async () => {
      const { files: listed } = await at.session(sessionId);
      return listed.every(({ applicationId }) => applicationId !== files[0]!.applicationId);
    });
  });
});

describe('applications.places-answered', () => {
  it('in a wrong state or to another try is recorded and changes nothing', async () => {
    const file = await at.evaluated();
    const { sessionId, chair } = await at.opened([file]);
    const early = await at.answer(sessionId, 1);
    expect(await ignoredReason(service, early.id, `jury-session/${sessionId}`)).toContain('answered already');
    await at.decide(sessionId, file, 'ADMITTED', chair);
    await at.close(sessionId, chair);
    const other = await at.answer(sessionId, 7, [{ applicationId: file.applicationId, why: 'D30' }]);
    expect(await ignoredReason(service, other.id, `jury-session/${sessionId}`)).toContain('try 7');
    expect((await at.session(sessionId)).state).toBe('closing');
    const { id } = await at.answer(sessionId, 1);
    await at.sessionIs(sessionId, 'closed');
    const sessions = service.app.get(SessionStore).streams;
    const { revision } = (await sessions.load(sessionId))!;
    await at.answer(sessionId, 1, [], id);
    const late = await at.answer(sessionId, 1, [{ applicationId: file.applicationId, why: 'D30' }]);
    expect(await ignoredReason(service, late.id, `jury-session/${sessionId}`)).toContain('is closed');
    expect((await sessions.load(sessionId))!.revision).toBe(revision);
    expect(await codeOf(service.call(openSession, { sessionId, present: [chair.id] }, chair))).toBe(
      'session-sealed',
    );
  });
});

describe('gateway.contact-changed', () => {
  it('keeps the name and nothing else; twice or older changes nothing', async () => {
    const { id } = newCandidate();
    await at.contact(id, 'Camille Martin', 3);
    const contacts = service.app.get(ContactStore);
    await waitFor('known', () => contacts.nameOf(id));
    expect((await contacts.streams.load(id))!.state).toEqual({ name: 'Camille Martin', revision: 3 });
    await at.contact(id, 'Camille Martin', 3);
    const late = await at.contact(id, 'Ancien Nom', 2);
    expect(await ignoredReason(service, late.id, `contact/${id}`)).toBe(
      'older than revision 3 of the contact',
    );
    expect((await contacts.streams.load(id))!.revision).toBe(1);
  });
});
