import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  applicationChanged,
  confirmApplication,
  createApplication,
  documentsFreezeRequested,
  feeRequested,
  fillApplication,
  getApplication,
  listOwnApplications,
} from '@admissions/contracts/applications';
import { canonical } from '@admissions/identity/ids';
import { subjects, waitFor, type TestService } from '@admissions/runtime/testing';
import type { FeePending } from '../src/domain/application.ts';
import { confirmedData } from '../src/domain/own-checklist.ts';
import { ApplicationStore } from '../src/store/application.store.ts';
import { frenchGraduate } from './facts.ts';
import { desk, intakeId, newCandidate, pieces, startApplications } from './service.ts';

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
const isOf =
  (applicationId: string) =>
  ({ data }: { data: { applicationId: string } }) =>
    data.applicationId === applicationId;
const changesOf = (applicationId: string) => service.seen(applicationChanged).filter(isOf(applicationId));
const feesOf = (applicationId: string) => service.seen(feeRequested).filter(isOf(applicationId));
const streams = () => service.app.get(ApplicationStore).streams;

describe('create-application', () => {
  it('starts a draft and announces it', async () => {
    const candidate = newCandidate();
    const { applicationId } = await service.call(createApplication, { intakeId }, candidate);
    expect(await at.view(applicationId, candidate)).toMatchObject({
      id: applicationId,
      reference: expect.stringMatching(/^MS-2027-[A-Z0-9]{6}$/),
      state: 'draft',
      stateLabel: 'Brouillon',
      programme: { id: 'donnees', title: 'Mastère Spécialisé® Données' },
      intake: { id: intakeId, label: 'Septembre 2027', startsOn: '2027-09-13' },
      createdAt: '2026-11-24T09:00:00.000Z',
      facts: {},
      fee: { amount: 8000, currency: 'EUR' },
    });
    const [announced] = await waitFor(
      'the snapshot',
      () => changesOf(applicationId).length > 0 && changesOf(applicationId),
    );
    expect(announced).toMatchObject({
      id: `application/${applicationId}/1/0`,
      data: {
        candidateId: candidate.id,
        programmeId: 'donnees',
        intakeId,
        state: 'draft',
        isEditable: true,
        isExaminable: false,
      },
    });
  });

  it('repeats its answer for the same key, and refuses another request under it', async () => {
    const candidate = newCandidate();
    const first = await service.call(createApplication, { intakeId }, candidate, { key: 'one' });
    expect(await service.call(createApplication, { intakeId }, candidate, { key: 'one' })).toEqual(first);
    const other = service.call(createApplication, { intakeId: 'energies-2027-09' }, candidate, {
      key: 'one',
    });
    expect(await codeOf(other)).toBe('idempotency-key-reused');
  });

  it('R14: of ten requests at once one starts an application, and the others are told which', async () => {
    const candidate = newCandidate();
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, () => service.call(createApplication, { intakeId }, candidate)),
    );
    const created = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    const refused = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [answer.reason as unknown] : [],
    );
    expect(created).toHaveLength(1);
    expect(refused).toHaveLength(9);
    for (const refusal of refused) {
      expect(refusal).toMatchObject({ code: 'application-exists', problem: { data: created[0] } });
    }
    const { items } = await waitFor('the list', async () => {
      const page = await service.call(listOwnApplications, { limit: 20 }, candidate);
      return page.items.length > 0 && page;
    });
    expect(items.map(({ id }) => id)).toEqual([created[0]!.applicationId]);
  });

  it('R14: one candidate may apply for two intakes, and two candidates for one', async () => {
    const [one, two] = [newCandidate(), newCandidate()];
    const ids = [await at.draft(one), await at.draft(one, {}, 'energies-2027-09'), await at.draft(two)];
    expect(new Set(ids).size).toBe(3);
  });

  it('asks to come again while the claim of a request that died half-way is young', async () => {
    const candidate = newCandidate();
    const act = { name: 'test', by: 'test', correlationId: 'test', cause: { id: 'test', fingerprint: '' } };
    await service.store.claims.take(`application/${candidate.id}/${intakeId}`, 'app-that-died', act);
    await expect(service.call(createApplication, { intakeId }, candidate)).rejects.toMatchObject({
      code: 'busy',
      problem: { retryAfter: 5 },
    });
  });

  it('refuses an intake that is not open, or does not exist', async () => {
    const candidate = newCandidate();
    expect(await codeOf(service.call(createApplication, { intakeId: 'donnees-2028-01' }, candidate))).toBe(
      'intake-not-open',
    );
    expect(await codeOf(service.call(createApplication, { intakeId: 'nothing-here' }, candidate))).toBe(
      'not-found',
    );
  });

  it('is for candidates only', async () => {
    for (const subject of [subjects.visitor, subjects.officer(), subjects.administrator]) {
      expect(await codeOf(service.call(createApplication, { intakeId }, subject))).toBe('permission-missing');
    }
  });
});

describe('fill-application', () => {
  it('keeps what was given, and answers the new checklist', async () => {
    const candidate = newCandidate();
    const applicationId = await at.draft(candidate);
    const sections = {
      nationality: { nationalities: ['IN'] },
      residence: { ...frenchGraduate.residence, country: 'FR' },
    };
    const answer = await service.call(fillApplication, { applicationId, sections }, candidate);
    expect(answer.facts).toEqual(sections);
    expect(answer.checklist.find(({ type }) => type === 'RESIDENCE')).toMatchObject({
      status: 'REQUIRED',
      rules: ['R17', 'R38'],
    });
    expect(answer.checklist.find(({ type }) => type === 'FRENCH_B2')).toMatchObject({
      status: 'NOT_ASKED',
      awaits: ['french'],
    });
    expect(await at.view(applicationId, candidate)).toEqual(answer);
    const wanted = await waitFor('the new snapshot', () => changesOf(applicationId)[1]?.data.wanted);
    expect(wanted).toContain('RESIDENCE');
  });

  it('says where an answer cannot be right, and keeps nothing of it', async () => {
    const candidate = newCandidate();
    const applicationId = await at.draft(candidate);
    const sections = {
      residence: frenchGraduate.residence,
      lastDiploma: { ...frenchGraduate.lastDiploma, awardedOn: '2027-01-01', issuerCountry: 'QQ' },
    };
    await expect(service.call(fillApplication, { applicationId, sections }, candidate)).rejects.toMatchObject(
      {
        code: 'invalid-input',
        problem: {
          issues: [
            { path: 'sections.lastDiploma.issuerCountry' },
            { path: 'sections.lastDiploma.awardedOn' },
          ],
        },
      },
    );
    expect((await at.view(applicationId, candidate)).facts).toEqual({});
  });

  it('does not lose one of many changes at once', async () => {
    const candidate = newCandidate();
    const applicationId = await at.draft(candidate);
    const names = Object.keys(frenchGraduate) as (keyof typeof frenchGraduate)[];
    await Promise.all(
      names.map((name) =>
        service.call(
          fillApplication,
          { applicationId, sections: { [name]: frenchGraduate[name] } },
          candidate,
        ),
      ),
    );
    expect((await at.view(applicationId, candidate)).facts).toEqual(frenchGraduate);
  });

  it('is not found by another candidate, nor by staff', async () => {
    const applicationId = await at.draft(newCandidate());
    const sections = { residence: frenchGraduate.residence };
    expect(await codeOf(service.call(fillApplication, { applicationId, sections }, newCandidate()))).toBe(
      'not-found',
    );
    expect(await codeOf(service.call(fillApplication, { applicationId, sections }, subjects.officer()))).toBe(
      'permission-missing',
    );
    expect(
      await codeOf(service.call(fillApplication, { applicationId: 'app-unknown', sections }, newCandidate())),
    ).toBe('not-found');
  });
});

describe('confirm-application', () => {
  it('R16, R25, R78, R82: closes the form, keeps the consents and asks for the fee once documents stand still', async () => {
    const candidate = newCandidate();
    const applicationId = await at.complete(candidate);
    const answer = await at.confirm(applicationId, candidate, {
      earlyStart: true,
      lossOfWithdrawalAcknowledged: true,
    });
    expect(answer).toMatchObject({
      state: 'fee-pending',
      stateLabel: 'En attente de paiement',
      blockers: [],
    });
    expect(answer.confirmedAt).toBe('2026-11-24T09:00:00.000Z');

    const held = await at.held(applicationId);
    const pending = (await streams().load(applicationId))!;
    expect(pending.state).toMatchObject({ freeze: { is: 'pending', attempt: pending.revision } });
    expect(await at.freezeAsked(applicationId)).toBe(pending.revision);
    expect(feesOf(applicationId)).toEqual([]);
    await at.freeze(applicationId);

    const hash = createHash('sha256')
      .update(canonical(confirmedData(pending.state as FeePending, held)))
      .digest('hex');
    expect(await at.feeAsked(applicationId)).toMatchObject({
      candidateId: candidate.id,
      reference: answer.reference,
      programmeTitle: 'Mastère Spécialisé® Données',
      intakeLabel: 'Septembre 2027',
      amount: { amount: 8000, currency: 'EUR' },
      confirmedDataHash: hash,
    });
    expect((await streams().load(applicationId))!.state).toMatchObject({
      state: 'fee-pending',
      freeze: { is: 'held', dataHash: hash, documents: held },
      confirmation: {
        consents: {
          swornStatement: { given: true, version: '2026-1' },
          earlyStart: { given: true },
          lossOfWithdrawal: { given: true },
        },
      },
    });
    await waitFor('the snapshot', () =>
      changesOf(applicationId).some(
        ({ data }) => data.state === 'fee-pending' && !data.isEditable && !data.isExaminable,
      ),
    );
  });

  it('uses the fee of its own intake', async () => {
    const candidate = newCandidate();
    const applicationId = await at.confirmed(candidate, 'energies-2027-09');
    expect((await at.paidOrder(applicationId)).amount.amount).toBe(9000);
  });

  it('R16: refuses while anything is missing, and names all of it', async () => {
    const candidate = newCandidate();
    const { funding: _missing, ...facts } = frenchGraduate;
    const applicationId = await at.draft(candidate, facts);
    const refusal = (await at.confirm(applicationId, candidate).catch((error: unknown) => error)) as {
      problem: { code: string; data: { blockers: { what: string }[] } };
    };
    expect(refusal.problem.code).toBe('application-incomplete');
    expect(refusal.problem.data.blockers.map(({ what }) => what)).toEqual(['funding', ...pieces]);
  });

  it('R25: refuses without the sworn statement', async () => {
    const candidate = newCandidate();
    const applicationId = await at.complete(candidate);
    const input = {
      applicationId,
      swornStatement: false,
      earlyStart: false,
      lossOfWithdrawalAcknowledged: false,
    };
    expect(await codeOf(service.call(confirmApplication, input, candidate))).toBe('sworn-statement-missing');
  });

  it('answers a repeat the same, and asks for one fee; another confirmation is refused, and so is an edit', async () => {
    const candidate = newCandidate();
    const applicationId = await at.complete(candidate);
    const input = {
      applicationId,
      swornStatement: true,
      earlyStart: false,
      lossOfWithdrawalAcknowledged: false,
    };
    const first = await service.call(confirmApplication, input, candidate, { key: 'confirm' });
    expect(await service.call(confirmApplication, input, candidate, { key: 'confirm' })).toEqual(first);
    expect(await codeOf(at.confirm(applicationId, candidate))).toBe('wrong-state');
    const sections = { funding: { type: 'SELF' as const } };
    expect(await codeOf(service.call(fillApplication, { applicationId, sections }, candidate))).toBe(
      'application-not-editable',
    );
    await at.freeze(applicationId);
    await at.feeAsked(applicationId);
    expect(feesOf(applicationId)).toHaveLength(1);
    expect(service.seen(documentsFreezeRequested).filter(isOf(applicationId))).toHaveLength(1);
  });

  it('is not found by another candidate', async () => {
    const applicationId = await at.draft(newCandidate());
    expect(await codeOf(at.confirm(applicationId, newCandidate()))).toBe('not-found');
  });
});

describe('after a restart', () => {
  it('everything is still there, and the work goes on', async () => {
    const candidate = newCandidate();
    const applicationId = await at.complete(candidate);
    const before = await at.view(applicationId, candidate);
    await service.restart();
    expect(await at.view(applicationId, candidate)).toEqual(before);
    await at.confirm(applicationId, candidate);
    expect(await service.call(getApplication, { applicationId }, candidate)).toMatchObject({
      state: 'fee-pending',
    });
  });
});

describe('when the intake closes', () => {
  it('a draft can no longer be confirmed, nor another one begun; a repeat still gets its answer', async () => {
    const [candidate, late] = [newCandidate(), newCandidate()];
    const first = await service.call(createApplication, { intakeId }, candidate, { key: 'before' });
    const applicationId = await at.complete(late);
    service.clock.advance(Date.parse('2027-07-16T00:00:00Z') - service.clock.now().getTime());
    expect(await codeOf(at.confirm(applicationId, late))).toBe('intake-not-open');
    expect(await codeOf(service.call(createApplication, { intakeId }, newCandidate()))).toBe(
      'intake-not-open',
    );
    expect(await service.call(createApplication, { intakeId }, candidate, { key: 'before' })).toEqual(first);
  });
});
