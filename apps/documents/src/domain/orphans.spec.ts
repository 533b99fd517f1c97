import { describe, expect, it } from '@jest/globals';
import type { Document } from './document.ts';
import { documentOf, isOrphan, isSuspicious } from './orphans.ts';

const now = new Date('2026-11-24T09:00:00Z');
const old = new Date('2026-11-23T09:00:00Z');
const asked = {
  applicationId: 'a',
  type: 'CV',
  fileName: 'x',
  declaredSize: 1,
  quarantineKey: 'document-1/q',
  requestedAt: '',
} as const;
const claimed = { ...asked, claimedAt: '' };
const documents: Record<string, Document | undefined> = {
  none: undefined,
  awaited: { ...asked, state: 'awaited' },
  checking: { ...claimed, state: 'checking', askedAt: '', asked: 1 },
  checked: {
    ...claimed,
    state: 'checked',
    checkedAt: '',
    file: { key: 'document-1/c', sha256: '', size: 1, receivedSha256: '', malwareScan: 'off' },
  },
  refused: {
    ...claimed,
    state: 'refused',
    checkedAt: '',
    judgedAt: '',
    reason: 'EXPIRED',
    file: { key: 'document-1/c', sha256: '', size: 1, receivedSha256: '', malwareScan: 'off' },
  },
  superseded: {
    ...claimed,
    state: 'replaced',
    checkedAt: '',
    judgedAt: '',
    goneAt: '',
    reason: 'EXPIRED',
    why: 'replacement',
    replacedBy: 'document-2',
    file: { key: 'document-1/c', sha256: '', size: 1, receivedSha256: '', malwareScan: 'off' },
  },
  rejected: { ...claimed, state: 'rejected', checkedAt: '', problem: { code: 'document-empty' } },
  discarded: { ...asked, state: 'discarded', why: 'candidate', goneAt: '' },
};

describe('an object that nobody names', () => {
  it.each([
    [
      'quarantine',
      'document-1/q',
      { none: true, awaited: false, checking: false, checked: true, rejected: true, discarded: true },
    ],
    [
      'quarantine',
      'document-1/other',
      { none: true, awaited: true, checking: true, checked: true, rejected: true, discarded: true },
    ],
    [
      'clean',
      'document-1/c',
      {
        none: true,
        awaited: true,
        checking: false,
        checked: false,
        refused: false,
        superseded: false,
        rejected: true,
        discarded: true,
      },
    ],
    [
      'clean',
      'document-1/other',
      { none: true, awaited: true, checking: false, checked: true, rejected: true, discarded: true },
    ],
  ] as const)('in %s: %s', (area, key, expected) => {
    for (const [state, orphan] of Object.entries(expected)) {
      expect([state, isOrphan({ area, key, modifiedAt: old }, documents[state], now)]).toEqual([
        state,
        orphan,
      ]);
    }
  });

  it('is left alone for a day in the clean area, or without a document', () => {
    const young = new Date(old.getTime() + 1);
    expect(isOrphan({ area: 'clean', key: 'x/y', modifiedAt: young }, undefined, now)).toBe(false);
    expect(isOrphan({ area: 'clean', key: 'x/y', modifiedAt: young }, documents['discarded'], now)).toBe(
      false,
    );
    expect(isOrphan({ area: 'quarantine', key: 'x/y', modifiedAt: young }, undefined, now)).toBe(false);
  });

  it.each([
    ['awaited', false],
    ['checking', false],
    ['checked', true],
    ['rejected', true],
    ['discarded', true],
  ] as const)('is one in quarantine as soon as its document is done with it (%s)', (state, orphan) => {
    const found = { area: 'quarantine', key: 'document-1/q', modifiedAt: now } as const;
    expect(isOrphan(found, documents[state], now)).toBe(orphan);
  });

  it('is found by the document in its key', () => {
    expect(documentOf('document-1/abc')).toBe('document-1');
    expect(documentOf('probe')).toBe('probe');
  });

  it('is not believed when most objects look like it', () => {
    expect(isSuspicious(20, 20)).toBe(false);
    expect(isSuspicious(21, 500)).toBe(false);
    expect(isSuspicious(300, 500)).toBe(true);
  });
});
