import { describe, expect, it } from '@jest/globals';
import { refusalReasons } from '@admissions/contracts/documents';
import type { CheckedDocument, RefusedDocument } from './document.ts';
import { giveWay, judge, type Verdict } from './judging.ts';
import { viewOf } from './view.ts';

const id = 'document-1';
const judged = { documentId: id, candidateId: 'account-1' };
const now = new Date('2026-12-01T09:00:00.000Z');
const at = now.toISOString();
const checked: CheckedDocument = {
  applicationId: 'application-1',
  type: 'ID_DOC',
  fileName: 'carte.pdf',
  declaredSize: 10,
  quarantineKey: `${id}/random`,
  requestedAt: '2026-11-24T09:00:00.000Z',
  claimedAt: '2026-11-24T09:01:00.000Z',
  checkedAt: '2026-11-24T09:02:00.000Z',
  state: 'checked',
  replaces: 'document-0',
  file: { key: `${id}/hash`, sha256: 'hash', size: 10, receivedSha256: 'hash', malwareScan: 'off' },
};
const refusal: Verdict = { outcome: 'REFUSED', reason: 'ONE_SIDE_MISSING', comment: 'Le verso manque.' };
const accepted: Verdict = { outcome: 'ACCEPTED' };
const refused: RefusedDocument = {
  ...checked,
  state: 'refused',
  judgedAt: at,
  reason: 'ONE_SIDE_MISSING',
  comment: 'Le verso manque.',
};

describe('a verdict of an officer (R20)', () => {
  it('accepts: the others are told, and the candidate gets no letter', () => {
    expect(judge(checked, accepted, judged, now)).toEqual({
      state: { ...checked, state: 'accepted', judgedAt: at },
      messages: [
        { name: 'documents.document-changed.v1', data: expect.objectContaining({ state: 'accepted' }) },
      ],
    });
  });

  it('refuses with a reason that the candidate is told', () => {
    expect(judge(checked, refusal, judged, now)).toEqual({
      state: refused,
      messages: [
        {
          name: 'documents.document-changed.v1',
          data: expect.objectContaining({ state: 'refused', sha256: 'hash' }),
        },
        {
          name: 'documents.document-refused.v1',
          data: {
            documentId: id,
            applicationId: 'application-1',
            candidateId: 'account-1',
            type: 'ID_DOC',
            label: expect.stringMatching(/^Carte nationale/),
            fileName: 'carte.pdf',
            reason: 'ONE_SIDE_MISSING',
            comment: 'Le verso manque.',
            refusedAt: at,
          },
        },
      ],
    });
  });

  it.each([
    ['accepted', accepted],
    ['refused', refusal],
    ['refused without a comment', { outcome: 'REFUSED', reason: 'EXPIRED', comment: '' } as const],
  ])('twice is once: %s', (_what, verdict) => {
    const first = judge(checked, verdict, judged, now);
    if (!('state' in first)) throw new Error('not judged');
    const again = judge(first.state, verdict, judged, new Date(now.getTime() + 1000));
    expect(again).toMatchObject({ ignored: expect.any(String) });
  });

  it('is corrected by another; nothing of the one before stays', () => {
    expect(judge(refused, accepted, judged, now)).toMatchObject({
      state: { ...checked, state: 'accepted', judgedAt: at },
    });
    const outcome = judge(refused, { outcome: 'REFUSED', reason: 'EXPIRED' }, judged, now);
    expect(outcome).toMatchObject({ state: { state: 'refused', reason: 'EXPIRED' } });
    expect(outcome).not.toHaveProperty('state.comment');
    expect('messages' in outcome && outcome.messages).toHaveLength(2);
  });

  it('shows the candidate why, in French', () => {
    expect(viewOf(id, refused)).toMatchObject({
      state: 'refused',
      sha256: 'hash',
      verdict: {
        accepted: false,
        reason: 'ONE_SIDE_MISSING',
        reasonText: refusalReasons.ONE_SIDE_MISSING,
        comment: 'Le verso manque.',
        at,
      },
    });
    expect(viewOf(id, checked)).not.toHaveProperty('verdict');
    expect(viewOf(id, { ...checked, state: 'accepted', judgedAt: at }).verdict).toEqual({
      accepted: true,
      at,
    });
  });
});

describe('a refused document', () => {
  it('gives way to its replacement and keeps its file', () => {
    const outcome = giveWay(refused, 'document-2', id, now);
    expect(outcome).toMatchObject({
      state: { state: 'replaced', replacedBy: 'document-2', file: { key: `${id}/hash` } },
      messages: [{ data: { state: 'replaced' } }],
    });
    if (!('state' in outcome)) throw new Error('not replaced');
    expect(judge(outcome.state, accepted, judged, now)).toMatchObject({
      refused: { code: 'document-replaced' },
    });
    expect(giveWay(outcome.state, 'document-3', id, now)).toEqual({ ignored: 'already replaced' });
  });
});
