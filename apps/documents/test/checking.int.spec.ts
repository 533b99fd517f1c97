import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { checkRequested, documentChanged } from '@admissions/contracts/documents';
import { ProblemError } from '@admissions/contracts/problem';
import { testServers, waitFor } from '@admissions/runtime/testing';
import { build } from '../src/app.module.ts';
import { CheckFaults, type CheckPoint } from '../src/checking/check-faults.ts';
import { badFiles } from './corpus/bad-files.ts';
import { document, photo, type BadSample } from './corpus/samples.ts';
import { problemOf, send, startDocuments, type Documents } from './harness.ts';
import { StoreProxy } from './store-proxy.ts';

jest.setTimeout(60_000);

/** Does once, at one point, what the test says. */
class Trap extends CheckFaults {
  #set: { point: CheckPoint; spring: () => void } | undefined;
  sprung = 0;
  at(point: CheckPoint, spring: () => void): void {
    this.#set = { point, spring };
    this.sprung = 0;
  }
  override reached(point: CheckPoint): void {
    if (this.#set?.point !== point) return;
    const { spring } = this.#set;
    this.#set = undefined;
    this.sprung++;
    spring();
  }
}

const trap = new Trap();
let proxy: StoreProxy;
let documents: Documents;
beforeAll(async () => {
  proxy = await StoreProxy.before(testServers()['S3_ENDPOINT'] ?? '');
  documents = await startDocuments({
    env: { S3_ENDPOINT: proxy.url },
    build: (env, replace) => build(env, { ...replace, checkFaults: trap }),
  });
});
afterAll(async () => {
  proxy?.set('open');
  await documents?.stop();
  await proxy?.close();
});

const cleanKeysOf = async (id: string) => (await documents.keys('clean')).filter((key) => key.startsWith(id));
const quarantineOf = async (id: string) =>
  (await documents.keys('quarantine')).filter((key) => key.startsWith(id));

describe('a check', () => {
  it('that is asked for again changes nothing', async () => {
    const { applicationId, candidate } = await documents.application();
    const { id } = await documents.upload(applicationId, candidate, { bytes: await document(1) });
    const [first] = documents.seen(checkRequested).filter(({ data }) => data.documentId === id);
    const before = (await cleanKeysOf(id)).join();
    await documents.publish(checkRequested, { documentId: id }, { id: first?.id ?? '' });
    await documents.publish(checkRequested, { documentId: id });
    // A later file has been checked: the repeats before it are done.
    await documents.upload(applicationId, candidate, { type: 'MOTIVATION', bytes: await document(1) });
    expect((await cleanKeysOf(id)).join()).toBe(before);
    const verdicts = documents
      .seen(documentChanged)
      .filter(({ data }) => data.documentId === id && data.state === 'checked');
    expect(new Set(verdicts.map((verdict) => verdict.id)).size).toBe(1);
  });

  it.each([
    ['after-read', 'CV'],
    ['after-write', 'CV'],
    ['after-verdict', 'CV'],
    ['after-read', 'PHOTO'],
    ['after-write', 'PHOTO'],
    ['after-verdict', 'PHOTO'],
  ] as const)('that is cut off %s ends all the same (%s)', async (point, type) => {
    const { applicationId, candidate } = await documents.application();
    const isPhoto = type === 'PHOTO';
    const bytes = isPhoto ? await photo() : await document(2);
    trap.at(point, () => {
      throw new Error('cut off');
    });
    const contentType = isPhoto ? 'image/jpeg' : 'application/pdf';
    const view = await documents.upload(applicationId, candidate, { type, bytes, contentType });
    expect(trap.sprung).toBe(1);
    expect(view.state).toBe('checked');
    await waitFor('the quarantine to be empty', async () => (await quarantineOf(view.id)).length === 0);
    expect(await cleanKeysOf(view.id)).toHaveLength(1);
  });

  it('that is cut off after a refusal still removes the file', async () => {
    const { applicationId, candidate } = await documents.application();
    trap.at('after-verdict', () => {
      throw new Error('cut off');
    });
    const view = await documents.upload(applicationId, candidate, { bytes: Buffer.from('<html>') });
    expect(trap.sprung).toBe(1);
    expect(view).toMatchObject({ state: 'rejected', problem: { code: 'document-wrong-type' } });
    await waitFor('the quarantine to be empty', async () => (await quarantineOf(view.id)).length === 0);
    expect(await cleanKeysOf(view.id)).toEqual([]);
  });

  it('of a file that is taken out meanwhile leaves nothing', async () => {
    const { applicationId, candidate } = await documents.application();
    const bytes = await document(1);
    const form = await documents.ask(applicationId, candidate, { bytes });
    await send(form, bytes);
    let out: Promise<unknown> | undefined;
    trap.at('after-write', () => {
      out = documents.discard(form.documentId, candidate);
      throw new Error('cut off');
    });
    await documents.claim(form.documentId, candidate);
    await waitFor('the trap', () => trap.sprung === 1);
    await out;
    await documents.settledAs(form.documentId, candidate, 'discarded');
    await waitFor('both buckets to be without it', async () => {
      const left = [...(await cleanKeysOf(form.documentId)), ...(await quarantineOf(form.documentId))];
      return left.length === 0;
    });
  });

  it('of a file whose place went to a newer one keeps nothing', async () => {
    const { applicationId, candidate } = await documents.application();
    const bytes = await document(1);
    const form = await documents.ask(applicationId, candidate, { bytes });
    await send(form, bytes);
    // The first try ends after the place is lost; the second one meets that.
    let emptied: Promise<void> | undefined;
    trap.at('after-read', () => {
      emptied = documents.emptyShelf(applicationId);
      throw new Error('cut off');
    });
    await documents.claim(form.documentId, candidate);
    await documents.settledAs(form.documentId, candidate, 'replaced');
    await emptied;
    await waitFor('both buckets to be without it', async () => {
      const left = [...(await cleanKeysOf(form.documentId)), ...(await quarantineOf(form.documentId))];
      return left.length === 0;
    });
  });

  it('whose message is lost is asked for again in time', async () => {
    const { applicationId, candidate } = await documents.application();
    const bytes = await document(1);
    const form = await documents.ask(applicationId, candidate, { bytes });
    await send(form, bytes);
    trap.at('after-read', () => {
      // Goes to the dead letters at once.
      throw new ProblemError('invalid-input');
    });
    await documents.claim(form.documentId, candidate);
    const asked = () =>
      documents.seen(checkRequested).filter(({ data }) => data.documentId === form.documentId).length;
    await waitFor('the first request', () => asked() === 1 && trap.sprung === 1);
    documents.clock.advance(15 * 60_000);
    expect(await documents.settled(form.documentId, candidate)).toMatchObject({ state: 'checked' });
    await waitFor('the second request', () => asked() === 2);
  });
});

describe('with the object store away (REL-7)', () => {
  it.each(['silent', 'closed'] as const)(
    '(%s) a claim is refused within 5 s and succeeds later',
    async (mode) => {
      const { applicationId, candidate } = await documents.application();
      const bytes = await document(1);
      const form = await documents.ask(applicationId, candidate, { bytes });
      await send(form, bytes);
      proxy.set(mode);
      const begun = performance.now();
      const problem = await problemOf(documents.claim(form.documentId, candidate, 'key'));
      expect(problem).toMatchObject({ code: 'object-store-unavailable', retryAfter: 5 });
      expect(performance.now() - begun).toBeLessThan(5_000);
      proxy.set('open');
      await documents.claim(form.documentId, candidate, 'key');
      expect(await documents.settled(form.documentId, candidate)).toMatchObject({ state: 'checked' });
    },
  );

  it('a check waits, and leaves no half document', async () => {
    const { applicationId, candidate } = await documents.application();
    const bytes = await document(1);
    const form = await documents.ask(applicationId, candidate, { bytes });
    await send(form, bytes);
    trap.at('after-read', () => proxy.set('closed'));
    await documents.claim(form.documentId, candidate);
    await waitFor('the store to be gone', () => trap.sprung === 1);
    expect(await cleanKeysOf(form.documentId)).toEqual([]);
    proxy.set('open');
    expect(await documents.settled(form.documentId, candidate)).toMatchObject({ state: 'checked' });
    expect(await cleanKeysOf(form.documentId)).toHaveLength(1);
  });

  it('the service is not ready', async () => {
    proxy.set('closed');
    const ready = async () => (await fetch(`${documents.url}/health/ready`)).status;
    await waitFor('readiness to tell it', async () => (await ready()) === 503);
    proxy.set('open');
    await waitFor('readiness to come back', async () => (await ready()) === 200);
  });
});

describe('the corpus of bad files, through the store (SEC-2)', () => {
  it('leaves nothing in either bucket', async () => {
    const worst = (await badFiles()).filter(({ name }) =>
      /archive too|object stream|196 million|user's password|sixty-one|embedded|escaped/.test(name),
    );
    expect(worst.length).toBeGreaterThan(6);
    await Promise.all(worst.map((sample) => leavesNothing(sample)));
  });
});

async function leavesNothing({ format, bytes, codes, name }: BadSample): Promise<void> {
  const { applicationId, candidate } = await documents.application();
  const file = format === 'pdf' ? { bytes } : ({ bytes, type: 'PHOTO', contentType: 'image/jpeg' } as const);
  if (bytes.length > 10 * 1024 * 1024) throw new Error(`${name} would not reach the store`);
  const view = await documents.upload(applicationId, candidate, file);
  expect([name, view.state, codes.includes(view.problem?.code as never)]).toEqual([name, 'rejected', true]);
  await waitFor('nothing left', async () => {
    const left = [...(await cleanKeysOf(view.id)), ...(await quarantineOf(view.id))];
    return left.length === 0;
  });
}
