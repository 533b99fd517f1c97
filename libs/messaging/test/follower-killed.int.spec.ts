import { documentChanged } from '@admissions/contracts/documents';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Bench, envelopeOf, eventually } from './harness.ts';
import { KeptFollower } from './keep-running.ts';

jest.setTimeout(180_000);

const count = 3_000;
const kills = 8;

describe('a follower that is killed', () => {
  const bench = new Bench();
  let follower: KeptFollower;
  beforeAll(async () => {
    const publisher = await bench.publisher();
    const documents = Array.from({ length: count }, (_, i) => `document-${i}`);
    const outcomes = await publisher.publish(
      documents.map((documentId) =>
        envelopeOf(documentChanged, {
          documentId,
          applicationId: 'application-1',
          type: 'CV',
          state: 'accepted',
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome !== 'confirmed')).toEqual([]);
    follower = new KeptFollower(bench);
  });
  afterAll(async () => {
    await follower?.stop();
    await bench.close();
  });

  it(`loses none of ${count} messages in ${kills} kills`, async () => {
    for (let kill = 1; kill <= kills; kill++) {
      const before = follower.done().size;
      await eventually(
        'some work',
        () => follower.done().size > before + 100 || follower.done().size === count,
        20_000,
      );
      follower.kill();
      await eventually('the process has ended', () => follower.deaths >= kill);
    }
    await eventually(`all are done: ${follower.errors}`, () => follower.done().size === count, 40_000);
    const begun = follower.effects().filter(({ what }) => what === 'begun').length;
    // The kills met work: what was begun and not acked was begun again.
    expect(begun).toBeGreaterThan(count);
    await eventually(
      'nothing is left',
      async () => (await bench.depth('applications.events'))?.waiting === 0,
    );
    expect(await bench.depth('applications.dead')).toMatchObject({ waiting: 0 });
  });
});
