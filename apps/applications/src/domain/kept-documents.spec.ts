import { describe, expect, it } from '@jest/globals';
import type { DocumentState } from '@admissions/contracts/documents';
import { documents, draft, frozen, held, pending, pieces, stateOf, submitted } from '../../test/examples.ts';
import {
  admissible,
  inSelection,
  notAdmissible,
  offerOpen,
  submitted as judged,
} from '../../test/process.examples.ts';
import type { Application } from './application.ts';
import { keepDocument, takeOver } from './kept-documents.ts';
import { blockersIn } from './own-checklist.ts';

describe('keepDocument', () => {
  const snapshot = (state: DocumentState) => ({
    documentId: 'doc-cv',
    applicationId: 'app-1',
    type: 'CV' as const,
    state,
  });

  it('replaces an older snapshot of the same document, and no other', () => {
    const kept = stateOf(keepDocument(draft, snapshot('discarded'), 4));
    expect(kept.documents['doc-cv']).toEqual({ type: 'CV', state: 'discarded', revision: 4 });
    expect(kept.documents['doc-photo']).toEqual(documents['doc-photo']);
    expect(blockersIn(kept, '2026-11-24')).toMatchObject([{ what: 'CV' }]);
  });

  it('ignores an older snapshot, and the same one again', () => {
    expect(keepDocument(draft, snapshot('checking'), 2)).toEqual({
      ignored: 'older than revision 3 of the document',
    });
    expect(keepDocument(draft, { ...snapshot('checked'), sha256: 'a'.repeat(64) }, 3)).toEqual({
      ignored: 'known already',
    });
  });

  it('forgets the oldest of very many documents that are gone, and none that counts', () => {
    let application: Application = draft;
    for (let i = 0; i < 150; i++) {
      const data = { ...snapshot('discarded'), documentId: `doc-gone-${i}` };
      application = stateOf(keepDocument(application, data, 2));
    }
    const kept = Object.keys(application.documents);
    expect(kept).toHaveLength(pieces.length + 100);
    expect(kept).toEqual(expect.arrayContaining(Object.keys(documents)));
    expect(kept).toContain('doc-gone-149');
    expect(kept).not.toContain('doc-gone-49');
  });

  it('gives an alarm when what the fee was asked for is gone, and keeps that it is', () => {
    const gone = (application: Application) => keepDocument(application, snapshot('discarded'), 4);
    expect(gone(frozen)).toMatchObject({
      state: { documents: { 'doc-cv': { state: 'discarded' } } },
      answer: { alarm: 'confirmed document doc-cv (CV) is discarded' },
    });
    expect(gone(submitted)).toMatchObject({ answer: { alarm: expect.any(String) } });
    // Before documents stand still it may well be, and an officer may refuse what is submitted.
    for (const outcome of [gone(draft), gone(pending), keepDocument(submitted, snapshot('refused'), 4)])
      expect('answer' in outcome).toBe(false);
    // An upload that was never sent is given up a day later, whatever the application is.
    const unsent = { ...snapshot('discarded'), documentId: 'doc-unsent' };
    expect('answer' in keepDocument(frozen, unsent, 2)).toBe(false);
  });

  it('R4, R20: gives an alarm when a required piece is refused after the file was found admissible', () => {
    const refuse = (application: Application, type: 'CV' | 'OTHER' = 'CV') =>
      keepDocument(application, { ...snapshot('refused'), type, documentId: `doc-${type.toLowerCase()}` }, 9);
    for (const application of [admissible, inSelection, offerOpen])
      expect(refuse(application)).toMatchObject({
        state: { documents: { 'doc-cv': { state: 'refused' } } },
        answer: { alarm: 'document doc-cv (CV) is refused, and the file was found admissible with it' },
      });
    // While it is studied this is the work of the officer; a refused file needs no piece, nor does a piece that is not required.
    for (const outcome of [refuse(judged), refuse(notAdmissible), refuse(admissible, 'OTHER')])
      expect('answer' in outcome).toBe(false);
    // Told again, it is no second alarm.
    const again = keepDocument(stateOf(refuse(admissible)), snapshot('refused'), 10);
    expect('answer' in again).toBe(false);
  });

  it('is not misled by an id that every object has', () => {
    const kept = keepDocument(draft, { ...snapshot('checked'), documentId: 'constructor' }, 1);
    expect(stateOf(kept).documents['constructor']).toMatchObject({ state: 'checked' });
  });
});

describe('takeOver', () => {
  const known = { ...documents, 'doc-x': { type: 'OTHER', state: 'checking', revision: 2 } } as const;

  it('counts what is held, and nothing else', () => {
    const taken = takeOver(known, held.slice(1));
    expect(taken['doc-cv']).toEqual({ ...documents['doc-cv'], state: 'replaced' });
    expect(taken['doc-x']).toMatchObject({ state: 'replaced' });
    expect(taken['doc-photo']).toEqual(documents['doc-photo']);
    expect(takeOver({}, held)).toEqual(documents);
  });

  it('keeps a newer snapshot, and takes a newer answer', () => {
    const newer = { 'doc-cv': { type: 'CV', state: 'refused', revision: 9 } } as const;
    expect(takeOver(newer, held)['doc-cv']).toEqual(newer['doc-cv']);
    const older = { 'doc-cv': { type: 'CV', state: 'checking', revision: 2 } } as const;
    expect(takeOver(older, held)['doc-cv']).toEqual(documents['doc-cv']);
  });

  it('leaves what was gone as it was', () => {
    const gone = { 'doc-y': { type: 'CV', state: 'discarded', revision: 4 } } as const;
    expect(takeOver(gone, held)['doc-y']).toEqual(gone['doc-y']);
  });
});
