import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import {
  claimUpload,
  discardDocument,
  documentChanged,
  getDocument,
  listDocuments,
  requestUpload,
} from '@admissions/contracts/documents';
import { subjects, waitFor } from '@admissions/runtime/testing';
import { document, photoWithPlace } from './corpus/samples.ts';
import { draft, problemOf, refusalOf, send, startDocuments, type Documents } from './harness.ts';

jest.setTimeout(60_000);

let documents: Documents;
beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents?.stop());

describe('sending a document', () => {
  it('ends checked, with the very bytes that were sent in the clean bucket and nothing in quarantine', async () => {
    const { applicationId, candidate } = await documents.application();
    const bytes = await document(3);
    const view = await documents.upload(applicationId, candidate, { bytes, fileName: 'Mon CV.pdf' });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(view).toMatchObject({
      state: 'checked',
      pages: 3,
      size: bytes.length,
      sha256,
      fileName: 'Mon CV.pdf',
    });
    const clean = (await documents.keys('clean')).filter((key) => key.startsWith(view.id));
    expect(clean).toHaveLength(1);
    expect(await documents.bytesOf('clean', clean[0] as string)).toEqual(bytes);
    await waitFor('an empty quarantine', async () => (await documents.keys('quarantine')).length === 0);
  });

  it('tells the other services each state', async () => {
    const { applicationId, candidate } = await documents.application();
    const view = await documents.upload(applicationId, candidate, { bytes: await document(1) });
    const states = () =>
      documents
        .seen(documentChanged)
        .filter(({ data }) => data.documentId === view.id)
        .map(({ data }) => data.state);
    await waitFor('the snapshots', () => states().includes('checked'));
    expect(new Set(states())).toEqual(new Set(['awaited', 'checking', 'checked']));
    const last = documents
      .seen(documentChanged)
      .find(({ data }) => data.documentId === view.id && data.state === 'checked');
    expect(last?.data).toMatchObject({ applicationId, type: 'CV', sha256: view.sha256 });
  });

  it('writes a photo anew, without the place where it was taken', async () => {
    const { applicationId, candidate } = await documents.application();
    const file = {
      type: 'PHOTO',
      contentType: 'image/jpeg',
      fileName: 'moi.jpg',
      bytes: await photoWithPlace(),
    } as const;
    const view = await documents.upload(applicationId, candidate, file);
    expect(view).toMatchObject({ state: 'checked', type: 'PHOTO' });
    const [key = ''] = (await documents.keys('clean')).filter((name) => name.startsWith(view.id));
    const kept = await documents.bytesOf('clean', key);
    expect(createHash('sha256').update(kept).digest('hex')).toBe(view.sha256);
    expect(kept.includes('secret-artist')).toBe(false);
  });

  it('keeps nothing of a file that is refused, and says why in French', async () => {
    const { applicationId, candidate } = await documents.application();
    const bytes = Buffer.from('<!doctype html><script>alert(1)</script>');
    const view = await documents.upload(applicationId, candidate, { bytes });
    expect(view).toMatchObject({ state: 'rejected', problem: { code: 'document-wrong-type' } });
    expect(view.problem?.detail).toMatch(/PDF/);
    await waitFor('an empty quarantine', async () => (await documents.keys('quarantine')).length === 0);
    expect((await documents.keys('clean')).filter((key) => key.startsWith(view.id))).toEqual([]);
  });
});

describe('what the declaration tells is refused before a byte is sent (R19)', () => {
  it.each([
    ['document-format-refused', { contentType: 'image/png', size: 10 }],
    ['document-format-refused', { type: 'PHOTO', contentType: 'application/pdf', size: 10 }],
    ['document-too-large', { size: 10 * 1024 * 1024 + 1 }],
    ['document-empty', { size: 0 }],
    ['document-not-asked', { type: 'FRENCH_B2', size: 10 }],
  ] as const)('%s', async (code, file) => {
    const { applicationId, candidate } = await documents.application();
    expect(await refusalOf(documents.ask(applicationId, candidate, file))).toBe(code);
  });

  it('takes an optional document that no checklist wants (R17)', async () => {
    const { applicationId, candidate } = await documents.application({ wanted: [] });
    const form = await documents.ask(applicationId, candidate, { type: 'OTHER', size: 10 });
    expect(form.maxSize).toBe(10 * 1024 * 1024);
  });
});

describe('what the store refuses (SEC-3) is told when the upload is claimed', () => {
  it.each<[string, number, (fields: Record<string, string>) => void]>([
    ['a larger file than declared', 200, () => undefined],
    ['another key', 100, (fields) => void (fields['key'] = 'elsewhere/x')],
    ['another content type', 100, (fields) => void (fields['Content-Type'] = 'text/html')],
    ['no signature', 100, (fields) => void delete fields['x-amz-signature']],
  ])('%s', async (_what, length, change) => {
    const { applicationId, candidate } = await documents.application();
    const form = await documents.ask(applicationId, candidate, { size: 100 });
    const sent = await send(form, Buffer.alloc(length, 0x20), change);
    expect(sent.status).toBeGreaterThanOrEqual(400);
    const problem = await problemOf(documents.claim(form.documentId, candidate));
    expect(problem).toMatchObject({ code: 'upload-not-received', data: { declaredSize: 100 } });
    expect(problem.detail).toMatch(/plus gros qu’annoncé/);
    // It may be sent again by the same form.
    const view = await documents.call(
      getDocument,
      { documentId: form.documentId },
      subjects.candidate(candidate),
    );
    expect(view.state).toBe('awaited');
  });

  it('the clean bucket', async () => {
    const { applicationId, candidate } = await documents.application();
    const form = await documents.ask(applicationId, candidate, { size: 100 });
    const url = form.upload.url.replace('quarantine', 'clean');
    expect(url).not.toBe(form.upload.url);
    const sent = await send({ ...form, upload: { ...form.upload, url } }, Buffer.alloc(100, 0x20));
    expect(sent.status).toBeGreaterThanOrEqual(400);
    expect((await documents.keys('clean')).filter((key) => key.startsWith(form.documentId))).toEqual([]);
  });

  it('gives a fresh form for the same document when the same command comes again', async () => {
    const { applicationId, candidate } = await documents.application();
    const bytes = await document(1);
    const input = {
      applicationId,
      type: 'CV',
      fileName: 'cv.pdf',
      contentType: 'application/pdf',
      size: bytes.length,
    } as const;
    const as = subjects.candidate(candidate);
    const first = await documents.call(requestUpload, input, as, { key: 'same' });
    const second = await documents.call(requestUpload, input, as, { key: 'same' });
    expect(second.documentId).toBe(first.documentId);
    expect(second.upload.fields['key']).toBe(first.upload.fields['key']);
    expect((await send(second, bytes)).status).toBeLessThan(300);
    await documents.claim(second.documentId, candidate);
    expect(await documents.settled(second.documentId, candidate)).toMatchObject({ state: 'checked' });
    expect(await refusalOf(documents.call(requestUpload, input, as, { key: 'same' }))).toBe('upload-expired');
  });

  it('checks what lies there when a file was sent twice, and serves what it checked', async () => {
    const { applicationId, candidate } = await documents.application();
    const [good, other] = [await document(1), await document(2)];
    const form = await documents.ask(applicationId, candidate, { size: Math.max(good.length, other.length) });
    await send(form, good);
    await send(form, other);
    await documents.claim(form.documentId, candidate);
    const view = await documents.settled(form.documentId, candidate);
    expect(view).toMatchObject({ state: 'checked', pages: 2 });
    // Replaced after the check: readers still get what was checked.
    await send(form, Buffer.from('<script>'));
    const [key = ''] = (await documents.keys('clean')).filter((name) => name.startsWith(view.id));
    expect(await documents.bytesOf('clean', key)).toEqual(other);
  });
});

describe('claiming', () => {
  it('twice is once', async () => {
    const { applicationId, candidate } = await documents.application();
    const bytes = await document(1);
    const form = await documents.ask(applicationId, candidate, { bytes });
    await send(form, bytes);
    const [first, again, other] = await Promise.all([
      documents.claim(form.documentId, candidate, 'one'),
      documents.claim(form.documentId, candidate, 'one'),
      documents.claim(form.documentId, candidate, 'two'),
    ]);
    for (const view of [first, again, other]) expect(['checking', 'checked']).toContain(view.state);
    await documents.settled(form.documentId, candidate);
    expect(await documents.claim(form.documentId, candidate)).toMatchObject({ state: 'checked' });
    expect((await documents.keys('clean')).filter((key) => key.startsWith(form.documentId))).toHaveLength(1);
  });

  it('late, after the upload was given up, is refused', async () => {
    const own = await startDocuments();
    try {
      const { applicationId, candidate } = await own.application();
      const bytes = await document(1);
      const form = await own.ask(applicationId, candidate, { bytes });
      await send(form, bytes);
      own.clock.advance(24 * 3_600_000);
      expect(await refusalOf(own.claim(form.documentId, candidate))).toBe('upload-expired');
      const gone = await own.settledAs(form.documentId, candidate, 'discarded');
      expect(gone.state).toBe('discarded');
      await waitFor('an empty quarantine', async () => (await own.keys('quarantine')).length === 0);
    } finally {
      await own.stop();
    }
  });

  it("of another candidate's document finds nothing", async () => {
    const { applicationId, candidate } = await documents.application();
    const stranger = (await documents.application()).candidate;
    const form = await documents.ask(applicationId, candidate, { size: 10 });
    expect(await refusalOf(documents.claim(form.documentId, stranger))).toBe('not-found');
    expect(await refusalOf(documents.claim('document-unknown', candidate))).toBe('not-found');
    expect(await refusalOf(documents.ask(applicationId, stranger, { size: 10 }))).toBe('not-found');
    const discarded = documents.call(
      discardDocument,
      { documentId: form.documentId },
      subjects.candidate(stranger),
    );
    expect(await refusalOf(discarded)).toBe('not-found');
  });

  it('is not for staff', async () => {
    const { applicationId, candidate } = await documents.application({ isExaminable: true });
    const form = await documents.ask(applicationId, candidate, { size: 10 });
    const claimed = documents.call(claimUpload, { documentId: form.documentId }, subjects.officer());
    expect(await refusalOf(claimed)).toBe('permission-missing');
  });

  it('ends with the draft', async () => {
    const { applicationId, candidate } = await documents.application();
    const bytes = await document(1);
    const form = await documents.ask(applicationId, candidate, { bytes });
    await send(form, bytes);
    const confirmed = {
      ...draft,
      applicationId,
      candidateId: candidate,
      state: 'fee-pending',
      isEditable: false,
    } as const;
    await documents.tell(confirmed, 2);
    expect(await refusalOf(documents.claim(form.documentId, candidate))).toBe('document-not-editable');
    expect(await refusalOf(documents.ask(applicationId, candidate, { size: 10 }))).toBe(
      'document-not-editable',
    );
  });
});

describe('the places of a type', () => {
  const list = async (applicationId: string, candidate: string) =>
    (await documents.call(listDocuments, { applicationId }, subjects.candidate(candidate))).items;

  it('are not taken beyond their number, also by requests at once', async () => {
    const { applicationId, candidate } = await documents.application();
    const bytes = await document(1);
    await documents.upload(applicationId, candidate, { bytes });
    expect(await refusalOf(documents.ask(applicationId, candidate, { bytes }))).toBe('document-type-full');
    // Two places: six requests at once leave two documents that can be claimed, and the other four are told so.
    const asked = await Promise.allSettled(
      Array.from({ length: 6 }, () => documents.ask(applicationId, candidate, { type: 'ID_DOC', bytes })),
    );
    const forms = asked.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    for (const form of forms) await send(form, bytes);
    const claims = await Promise.allSettled(
      forms.map(({ documentId }) => documents.claim(documentId, candidate)),
    );
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const refused = [...asked, ...claims].flatMap((answer) =>
      answer.status === 'rejected' ? [answer.reason as unknown] : [],
    );
    expect(refused).toHaveLength(4);
    for (const reason of refused) expect(reason).toMatchObject({ problem: { code: 'upload-superseded' } });
    expect((await list(applicationId, candidate)).map(({ type }) => type).toSorted()).toEqual([
      'CV',
      'ID_DOC',
      'ID_DOC',
    ]);
  });

  it('are lost to a newer upload even when nothing else told the document', async () => {
    const { applicationId, candidate } = await documents.application();
    const bytes = await document(1);
    const form = await documents.ask(applicationId, candidate, { bytes });
    await send(form, bytes);
    await documents.emptyShelf(applicationId);
    expect(await refusalOf(documents.claim(form.documentId, candidate))).toBe('upload-superseded');
  });

  it('are freed by a file that was refused, which the next one replaces', async () => {
    const { applicationId, candidate } = await documents.application();
    const refused = await documents.upload(applicationId, candidate, { bytes: Buffer.from('no') });
    expect(await list(applicationId, candidate)).toMatchObject([{ id: refused.id, state: 'rejected' }]);
    const good = await documents.upload(applicationId, candidate, { bytes: await document(1) });
    expect(await list(applicationId, candidate)).toMatchObject([{ id: good.id, state: 'checked' }]);
  });

  it('are freed by a document that is taken out, with its file', async () => {
    const { applicationId, candidate } = await documents.application();
    const bytes = await document(1);
    const { id } = await documents.upload(applicationId, candidate, { bytes });
    const out = () => documents.call(discardDocument, { documentId: id }, subjects.candidate(candidate));
    expect(await out()).toMatchObject({ state: 'discarded' });
    expect(await out()).toMatchObject({ state: 'discarded' });
    expect((await documents.keys('clean')).filter((key) => key.startsWith(id))).toEqual([]);
    expect(await list(applicationId, candidate)).toEqual([]);
    expect(await documents.upload(applicationId, candidate, { bytes })).toMatchObject({ state: 'checked' });
  });
});
