import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { documentChanged, listDocuments } from '@admissions/contracts/documents';
import { subjects, waitFor } from '@admissions/runtime/testing';
import { document } from './corpus/samples.ts';
import { send, startDocuments, type Documents } from './harness.ts';

jest.setTimeout(120_000);

const now = '2026-11-24T09:00:00.000Z';
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
let documents: Documents;
const types = { 'after-read': 'CV', 'after-write': 'MOTIVATION', 'after-verdict': 'LAST_DIPLOMA' } as const;
let [first, second] = [
  { applicationId: '', candidate: '' },
  { applicationId: '', candidate: '' },
];
const running = new Set<ChildProcess>();
beforeAll(async () => {
  documents = await startDocuments({ now });
  [first, second] = [await documents.application(), await documents.application()];
  // From here on only the processes of the test are on the queues.
  await documents.app.close();
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await documents?.restart();
  await documents?.stop();
});

/** Starts the service as a process and waits until it answers. */
async function start(
  point: string,
  probe: { applicationId: string; candidate: string },
): Promise<ChildProcess> {
  const child = fork(here('killed-process.ts'), [point, now], {
    execArgv: ['--import', here('../../../tools/killing/from-sources.mjs')],
    env: { ...documents.env, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  running.add(child);
  let errors = '';
  child.stderr?.on('data', (piece: Buffer) => (errors = (errors + piece.toString()).slice(-2000)));
  await waitFor(
    'the process to answer',
    async () => {
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${errors}`);
      const { applicationId, candidate } = probe;
      const as = subjects.candidate(candidate);
      return documents.call(listDocuments, { applicationId }, as, { deadlineMs: 500 }).then(
        () => true,
        () => false,
      );
    },
    60_000,
  );
  return child;
}

async function ended(child: ChildProcess): Promise<NodeJS.Signals | number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  running.delete(child);
  return child.signalCode ?? child.exitCode;
}

describe('a process that is killed in the middle of a check', () => {
  it.each(['after-read', 'after-write', 'after-verdict'] as const)(
    '(%s) loses and doubles nothing',
    async (point) => {
      const files = [
        { ...first, file: { type: types[point], bytes: await document(2) } },
        { ...second, file: { type: types[point], bytes: await document(1) } },
      ];

      const doomed = await start(point, first);
      const forms = [];
      for (const { applicationId, candidate, file } of files) {
        const form = await documents.ask(applicationId, candidate, file);
        await send(form, file.bytes);
        forms.push({ ...form, candidate });
      }
      const claims = forms.map(({ documentId, candidate }) =>
        documents.claim(documentId, candidate, 'key').catch(() => undefined),
      );
      expect(await ended(doomed)).toBe('SIGKILL');
      await Promise.all(claims);

      const healthy = await start('none', first);
      for (const { documentId, candidate } of forms) {
        // A claim that the kill cut off is made again with the same key.
        await documents.claim(documentId, candidate, 'key');
        expect(await documents.settled(documentId, candidate)).toMatchObject({ state: 'checked' });
        const mine = (key: string) => key.startsWith(documentId);
        await waitFor(
          'the quarantine to be empty',
          async () => !(await documents.keys('quarantine')).some(mine),
        );
        expect((await documents.keys('clean')).filter(mine)).toHaveLength(1);
        const verdicts = () =>
          documents
            .seen(documentChanged)
            .filter(({ data }) => data.documentId === documentId && data.state === 'checked');
        // The kill may have come before the message was published: the sweep of the outbox does it then.
        await waitFor('the message', () => verdicts().length > 0, 60_000);
        expect(new Set(verdicts().map(({ id }) => id)).size).toBe(1);
      }
      healthy.kill('SIGTERM');
      expect(await ended(healthy)).toBe(0);
    },
  );
});
