import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  bookInterview,
  cancelBySchool,
  cancelInterview,
  closeSlot,
  getInterview,
  interviewBooked,
  interviewCancelled,
  listSlots,
  openSlots,
  recordInterview,
} from '@admissions/contracts/interviews';
import { assignEvaluators, selectionChanged } from '@admissions/contracts/marks';
import { subjects, waitFor, type TestService } from '@admissions/runtime/testing';
import { cancelBySchool as giveUpAppointment, seek } from '../src/domain/interview.ts';
import { bookSlot } from '../src/domain/slot.ts';
import { SelectionStore } from '../src/store/selection.store.ts';
import { SlotStore } from '../src/store/slot.store.ts';
import {
  codeOf,
  desk,
  newCandidate,
  newEvaluator,
  newMorning,
  officer,
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

const later = (start: Date, minutes: number) => new Date(start.getTime() + minutes * 60_000);
const stateOf = async (slotId: string) =>
  (await service.app.get(SlotStore).streams.load(slotId))!.state.state;
const told = (message: typeof interviewBooked | typeof interviewCancelled, { applicationId }: Invited) =>
  service.seen(message).filter(({ data }) => data.applicationId === applicationId);

describe('R30: a slot is given once', () => {
  it('of thirty candidates at once one gets it, and the others may book another', async () => {
    const invited = await Promise.all(Array.from({ length: 30 }, () => at.invited()));
    const [slot, next] = await at.slots([newMorning(), newMorning()]);
    const results = await Promise.all(invited.map((each) => codeOf(at.book(each, slot!.id))));
    expect(results.filter((code) => code === 'done')).toHaveLength(1);
    expect(new Set(results.filter((code) => code !== 'done'))).toEqual(new Set(['slot-taken']));
    const views = await Promise.all(invited.map((each) => at.interview(each)));
    expect(views.filter(({ state }) => state === 'booked')).toHaveLength(1);
    const loser = invited[results.indexOf('slot-taken')]!;
    expect(await at.book(loser, next!.id)).toMatchObject({
      state: 'booked',
      slot: { id: next!.id },
      moves: 0,
    });
    const booked = await waitFor('the news', () => {
      const news = service.seen(interviewBooked).filter(({ data }) => data.startsAt === slot!.startsAt);
      return news.length > 0 && news;
    });
    expect(booked).toHaveLength(1);
  });

  it('the same request again books once and says the same', async () => {
    const invited = await at.invited();
    const [slot] = await at.slots([newMorning()]);
    const first = await at.book(invited, slot!.id, 'key-1');
    expect(await at.book(invited, slot!.id, 'key-1')).toEqual(first);
    expect(await at.book(invited, slot!.id)).toEqual(first);
    await waitFor('the news', () => told(interviewBooked, invited).length > 0);
    expect(told(interviewBooked, invited)).toHaveLength(1);
  });
});

describe('R30: moving and cancelling', () => {
  it('a move takes the new slot, then frees the old; the calendar entry stays the same and its number grows', async () => {
    const invited = await at.invited();
    const start = newMorning();
    const [old, next] = await at.slots([start, later(start, 60)]);
    await at.book(invited, old!.id);
    expect(await at.book(invited, next!.id)).toMatchObject({ slot: { id: next!.id }, moves: 1 });
    expect([await stateOf(old!.id), await stateOf(next!.id)]).toEqual(['open', 'booked']);
    const news = await waitFor('both', () => {
      const seen = told(interviewBooked, invited);
      return seen.length === 2 && seen.map(({ data }) => data as { sequence: number; calendarUid: string });
    });
    expect(news).toMatchObject([
      { sequence: 0, moved: false },
      { sequence: 1, moved: true },
    ]);
    expect(news[0]!.calendarUid).toBe(news[1]!.calendarUid);
    const other = await at.invited();
    expect(await at.book(other, old!.id)).toMatchObject({ state: 'booked' });
  });

  it('a move to a slot that is taken keeps the old one', async () => {
    const [invited, other] = [await at.invited(), await at.invited()];
    const start = newMorning();
    const [old, taken] = await at.slots([start, later(start, 30)]);
    await at.book(invited, old!.id);
    await at.book(other, taken!.id);
    expect(await codeOf(at.book(invited, taken!.id))).toBe('slot-taken');
    expect(await at.interview(invited)).toMatchObject({ slot: { id: old!.id } });
    expect(await stateOf(old!.id)).toBe('booked');
  });

  it('is refused after as many moves as accepted', async () => {
    const invited = await at.invited();
    const start = newMorning();
    const slots = await at.slots([0, 30, 60, 90, 120].map((minutes) => later(start, minutes)));
    const codes: string[] = [];
    for (const { id } of slots) codes.push(await codeOf(at.book(invited, id)));
    expect(codes).toEqual(['done', 'done', 'done', 'done', 'too-many-moves']);
  });

  it('cancelling gives the slot back and tells it; another may be booked', async () => {
    const invited = await at.invited();
    const [slot] = await at.slots([newMorning()]);
    await at.book(invited, slot!.id);
    const { applicationId, candidate } = invited;
    const view = await service.call(cancelInterview, { applicationId }, candidate);
    expect(view).toMatchObject({ state: 'cancelled', stateLabel: 'Entretien annulé' });
    expect(view.roomUrl).toBeUndefined();
    expect(await stateOf(slot!.id)).toBe('open');
    await waitFor('the news', () => told(interviewCancelled, invited)[0]?.data.sequence === 1);
    expect(await codeOf(service.call(cancelInterview, { applicationId }, candidate))).toBe('wrong-state');
    expect(await at.book(invited, slot!.id)).toMatchObject({ state: 'booked' });
  });
});

describe('R30: nobody is in two interviews that overlap', () => {
  it('an interviewer', async () => {
    const start = newMorning();
    await at.slots([start], 'acc-busy');
    expect(await codeOf(at.slots([later(start, 15)], 'acc-busy'))).toBe('slot-overlap');
    expect(await codeOf(at.slots([later(start, 60), later(start, 75)], 'acc-busy'))).toBe('slot-overlap');
    expect(await codeOf(at.slots([later(start, 30)], 'acc-busy'))).toBe('done');
    const other = newMorning();
    const both = [other, later(other, 10)].map((morning) => codeOf(at.slots([morning], 'acc-at-once')));
    expect((await Promise.all(both)).sort()).toEqual(['done', 'slot-overlap']);
  });

  it('a candidate of two applications, also when both are booked at once', async () => {
    const candidate = newCandidate();
    const [one, two] = [await at.invited(candidate), await at.invited(candidate)];
    const start = newMorning();
    const [first] = await at.slots([start]);
    const [second] = await at.slots([later(start, 10)]);
    const codes = await Promise.all([codeOf(at.book(one, first!.id)), codeOf(at.book(two, second!.id))]);
    expect(codes.sort()).toEqual(['done', 'slot-overlap']);
    expect((await Promise.all([first!, second!].map(({ id }) => stateOf(id)))).sort()).toEqual([
      'booked',
      'open',
    ]);
  });
});

describe('what a crash leaves half-way', () => {
  /** The first steps of a booking, as if the process had died after them. */
  async function dies({ applicationId }: Invited, slotId: string, token: string, given: boolean) {
    const slots = service.app.get(SlotStore).streams;
    const act = (name: string) => ({
      name,
      by: 'test',
      correlationId: 'test',
      cause: {
        id: `${token}/${name}`,
        fingerprint: '',
      },
    });
    const slot = (await slots.load(slotId))!.state;
    await service.app
      .get(SelectionStore)
      .streams.change(applicationId, act('seek'), (current) =>
        seek(current!.state, { slotId, token, slot }, service.clock.now()),
      );
    if (given)
      await slots.change(slotId, act('book'), (current) =>
        bookSlot(current!.state, { applicationId, token }),
      );
  }

  it('a slot that was given is kept by the deadline, and told', async () => {
    const invited = await at.invited();
    const [slot] = await at.slots([newMorning()]);
    await dies(invited, slot!.id, 'token-kept', true);
    expect((await at.interview(invited)).state).toBe('invited');
    service.clock.advance(61_000);
    await waitFor('mended', async () => {
      await at.deadlines();
      return (await at.interview(invited)).state === 'booked';
    });
    await waitFor('told', () => told(interviewBooked, invited).length === 1);
  });

  it('the next command takes another; the slot of the dead one comes back, and a late ghost does not get it', async () => {
    const invited = await at.invited();
    const start = newMorning();
    const [left, wanted] = await at.slots([start, later(start, 60)]);
    await dies(invited, left!.id, 'token-left', true);
    await at.book(invited, wanted!.id);
    expect([await stateOf(left!.id), await stateOf(wanted!.id)]).toEqual(['open', 'booked']);
    const [ghost] = await at.slots([later(start, 120)]);
    const another = await at.invited();
    await dies(another, ghost!.id, 'token-ghost', false);
    service.clock.advance(61_000);
    const slots = service.app.get(SlotStore).streams;
    await waitFor('given up', async () => {
      await at.deadlines();
      return (await slots.load(ghost!.id))!.state.voided.includes('token-ghost');
    });
    const { state } = (await slots.load(ghost!.id))!;
    const booking = { applicationId: another.applicationId, token: 'token-ghost' };
    expect(bookSlot(state, booking)).toMatchObject({ refused: { code: 'slot-taken' } });
  });
});

describe('slots', () => {
  it('are listed to candidates while they are free, to officers also when booked', async () => {
    const invited = await at.invited();
    const [slot, free] = await at.slots([newMorning(), newMorning()]);
    await at.book(invited, slot!.id);
    const { applicationId, candidate } = await at.invited();
    const ids = async (input: { applicationId?: string; programmeId?: string }, as = candidate) =>
      (await service.call(listSlots, { limit: 100, ...input }, as)).items.map(({ id }) => id);
    await waitFor('the lists', async () => !(await ids({ applicationId })).includes(slot!.id));
    expect(await ids({ applicationId })).toContain(free!.id);
    expect(await ids({}, officer)).toEqual(expect.arrayContaining([slot!.id, free!.id]));
    expect(await codeOf(ids({ applicationId: invited.applicationId }))).toBe('not-found');
    expect(await codeOf(ids({ programmeId: 'energies' }, officer))).toBe('not-found');
    expect(await codeOf(ids({}))).toBe('not-found');
  });

  it('are closed while free, and end by themselves', async () => {
    const soon = new Date(service.clock.now().getTime() + 5_400_000);
    const [booked, free, past] = [
      ...(await at.slots([newMorning(), newMorning()])),
      ...(await at.slots([soon])),
    ];
    await at.book(await at.invited(), booked!.id);
    expect(await codeOf(service.call(closeSlot, { slotId: booked!.id }, officer))).toBe('slot-booked');
    expect(await service.call(closeSlot, { slotId: free!.id }, officer)).toMatchObject({ isFree: false });
    expect(await codeOf(at.book(await at.invited(), free!.id))).toBe('slot-taken');
    service.clock.advance(5_400_000);
    expect(await codeOf(at.book(await at.invited(), past!.id))).toBe('slot-past');
    await waitFor('closed', async () => {
      await at.deadlines();
      return (await stateOf(past!.id)) === 'closed';
    });
    expect(await codeOf(at.slots([soon]))).toBe('slot-past');
  });
});

describe('the school gives an appointment up', () => {
  const giveUp = ({ applicationId }: Invited, as = officer, key?: string) =>
    service.call(
      cancelBySchool,
      { applicationId, reason: 'Intervieweur malade' },
      as,
      key === undefined ? {} : { key },
    );

  it('the candidate is told and books again, the slot is closed, and the time of the interviewer is free', async () => {
    const invited = await at.invited();
    const start = newMorning();
    const [slot] = await at.slots([start], 'acc-away');
    const [next] = await at.slots([newMorning()]);
    await at.book(invited, slot!.id);
    const listed = await waitFor('whose slot it is', async () => {
      const { items } = await service.call(listSlots, { limit: 100 }, officer);
      return items.find(({ id, applicationId }) => id === slot!.id && applicationId !== undefined);
    });
    expect(listed.applicationId).toBe(invited.applicationId);
    const view = await giveUp(invited, officer, 'key-away');
    expect(view).toMatchObject({
      state: 'cancelled',
      moves: 0,
      cancelledBySchool: { reason: 'Intervieweur malade' },
    });
    expect(await giveUp(invited, officer, 'key-away')).toEqual(view);
    expect(await codeOf(giveUp(invited))).toBe('wrong-state');
    expect(JSON.stringify(await at.interview(invited, invited.candidate))).not.toContain('malade');
    expect(await stateOf(slot!.id)).toBe('closed');
    expect(await codeOf(at.book(invited, slot!.id))).toBe('slot-taken');
    expect(await codeOf(at.slots([later(start, 10)], 'acc-away'))).toBe('done');
    const news = await waitFor('the news', () => told(interviewCancelled, invited)[0]);
    expect(news.data).toMatchObject({ bySchool: true, sequence: 1 });
    expect(await at.book(invited, next!.id)).toMatchObject({ state: 'booked', moves: 0 });
    const rebooked = await waitFor('the news', () => told(interviewBooked, invited)[1]);
    expect(rebooked.data).toMatchObject({ sequence: 2, moved: false });
    expect(told(interviewCancelled, invited)).toHaveLength(1);
  });

  it('what a crash leaves open is closed by the deadline', async () => {
    const invited = await at.invited();
    const [slot] = await at.slots([newMorning()]);
    await at.book(invited, slot!.id);
    const act = {
      name: 'cancel',
      by: 'test',
      correlationId: 'test',
      cause: { id: `cancel/${invited.applicationId}`, fingerprint: '' },
    };
    await service.app
      .get(SelectionStore)
      .streams.change(invited.applicationId, act, (current) =>
        giveUpAppointment(current!.state, { reason: 'Malade', by: 'acc-o' }, service.clock.now()),
      );
    expect(await stateOf(slot!.id)).toBe('booked');
    service.clock.advance(61_000);
    await waitFor('closed', async () => {
      await at.deadlines();
      return (await stateOf(slot!.id)) === 'closed';
    });
  });

  it('at the moment at which the candidate moves: one slot at most is held, and none is lost', async () => {
    const invited = await at.invited();
    const start = newMorning();
    const [old, next] = await at.slots([start, later(start, 60)]);
    await at.book(invited, old!.id);
    const codes = await Promise.all([codeOf(at.book(invited, next!.id)), codeOf(giveUp(invited))]);
    expect(codes[1]).toBe('done');
    const { slot } = await at.interview(invited);
    service.clock.advance(61_000);
    await waitFor('all given back', async () => {
      await at.deadlines();
      const selection = await service.app.get(SelectionStore).streams.load(invited.applicationId);
      return selection!.state.interview.releasing.length === 0;
    });
    const states = [await stateOf(old!.id), await stateOf(next!.id)];
    expect(states.filter((state) => state === 'booked')).toHaveLength(slot ? 1 : 0);
    // The school gave up the one that it met, whichever came first; the other one goes back to the candidates.
    expect(states.filter((state) => state === 'closed')).toHaveLength(1);
  });

  it('is for officers of the programme alone', async () => {
    const invited = await at.invited();
    const evaluators = [newEvaluator(), newEvaluator()] as const;
    const { applicationId } = invited;
    const evaluatorIds = evaluators.map(({ id }) => id);
    await service.call(assignEvaluators, { applicationId, evaluatorIds }, officer);
    expect(await codeOf(giveUp(invited, evaluators[0]))).toBe('permission-missing');
    expect(await codeOf(giveUp(invited, invited.candidate))).toBe('permission-missing');
    expect(await codeOf(giveUp(invited, subjects.officer(['energies'])))).toBe('not-found');
    expect(await codeOf(giveUp(invited))).toBe('wrong-state');
    // Nor does an evaluator say of one without an appointment that nobody came.
    const absent = { applicationId, outcome: 'NO_SHOW' as const };
    expect(await codeOf(service.call(recordInterview, absent, evaluators[0]))).toBe('wrong-state');
  });
});

describe('recording', () => {
  it('a candidate who books nothing, or cancels after the last move, is absent when an officer says so, and can be marked', async () => {
    const [silent, moved] = [await at.invited(), await at.invited()];
    const start = newMorning();
    const slots = await at.slots([0, 30, 60, 90].map((minutes) => later(start, minutes)));
    for (const { id } of slots) await at.book(moved, id);
    await service.call(cancelInterview, { applicationId: moved.applicationId }, moved.candidate);
    expect(await codeOf(at.book(moved, slots[0]!.id))).toBe('too-many-moves');
    for (const invited of [silent, moved]) {
      const { applicationId } = invited;
      const absent = { applicationId, outcome: 'NO_SHOW' as const, note: 'Relancé deux fois' };
      const view = await service.call(recordInterview, absent, officer);
      expect([view.state, view.slot]).toEqual(['no-show', undefined]);
      expect(await codeOf(at.book(invited, slots[0]!.id))).toBe('wrong-state');
      const evaluators = [newEvaluator(), newEvaluator()] as const;
      await at.assign(invited, ...evaluators);
      await at.mark(invited, evaluators[0], 8);
      expect(await at.mark(invited, evaluators[1], 9)).toMatchObject({ isComplete: true });
      const reopen = { applicationId, reason: 'Trop tard' };
      expect(await codeOf(service.call(cancelBySchool, reopen, officer))).toBe('mark-locked');
    }
    const again = await at.invited();
    const whom = { applicationId: again.applicationId };
    await service.call(recordInterview, { ...whom, outcome: 'NO_SHOW' }, officer);
    await service.call(cancelBySchool, { ...whom, reason: 'Hospitalisé' }, officer);
    expect(await at.book(again, slots[0]!.id)).toMatchObject({ state: 'booked' });
  });

  it('is refused before the interview began, and tells that it took place', async () => {
    const invited = await at.invited();
    const { applicationId } = invited;
    const start = new Date(service.clock.now().getTime() + 7_200_000);
    const [slot] = await at.slots([start]);
    await at.book(invited, slot!.id);
    const record = (outcome: 'DONE' | 'NO_SHOW') =>
      service.call(recordInterview, { applicationId, outcome }, officer);
    expect(await codeOf(record('DONE'))).toBe('wrong-state');
    service.clock.advance(7_200_000);
    expect(await record('NO_SHOW')).toMatchObject({ state: 'no-show' });
    expect(await record('DONE')).toMatchObject({ state: 'done' });
    const last = await waitFor('the news', () =>
      service
        .seen(selectionChanged)
        .filter(({ data }) => data.applicationId === applicationId)
        .find(({ data }) => data.interview === 'done'),
    );
    expect(last.data).toMatchObject({ evaluators: [], lockedMarks: 0, isComplete: false });
    expect(await codeOf(at.book(invited, slot!.id))).toBe('wrong-state');
  });
});

it('to others an interview and a programme do not exist', async () => {
  const invited = await at.invited();
  const { applicationId } = invited;
  const [slot] = await at.slots([newMorning()]);
  const stranger = newCandidate();
  const elsewhere = subjects.officer(['energies']);
  const book = { applicationId, slotId: slot!.id };
  const open = {
    programmeId: 'donnees',
    interviewerId: 'acc-x-1',
    interviewerName: 'X',
    minutes: 30,
    roomUrl: 'https://visio.school.example',
    startsAt: [newMorning().toISOString()],
  };
  const tries = [
    service.call(bookInterview, book, stranger),
    service.call(bookInterview, { ...book, slotId: 'slot-unknown' }, invited.candidate),
    service.call(cancelInterview, { applicationId }, stranger),
    service.call(getInterview, { applicationId }, stranger),
    service.call(getInterview, { applicationId }, elsewhere),
    service.call(recordInterview, { applicationId, outcome: 'DONE' }, elsewhere),
    service.call(closeSlot, { slotId: slot!.id }, elsewhere),
    service.call(openSlots, open, elsewhere),
    service.call(getInterview, { applicationId: 'app-unknown' }, officer),
  ];
  expect(new Set(await Promise.all(tries.map(codeOf)))).toEqual(new Set(['not-found']));
  expect(await at.interview(invited, invited.candidate)).toMatchObject({ state: 'invited' });
});
