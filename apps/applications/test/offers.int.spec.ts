import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  applicationWithdrawn,
  decisionAnnounced,
  depositRequested,
  offerLapsed,
  placeConfirmed,
  placesAnswered,
} from '@admissions/contracts/offers';
import { decisionRecorded } from '@admissions/contracts/juries';
import { orderPaid } from '@admissions/contracts/payments';
import { RetryLater } from '@admissions/messaging/handlers';
import { waitFor, type TestService } from '@admissions/runtime/testing';
import { FollowPlaces } from '../src/following/follow-places.ts';
import { CohortStore } from '../src/store/cohort.store.ts';
import { codeOf, process, type Candidate } from './process.ts';
import { desk, ignoredReason, intakeId, newCandidate, startApplications } from './service.ts';

let service: TestService;
let at: ReturnType<typeof desk>;
let then: ReturnType<typeof process>;
beforeAll(async () => {
  service = await startApplications();
  at = desk(service);
  then = process(service);
});
afterAll(() => service?.stop());

const count = (message: { data: { applicationId: string } }[], applicationId: string) =>
  message.filter(({ data }) => data.applicationId === applicationId).length;
const places = async () =>
  Object.keys((await service.app.get(CohortStore).streams.load(intakeId))?.state.places ?? {});
const answerTo = (sessionId: string, attempt = 1) =>
  waitFor('the places are answered', () =>
    service.seen(placesAnswered).find(({ data }) => data.sessionId === sessionId && data.attempt === attempt),
  );
/** An application with an offer and a place that was reserved for it. */
const placed = async (candidate: Candidate) => {
  const applicationId = await then.inSelection(candidate);
  const sessionId = `session-${applicationId}`.slice(0, 60);
  await then.reserve(sessionId, 1, [{ applicationId }]);
  await answerTo(sessionId);
  await then.decide(applicationId, { sessionId });
  await at.reaches(applicationId, candidate, 'offer-open');
  return applicationId;
};

describe('R35: decision-recorded', () => {
  it('admits: the offer has its date, the deposit is asked for, the letter is promised', async () => {
    const candidate = newCandidate();
    const applicationId = await then.inSelection(candidate);
    const sent = await then.decide(applicationId, { conditionalOn: 'DIPLOMA_AWARD' });
    const view = await at.reaches(applicationId, candidate, 'offer-open');
    expect(view.offer).toEqual({
      deposit: { amount: 45_000, currency: 'EUR' },
      dueAt: '2026-12-15T22:59:59.999Z',
      conditionalOn: 'DIPLOMA_AWARD',
    });
    const { data } = await waitFor('announced', () =>
      service.seen(decisionAnnounced).find((one) => one.data.applicationId === applicationId),
    );
    expect(data).toMatchObject({ outcome: 'ADMITTED', dueOn: '2026-11-26', offer: { refundable: true } });
    // The same decision in another message, as after a replay.
    const again = await then.decide(applicationId);
    expect(await ignoredReason(service, again.id, `application/${applicationId}`)).toContain('offer-open');
    await service.publish(decisionRecorded, sent.data as never, { id: sent.id });
    expect(count(service.seen(depositRequested), applicationId)).toBe(1);
  });

  it('before the file was found admissible it waits', async () => {
    const candidate = newCandidate();
    const applicationId = await then.studied(candidate);
    await then.decide(applicationId, { outcome: 'NOT_ADMITTED', grounds: ['Projet imprécis'] });
    expect((await then.of(applicationId)).state).toBe('submitted');
    await then.judge(applicationId);
    const view = await at.reaches(applicationId, candidate, 'not-admitted');
    expect(view.decision).toMatchObject({ grounds: ['Projet imprécis'] });
  });

  it('a deferred file is decided by another session', async () => {
    const candidate = newCandidate();
    const applicationId = await then.inSelection(candidate);
    await then.decide(applicationId, { outcome: 'DEFERRED', sessionId: 'session-0' });
    await at.reaches(applicationId, candidate, 'deferred');
    await then.decide(applicationId);
    await at.reaches(applicationId, candidate, 'offer-open');
  });
});

describe('R87: the deposit', () => {
  it('confirms the place, once', async () => {
    const candidate = newCandidate();
    const applicationId = await then.offered(candidate);
    const order = await then.depositPaid(applicationId);
    await service.publish(orderPaid, order);
    await at.reaches(applicationId, candidate, 'confirmed');
    const again = await service.publish(orderPaid, order);
    expect(await ignoredReason(service, again.id, `application/${applicationId}`)).toContain('already');
    expect(count(service.seen(placeConfirmed), applicationId)).toBe(1);
  });

  it('R64: at the date the offer lapses by handshake, and a payment of the last second is a place', async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const candidate = newCandidate();
        return { candidate, applicationId: await placed(candidate) };
      }),
    );
    expect(await places()).toEqual(expect.arrayContaining(people.map(({ applicationId }) => applicationId)));
    const view = await at.view(people[0]!.applicationId, people[0]!.candidate);
    const orders = await Promise.all(people.map(({ applicationId }) => then.depositPaid(applicationId)));
    await then.goTo(view.offer!.dueAt);
    for (const { applicationId } of people) await then.closeAsked(applicationId);
    // Half of them paid in the last second: payments says so in any order.
    for (const [index, { applicationId }] of people.entries()) {
      if (index % 2 === 0) await then.closed(applicationId, 'CLOSED_UNPAID');
      else if (index === 1) {
        await then.closed(applicationId, 'PAID');
        await service.publish(orderPaid, orders[index]!);
      } else {
        await service.publish(orderPaid, orders[index]!);
        await then.closed(applicationId, 'PAID');
      }
    }
    for (const [index, { candidate, applicationId }] of people.entries())
      await at.reaches(applicationId, candidate, index % 2 === 0 ? 'lapsed' : 'confirmed');
    await waitFor('the places of lapsed offers are free', async () => {
      const held = await places();
      return people.every(({ applicationId }, index) => held.includes(applicationId) === (index % 2 === 1));
    });
    for (const { applicationId } of people)
      expect(
        count(service.seen(offerLapsed), applicationId) + count(service.seen(placeConfirmed), applicationId),
      ).toBe(1);
  });

  it('a payment in flight is asked about again, until it is there or not', async () => {
    const candidate = newCandidate();
    const applicationId = await placed(candidate);
    await then.goTo((await at.view(applicationId, candidate)).offer!.dueAt);
    await then.closeAsked(applicationId);
    await then.closed(applicationId, 'IN_FLIGHT');
    // Sooner than a question that had no answer at all.
    const asked = service.clock.now().getTime();
    const askAgainAt = await waitFor('to be asked again', async () => {
      const state = await then.of(applicationId);
      const at = state.state === 'lapsing' && state.closing.askAgainAt;
      return at && Date.parse(at) < asked + 10 * 60_000 && at;
    });
    await then.goTo(askAgainAt);
    await then.closeAsked(applicationId, 2);
    expect((await then.of(applicationId)).state).toBe('lapsing');
    await then.closed(applicationId, 'CLOSED_UNPAID');
    await at.reaches(applicationId, candidate, 'lapsed');
  });

  it('a question that got no answer is asked again, and its answer ends the offer', async () => {
    const candidate = newCandidate();
    const applicationId = await placed(candidate);
    await then.goTo((await at.view(applicationId, candidate)).offer!.dueAt);
    await then.closeAsked(applicationId);
    for (const times of [2, 3]) {
      const state = await then.of(applicationId);
      await then.goTo((state as { closing: { askAgainAt: string } }).closing.askAgainAt);
      await then.closeAsked(applicationId, times);
    }
    await then.closed(applicationId, 'CLOSED_UNPAID');
    await at.reaches(applicationId, candidate, 'lapsed');
    // The answers to the questions before come late, or a second time.
    const late = await then.closed(applicationId, 'CLOSED_UNPAID');
    expect(await ignoredReason(service, late.id, `application/${applicationId}`)).toContain('lapsed');
    expect(count(service.seen(offerLapsed), applicationId)).toBe(1);
  });

  it('two replicas that find the same deadline ask once', async () => {
    const candidate = newCandidate();
    const applicationId = await placed(candidate);
    const { dueAt } = (await at.view(applicationId, candidate)).offer!;
    await Promise.all([then.goTo(dueAt), then.goTo(dueAt), then.goTo(dueAt)]);
    await then.closeAsked(applicationId);
    await then.closed(applicationId, 'CLOSED_UNPAID');
    await at.reaches(applicationId, candidate, 'lapsed');
    expect(await then.closeAsked(applicationId)).toHaveLength(1);
  });
});

describe('R10: places', () => {
  it('are reserved once for a try, which is answered as often as it is asked; a refusal names the files over the quota', async () => {
    const derogatory = Array.from({ length: 10 }, (_, i) => ({
      applicationId: `app-derogatory-${i}`,
      derogation: 'D30_M1',
    }));
    await then.reserve('session-quota', 1, derogatory);
    const { data } = await answerTo('session-quota');
    expect(data).toMatchObject({
      reserved: false,
      refused: [{ applicationId: 'app-derogatory-9', why: 'D30' }],
    });
    expect(await places()).not.toContain('app-derogatory-0');
    await then.reserve('session-quota', 2, derogatory.slice(0, 9));
    expect((await answerTo('session-quota', 2)).data.reserved).toBe(true);
    // The session asks again when it hears nothing, and the answer may be the one that was lost.
    await then.reserve('session-quota', 2, derogatory.slice(0, 9));
    const answers = await waitFor('the answer again', () => {
      const seen = service.seen(placesAnswered).filter(({ data }) => data.sessionId === 'session-quota');
      return seen.length === 3 && seen.map((message) => message.data);
    });
    expect(answers[2]).toEqual(answers[1]);
    const late = await then.reserve('session-quota', 1, derogatory);
    expect(await ignoredReason(service, late.id, `cohort/${intakeId}`)).toContain('2 was answered');
  });

  it('of an intake that is not known yet are looked at again later', async () => {
    const request = { sessionId: 'session-early', attempt: 1, admissions: [], intakeId: 'no-such-intake' };
    const following = service.app.get(FollowPlaces).requested(request, {} as never);
    await expect(following).rejects.toThrow(RetryLater);
  });

  it('of who left between the reservation and the decision are free again', async () => {
    const candidate = newCandidate();
    const applicationId = await then.inSelection(candidate);
    await then.reserve('session-late', 1, [{ applicationId }]);
    await answerTo('session-late');
    await then.withdraw(applicationId, candidate);
    expect(await places()).toContain(applicationId);
    await then.decide(applicationId, { sessionId: 'session-late' });
    await waitFor('the place is free', async () => !(await places()).includes(applicationId));
    expect((await then.of(applicationId)).state).toBe('withdrawn');
  });
});

describe('R10: an admission of a second session', () => {
  const reserved = async (applicationId: string, sessionId: string) => {
    await then.reserve(sessionId, 1, [{ applicationId }]);
    expect((await answerTo(sessionId)).data.reserved).toBe(true);
  };

  it('after another one refused the file frees its place, once', async () => {
    const candidate = newCandidate();
    const applicationId = await then.inSelection(candidate);
    await reserved(applicationId, `second-${applicationId}`.slice(0, 60));
    await then.decide(applicationId, { outcome: 'NOT_ADMITTED', grounds: ['Projet imprécis'] });
    await at.reaches(applicationId, candidate, 'not-admitted');
    expect(await places()).toContain(applicationId);
    const sealed = await then.decide(applicationId, { sessionId: `second-${applicationId}`.slice(0, 60) });
    await waitFor('the place is free', async () => !(await places()).includes(applicationId));
    const revision = async () => (await service.app.get(CohortStore).streams.load(intakeId))!.revision;
    const before = await revision();
    await service.publish(decisionRecorded, sealed.data as never, { id: sealed.id });
    const again = await then.decide(applicationId);
    expect(await ignoredReason(service, again.id, `cohort/${intakeId}`)).toContain('has no place');
    expect(await revision()).toBe(before);
  });

  it('after another one admitted it leaves the place to the offer', async () => {
    const candidate = newCandidate();
    const applicationId = await placed(candidate);
    await reserved(applicationId, `second-${applicationId}`.slice(0, 60));
    const second = await then.decide(applicationId, { sessionId: `second-${applicationId}`.slice(0, 60) });
    expect(await ignoredReason(service, second.id, `application/${applicationId}`)).toContain('offer-open');
    // What follows of the same cohort comes after it.
    const other = newCandidate();
    await placed(other);
    expect(await places()).toContain(applicationId);
  });

  it('after the offer lapsed frees the place that it reserved', async () => {
    const candidate = newCandidate();
    const applicationId = await placed(candidate);
    await then.goTo((await at.view(applicationId, candidate)).offer!.dueAt);
    await then.closeAsked(applicationId);
    await then.closed(applicationId, 'CLOSED_UNPAID');
    await at.reaches(applicationId, candidate, 'lapsed');
    await waitFor('the place is free', async () => !(await places()).includes(applicationId));
    await reserved(applicationId, `second-${applicationId}`.slice(0, 60));
    expect(await places()).toContain(applicationId);
    await then.decide(applicationId, { sessionId: `second-${applicationId}`.slice(0, 60) });
    await waitFor('the place is free again', async () => !(await places()).includes(applicationId));
  });
});

describe('R92: withdrawal', () => {
  it('of a draft and of a file that is studied is at once', async () => {
    for (const step of [(one: Candidate) => at.draft(one), (one: Candidate) => then.studied(one)]) {
      const candidate = newCandidate();
      const applicationId = await step(candidate);
      expect(await then.withdraw(applicationId, candidate)).toMatchObject({
        state: 'withdrawn',
        withdrawal: { reason: 'PERSONAL_CHOICE', withdrawnAt: expect.any(String) as unknown as string },
      });
      expect(await codeOf(then.withdraw(applicationId, candidate))).toBe('wrong-state');
      await waitFor('told', () => count(service.seen(applicationWithdrawn), applicationId) === 1);
    }
  });

  it('before the fee is paid it waits for payments, which says that nobody paid', async () => {
    const candidate = newCandidate();
    const applicationId = await at.confirmed(candidate);
    expect((await then.withdraw(applicationId, candidate)).state).toBe('fee-pending');
    const [asked] = await then.closeAsked(applicationId);
    expect(asked!.data).toMatchObject({ product: 'APPLICATION_FEE', reason: 'WITHDRAWN' });
    expect((await then.withdraw(applicationId, candidate)).state).toBe('fee-pending');
    await then.closed(applicationId, 'CLOSED_UNPAID', 'APPLICATION_FEE');
    await at.reaches(applicationId, candidate, 'withdrawn');
    expect(await then.closeAsked(applicationId)).toHaveLength(1);
  });

  it('R80: and when the fee was paid in that moment, it leaves after the submission', async () => {
    const candidate = newCandidate();
    const applicationId = await at.confirmed(candidate);
    await then.withdraw(applicationId, candidate);
    await then.closed(applicationId, 'PAID', 'APPLICATION_FEE');
    await service.publish(orderPaid, await at.paidOrder(applicationId));
    expect(await at.reaches(applicationId, candidate, 'withdrawn')).toHaveProperty('submittedAt');
    const told = await waitFor('told', () =>
      service.seen(applicationWithdrawn).find(({ data }) => data.applicationId === applicationId),
    );
    expect(told.data.fromState).toBe('submitted');
  });

  it('of an offer and of a confirmed place frees the place', async () => {
    const leaving = newCandidate();
    const offer = await placed(leaving);
    await then.withdraw(offer, leaving);
    await then.closeAsked(offer);
    await then.closed(offer, 'CLOSED_UNPAID');
    await at.reaches(offer, leaving, 'withdrawn');
    const enrolled = newCandidate();
    const confirmed = await placed(enrolled);
    await service.publish(orderPaid, await then.depositPaid(confirmed));
    await at.reaches(confirmed, enrolled, 'confirmed');
    expect((await then.withdraw(confirmed, enrolled)).state).toBe('withdrawn');
    await waitFor('both places are free', async () => {
      const held = await places();
      return !held.includes(offer) && !held.includes(confirmed);
    });
  });

  it('is nobody else’s', async () => {
    const applicationId = await at.draft(newCandidate());
    expect(await codeOf(then.withdraw(applicationId, newCandidate()))).toBe('not-found');
  });
});
