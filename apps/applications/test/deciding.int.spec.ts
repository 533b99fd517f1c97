import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { admissibilityDecided, recordAdmissibility } from '@admissions/contracts/admissibility';
import { applicationChanged, getApplication, listQueue } from '@admissions/contracts/applications';
import { listMessages, messagePosted, postMessage } from '@admissions/contracts/correspondence';
import { listPromises } from '@admissions/contracts/promises';
import { contactChanged } from '@admissions/contracts/gateway';
import { letterSent } from '@admissions/contracts/notifications';
import { Log } from '@admissions/runtime/log';
import { subjects, waitFor, type TestService } from '@admissions/runtime/testing';
import { codeOf, officer, process } from './process.ts';
import { desk, ignoredReason, newCandidate, startApplications } from './service.ts';

let service: TestService;
let at: ReturnType<typeof desk>;
let then: ReturnType<typeof process>;
beforeAll(async () => {
  service = await startApplications();
  at = desk(service);
  then = process(service);
});
afterAll(() => service?.stop());

const announced = (applicationId: string) =>
  waitFor('the admissibility is announced', () =>
    service.seen(admissibilityDecided).find(({ data }) => data.applicationId === applicationId),
  );

describe('R27: record-admissibility', () => {
  it('R28: admissible, with the last day of the letter; once, also when it is sent twice', async () => {
    const candidate = newCandidate();
    const applicationId = await then.studied(candidate);
    const view = await then.judge(applicationId, { derogation: 'D30_M1' }, officer, 'once');
    expect(view).toMatchObject({
      state: 'admissible',
      admissibility: { basis: 'D30_M1', outcome: 'ADMISSIBLE' },
    });
    expect((await then.judge(applicationId, { derogation: 'D30_M1' }, officer, 'once')).state).toBe(
      'admissible',
    );
    expect((await announced(applicationId)).data).toMatchObject({
      decidedBy: officer.id,
      dueOn: '2026-12-01',
    });
    expect(await codeOf(then.judge(applicationId))).toBe('wrong-state');
    const told = await waitFor('the others are told', () =>
      service
        .seen(applicationChanged)
        .find(({ data }) => data.applicationId === applicationId && data.state === 'admissible'),
    );
    expect(told.data).toMatchObject({
      derogation: 'D30_M1',
      tuition: { amount: 1_450_000 },
      candidateName: 'Camille Martin',
      fundingType: 'EMPLOYER',
    });
    expect(
      service.seen(admissibilityDecided).filter(({ data }) => data.applicationId === applicationId),
    ).toHaveLength(1);
  });

  it('R83: a file without an early start is not studied before the withdrawal period is over', async () => {
    const applicationId = await at.submitted(newCandidate());
    expect(
      await codeOf(then.judge(applicationId, { outcome: 'NOT_ADMISSIBLE', grounds: ['PREREQ_MISSING'] })),
    ).toBe('study-not-started');
  });

  it('an application is judged by officers of its programme only; to others it does not exist', async () => {
    const candidate = newCandidate();
    const unpaid = await at.confirmed(candidate);
    const applicationId = await then.studied(newCandidate());
    expect(await codeOf(then.judge(unpaid))).toBe('not-found');
    expect(await codeOf(then.judge(applicationId, {}, subjects.officer(['energies'])))).toBe('not-found');
    expect(await codeOf(then.judge(applicationId, {}, candidate))).toBe('permission-missing');
    expect((await then.of(applicationId)).state).toBe('submitted');
  });

  it('two officers at once: one decision', async () => {
    const applicationId = await then.studied(newCandidate());
    const codes = await Promise.all([
      codeOf(then.judge(applicationId)),
      codeOf(then.judge(applicationId, { outcome: 'NOT_ADMISSIBLE', grounds: ['FRENCH_LEVEL'] })),
    ]);
    expect(codes.sort()).toEqual(['done', 'wrong-state']);
  });

  it('that another officer takes a document away from in the same moment raises an alarm', async () => {
    const alarms = jest.spyOn(service.app.get(Log), 'error');
    const applicationId = await then.studied(newCandidate());
    const [piece] = (await at.held(applicationId)).filter(({ type }) => type === 'CV');
    await then.judge(applicationId);
    await at.document(applicationId, 'CV', 'refused', { id: piece!.documentId, revision: 9 });
    const alarm = `document ${piece!.documentId} (CV) is refused, and the file was found admissible with it`;
    await waitFor('the alarm', () => alarms.mock.calls.length > 0);
    expect(alarms.mock.calls.map(([fields]) => fields)).toEqual([{ alarm, applicationId }]);
    alarms.mockRestore();
  });

  it('every document must be accepted', async () => {
    const applicationId = await then.studied(newCandidate());
    await at.document(applicationId, 'CV', 'refused', { revision: 1 });
    await waitFor('known', async () =>
      Object.values((await then.of(applicationId)).documents).some(({ state }) => state === 'refused'),
    );
    await expect(
      service.call(
        recordAdmissibility,
        { applicationId, outcome: 'ADMISSIBLE', route: 'RNCP7', grounds: [] },
        officer,
      ),
    ).rejects.toMatchObject({
      problem: { code: 'documents-not-judged', data: { documents: [{ type: 'CV' }] } },
    });
  });
});

describe('R28: promises', () => {
  const mine = async (status: Parameters<typeof list>[0], applicationId: string) =>
    (await list(status)).find((promise) => promise.applicationId === applicationId);
  const list = async (status?: 'open' | 'due-today' | 'late' | 'kept' | 'kept-late') =>
    (await service.call(listPromises, { limit: 100, ...(status ? { status } : {}) }, officer)).items;
  const letter = async (applicationId: string, template = 'admissible') => ({
    letterId: `letter-${applicationId}`.slice(0, 60),
    applicationId,
    template,
    causedBy: (await announced(applicationId)).id,
    sentAt: service.clock.now().toISOString(),
  });
  const queued = async (applicationId: string) =>
    (await service.call(listQueue, { limit: 100 }, officer)).items.find(({ id }) => id === applicationId);

  it('is open until the letter leaves, due on its last day, late afterwards', async () => {
    const inTime = await then.admissible(newCandidate());
    const tooLate = await then.admissible(newCandidate());
    await waitFor('open', () => mine('open', inTime));
    await waitFor('in the queue', async () => (await queued(inTime))?.promise);
    expect((await queued(inTime))?.promise).toEqual({ dueOn: '2026-12-01', status: 'open' });
    await service.publish(letterSent, await letter(inTime));
    const kept = await waitFor('kept', () => mine('kept', inTime));
    expect(kept).toMatchObject({ kind: 'ADMISSIBILITY', dueOn: '2026-12-01', status: 'kept' });
    await waitFor('out of the queue', async () => (await queued(inTime))?.promise === undefined);
    const tuesday = Date.parse('2026-12-01T12:00:00.000Z');
    service.clock.advance(tuesday - service.clock.now().getTime());
    expect(await mine('due-today', tooLate)).toMatchObject({ status: 'due-today' });
    expect(await mine('open', tooLate)).toBeUndefined();
    service.clock.advance(24 * 3_600_000);
    expect(await mine('late', tooLate)).toMatchObject({ status: 'late' });
    expect((await queued(tooLate))?.promise?.status).toBe('late');
    await service.publish(letterSent, await letter(tooLate));
    await waitFor('kept late', () => mine('kept-late', tooLate));
    expect(await mine('late', tooLate)).toBeUndefined();
    expect((await service.call(listPromises, { limit: 100 }, subjects.officer(['energies']))).items).toEqual(
      [],
    );
  });

  it('a letter of another kind, or sent again, keeps nothing', async () => {
    const applicationId = await then.admissible(newCandidate());
    const wrong = await service.publish(letterSent, await letter(applicationId, 'admitted'));
    const stream = (await announced(applicationId)).id.split('/');
    const promise = `promise/promise-${applicationId}-${Number(stream.at(-2))}`;
    expect(await ignoredReason(service, wrong.id, promise)).toContain('ADMISSIBILITY');
    await service.publish(letterSent, await letter(applicationId));
    await waitFor('kept', () => mine('kept', applicationId));
    const again = await service.publish(letterSent, await letter(applicationId));
    expect(await ignoredReason(service, again.id, promise)).toBe('kept already');
  });
});

describe('the thread', () => {
  const say = (applicationId: string, text: string, as: typeof officer, key?: string) =>
    service.call(postMessage, { applicationId, text }, as, key === undefined ? {} : { key });
  const read = (applicationId: string, as: typeof officer, cursor?: string, limit = 20) =>
    service.call(listMessages, { applicationId, limit, ...(cursor === undefined ? {} : { cursor }) }, as);

  it('is between the candidate and the staff, oldest first, page by page', async () => {
    const candidate = newCandidate();
    const contact = {
      accountId: candidate.id,
      name: 'Camille M.',
      email: 'camille@example.org',
      language: 'fr' as const,
    };
    await service.publish(contactChanged, contact as never, { id: `contact/${candidate.id}/1/0` });
    const applicationId = await at.submitted(candidate);
    await waitFor(
      'the contact is known',
      async () => (await service.call(getApplication, { applicationId }, officer)).contact,
    );
    for (const text of ['un', 'trois', 'cinq']) {
      await say(applicationId, text, candidate);
      await say(applicationId, `${text} et demi`, officer);
    }
    const first = await read(applicationId, officer, undefined, 4);
    const rest = await read(applicationId, candidate, first.next, 4);
    const all = [...first.items, ...rest.items];
    expect(rest.next).toBeUndefined();
    expect(all.map(({ text }) => text)).toEqual([
      'un',
      'un et demi',
      'trois',
      'trois et demi',
      'cinq',
      'cinq et demi',
    ]);
    expect(all.slice(0, 2)).toMatchObject([
      { from: 'candidate', authorName: 'Camille M.' },
      { from: 'staff', authorName: 'Service des admissions' },
    ]);
    const posted = await waitFor('the candidate is told', () => {
      const told = service.seen(messagePosted).filter(({ data }) => data.applicationId === applicationId);
      return told.length === 3 && told;
    });
    expect(posted.map(({ data }) => data.messageId)).toEqual(
      all.filter(({ from }) => from === 'staff').map(({ id }) => id),
    );
    expect(await codeOf(read(applicationId, officer, 'x'))).toBe('invalid-cursor');
  });

  it('a message that is sent twice stands there once', async () => {
    const candidate = newCandidate();
    const applicationId = await at.draft(candidate);
    const [one, two] = [
      await say(applicationId, 'Bonjour', candidate, 'k'),
      await say(applicationId, 'Bonjour', candidate, 'k'),
    ];
    expect(two).toEqual(one);
    expect((await read(applicationId, candidate)).items).toEqual([one]);
  });

  it('R15: staff neither read nor write before the fee is paid, and others never', async () => {
    const applicationId = await at.confirmed(newCandidate());
    for (const who of [officer, newCandidate()]) {
      expect(await codeOf(say(applicationId, 'x', who))).toBe('not-found');
      expect(await codeOf(read(applicationId, who))).toBe('not-found');
    }
  });
});

describe('who assesses an application', () => {
  const evaluator = { id: 'acc-eva', grants: [{ role: 'evaluator' as const, programmes: ['donnees'] }] };
  const member = { id: 'acc-jules', grants: [{ role: 'jury-member' as const, programmes: ['donnees'] }] };

  it('reads it while assigned, and as far as needed', async () => {
    const applicationId = await then.admissible(newCandidate());
    const get = (as: typeof evaluator | typeof member) => service.call(getApplication, { applicationId }, as);
    expect(await codeOf(get(evaluator))).toBe('not-found');
    await then.select(applicationId, { interview: 'booked', evaluators: ['acc-eva', 'acc-emil'] }, 3);
    await waitFor('the evaluator reads', async () => (await codeOf(get(evaluator))) === 'done');
    const seen = await get(evaluator);
    expect(seen.candidateName).toBe('Camille Martin');
    expect(Object.keys(seen.facts).sort()).toEqual(['experience', 'lastDiploma', 'studies']);
    await then.select(applicationId, { interview: 'booked', evaluators: ['acc-emil'] }, 4);
    await waitFor('the evaluator stepped back', async () => (await codeOf(get(evaluator))) === 'not-found');
    const old = await then.select(applicationId, { interview: 'booked', evaluators: ['acc-eva'] }, 2);
    expect(await ignoredReason(service, old.id, `readership/${applicationId}`)).toContain('4');
    expect(await codeOf(get(member))).toBe('not-found');
    await then.convene(`session-${applicationId}`.slice(0, 60), 1, ['acc-jules'], [applicationId]);
    await waitFor('the jury reads', async () => (await codeOf(get(member))) === 'done');
    await then.convene(`session-${applicationId}`.slice(0, 60), 2, ['acc-jules'], ['app-another']);
    await waitFor('it left the agenda', async () => (await codeOf(get(member))) === 'not-found');
  });
});
