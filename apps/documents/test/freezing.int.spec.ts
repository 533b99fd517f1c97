import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { documentsFreezeRequested } from '@admissions/contracts/applications';
import { documentsFrozen, getDocument } from '@admissions/contracts/documents';
import type { DataOf } from '@admissions/contracts/message';
import { subjects, waitFor } from '@admissions/runtime/testing';
import { AccessStore } from '../src/store/access.store.ts';
import { DocumentStore } from '../src/store/document.store.ts';
import { document } from './corpus/samples.ts';
import { draft, refusalOf, send, startDocuments, type Documents } from './harness.ts';

jest.setTimeout(60_000);

let documents: Documents;
let bytes: Buffer;
beforeAll(async () => {
  documents = await startDocuments();
  bytes = await document(1);
});
afterAll(() => documents?.stop());

/** The confirmation of an application: the message of that revision, or of a later one that asks again. */
const freeze = (applicationId: string, attempt: number, revision = attempt) =>
  documents.publish(
    documentsFreezeRequested,
    { applicationId, attempt },
    { id: `application/${applicationId}/${revision}/1` },
  );
const answersOf = (applicationId: string) =>
  documents.seen(documentsFrozen).filter(({ data }) => data.applicationId === applicationId);
const answer = (applicationId: string, attempt: number): Promise<DataOf<typeof documentsFrozen>> =>
  waitFor(
    'the answer',
    () => answersOf(applicationId).find(({ data }) => data.attempt === attempt)?.data,
    30_000,
  );
const reopen = (applicationId: string, candidate: string, revision: number) =>
  documents.tell({ ...draft, applicationId, candidateId: candidate }, revision);
const stateOf = async (documentId: string, candidate: string) =>
  (await documents.call(getDocument, { documentId }, subjects.candidate(candidate))).state;

describe('a confirmation and a discard at once (R16, R17)', () => {
  it('never pass each other: what is said to be held is there, and what is taken out is not held', async () => {
    const { applicationId, candidate } = await documents.application();
    const ends = new Set<string>();
    let { id } = await documents.upload(applicationId, candidate, { bytes });
    for (const [round, delay] of [0, 0, 0, 2, 5, 10, 20, 40].entries()) {
      const attempt = 10 * (round + 1);
      const discarding = async () => {
        await pause(delay);
        return documents.discard(id, candidate).then(
          () => 'discarded',
          (error: { code?: string }) => error.code,
        );
      };
      const [end] = await Promise.all([discarding(), freeze(applicationId, attempt)]);
      const { held } = await answer(applicationId, attempt);
      ends.add(String(end));
      expect(held.map(({ documentId }) => documentId)).toEqual(end === 'discarded' ? [] : [id]);
      expect(await stateOf(id, candidate)).toBe(end === 'discarded' ? 'discarded' : 'checked');
      await reopen(applicationId, candidate, attempt + 1);
      if (end === 'discarded') ({ id } = await documents.upload(applicationId, candidate, { bytes }));
    }
    for (const end of ends) expect(['discarded', 'document-not-editable']).toContain(end);
  });

  it('a discard that was let through and is slow is waited for', async () => {
    const { applicationId, candidate } = await documents.application();
    const { id } = await documents.upload(applicationId, candidate, { bytes });
    const release = hold(id);
    const discarding = documents.discard(id, candidate);
    await waitFor('let through', async () =>
      (await accessOf(applicationId)).underWay?.some(({ move }) => move === 'discard'),
    );
    await freeze(applicationId, 10);
    await waitFor('frozen', async () => (await accessOf(applicationId)).frozenAt === 10);
    expect(await stateOf(id, candidate)).toBe('checked');
    release();
    expect(await discarding).toMatchObject({ state: 'discarded' });
    expect((await answer(applicationId, 10)).held).toEqual([]);
  });

  it('a discard that was let through and cut off is done before the answer', async () => {
    const { applicationId, candidate } = await documents.application();
    const { id } = await documents.upload(applicationId, candidate, { bytes });
    await letThrough(applicationId, { documentId: id, move: 'discard' });
    await freeze(applicationId, 10);
    expect((await answer(applicationId, 10)).held).toEqual([]);
    expect(await stateOf(id, candidate)).toBe('discarded');
  });

  it('a claim that was let through and cut off is done before the answer, which names it', async () => {
    const { applicationId, candidate } = await documents.application();
    const form = await documents.ask(applicationId, candidate, { bytes });
    await send(form, bytes);
    await letThrough(applicationId, { documentId: form.documentId, move: 'claim' });
    await freeze(applicationId, 10);
    const { held } = await answer(applicationId, 10);
    expect(held).toMatchObject([{ documentId: form.documentId, type: 'CV' }]);
    expect(['checking', 'checked']).toContain(held[0]!.state);
    expect(await documents.settled(form.documentId, candidate)).toMatchObject({ state: 'checked' });
  });
});

describe('applications.documents-freeze-requested', () => {
  it('names all that is held, with its hash, and nothing may be changed until the draft comes back', async () => {
    const { applicationId, candidate } = await documents.application();
    const view = await documents.upload(applicationId, candidate, { bytes });
    const form = await documents.ask(applicationId, candidate, { type: 'ID_DOC', bytes });
    await send(form, bytes);
    await freeze(applicationId, 10);
    expect(await answer(applicationId, 10)).toEqual({
      applicationId,
      attempt: 10,
      held: [
        {
          documentId: view.id,
          type: 'CV',
          state: 'checked',
          revision: expect.any(Number),
          sha256: view.sha256,
        },
        { documentId: form.documentId, type: 'ID_DOC', state: 'awaited', revision: 1 },
      ],
    });
    const refused = await Promise.all([
      refusalOf(documents.discard(view.id, candidate)),
      refusalOf(documents.claim(form.documentId, candidate)),
      refusalOf(documents.ask(applicationId, candidate, { type: 'OTHER', bytes })),
    ]);
    expect(refused).toEqual(Array(3).fill('document-not-editable'));

    // A draft that is older than the confirmation comes late: still nothing.
    await reopen(applicationId, candidate, 9);
    expect(await refusalOf(documents.discard(view.id, candidate))).toBe('document-not-editable');
    await reopen(applicationId, candidate, 11);
    await documents.claim(form.documentId, candidate);
    await documents.settled(form.documentId, candidate);
    expect(await documents.discard(view.id, candidate)).toMatchObject({ state: 'discarded' });
  });

  it('twice is answered once, also when it was cut off before its answer', async () => {
    const { applicationId, candidate } = await documents.application();
    await documents.upload(applicationId, candidate, { bytes });
    const first = await freeze(applicationId, 10);
    await answer(applicationId, 10);
    await documents.publish(documentsFreezeRequested, first.data as never, { id: first.id });
    await freeze(applicationId, 20);
    await answer(applicationId, 20);
    expect(answersOf(applicationId).map(({ data }) => data.attempt)).toEqual([10, 20]);
  });

  it('in a further question is answered again: the first answer may have been lost', async () => {
    const { applicationId, candidate } = await documents.application();
    await documents.upload(applicationId, candidate, { bytes });
    await freeze(applicationId, 10);
    await answer(applicationId, 10);
    await freeze(applicationId, 10, 11);
    const [first, second] = await waitFor('two answers', () => {
      const answers = answersOf(applicationId);
      return answers.length === 2 && answers;
    });
    expect(second!.data).toEqual(first!.data);
  });

  it('that the application has left behind is not answered', async () => {
    const { applicationId, candidate } = await documents.application();
    await documents.upload(applicationId, candidate, { bytes });
    await reopen(applicationId, candidate, 12);
    await freeze(applicationId, 10);
    await freeze(applicationId, 20);
    await answer(applicationId, 20);
    expect(answersOf(applicationId)).toHaveLength(1);
  });

  it('of an application nobody told of waits for it', async () => {
    const applicationId = `application-${randomUUID()}`;
    await freeze(applicationId, 10);
    await documents.tell({ ...draft, applicationId, candidateId: 'account-late' }, 3);
    expect((await answer(applicationId, 10)).held).toEqual([]);
  });
});

const accessOf = async (applicationId: string) => (await documents.app.get(AccessStore).of(applicationId))!;

/** Keeps every change of a document waiting until it is released, as a slow store would. */
function hold(documentId: string): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  const act = testAct();
  void documents.app.get(DocumentStore).streams.change(documentId, act, async () => {
    await promise;
    return { ignored: 'only held' };
  });
  return resolve;
}

function testAct() {
  return {
    name: 'test',
    by: 'test',
    correlationId: 'test',
    cause: { id: randomUUID(), fingerprint: 'test' },
  };
}

/** What a request leaves behind that ended between its two inserts. */
async function letThrough(
  applicationId: string,
  move: { documentId: string; move: 'claim' | 'discard' },
): Promise<void> {
  await documents.app.get(AccessStore).streams.change(applicationId, testAct(), (current) => ({
    state: { ...current!.state, underWay: [move] },
  }));
}
