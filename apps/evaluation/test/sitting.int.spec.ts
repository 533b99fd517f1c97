import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  adjournSession,
  closeSession,
  decisionRecorded,
  getMinutes,
  getSession,
  juryChanged,
  letInMember,
  listSessions,
  openSession,
  placesRequested,
  planSession,
  recordDecision,
  recuseFromFile,
  setAgenda,
} from '@admissions/contracts/juries';
import { getEvaluation } from '@admissions/contracts/marks';
import { subjects, waitFor, type TestService } from '@admissions/runtime/testing';
import { Agendas } from '../src/sitting/agendas.ts';
import { SessionStore } from '../src/store/session.store.ts';
import {
  codeOf,
  desk,
  intakeId,
  newCandidate,
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

  it('goes on with a member who comes late when a recusal took its quorum', async () => {
    const file = await at.evaluated();
    const [chair, member, late] = [newChair(), newMember(), newMember()];
    const { id: sessionId } = await at.plan(chair, [member, late]);
    await at.agenda(sessionId, [file]);
    await service.call(openSession, { sessionId, present: [chair.id, member.id] }, chair);
    const { applicationId } = file;
    await service.call(recuseFromFile, { sessionId, applicationId, reason: 'Un lien' }, member);
    expect(await codeOf(at.decide(sessionId, file, 'DEFERRED', chair))).toBe('quorum-missing');
    expect(await codeOf(at.close(sessionId, chair))).toBe('decisions-missing');
    const letIn = (memberId: string, as = chair) =>
      codeOf(service.call(letInMember, { sessionId, memberId }, as));
    expect(await letIn(late.id, newChair())).toBe('not-found');
    expect(await letIn(newMember().id)).toBe('invalid-input');
    expect(await letIn(late.id)).toBe('done');
    expect((await at.session(sessionId)).present).toEqual([chair.id, member.id, late.id]);
    await at.decide(sessionId, file, 'DEFERRED', late);
    expect(await at.close(sessionId, chair)).toMatchObject({ state: 'closing' });
    await at.answer(sessionId, 1);
    await at.sessionIs(sessionId, 'closed');
    expect((await service.call(getMinutes, { sessionId }, late)).contentType).toBe('application/pdf');
  });

  it('that cannot go on is adjourned by an officer or its chair: nothing counts, and its files are free', async () => {
    const [file, other] = [await at.evaluated(), await at.evaluated()];
    const { sessionId, chair, members } = await at.opened([file, other]);
    await at.decide(sessionId, file, 'ADMITTED', chair);
    const adjourn = (as = officer, id = sessionId) =>
      codeOf(service.call(adjournSession, { sessionId: id, reason: 'Présidence souffrante' }, as));
    expect(await adjourn(subjects.officer(['energies']))).toBe('not-found');
    expect(await adjourn(newChair())).toBe('not-found');
    expect(await adjourn()).toBe('done');
    expect(await adjourn(chair)).toBe('done');
    const view = await service.call(getSession, { sessionId }, members[0]!);
    expect(view).toMatchObject({
      state: 'adjourned',
      stateLabel: 'Séance levée sans décision',
      adjourned: { reason: 'Présidence souffrante' },
    });
    expect(view.files.map(({ decision }) => decision)).toEqual([undefined, undefined]);
    expect(await codeOf(at.decide(sessionId, file, 'ADMITTED', chair))).toBe('wrong-state');
    expect(await codeOf(at.close(sessionId, chair))).toBe('wrong-state');
    await waitFor('the news', () =>
      service
        .seen(juryChanged)
        .some(
          ({ data }) =>
            data.sessionId === sessionId && data.state === 'adjourned' && data.applicationIds.length === 0,
        ),
    );
    expect([...requestsOf(sessionId), ...decisionsOf(sessionId)]).toEqual([]);
    const { applicationId } = file;
    expect(await codeOf(service.call(getEvaluation, { applicationId }, members[0]!))).toBe('not-found');
    // At once: the claims were given back.
    const next = await at.plan(chair, members);
    expect(await codeOf(at.agenda(next.id, [file, other]))).toBe('done');
    expect(await adjourn(chair, next.id)).toBe('done');
    expect(await codeOf(at.agenda(sessionId, [file]))).toBe('wrong-state');
  });

  it('keeps its file whatever other calls on its agenda come to at the same time', async () => {
    const [file, taken] = [await at.evaluated(), await at.evaluated()];
    const [first, rival] = [
      await at.plan(newChair(), [newMember(), newMember()]),
      await at.plan(newChair(), [newMember(), newMember()]),
    ];
    await at.agenda(first.id, [taken]);
    for (let round = 0; round < 6; round++) {
      const { id } = await at.plan(newChair(), [newMember(), newMember()]);
      const [done, ...refused] = await Promise.all([
        codeOf(at.agenda(id, [file])),
        codeOf(at.agenda(id, [file, taken])),
        codeOf(at.agenda(id, [file, taken])),
        codeOf(at.agenda(id, [taken, file])),
      ]);
      expect([done, ...new Set(refused)]).toEqual(['done', 'wrong-state']);
      expect(await codeOf(at.agenda(rival.id, [file]))).toBe('wrong-state');
      await service.call(adjournSession, { sessionId: id, reason: 'Autre date' }, officer);
    }
  });

  it('has the claim on each of its files, whichever of two agendas that are set at once is the later', async () => {
    const files = [await at.evaluated(), await at.evaluated()];
    const { id: sessionId } = await at.plan(newChair(), [newMember(), newMember()]);
    for (let round = 0; round < 6; round++) {
      await at.agenda(sessionId, round % 3 === 0 ? files : [files[round % 2]!]);
      await Promise.all([
        at.agenda(sessionId, [files[0]!]),
        at.agenda(sessionId, [files[1]!]),
        at.agenda(sessionId, files),
        at.agenda(sessionId, [files[round % 2]!]),
      ]);
      const view = await at.session(sessionId);
      const holders = view.files.map(({ applicationId }) => service.app.get(Agendas).holderOf(applicationId));
      expect(new Set(await Promise.all(holders))).toEqual(new Set([sessionId]));
    }
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

  it('R10: asks for its places again when no answer comes, under the same number', async () => {
    const file = await at.evaluated();
    const { sessionId, chair } = await at.opened([file]);
    await at.decide(sessionId, file, 'ADMITTED', chair);
    await at.close(sessionId, chair);
    await waitFor('asked', () => requestsOf(sessionId).length === 1);
    service.clock.advance(60_000);
    await waitFor('asked again', async () => {
      await at.deadlines();
      return requestsOf(sessionId).length === 2;
    });
    await at.deadlines();
    expect(requestsOf(sessionId).map(({ data }) => data.attempt)).toEqual([1, 1]);
    expect(requestsOf(sessionId)[1]!.data).toEqual(requestsOf(sessionId)[0]!.data);
    await at.answer(sessionId, 1);
    await at.sessionIs(sessionId, 'closed');
    service.clock.advance(7_200_000);
    await at.deadlines();
    expect((await at.session(sessionId)).state).toBe('closed');
    expect(requestsOf(sessionId)).toHaveLength(2);
  });

  it('R36: the minutes tell nobody what was decided on their own file, or on one from which they are recused', async () => {
    const applicant = newCandidate();
    const own = await at.evaluated({ ...applicant, grants: [...applicant.grants, ...officer.grants] });
    const { sessionId, chair, members } = await at.opened([own]);
    const { applicationId } = own;
    await service.call(recuseFromFile, { sessionId, applicationId, reason: 'Un lien' }, members[0]!);
    const told = await at.decide(sessionId, own, 'NOT_ADMITTED', chair);
    expect(told.files[0]).toMatchObject({ mean: 14.63, decision: { outcome: 'NOT_ADMITTED' } });
    await at.close(sessionId, chair);
    await at.answer(sessionId, 1);
    await at.sessionIs(sessionId, 'closed');
    const minutesFor = (as: typeof chair) => codeOf(service.call(getMinutes, { sessionId }, as));
    expect(await minutesFor(own.candidate)).toBe('not-found');
    expect(await minutesFor(members[0]!)).toBe('permission-missing');
    expect(await minutesFor(members[1]!)).toBe('done');
    expect(await minutesFor(officer)).toBe('done');
    for (const reader of [own.candidate, members[0]!]) {
      const [file] = (await service.call(getSession, { sessionId }, reader)).files;
      expect([file!.mean, file!.decision]).toEqual([undefined, undefined]);
    }
  });

  it('R71: turns nobody down without a ground', async () => {
    const file = await at.evaluated();
    const { sessionId, chair } = await at.opened([file]);
    expect(await codeOf(at.decide(sessionId, file, 'NOT_ADMITTED', chair, []))).toBe('grounds-missing');
    expect(await codeOf(at.decide(sessionId, file, 'DEFERRED', chair, []))).toBe('done');
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
  // An officer of one programme may sit in the jury of another.
  const both = { id: members[0]!.id, grants: [...members[0]!.grants, ...elsewhere.grants] };
  expect(await idsFor(both)).toEqual([sessionId]);
  expect(await idsFor(stranger)).toEqual([]);
  expect(await idsFor(elsewhere)).toEqual([]);
});
