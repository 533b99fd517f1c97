import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  closeSession,
  decisionRecorded,
  getEvaluation,
  getMinutes,
  getSession,
  juryChanged,
  listSessions,
  openSession,
  placesRequested,
  planSession,
  recordDecision,
  recuseFromFile,
  setAgenda,
} from '@admissions/contracts/evaluation';
import { subjects, waitFor, type TestService } from '@admissions/runtime/testing';
import { SessionStore } from '../src/store/session.store.ts';
import {
  codeOf,
  desk,
  intakeId,
  newChair,
  newMember,
  officer,
  programmeId,
  startEvaluation,
} from './service.ts';

let service: TestService;
let at: ReturnType<typeof desk>;
beforeAll(async () => {
  service = await startEvaluation();
  at = desk(service);
});
afterAll(() => service?.stop());

const decisionsOf = (sessionId: string) =>
  service.seen(decisionRecorded).filter(({ data }) => data.sessionId === sessionId);
const requestsOf = (sessionId: string) =>
  service.seen(placesRequested).filter(({ data }) => data.sessionId === sessionId);

describe('R36: a jury session', () => {
  it('from the plan to the minutes', async () => {
    const [admitted, refused] = [
      await at.evaluated(undefined, { derogation: 'D30_M1' }),
      await at.evaluated(),
    ];
    const { sessionId, chair, members } = await at.opened([admitted, refused]);
    await at.contact(chair.id, 'Hélène Garnier');
    await at.contact(members[0]!.id, 'Jean Dupond');
    const view = await at.session(sessionId);
    expect(view).toMatchObject({ state: 'open', stateLabel: 'Séance ouverte', quorum: 2 });
    expect(view.files.map(({ mean }) => mean)).toEqual([14.63, 14.63]);
    await at.decide(sessionId, admitted, 'NOT_ADMITTED', members[0]!, ['Projet à préciser']);
    await at.decide(sessionId, admitted, 'ADMITTED', chair);
    expect(await codeOf(at.close(sessionId, chair))).toBe('decisions-missing');
    await at.decide(sessionId, refused, 'NOT_ADMITTED', members[1]!, ['Prérequis insuffisants']);
    expect(await at.close(sessionId, chair)).toMatchObject({ state: 'closing' });
    const [request] = await waitFor('places', () => {
      const asked = requestsOf(sessionId);
      return asked.length > 0 && asked;
    });
    expect(request!.data).toEqual({
      sessionId,
      attempt: 1,
      intakeId,
      admissions: [
        {
          applicationId: admitted.applicationId,
          derogation: 'D30_M1',
        },
      ],
    });
    expect(decisionsOf(sessionId)).toEqual([]);
    await at.answer(sessionId, 1);
    const closed = await at.sessionIs(sessionId, 'closed');
    expect(closed.minutes).toMatchObject({
      number: expect.stringMatching(/^PV-2026-\d{4}$/),
      signedBy: 'Hélène Garnier',
    });
    const decided = await waitFor('both', () => {
      const seen = decisionsOf(sessionId);
      return seen.length === 2 && seen.map(({ data }) => data);
    });
    expect(decided).toMatchObject([
      { applicationId: admitted.applicationId, outcome: 'ADMITTED', grounds: [] },
      { applicationId: refused.applicationId, outcome: 'NOT_ADMITTED', grounds: ['Prérequis insuffisants'] },
    ]);
    expect(decided[0]!.signedBy).toBe('Hélène Garnier, présidence du jury d’admission');
    const minutes = await service.call(getMinutes, { sessionId }, officer);
    expect(Buffer.from(minutes.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    expect(minutes.fileName).toMatch(/^proces-verbal-pv-2026-\d{4}\.pdf$/);
    expect((await service.call(getMinutes, { sessionId }, members[0]!)).base64).toBe(minutes.base64);
  });

  it('opens with the chair and the quorum only', async () => {
    const file = await at.evaluated();
    const [chair, one, two, three] = [newChair(), newMember(), newMember(), newMember()];
    const { id: sessionId, quorum } = await at.plan(chair, [one, two, three]);
    expect(quorum).toBe(3);
    const open = (...present: { id: string }[]) =>
      codeOf(service.call(openSession, { sessionId, present: present.map(({ id }) => id) }, chair));
    expect(await open(chair, one, two)).toBe('wrong-state');
    await at.agenda(sessionId, [file]);
    expect(await open(chair, one)).toBe('quorum-missing');
    expect(await open(one, two, three)).toBe('quorum-missing');
    expect(await open(chair, one, newMember())).toBe('invalid-input');
    expect(await open(chair, one, two)).toBe('done');
    expect(await open(chair, one, two)).toBe('wrong-state');
    // Who is not present does not decide.
    expect(await codeOf(at.decide(sessionId, file, 'ADMITTED', three))).toBe('permission-missing');
    expect(await codeOf(at.agenda(sessionId, [file]))).toBe('wrong-state');
  });

  it('a recusal does not change the quorum, which must hold for that file', async () => {
    const [file, other] = [await at.evaluated(), await at.evaluated()];
    const { sessionId, chair, members } = await at.opened([file, other], 3);
    const [member] = members;
    await at.decide(sessionId, file, 'ADMITTED', member!);
    const input = { sessionId, applicationId: file.applicationId, reason: 'Ancien employeur' };
    const view = await service.call(recuseFromFile, input, member!);
    expect(view.files[0]).toMatchObject({ recused: [member!.id] });
    expect(view.files[0]!.decision).toBeUndefined();
    expect(JSON.stringify(view)).not.toContain('Ancien employeur');
    expect(await codeOf(at.decide(sessionId, file, 'ADMITTED', member!))).toBe('permission-missing');
    expect(await codeOf(at.decide(sessionId, file, 'ADMITTED', chair))).toBe('quorum-missing');
    expect(await codeOf(at.decide(sessionId, other, 'ADMITTED', member!))).toBe('done');
    const { applicationId } = file;
    expect(await codeOf(service.call(getEvaluation, { applicationId }, member!))).toBe('not-found');
    expect(await service.call(getEvaluation, { applicationId }, chair)).toMatchObject({ mean: 14.63 });
  });

  it('wants complete evaluations of its programme and intake, and one session for each file', async () => {
    const [chair, ...members] = [newChair(), newMember(), newMember()];
    const { id } = await at.plan(chair, members);
    expect(await codeOf(at.agenda(id, [await at.interviewed()]))).toBe('evaluation-incomplete');
    const elsewhere = await at.evaluated(undefined, { intakeId: 'donnees-2028-09' });
    expect(await codeOf(at.agenda(id, [elsewhere]))).toBe('not-found');
    const file = await at.evaluated();
    const second = await at.plan(newChair(), members);
    const codes = await Promise.all([id, second.id].map((session) => codeOf(at.agenda(session, [file]))));
    expect(codes.sort()).toEqual(['done', 'wrong-state']);
    const news = await waitFor('the news', () =>
      service.seen(juryChanged).find(({ data }) => data.applicationIds.includes(file.applicationId)),
    );
    expect(news.data).toMatchObject({ state: 'convened', members: expect.any(Array) });
  });

  it('has at least three members with its chair, and a quorum that they can reach', async () => {
    const chair = newChair();
    expect(await codeOf(at.plan(chair, [newMember()]))).toBe('invalid-input');
    expect(await codeOf(at.plan(chair, [chair, newMember()]))).toBe('invalid-input');
    expect(await codeOf(at.plan(chair, [newMember(), newMember()], 4))).toBe('invalid-input');
  });
});

describe('R35: closing', () => {
  it('twice and at once asks once, seals once, in one revision', async () => {
    const files = [await at.evaluated(), await at.evaluated(), await at.evaluated()];
    const { sessionId, chair } = await at.opened(files);
    for (const file of files) await at.decide(sessionId, file, 'ADMITTED', chair);
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(at.close(sessionId, chair))));
    expect(codes).toEqual(['done', 'done', 'done']);
    expect(await codeOf(at.decide(sessionId, files[0]!, 'NOT_ADMITTED', chair))).toBe('wrong-state');
    await Promise.all([
      at.answer(sessionId, 1, [], 'application/cohort/000001/0'),
      at.answer(sessionId, 1, [], 'application/cohort/000001/0'),
      at.answer(sessionId, 1),
    ]);
    await at.sessionIs(sessionId, 'closed');
    await waitFor('all', () => decisionsOf(sessionId).length >= 3);
    const history = await service.app.get(SessionStore).streams.history(sessionId);
    const sealing = history.filter(({ messages }) =>
      messages?.some(({ name }) => name === decisionRecorded.name),
    );
    expect(sealing).toHaveLength(1);
    expect(sealing[0]!.messages).toHaveLength(4);
    expect(requestsOf(sessionId)).toHaveLength(1);
    expect(decisionsOf(sessionId)).toHaveLength(3);
    const { revision } = (await service.app.get(SessionStore).streams.load(sessionId))!;
    const [file] = files;
    const after = [
      at.decide(sessionId, file!, 'NOT_ADMITTED', chair),
      at.close(sessionId, chair),
      at.agenda(sessionId, [file!]),
      service.call(openSession, { sessionId, present: [chair.id] }, chair),
      service.call(
        recuseFromFile,
        { sessionId, applicationId: file!.applicationId, reason: 'Trop tard' },
        chair,
      ),
    ];
    expect(new Set(await Promise.all(after.map(codeOf)))).toEqual(new Set(['session-sealed']));
    expect((await service.app.get(SessionStore).streams.load(sessionId))!.revision).toBe(revision);
  });

  it('R10: refused places name the files; the session is open again and may close once more', async () => {
    const [one, two] = [await at.evaluated(), await at.evaluated()];
    const { sessionId, chair } = await at.opened([one, two]);
    await at.decide(sessionId, one, 'ADMITTED', chair);
    await at.decide(sessionId, two, 'ADMITTED', chair);
    await at.close(sessionId, chair);
    const refused = [{ applicationId: two.applicationId, why: 'CAPACITY' as const }];
    await at.answer(sessionId, 1, refused);
    expect((await at.sessionIs(sessionId, 'open')).refused).toEqual(refused);
    await at.decide(sessionId, two, 'DEFERRED', chair);
    expect(await at.close(sessionId, chair)).toMatchObject({ state: 'closing', refused: [] });
    // The old answer does not close the new try.
    await at.answer(sessionId, 1, refused);
    await at.answer(sessionId, 2);
    await at.sessionIs(sessionId, 'closed');
    expect(requestsOf(sessionId).map(({ data }) => data.attempt)).toEqual([1, 2]);
    // What was deferred may come before another jury, what was decided may not.
    const next = await at.plan(newChair(), [newMember(), newMember()]);
    await waitFor('free again', async () => (await codeOf(at.agenda(next.id, [two]))) === 'done');
    expect(await codeOf(at.agenda(next.id, [two, one]))).toBe('wrong-state');
  });

  it('numbers the minutes without gaps', async () => {
    const numbers: number[] = [];
    for (let i = 0; i < 2; i++) {
      const file = await at.evaluated();
      const { sessionId, chair } = await at.opened([file]);
      await at.decide(sessionId, file, 'NOT_ADMITTED', chair);
      expect(await codeOf(service.call(getMinutes, { sessionId }, officer))).toBe('wrong-state');
      await at.close(sessionId, chair);
      await at.answer(sessionId, 1);
      const { minutes } = await at.sessionIs(sessionId, 'closed');
      numbers.push(Number(minutes!.number.slice(-4)));
    }
    expect(numbers[1]! - numbers[0]!).toBe(1);
  });
});

it('to others a session does not exist, and its chair alone opens and closes', async () => {
  const file = await at.evaluated();
  const { sessionId, chair, members } = await at.opened([file]);
  const [stranger, elsewhere] = [newMember(), subjects.officer(['energies'])];
  const other = newChair();
  const { applicationId } = file;
  const present = [chair.id];
  const plan = { programmeId, intakeId, chairId: chair.id, memberIds: [stranger.id] };
  const tries = [
    service.call(getSession, { sessionId }, stranger),
    service.call(getSession, { sessionId }, elsewhere),
    service.call(getMinutes, { sessionId }, stranger),
    service.call(setAgenda, { sessionId, applicationIds: [applicationId] }, elsewhere),
    service.call(recordDecision, { sessionId, applicationId, outcome: 'ADMITTED', grounds: [] }, stranger),
    service.call(recuseFromFile, { sessionId, applicationId, reason: 'Un lien' }, stranger),
    service.call(openSession, { sessionId, present }, other),
    service.call(closeSession, { sessionId }, other),
    service.call(planSession, { ...plan, scheduledAt: '2027-01-14T13:00:00.000Z' }, elsewhere),
    service.call(getSession, { sessionId: 'jury-unknown' }, officer),
    at.decide(sessionId, { ...file, applicationId: 'app-unknown' }, 'ADMITTED', chair),
  ];
  expect(new Set(await Promise.all(tries.map(codeOf)))).toEqual(new Set(['not-found']));
  const idsFor = async (as: typeof chair) =>
    (await service.call(listSessions, { limit: 100 }, as)).items.map(({ id }) => id);
  await waitFor('the lists', async () => (await idsFor(members[0]!)).includes(sessionId));
  expect(await idsFor(officer)).toContain(sessionId);
  expect(await idsFor(stranger)).toEqual([]);
  expect(await idsFor(elsewhere)).toEqual([]);
});
