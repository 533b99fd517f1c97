import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { getDocument, issueLink, listDocuments } from '@admissions/contracts/documents';
import type { Subject } from '@admissions/contracts/subject';
import { subjects } from '@admissions/runtime/testing';
import { AccessLog } from '../src/store/access-log.ts';
import { document } from './corpus/samples.ts';
import { draft, refusalOf, send, startDocuments, type Documents } from './harness.ts';

jest.setTimeout(60_000);

let documents: Documents;
let applicationId: string;
let candidate: string;
let documentId: string;
const bytes = await document(2);
beforeAll(async () => {
  documents = await startDocuments();
  ({ applicationId, candidate } = await documents.application());
  documentId = (await documents.upload(applicationId, candidate, { bytes, fileName: 'Relevé "été".pdf' })).id;
});
afterAll(() => documents?.stop());

const link = (as: Subject, id = documentId) => documents.call(issueLink, { documentId: id }, as);
const reads = (as: Subject) => [
  () => documents.call(listDocuments, { applicationId }, as),
  () => documents.call(getDocument, { documentId }, as),
  () => link(as),
];
const linesOf = (id: string) => documents.app.get(AccessLog).of(id, 100);

describe('before the fee is paid (R15)', () => {
  it.each([
    ['an officer', subjects.officer()],
    ['an officer of the programme', subjects.officer([draft.programmeId])],
    ['another candidate', subjects.candidate('account-other')],
  ])('%s finds nothing', async (_who, as) => {
    for (const read of reads(as)) expect(await refusalOf(read())).toBe('not-found');
  });

  it.each([
    ['a visitor', subjects.visitor],
    ['an administrator', subjects.administrator],
    ['a finance officer', subjects.financeOfficer()],
  ])('%s may not ask', async (_who, as) => {
    for (const read of reads(as)) expect(await refusalOf(read())).toBe('permission-missing');
  });

  it('the candidate reads', async () => {
    const { items } = await documents.call(listDocuments, { applicationId }, subjects.candidate(candidate));
    expect(items).toMatchObject([
      { id: documentId, type: 'CV', state: 'checked', stateLabel: 'Fichier vérifié', pages: 2 },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/quarantine|receivedSha256|key/);
  });

  it('an application nobody told of is not there', async () => {
    const as = subjects.candidate(candidate);
    expect(await refusalOf(documents.call(listDocuments, { applicationId: 'application-unknown' }, as))).toBe(
      'not-found',
    );
    expect(await refusalOf(documents.call(getDocument, { documentId: 'document-unknown' }, as))).toBe(
      'not-found',
    );
  });
});

describe('a link', () => {
  it('lives a minute at most and gives the checked bytes as an attachment', async () => {
    const { url, expiresAt } = await link(subjects.candidate(candidate));
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(60_000);
    expect(Number(new URL(url).searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(60);
    const answer = await fetch(url);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Releve -ete.pdf"; filename\*=UTF-8''/,
    );
    const sha256 = createHash('sha256')
      .update(Buffer.from(await answer.arrayBuffer()))
      .digest('hex');
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(url).not.toMatch(/quarantine/);
  });

  it('is written down before it is given, each time', async () => {
    const before = (await linesOf(documentId)).length;
    await link(subjects.candidate(candidate));
    await link(subjects.candidate(candidate));
    const lines = await linesOf(documentId);
    expect(lines).toHaveLength(before + 2);
    expect(lines.at(-1)).toMatchObject({ by: candidate, documentId, applicationId, type: 'CV' });
  });

  it('is not given, and not written down, for a file that was not checked', async () => {
    const as = subjects.candidate(candidate);
    const awaited = await documents.ask(applicationId, candidate, { type: 'MOTIVATION', size: 10 });
    expect(await refusalOf(link(as, awaited.documentId))).toBe('document-not-readable');
    await send(awaited, Buffer.from('no PDF'));
    await documents.claim(awaited.documentId, candidate);
    await documents.settled(awaited.documentId, candidate);
    expect(await refusalOf(link(as, awaited.documentId))).toBe('document-not-readable');
    expect(await linesOf(awaited.documentId)).toEqual([]);
  });

  it('of a document that was taken out is not given', async () => {
    const own = await documents.application();
    const { id } = await documents.upload(own.applicationId, own.candidate, { bytes });
    await documents.discard(id, own.candidate);
    expect(await refusalOf(link(subjects.candidate(own.candidate), id))).toBe('document-not-readable');
  });
});

describe('once the fee is paid', () => {
  it('an officer of the programme reads, and is written down; an officer of another one finds nothing', async () => {
    const own = await documents.application();
    const { id } = await documents.upload(own.applicationId, own.candidate, { bytes });
    const paid = { state: 'submitted', isExaminable: true, isEditable: false } as const;
    await documents.tell(
      { ...draft, ...paid, applicationId: own.applicationId, candidateId: own.candidate },
      2,
    );
    const officer = subjects.officer([draft.programmeId], 'officer-7');
    expect(
      (await documents.call(listDocuments, { applicationId: own.applicationId }, officer)).items,
    ).toHaveLength(1);
    expect((await fetch((await link(officer, id)).url)).status).toBe(200);
    expect(await linesOf(id)).toMatchObject([{ by: 'officer-7' }]);
    expect(await refusalOf(link(subjects.officer(['data']), id))).toBe('not-found');
    // An older snapshot that comes late takes nothing back.
    await documents.tell({ ...draft, applicationId: own.applicationId, candidateId: own.candidate }, 1);
    expect((await link(officer, id)).url).toMatch(/^http/);
  });
});
