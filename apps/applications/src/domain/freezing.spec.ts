import { describe, expect, it } from '@jest/globals';
import { documentTypeNames } from '@admissions/contracts/document-types';
import { documentStates, type DocumentState, type HeldDocument } from '@admissions/contracts/documents';
import * as fc from 'fast-check';
import {
  answer,
  codeOf,
  command,
  draft,
  frozen,
  hash,
  held,
  now,
  pending,
  pieces,
  start,
  stateOf,
  submitted,
} from '../../test/examples.ts';
import { frenchGraduate } from '../../test/facts.ts';
import type { FeePending, FreezePending } from './application.ts';
import { confirm } from './decisions.ts';
import { askToFreezeAgain, takeFreeze } from './freezing.ts';
import { keepDocument } from './kept-documents.ts';
import { blockersIn, confirmedData } from './own-checklist.ts';

describe('takeFreeze', () => {
  const later = new Date('2026-11-24T09:00:05.000Z');

  it('R16, R78: asks for the fee of the rule set, with the hash of what is held', () => {
    const hashed: object[] = [];
    const outcome = takeFreeze(pending, answer(), (data) => (hashed.push(data), 'd'.repeat(64)), later);
    expect(hashed).toEqual([confirmedData(pending, held)]);
    expect(outcome).toMatchObject({
      state: {
        state: 'fee-pending',
        freeze: {
          is: 'held',
          attempt: 7,
          at: later.toISOString(),
          dataHash: 'd'.repeat(64),
          documents: held,
        },
      },
      messages: [
        {
          name: 'applications.fee-requested.v1',
          data: {
            amount: { amount: 8000, currency: 'EUR' },
            confirmedDataHash: 'd'.repeat(64),
            reference: start.reference,
            requestedAt: later.toISOString(),
          },
        },
      ],
    });
  });

  it.each(pieces)('R17: without %s it is a draft again, which says so, and asks for no fee', (type) => {
    const outcome = takeFreeze(
      pending,
      answer({ held: held.filter((one) => one.type !== type) }),
      hash,
      later,
    );
    expect(outcome).toMatchObject({
      messages: [{ name: 'applications.application-changed.v1', data: { state: 'draft', isEditable: true } }],
    });
    const reopened = stateOf(outcome);
    expect(blockersIn(reopened, '2026-11-24')).toMatchObject([{ kind: 'document', what: type }]);
    // Nothing of the confirmation is left: the statement and the consents are given anew.
    const { documents: _documents, ...facts } = draft;
    const { documents: _kept, ...left } = reopened;
    expect(left).toEqual(facts);
  });

  it.each<[string, DocumentState, string]>([
    ['in check', 'checking', 'draft'],
    ['refused by its check', 'rejected', 'fee-pending'],
    ['never sent', 'awaited', 'fee-pending'],
    ['checked', 'checked', 'fee-pending'],
  ])('with a further file that is %s it stands as %s: %s', (_what, state, expected) => {
    const further: HeldDocument = { documentId: 'doc-x', type: 'OTHER', state, revision: 2 };
    const outcome = stateOf(takeFreeze(pending, answer({ held: [...held, further] }), hash, later));
    expect(outcome.state).toBe(expected);
    if ('freeze' in outcome && outcome.freeze.is === 'held')
      expect(outcome.freeze.documents).toEqual(state === 'checked' ? [...held, further] : held);
  });

  it('a draft can be confirmed again once what was missing is there', () => {
    const reopened = stateOf(takeFreeze(pending, answer({ held: held.slice(1) }), hash, later));
    const again = {
      documentId: 'doc-new',
      applicationId: 'app-1',
      type: 'CV' as const,
      state: 'checked' as const,
    };
    const whole = stateOf(keepDocument(reopened, again, 3));
    const confirmed = stateOf(confirm(whole, command({ attempt: 11 }), later));
    const all = [...held.slice(1), { ...held[0]!, documentId: 'doc-new' }];
    expect(codeOf(takeFreeze(confirmed, answer({ held: all }), hash, later))).toBe('ignored');
    expect(takeFreeze(confirmed, answer({ held: all, attempt: 11 }), hash, later)).toMatchObject({
      messages: [{ name: 'applications.fee-requested.v1' }],
    });
  });

  it('records why an answer that is late, or comes twice, changes nothing', () => {
    expect(takeFreeze(pending, answer({ attempt: 3, held: [] }), hash, later)).toEqual({
      ignored: 'the answer to revision 3, not to 7',
    });
    expect(takeFreeze(frozen, answer({ held: [] }), hash, later)).toEqual({ ignored: 'held already' });
    expect(takeFreeze(draft, answer(), hash, later)).toEqual({ ignored: 'it is draft by now' });
    expect(takeFreeze(submitted, answer(), hash, later)).toEqual({ ignored: 'it is submitted by now' });
  });

  it('documents that does not answer is asked again for the same confirmation, a day apart at most', () => {
    let waiting: FeePending = pending;
    let at = now;
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      const next = new Date((waiting.freeze as FreezePending).asked!.againAt);
      waits.push((next.getTime() - at.getTime()) / 3_600_000);
      expect(codeOf(askToFreezeAgain(waiting, new Date(next.getTime() - 1)))).toBe('ignored');
      at = next;
      const asked = askToFreezeAgain(waiting, at);
      expect(asked).toMatchObject({
        messages: [
          {
            name: 'applications.documents-freeze-requested.v1',
            data: { applicationId: 'app-1', attempt: 7 },
          },
        ],
      });
      waiting = stateOf(asked) as FeePending;
    }
    expect(waits).toEqual([0.25, 0.5, 1, 2, 4, 8, 16, 24, 24]);
    expect(codeOf(takeFreeze(waiting, answer(), hash, at))).toBe('done');
    expect(codeOf(askToFreezeAgain(frozen, at))).toBe('ignored');
    expect(codeOf(askToFreezeAgain(draft, at))).toBe('ignored');
    // As it was stored before it was asked again.
    const old: FeePending = { ...pending, freeze: { is: 'pending', attempt: 7 } };
    expect(codeOf(askToFreezeAgain(old, at))).toBe('ignored');
  });

  it('whatever is held in whatever state: a fee is asked for exactly when no required piece lacks and nothing is in check', () => {
    const state = fc.constantFrom(...documentStates);
    const document = fc.record({
      documentId: fc.string({ minLength: 1, maxLength: 4 }),
      type: fc.constantFrom(...documentTypeNames),
      state,
      revision: fc.integer({ min: 1, max: 5 }),
    });
    const others = fc.uniqueArray(document, { selector: ({ documentId }) => documentId, maxLength: 4 });
    const required = fc.tuple(...held.map((one) => state.map((now) => ({ ...one, state: now }))));
    fc.assert(
      fc.property(required, others, (asked, more) => {
        const all = [...asked, ...more.map((one) => ({ ...one, documentId: `more-${one.documentId}` }))];
        const outcome = takeFreeze(pending, answer({ held: all }), hash, later);
        const there = all.filter((one) => one.state === 'checked' || one.state === 'accepted');
        const whole =
          pieces.every((type) => there.some((one) => one.type === type)) &&
          !all.some((one) => one.state === 'checking' || one.state === 'uploaded');
        const names = 'messages' in outcome ? outcome.messages.map(({ name }) => name) : [];
        expect(names.includes('applications.fee-requested.v1')).toBe(whole);
        expect(stateOf(outcome).state).toBe(whole ? 'fee-pending' : 'draft');
        // A draft that was torn open always says why.
        if (!whole) expect(blockersIn(stateOf(outcome), '2026-11-24')).not.toEqual([]);
      }),
    );
  });
});

describe('R16: the confirmed data', () => {
  it('hold the answers and the held pieces by their content', () => {
    const rejected: HeldDocument = { documentId: 'doc-x', type: 'OTHER', state: 'rejected', revision: 1 };
    const data = confirmedData(pending, [...held, rejected]);
    expect(data).toMatchObject({ applicationId: 'app-1', facts: frenchGraduate, ruleSet: '2027-1' });
    expect((data as { documents: object[] }).documents).toEqual(
      ['cv', 'id_doc', 'last_diploma', 'motivation', 'photo'].map((name) => ({
        documentId: `doc-${name}`,
        type: name.toUpperCase(),
        sha256: 'a'.repeat(64),
      })),
    );
  });

  it('do not depend on the order in which documents came', () => {
    expect(confirmedData(pending, held.toReversed())).toEqual(confirmedData(pending, held));
  });
});
