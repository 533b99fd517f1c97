import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { requestUpload } from '@admissions/contracts/documents';
import { subjects } from '@admissions/runtime/testing';
import { SweepOrphans } from '../src/sweeping/sweep-orphans.ts';
import { document } from './corpus/samples.ts';
import { problemOf, refusalOf, send, startDocuments, type Documents } from './harness.ts';

jest.setTimeout(60_000);

let documents: Documents;
// Places and forms count in business time: each test has applications of its own and moves the clock forward.
beforeAll(async () => {
  documents = await startDocuments();
});
afterAll(() => documents?.stop());

describe('forms (SEC-3)', () => {
  it('of an older upload: its file goes with it, and what it sends later is swept', async () => {
    const { applicationId, candidate } = await documents.application();
    const bytes = await document(1);
    const left = async (id: string) =>
      (await documents.keys('quarantine')).filter((key) => key.startsWith(`${id}/`)).length;
    const older = await documents.ask(applicationId, candidate, { bytes });
    await send(older, bytes);
    expect(await left(older.documentId)).toBe(1);
    const newer = await documents.ask(applicationId, candidate, { bytes });
    expect(await left(older.documentId)).toBe(0);
    expect((await send(older, bytes)).status).toBeLessThan(300);
    await send(newer, bytes);
    await documents.app.get(SweepOrphans).run('quarantine');
    expect([await left(older.documentId), await left(newer.documentId)]).toEqual([0, 1]);
    await documents.claim(newer.documentId, candidate);
    expect(await documents.settled(newer.documentId, candidate)).toMatchObject({ state: 'checked' });
  });

  it('are not given out without end: 14 for five optional files, then the candidate waits', async () => {
    const { applicationId, candidate } = await documents.application();
    const size = 1024 * 1024;
    const ask = () => documents.ask(applicationId, candidate, { type: 'OTHER', size });
    let last = await ask();
    for (let given = 1; given < 14; given++) last = await ask();
    const refused = await problemOf(ask());
    expect(refused).toMatchObject({ code: 'too-many-requests', retryAfter: 15 * 60 });
    expect(refused.detail).toMatch(/15 minutes/);
    // Another type has forms of its own.
    await documents.ask(applicationId, candidate, { type: 'CV', size });
    // Discarding gives a place back, not a form: the store still takes files by it.
    await documents.discard(last.documentId, candidate);
    expect(await refusalOf(ask())).toBe('too-many-requests');
    documents.clock.advance(15 * 60_000);
    expect((await ask()).maxSize).toBe(10 * 1024 * 1024);
  });

  it('are given again to the same command until they expire, no longer', async () => {
    const { applicationId, candidate } = await documents.application();
    const input = {
      applicationId,
      type: 'CV',
      fileName: 'cv.pdf',
      contentType: 'application/pdf',
      size: 10,
    } as const;
    const again = () =>
      documents.call(requestUpload, input, subjects.candidate(candidate), { key: 'much later' });
    await again();
    documents.clock.advance(14 * 60_000);
    const last = await again();
    expect(new Date(last.expiresAt).getTime() - Date.now()).toBeLessThanOrEqual(60_000);
    documents.clock.advance(60_000);
    expect(await refusalOf(again())).toBe('upload-expired');
  });
});
