import { describe, expect, it } from '@jest/globals';
import { envelope } from '@admissions/contracts/message';
import { envelopesOf, publishAll } from './publishing.ts';
import type { RevisionRow } from './rows.ts';

const row: RevisionRow = {
  _id: 'app-1/000003',
  stream: 'app-1',
  revision: 3,
  at: new Date('2026-11-24T09:00:00Z'),
  by: 'person-1',
  act: 'submit',
  correlationId: 'corr-1',
  attempt: 'x',
  cause: { id: 'command-1', fingerprint: 'f', answer: null },
  state: '{}',
  messages: JSON.stringify([
    { name: 'applications.application-submitted.v1', data: { n: 1 } },
    { name: 'applications.fee-paid.v1', data: null },
  ]),
  erased: false,
};

describe('the messages of a revision', () => {
  it('travel in envelopes that the contracts know, the same on every repeat', () => {
    const envelopes = envelopesOf('application', row);
    expect(envelopes).toEqual([
      {
        id: 'application/app-1/3/0',
        name: 'applications.application-submitted.v1',
        occurredAt: '2026-11-24T09:00:00.000Z',
        correlationId: 'corr-1',
        causationId: 'command-1',
        data: { n: 1 },
      },
      expect.objectContaining({ id: 'application/app-1/3/1', name: 'applications.fee-paid.v1', data: null }),
    ]);
    for (const one of envelopes) expect(envelope.parse(one)).toEqual(one);
    expect(envelopesOf('application', row)).toEqual(envelopes);
  });

  it('are none once erased', () => {
    expect(envelopesOf('application', { ...row, messages: null })).toEqual([]);
  });
});

describe('publishing', () => {
  const envelopes = envelopesOf('application', row);

  it('gives one outcome for each message, whatever the publisher does', async () => {
    expect(await publishAll({ publish: async () => ['confirmed', 'unroutable'] }, envelopes)).toEqual([
      'confirmed',
      'unroutable',
    ]);
    expect(await publishAll({ publish: async () => ['confirmed'] }, envelopes)).toEqual([
      'confirmed',
      'failed',
    ]);
    expect(await publishAll({ publish: () => Promise.reject(new Error('away')) }, envelopes)).toEqual([
      'failed',
      'failed',
    ]);
    expect(
      await publishAll(
        {
          publish: () => {
            throw new Error('at once');
          },
        },
        envelopes,
      ),
    ).toEqual(['failed', 'failed']);
  });

  it('asks nobody for nothing', async () => {
    expect(await publishAll({ publish: () => Promise.reject(new Error('asked')) }, [])).toEqual([]);
  });
});
