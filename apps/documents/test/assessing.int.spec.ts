import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DocumentType } from '@admissions/contracts/document-types';
import { getDocument, issueLink, judgeDocument, listDocuments } from '@admissions/contracts/documents';
import { juryChanged } from '@admissions/contracts/juries';
import { selectionChanged } from '@admissions/contracts/marks';
import type { DataOf } from '@admissions/contracts/message';
import type { Role } from '@admissions/contracts/roles';
import type { Subject } from '@admissions/contracts/subject';
import { subjects, waitFor } from '@admissions/runtime/testing';
import { AccessLog } from '../src/store/access-log.ts';
import { AccessStore } from '../src/store/access.store.ts';
import { JuryStore } from '../src/store/jury.store.ts';
import { document, photo } from './corpus/samples.ts';
import { draft, refusalOf, startDocuments, type Documents } from './harness.ts';

jest.setTimeout(60_000);

let documents: Documents;
/** Two applications that are studied; the second is the foreign one. */
let own: { applicationId: string; candidate: string; ids: Partial<Record<DocumentType, string>> };
let foreign: typeof own;
beforeAll(async () => {
  documents = await startDocuments();
  own = await studied('CV', 'PHOTO', 'ID_DOC', 'RESIDENCE');
  foreign = await studied('CV');
});
afterAll(() => documents?.stop());

async function studied(...types: DocumentType[]): Promise<typeof own> {
  const wanted = [...draft.wanted, 'RESIDENCE'] as const;
  const { applicationId, candidate } = await documents.application({ wanted: [...wanted] });
  const ids: Partial<Record<DocumentType, string>> = {};
  for (const type of types) {
    const file =
      type === 'PHOTO'
        ? { bytes: await photo(), contentType: 'image/jpeg', fileName: 'moi.jpg' }
        : { bytes: await document(1) };
    ids[type] = (await documents.upload(applicationId, candidate, { type, ...file })).id;
  }
  const paid = { state: 'in-selection', isExaminable: true, isEditable: false } as const;
  await documents.tell({ ...draft, ...paid, wanted: [...wanted], applicationId, candidateId: candidate }, 2);
  return { applicationId, candidate, ids };
}

const assessor = (role: Role, id = `account-${randomUUID()}`, programmes = [draft.programmeId]): Subject => ({
  id,
  grants: [{ role, programmes }],
});

type Selection = DataOf<typeof selectionChanged>;
const select = (revision: number, change: Partial<Selection>, id?: string) => {
  const data: Selection = {
    applicationId: own.applicationId,
    interview: 'done',
    evaluators: [],
    lockedMarks: 0,
    isComplete: false,
    ...change,
  };
  return documents.publish(selectionChanged, data, {
    id: id ?? `selection/${data.applicationId}/${revision}/0`,
  });
};
const selectionSeen = (revision: number, applicationId = own.applicationId) =>
  waitFor('the selection', async () => {
    const seen = (await documents.app.get(AccessStore).of(applicationId))?.evaluators?.seen ?? 0;
    return seen >= revision;
  });

type Session = DataOf<typeof juryChanged>;
const convene = (revision: number, session: Partial<Session> & { sessionId: string }) => {
  const { programmeId } = draft;
  const data: Session = { programmeId, state: 'convened', members: [], applicationIds: [], ...session };
  return documents.publish(juryChanged, data, { id: `session/${data.sessionId}/${revision}/0` });
};
const sessionOf = async (sessionId: string) => (await documents.app.get(JuryStore).of([sessionId]))[0];
/** Until the session is known in this revision, and to these applications. */
const sessionSeen = (sessionId: string, revision: number, ...applicationIds: string[]) =>
  waitFor('the session', async () => {
    if (((await sessionOf(sessionId))?.seen ?? 0) < revision) return false;
    const accesses = await Promise.all(applicationIds.map((id) => documents.app.get(AccessStore).of(id)));
    return accesses.every((access) => access?.sessions?.includes(sessionId));
  });

const list = (as: Subject, of = own) =>
  documents.call(listDocuments, { applicationId: of.applicationId }, as);
const get = (as: Subject, id = '') => documents.call(getDocument, { documentId: id }, as);
const link = (as: Subject, id = '') => documents.call(issueLink, { documentId: id }, as);

/** Reads what is needed to assess the file, and nothing that shows who the candidate is. */
async function expectAssessing(as: Subject): Promise<void> {
  expect((await list(as)).items.map(({ type }) => type)).toEqual(['CV']);
  expect(await get(as, own.ids.CV)).toMatchObject({ type: 'CV', state: 'checked' });
  expect((await fetch((await link(as, own.ids.CV)).url)).status).toBe(200);
  expect(await documents.app.get(AccessLog).of(own.ids.CV ?? '', 100)).toContainEqual(
    expect.objectContaining({ by: as.id, applicationId: own.applicationId }),
  );
  for (const type of ['PHOTO', 'ID_DOC', 'RESIDENCE'] as const) {
    expect(await refusalOf(get(as, own.ids[type]))).toBe('not-found');
    expect(await refusalOf(link(as, own.ids[type]))).toBe('not-found');
  }
  await expectNothing(as, foreign);
}
async function expectNothing(as: Subject, of = own): Promise<void> {
  expect(await refusalOf(list(as, of))).toBe('not-found');
  expect(await refusalOf(get(as, of.ids.CV))).toBe('not-found');
  expect(await refusalOf(link(as, of.ids.CV))).toBe('not-found');
}

describe('an evaluator', () => {
  it('reads the file that was assigned, without identity papers (R113, R114), and judges nothing', async () => {
    const [one, two, third] = [assessor('evaluator'), assessor('evaluator'), assessor('evaluator')];
    await expectNothing(one);
    await select(1, { evaluators: [one.id, two.id] });
    await selectionSeen(1);
    await expectAssessing(one);
    await expectAssessing(two);
    await expectNothing(third);
    // By the role in the programme, not by the assignment alone.
    await expectNothing(assessor('evaluator', one.id, ['data']));
    expect(await refusalOf(list(subjects.candidate(one.id)))).toBe('not-found');
    const verdict = { outcome: 'ACCEPTED' } as const;
    const judged = documents.call(judgeDocument, { documentId: own.ids.CV ?? '', verdict }, one);
    expect(await refusalOf(judged)).toBe('permission-missing');
    // An officer sees everything.
    expect((await list(subjects.officer())).items).toHaveLength(4);
  });

  it('who steps back reads nothing more; an older message, or the same again, changes nothing', async () => {
    const [one, two] = [assessor('evaluator'), assessor('evaluator')];
    await select(3, { evaluators: [one.id] });
    await selectionSeen(3);
    await expectAssessing(one);
    await select(5, { evaluators: [two.id] });
    await selectionSeen(5);
    await expectNothing(one);
    await select(4, { evaluators: [one.id] });
    await select(5, { evaluators: [one.id] });
    await select(3, { evaluators: [one.id] });
    await select(6, { evaluators: [two.id] });
    await selectionSeen(6);
    await expectNothing(one);
    await expectAssessing(two);
  });

  it('of an application that is not known yet waits for it', async () => {
    const one = assessor('evaluator');
    const applicationId = `application-${randomUUID()}`;
    await select(1, { applicationId, evaluators: [one.id] });
    const told = { ...draft, applicationId, candidateId: 'account-late', state: 'admissible' } as const;
    await documents.tell({ ...told, isExaminable: true, isEditable: false }, 1);
    await selectionSeen(1, applicationId);
    expect((await list(one, { ...own, applicationId })).items).toEqual([]);
  });

  it('reads nothing before the fee is paid (R15)', async () => {
    const one = assessor('evaluator');
    const { applicationId } = await documents.application();
    await select(1, { applicationId, evaluators: [one.id] });
    await selectionSeen(1, applicationId);
    expect(await refusalOf(list(one, { ...own, applicationId }))).toBe('not-found');
  });

  it('a message without a revision in its id is not taken', async () => {
    const one = assessor('evaluator');
    await select(99, { evaluators: [one.id] }, 'nonsense');
    await select(100, { evaluators: [] });
    await selectionSeen(100);
    await expectNothing(one);
  });
});

describe('a jury', () => {
  it.each(['jury-member', 'jury-chair'] as const)('%s reads what is on its agenda', async (role) => {
    const sessionId = `session-${randomUUID()}`;
    const [sits, other] = [assessor(role), assessor(role)];
    await convene(1, { sessionId, state: 'planned', members: [sits.id] });
    await sessionSeen(sessionId, 1);
    await expectNothing(sits);
    await convene(2, { sessionId, members: [sits.id], applicationIds: [own.applicationId] });
    await sessionSeen(sessionId, 2, own.applicationId);
    await expectAssessing(sits);
    await expectNothing(other);
    await expectNothing(assessor('evaluator', sits.id, ['data']));
  });

  it('reads nothing of what left the agenda, also when messages come late or twice', async () => {
    const sessionId = `session-${randomUUID()}`;
    const sits = assessor('jury-member');
    const members = [sits.id];
    await convene(1, { sessionId, members, applicationIds: [own.applicationId] });
    await sessionSeen(sessionId, 1, own.applicationId);
    await expectAssessing(sits);
    await convene(3, { sessionId, members, applicationIds: [] });
    await sessionSeen(sessionId, 3);
    await expectNothing(sits);
    await convene(2, { sessionId, members, applicationIds: [own.applicationId, foreign.applicationId] });
    await convene(1, { sessionId, members, applicationIds: [own.applicationId] });
    await convene(4, { sessionId, members, applicationIds: [] });
    await sessionSeen(sessionId, 4);
    await expectNothing(sits);
    await expectNothing(sits, foreign);
    // Members come and go as well.
    await convene(5, { sessionId, members, applicationIds: [own.applicationId] });
    await sessionSeen(sessionId, 5, own.applicationId);
    await expectAssessing(sits);
    await convene(6, { sessionId, members: [], applicationIds: [own.applicationId] });
    await sessionSeen(sessionId, 6);
    await expectNothing(sits);
  });

  it('is told of the files that are known, and of the others once they are', async () => {
    const sessionId = `session-${randomUUID()}`;
    const sits = assessor('jury-member');
    const late = `application-${randomUUID()}`;
    await convene(1, { sessionId, members: [sits.id], applicationIds: [late, own.applicationId] });
    await sessionSeen(sessionId, 1, own.applicationId);
    await expectAssessing(sits);
    const told = { ...draft, applicationId: late, candidateId: 'account-late' } as const;
    await documents.tell({ ...told, state: 'in-selection', isExaminable: true, isEditable: false }, 1);
    await sessionSeen(sessionId, 1, late);
    expect((await list(sits, { ...own, applicationId: late })).items).toEqual([]);
  });
});
