import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ApplicationState } from '@admissions/contracts/applications';
import {
  documentChanged,
  documentRefused,
  getDocument,
  issueLink,
  judgeDocument,
  listDocuments,
  refusalReasons,
  requestUpload,
  type DocumentView,
} from '@admissions/contracts/documents';
import type { Subject } from '@admissions/contracts/subject';
import { subjects, waitFor } from '@admissions/runtime/testing';
import { build } from '../src/app.module.ts';
import { CheckFaults, type CheckPoint } from '../src/checking/check-faults.ts';
import { judge as judgeNow } from '../src/domain/judging.ts';
import { DocumentStore } from '../src/store/document.store.ts';
import { document } from './corpus/samples.ts';
import { draft, refusalOf, send, startDocuments, type Documents } from './harness.ts';

jest.setTimeout(60_000);

/** Does once, at one point of a check, what the test says. */
class Trap extends CheckFaults {
  #set: { point: CheckPoint; spring: () => void | Promise<void> } | undefined;
  at(point: CheckPoint, spring: () => void | Promise<void>): void {
    this.#set = { point, spring };
  }
  override async reached(point: CheckPoint): Promise<void> {
    if (this.#set?.point !== point) return;
    const { spring } = this.#set;
    this.#set = undefined;
    await spring();
  }
}

const trap = new Trap();
let documents: Documents;
let bytes: Buffer;
beforeAll(async () => {
  bytes = await document(1);
  documents = await startDocuments({
    build: (env, replace) => build(env, { ...replace, checkFaults: trap }),
  });
});
afterAll(() => documents?.stop());

const officer = subjects.officer([draft.programmeId]);
const refusal = { outcome: 'REFUSED', reason: 'EXPIRED', comment: 'Périmé depuis mars.' } as const;
const accepted = { outcome: 'ACCEPTED' } as const;
type Verdict = typeof refusal | typeof accepted | { outcome: 'REFUSED'; reason: 'UNREADABLE' };

const judge = (documentId: string, verdict: Verdict, as: Subject = officer, key?: string) =>
  documents.call(judgeDocument, { documentId, verdict }, as, key === undefined ? {} : { key });
const view = (documentId: string, as: Subject) => documents.call(getDocument, { documentId }, as);
const list = async (applicationId: string, as: Subject) =>
  (await documents.call(listDocuments, { applicationId }, as)).items;

interface File {
  readonly applicationId: string;
  readonly candidate: string;
  readonly ids: readonly string[];
  /** Tells the service that the application is now in this state. */
  is(state: ApplicationState, isExaminable?: boolean): Promise<void>;
}
/** An application that is being studied, with documents of these types that have passed their checks. */
async function studied(...types: ('CV' | 'ID_DOC' | 'MOTIVATION')[]): Promise<File> {
  const { applicationId, candidate } = await documents.application();
  const ids: string[] = [];
  for (const type of types) ids.push((await documents.upload(applicationId, candidate, { type, bytes })).id);
  let revision = 1;
  const is = (state: ApplicationState, isExaminable = true) =>
    documents.tell(
      { ...draft, applicationId, candidateId: candidate, state, isExaminable, isEditable: false },
      ++revision,
    );
  await is('submitted');
  return { applicationId, candidate, ids, is };
}
const idOf = ({ ids }: File, nth = 0) => ids[nth] ?? '';
const factsOf = (id: string) => documents.seen(documentRefused).filter(({ data }) => data.documentId === id);
const statesOf = (id: string) =>
  documents
    .seen(documentChanged)
    .filter(({ data }) => data.documentId === id)
    .map(({ data }) => data.state);

describe('a verdict', () => {
  it('accepts a document, and the others are told', async () => {
    const file = await studied('CV');
    const judged = await judge(idOf(file), accepted);
    expect(judged).toMatchObject({ state: 'accepted', verdict: { accepted: true } });
    expect(await view(idOf(file), subjects.candidate(file.candidate))).toEqual(judged);
    await waitFor('the snapshot', () => statesOf(idOf(file)).includes('accepted'));
    expect(factsOf(idOf(file))).toEqual([]);
  });

  it('refuses one with a reason, which the candidate reads and is written to about', async () => {
    const file = await studied('CV');
    await judge(idOf(file), refusal);
    expect(await view(idOf(file), subjects.candidate(file.candidate))).toMatchObject({
      state: 'refused',
      verdict: {
        accepted: false,
        reason: 'EXPIRED',
        reasonText: refusalReasons.EXPIRED,
        comment: 'Périmé depuis mars.',
      },
    });
    const [fact] = await waitFor('the fact', () => factsOf(idOf(file)).length > 0 && factsOf(idOf(file)));
    expect(fact?.data).toMatchObject({ candidateId: file.candidate, type: 'CV', reason: 'EXPIRED' });
    // Both may still open what was refused.
    const link = (as: Subject) => documents.call(issueLink, { documentId: idOf(file) }, as);
    for (const as of [officer, subjects.candidate(file.candidate)])
      expect((await fetch((await link(as)).url)).status).toBe(200);
  });

  it('sent twice with the same key is one; the key with another verdict is refused', async () => {
    const file = await studied('CV');
    const first = await judge(idOf(file), refusal, officer, 'one');
    expect(await judge(idOf(file), refusal, officer, 'one')).toEqual(first);
    expect(await refusalOf(judge(idOf(file), accepted, officer, 'one'))).toBe('idempotency-key-reused');
    // Another officer who says the same adds nothing either.
    expect(await judge(idOf(file), refusal, subjects.officer(['*'], 'officer-2'))).toEqual(first);
    await waitFor('the fact', () => factsOf(idOf(file)).length > 0);
    // Also once the file was decided.
    await file.is('admissible');
    expect(await judge(idOf(file), refusal, officer, 'one')).toEqual(first);
    expect(new Set(factsOf(idOf(file)).map(({ id }) => id)).size).toBe(1);
  });

  it('of two officers at once: both are written down, the later one stands', async () => {
    const file = await studied('CV');
    const verdicts: Verdict[] = [accepted, refusal, { outcome: 'REFUSED', reason: 'UNREADABLE' }, refusal];
    const answers = await Promise.all(
      verdicts.map((verdict, n) => judge(idOf(file), verdict, subjects.officer(['*'], `officer-${n}`))),
    );
    for (const [n, { state }] of answers.entries())
      expect(state).toBe(verdicts[n]?.outcome === 'ACCEPTED' ? 'accepted' : 'refused');
    const history = await documents.app.get(DocumentStore).streams.history(idOf(file));
    const judged = history.filter(({ act }) => act === judgeDocument.name);
    expect(judged.length).toBeGreaterThanOrEqual(2);
    const last = judged.at(-1);
    const now = await view(idOf(file), officer);
    expect(now.state).toBe(last?.state?.state);
    const refusals = judged.filter(({ state }) => state?.state === 'refused').length;
    await waitFor('a letter for each refusal', () => factsOf(idOf(file)).length >= refusals);
  });

  it('is corrected until the file is decided, not after', async () => {
    const file = await studied('CV');
    await judge(idOf(file), refusal);
    await file.is('under-review');
    expect(await judge(idOf(file), accepted)).toMatchObject({ state: 'accepted' });
    for (const state of ['admissible', 'withdrawn', 'cancelled'] as const) {
      await file.is(state);
      expect(await refusalOf(judge(idOf(file), refusal))).toBe('wrong-state');
    }
    expect(await view(idOf(file), officer)).toMatchObject({ state: 'accepted' });
  });

  it('is not given on what has not passed its checks', async () => {
    const { applicationId, candidate } = await documents.application({ isExaminable: true });
    const awaited = await documents.ask(applicationId, candidate, { size: 10 });
    const rejected = await documents.upload(applicationId, candidate, {
      type: 'MOTIVATION',
      bytes: Buffer.from('no'),
    });
    for (const id of [awaited.documentId, rejected.id])
      expect(await refusalOf(judge(id, accepted))).toBe('wrong-state');
    await documents.tell(
      {
        ...draft,
        applicationId,
        candidateId: candidate,
        state: 'submitted',
        isExaminable: true,
        isEditable: false,
      },
      2,
    );
    for (const id of [awaited.documentId, rejected.id])
      expect(await refusalOf(judge(id, accepted))).toBe('document-not-readable');
  });

  it('is not given by anybody else, nor before the fee is paid (R15)', async () => {
    const file = await studied('CV');
    const id = idOf(file);
    expect(await refusalOf(judge(id, accepted, subjects.officer(['data'])))).toBe('not-found');
    expect(await refusalOf(judge('document-unknown', accepted))).toBe('not-found');
    for (const as of [
      subjects.candidate(file.candidate),
      subjects.administrator,
      subjects.financeOfficer(),
      { id: 'e', grants: [{ role: 'evaluator' as const, programmes: ['*'] }] },
    ])
      expect(await refusalOf(judge(id, accepted, as))).toBe('permission-missing');
    await file.is('fee-pending', false);
    expect(await refusalOf(judge(id, accepted))).toBe('not-found');
    expect((await view(id, subjects.candidate(file.candidate))).state).toBe('checked');
  });
});

describe('after a refusal', () => {
  const other = async () => document(2);

  it('that piece alone is sent again, and the refused one gives way once the new one has passed', async () => {
    const file = await studied('ID_DOC', 'ID_DOC', 'CV');
    const { applicationId, candidate } = file;
    const again = (type: 'ID_DOC' | 'CV' | 'OTHER') =>
      documents.ask(applicationId, candidate, { type, bytes });
    expect(await refusalOf(again('ID_DOC'))).toBe('document-not-editable');
    await judge(idOf(file, 0), refusal);
    await judge(idOf(file, 1), accepted);
    expect(await refusalOf(again('CV'))).toBe('document-not-editable');
    expect(await refusalOf(again('OTHER'))).toBe('document-not-editable');
    expect(await refusalOf(documents.discard(idOf(file, 0), candidate))).toBe('document-not-editable');
    const replacement = await documents.upload(applicationId, candidate, {
      type: 'ID_DOC',
      bytes: await other(),
    });
    expect(replacement).toMatchObject({ state: 'checked', pages: 2 });
    await documents.settledAs(idOf(file, 0), candidate, 'replaced');
    expect((await list(applicationId, officer)).map(({ id, state }) => [id, state]).toSorted()).toEqual(
      [
        [idOf(file, 1), 'accepted'],
        [idOf(file, 2), 'checked'],
        [replacement.id, 'checked'],
      ].toSorted(),
    );
    // Its file is kept until the end of its retention, but no longer given to readers.
    expect((await documents.keys('clean')).filter((key) => key.startsWith(idOf(file, 0)))).toHaveLength(1);
    expect(await refusalOf(documents.call(issueLink, { documentId: idOf(file, 0) }, officer))).toBe(
      'document-not-readable',
    );
    expect(await refusalOf(judge(idOf(file, 0), accepted))).toBe('document-replaced');
    expect(await refusalOf(again('ID_DOC'))).toBe('document-not-editable');
    // Refused again, it opens again.
    await judge(replacement.id, refusal);
    expect(await documents.upload(applicationId, candidate, { type: 'ID_DOC', bytes })).toMatchObject({
      state: 'checked',
    });
    await waitFor('the snapshots', () => statesOf(replacement.id).includes('replaced'));
  });

  it('as many are sent as were refused, however many ask at once', async () => {
    const file = await studied('ID_DOC', 'ID_DOC');
    const { applicationId, candidate } = file;
    for (const id of file.ids) await judge(id, refusal);
    // Two have a place. Who lost it before the answer is told so; who lost it after, at the claim.
    const asked = await Promise.allSettled(
      Array.from({ length: 5 }, () => documents.ask(applicationId, candidate, { type: 'ID_DOC', bytes })),
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
    expect(refused).toHaveLength(3);
    for (const reason of refused) expect(reason).toMatchObject({ problem: { code: 'upload-superseded' } });
    for (const id of file.ids) await documents.settledAs(id, candidate, 'replaced');
    expect((await list(applicationId, officer)).map(({ state }) => state)).toEqual(['checked', 'checked']);
  });

  it('a file that the check rejects leaves the refusal open', async () => {
    const file = await studied('CV');
    const { applicationId, candidate } = file;
    await judge(idOf(file), refusal);
    const bad = await documents.upload(applicationId, candidate, { bytes: Buffer.from('no') });
    expect(bad.state).toBe('rejected');
    expect(await view(idOf(file), officer)).toMatchObject({ state: 'refused' });
    const good = await documents.upload(applicationId, candidate, { bytes });
    expect(good.state).toBe('checked');
    await documents.settledAs(idOf(file), candidate, 'replaced');
    expect((await list(applicationId, officer)).map(({ id }) => id)).toEqual([good.id]);
  });

  it('the officer may still accept it, until another was sent; what was asked for is then not wanted', async () => {
    const file = await studied('CV');
    const { applicationId, candidate } = file;
    await judge(idOf(file), refusal);
    const form = await documents.ask(applicationId, candidate, { bytes });
    await send(form, bytes);
    expect(await judge(idOf(file), accepted)).toMatchObject({ state: 'accepted' });
    expect(await documents.settledAs(form.documentId, candidate, 'replaced')).toBeDefined();
    expect(await refusalOf(documents.claim(form.documentId, candidate))).toBe('document-not-editable');
    expect(await list(applicationId, officer)).toMatchObject([{ id: idOf(file), state: 'accepted' }]);
    expect(await refusalOf(documents.ask(applicationId, candidate, { bytes }))).toBe('document-not-editable');
  });

  it('a verdict is not corrected while another is checked', async () => {
    const file = await studied('CV');
    const { applicationId, candidate } = file;
    await judge(idOf(file), refusal);
    const during: Promise<unknown>[] = [];
    trap.at('after-write', async () => {
      during.push(refusalOf(judge(idOf(file), accepted)));
      during.push(refusalOf(documents.ask(applicationId, candidate, { bytes })));
      await Promise.all(during);
    });
    await documents.upload(applicationId, candidate, { bytes });
    expect(await Promise.all(during)).toEqual(['document-replaced', 'document-replaced']);
    await documents.settledAs(idOf(file), candidate, 'replaced');
  });

  it('one that was accepted all the same, in the moment of the check, keeps its place', async () => {
    const file = await studied('CV');
    const { applicationId, candidate } = file;
    await judge(idOf(file), refusal);
    trap.at('after-write', async () => {
      const cause = { id: randomUUID(), fingerprint: 'test' };
      const act = { name: 'test', by: 'test', correlationId: 'test', cause };
      await documents.app.get(DocumentStore).streams.change(idOf(file), act, (current) => {
        if (!current) throw new Error('not there');
        const judged = { documentId: idOf(file), candidateId: candidate };
        return judgeNow(current.state, accepted, judged, documents.clock.now());
      });
    });
    const late = await documents.upload(applicationId, candidate, { bytes });
    expect(late.state).toBe('replaced');
    expect(await list(applicationId, officer)).toMatchObject([{ id: idOf(file), state: 'accepted' }]);
    await waitFor(
      'no file of it',
      async () => !(await documents.keys('clean')).some((key) => key.startsWith(late.id)),
    );
  });

  it('a check that is cut off after its verdict still ends the refused one', async () => {
    const file = await studied('CV');
    const { applicationId, candidate } = file;
    await judge(idOf(file), refusal);
    trap.at('after-verdict', () => {
      throw new Error('cut off');
    });
    const replacement = await documents.upload(applicationId, candidate, { bytes });
    expect(replacement.state).toBe('checked');
    await documents.settledAs(idOf(file), candidate, 'replaced');
  });

  it.each(['withdrawn', 'cancelled', 'admissible', 'not-admissible'] as const)(
    'nothing is sent any more once the application is %s',
    async (state) => {
      const file = await studied('CV');
      const { applicationId, candidate } = file;
      await judge(idOf(file), refusal);
      const form = await documents.ask(applicationId, candidate, { bytes });
      await send(form, bytes);
      await file.is(state);
      expect(await refusalOf(documents.claim(form.documentId, candidate))).toBe('document-not-editable');
      expect(await refusalOf(documents.ask(applicationId, candidate, { bytes }))).toBe(
        'document-not-editable',
      );
    },
  );

  it('nobody else sends in its place', async () => {
    const file = await studied('CV');
    await judge(idOf(file), refusal);
    const stranger = (await documents.application()).candidate;
    expect(await refusalOf(documents.ask(file.applicationId, stranger, { bytes }))).toBe('not-found');
    const form = await documents.ask(file.applicationId, file.candidate, { bytes });
    await send(form, bytes);
    expect(await refusalOf(documents.claim(form.documentId, stranger))).toBe('not-found');
  });

  it('a further request takes the place of the one before, the same one again does not', async () => {
    const file = await studied('CV');
    await judge(idOf(file), refusal);
    const first = await documents.ask(file.applicationId, file.candidate, { bytes });
    const second = await documents.ask(file.applicationId, file.candidate, { bytes });
    // Another key, another upload: the first one has lost its place.
    expect(second.documentId).not.toBe(first.documentId);
    await send(first, bytes);
    expect(await refusalOf(documents.claim(first.documentId, file.candidate))).toBe('upload-superseded');
    const input = {
      applicationId: file.applicationId,
      type: 'CV',
      fileName: 'cv.pdf',
      contentType: 'application/pdf',
      size: bytes.length,
    } as const;
    const repeat = () =>
      documents.call(requestUpload, input, subjects.candidate(file.candidate), { key: 'same' });
    const third = await repeat();
    expect((await repeat()).documentId).toBe(third.documentId);
    await send(third, bytes);
    const one: DocumentView[] = await Promise.all([
      documents.claim(third.documentId, file.candidate, 'k'),
      documents.claim(third.documentId, file.candidate, 'k'),
    ]);
    for (const { state } of one) expect(['checking', 'checked']).toContain(state);
    await documents.settledAs(idOf(file), file.candidate, 'replaced');
  });
});
