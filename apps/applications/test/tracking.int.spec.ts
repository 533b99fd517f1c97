import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  getApplication,
  listOwnApplications,
  listProgrammes,
  listQueue,
  reportClock,
} from '@admissions/contracts/applications';
import { orderPaid } from '@admissions/contracts/payments';
import { subjects, waitFor, type TestService } from '@admissions/runtime/testing';
import { frenchGraduate } from './facts.ts';
import { desk, newCandidate, startApplications } from './service.ts';

let service: TestService;
let at: ReturnType<typeof desk>;
beforeAll(async () => {
  service = await startApplications();
  at = desk(service);
});
afterAll(() => service?.stop());

const codeOf = (calling: Promise<unknown>) =>
  calling.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('R15: who sees an application', () => {
  it('before the payment nobody but its candidate; after it, officers of its programme', async () => {
    const candidate = newCandidate();
    const applicationId = await at.confirmed(candidate);
    const seenBy = async (subject: Parameters<typeof service.call>[2]) =>
      codeOf(service.call(getApplication, { applicationId }, subject));
    const everybody = [
      candidate,
      newCandidate(),
      subjects.officer(['donnees']),
      subjects.officer(['*']),
      subjects.officer(['energies']),
      subjects.financeOfficer(),
      subjects.visitor,
    ];
    const before = await Promise.all(everybody.map(seenBy));
    expect(before).toEqual([
      'done',
      'not-found',
      'not-found',
      'not-found',
      'not-found',
      'permission-missing',
      'permission-missing',
    ]);
    await service.publish(orderPaid, await at.paidOrder(applicationId));
    await at.reaches(applicationId, candidate, 'submitted');
    const after = await Promise.all(everybody.map(seenBy));
    expect(after).toEqual([
      'done',
      'not-found',
      'done',
      'done',
      'not-found',
      'permission-missing',
      'permission-missing',
    ]);
  });

  it('an id that does not exist is not found, whatever it looks like', async () => {
    for (const applicationId of ['app-unknown', 'constructor', 'a'.repeat(64)]) {
      expect(await codeOf(service.call(getApplication, { applicationId }, newCandidate()))).toBe('not-found');
    }
    for (const applicationId of ['../etc', 'APP', '']) {
      expect(await codeOf(service.call(getApplication, { applicationId }, newCandidate()))).toBe(
        'invalid-input',
      );
    }
  });
});

describe('list-own-applications', () => {
  it('shows those of the subject, newest first, page by page', async () => {
    const candidate = newCandidate();
    const older = await at.draft(candidate, { identity: { ...frenchGraduate.identity, usedName: 'Durand' } });
    service.clock.advance(1000);
    const newer = await at.draft(candidate, {}, 'energies-2027-09');
    await at.draft(newCandidate());
    const list = (paging: { limit: number; cursor?: string }) =>
      service.call(listOwnApplications, paging, candidate);
    const rows = await waitFor('both', async () => {
      const { items } = await list({ limit: 20 });
      return items.length === 2 && items[1]!.candidateName !== '' && items;
    });
    expect(rows.map(({ id }) => id)).toEqual([newer, older]);
    expect(rows[1]).toMatchObject({
      candidateName: 'Camille Durand',
      state: 'draft',
      stateLabel: 'Brouillon',
      programmeId: 'donnees',
    });
    const first = await list({ limit: 1 });
    expect(first.items.map(({ id }) => id)).toEqual([newer]);
    const second = await list({ limit: 1, cursor: first.next! });
    expect(second.items.map(({ id }) => id)).toEqual([older]);
    expect(second.next).toBeUndefined();
  });

  it('refuses a cursor that it did not give', async () => {
    expect(
      await codeOf(service.call(listOwnApplications, { limit: 1, cursor: 'made-up' }, newCandidate())),
    ).toBe('invalid-cursor');
  });
});

describe('list-queue', () => {
  it('R15: shows paid applications of the programmes of the officer, oldest submission first', async () => {
    const first = await at.submitted(newCandidate());
    service.clock.advance(60_000);
    const other = await at.submitted(newCandidate(), 'energies-2027-09');
    service.clock.advance(60_000);
    const last = await at.submitted(newCandidate());
    const unpaid = await at.confirmed(newCandidate());
    const all = await waitFor('the queue', async () => {
      const { items } = await service.call(listQueue, { limit: 100 }, subjects.officer());
      return [first, other, last].every((id) => items.some((item) => item.id === id)) && items;
    });
    const ids = all.map(({ id }) => id);
    expect(ids).not.toContain(unpaid);
    expect(ids.filter((id) => [first, other, last].includes(id))).toEqual([first, other, last]);
    const times = all.map(({ submittedAt }) => submittedAt!);
    expect(times).toEqual([...times].sort());
    expect(all.find(({ id }) => id === first)).toMatchObject({
      candidateName: 'Camille Martin',
      stateLabel: 'Dossier reçu',
      // R83: an officer sees from when it may be studied; no early start was asked for.
      examinableFrom: '2026-12-08T23:00:00.000Z',
    });

    const of = async (subject: ReturnType<typeof subjects.officer>, filter: object = {}) =>
      (await service.call(listQueue, { limit: 100, ...filter }, subject)).items.map(({ id }) => id);
    expect(await of(subjects.officer(['energies']))).toEqual([other]);
    expect(await of(subjects.officer(['energies']), { programmeId: 'donnees' })).toEqual([]);
    expect(await of(subjects.officer(), { programmeId: 'energies' })).toEqual([other]);
    expect(await of(subjects.officer([]))).toEqual([]);
    expect(await of(subjects.officer(), { state: 'fee-pending' })).toEqual([]);

    const pages: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await service.call(
        listQueue,
        { limit: 1, ...(cursor === undefined ? {} : { cursor }) },
        subjects.officer(),
      );
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.next;
      if (cursor === undefined) break;
    }
    expect(pages).toEqual(ids);
  });

  it('is not for candidates', async () => {
    expect(await codeOf(service.call(listQueue, { limit: 1 }, newCandidate()))).toBe('permission-missing');
  });
});

describe('list-programmes', () => {
  it('is for anybody, and says which intakes are open today', async () => {
    const { items } = await service.call(listProgrammes, {}, subjects.visitor);
    expect(items.map(({ id }) => id)).toEqual(['donnees', 'energies']);
    expect(items[0]!.intakes.map(({ id, isOpen }) => [id, isOpen])).toEqual([
      ['donnees-2027-09', true],
      ['donnees-2028-01', false],
    ]);
    expect(items[1]!.intakes[0]).toMatchObject({ applicationFee: { amount: 9000, currency: 'EUR' } });
  });
});

describe('report-clock', () => {
  it('is for administrators', async () => {
    expect(await service.call(reportClock, {}, subjects.administrator)).toMatchObject({ offsetMs: 0 });
    expect(await codeOf(service.call(reportClock, {}, subjects.officer()))).toBe('permission-missing');
  });
});
