import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { SweepOrphans } from '../src/sweeping/sweep-orphans.ts';
import { document } from './corpus/samples.ts';
import { send, startDocuments, type Documents } from './harness.ts';

jest.setTimeout(60_000);

const day = 24 * 3_600_000;
let documents: Documents;
beforeAll(async () => {
  // The store dates objects by real time.
  documents = await startDocuments({ now: new Date().toISOString() });
});
afterAll(() => documents?.stop());

it('removes what no document names after a day, and nothing else', async () => {
  const { applicationId, candidate } = await documents.application();
  const bytes = await document(1);
  const { id } = await documents.upload(applicationId, candidate, { bytes });
  const form = await documents.ask(applicationId, candidate, { type: 'MOTIVATION', bytes });
  const key = form.upload.fields['key'] as string;
  await send(form, bytes);
  const late = `${id}/sent-after-the-check`;
  await documents.put('quarantine', late, bytes);
  await documents.put('quarantine', 'document-nobody/x', bytes);
  await documents.put('clean', `${id}/cut-off`, bytes);
  await documents.put('clean', 'document-nobody/y', bytes);
  const sweeper = documents.app.get(SweepOrphans);

  // What a form put there after the verdict goes at once; what may yet be named waits for a day.
  expect([...(await sweeper.run('quarantine')), ...(await sweeper.run('clean'))]).toEqual([late]);
  documents.clock.advance(day - 60_000);
  const awaited = await documents.ask(applicationId, candidate, { type: 'TRANSCRIPTS', bytes });
  await send(awaited, bytes);
  documents.clock.advance(120_000);
  await documents.settledAs(form.documentId, candidate, 'discarded');

  // Two replicas at once.
  await Promise.all([sweeper.run('quarantine'), sweeper.run('quarantine')]);
  await Promise.all([sweeper.run('clean'), sweeper.run('clean')]);
  expect(await documents.keys('quarantine')).toEqual([awaited.upload.fields['key']]);
  const clean = await documents.keys('clean');
  expect(clean).toHaveLength(1);
  expect(clean[0]).toMatch(new RegExp(`^${id}/[0-9a-f]{64}$`));
  expect(key).toMatch(new RegExp(`^${form.documentId}/[0-9a-f]{32}$`));
});

it('removes nothing when most clean files look like orphans', async () => {
  const before = await documents.keys('clean');
  for (let file = 0; file < 25; file++)
    await documents.put('clean', `document-lost-${file}/x`, Buffer.from('x'));
  documents.clock.advance(2 * day);
  expect(await documents.app.get(SweepOrphans).run('clean')).toEqual([]);
  expect(await documents.keys('clean')).toHaveLength(before.length + 25);
});
