import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@admissions/contracts/problem';
import type { Subject } from '@admissions/contracts/subject';
import * as fc from 'fast-check';
import { follow, isOpen, mayChange, mayUpload, type Access, type UnderWay } from './access.ts';
import { answerFreeze, freeze, heldOf, isDone, letThrough } from './access-freeze.ts';
import { claim, discard, type Document } from './document.ts';

const draft: Access = {
  candidateId: 'account-1',
  programmeId: 'cybersecurity',
  isExaminable: false,
  isEditable: true,
  wanted: ['CV'],
  seen: 3,
};
const owner: Subject = { id: 'account-1', grants: [{ role: 'candidate', programmes: [] }] };
const stranger: Subject = { id: 'account-2', grants: [{ role: 'candidate', programmes: [] }] };
const now = new Date('2026-11-24T09:05:00.000Z');
const asked = {
  applicationId: 'application-1',
  type: 'CV',
  fileName: 'cv.pdf',
  declaredSize: 10,
  quarantineKey: 'document-1/random',
  requestedAt: '2026-11-24T09:00:00.000Z',
} as const;
const awaited: Document = { ...asked, state: 'awaited' };
const checked: Document = {
  ...asked,
  claimedAt: asked.requestedAt,
  state: 'checked',
  checkedAt: asked.requestedAt,
  file: {
    key: 'document-1/hash',
    sha256: 'hash',
    size: 10,
    pages: 1,
    receivedSha256: 'hash',
    malwareScan: 'off',
  },
};
const takeOut: UnderWay = { documentId: 'document-1', move: 'discard' };
const never = () => false;

function accessOf(outcome: object): Access {
  if (!('state' in outcome)) throw new Error(`not a new state: ${JSON.stringify(outcome)}`);
  return outcome.state as Access;
}
const code = (outcome: object) => (isRefusal(outcome) ? outcome.refused.code : Object.keys(outcome)[0]);
/** What applications tells of a revision. */
const snapshot = (isEditable: boolean) => ({
  applicationId: 'application-1',
  candidateId: 'account-1',
  programmeId: 'cybersecurity',
  intakeId: 'i',
  state: isEditable ? ('draft' as const) : ('fee-pending' as const),
  isExaminable: false,
  isEditable,
  wanted: ['CV' as const],
});

describe('a freeze (R16)', () => {
  const frozen = accessOf(freeze(draft, 10));

  it('ends claims, discards and new uploads', () => {
    expect(isOpen(draft)).toBe(true);
    expect(code(letThrough(frozen, owner, takeOut, never))).toBe('document-not-editable');
    expect(code(mayChange(frozen, owner))).toBe('document-not-editable');
    expect(code(mayUpload(frozen, owner, 'CV'))).toBe('document-not-editable');
    expect(code(letThrough(frozen, stranger, takeOut, never))).toBe('not-found');
  });

  it('is not undone by an older snapshot that comes late, and is by the draft that follows it', () => {
    const late = accessOf(follow(frozen, snapshot(true), 9));
    expect(isOpen(late)).toBe(false);
    const same = accessOf(follow(late, snapshot(false), 10));
    expect(isOpen(same)).toBe(false);
    expect(isOpen(accessOf(follow(same, snapshot(true), 12)))).toBe(true);
  });

  it.each<[string, Access | undefined, number, string]>([
    ['of an application nobody told of comes early', undefined, 10, 'early'],
    ['of a draft is taken', draft, 10, 'state'],
    ['whose snapshot came first is taken', { ...draft, isEditable: false, seen: 10 }, 10, 'state'],
    ['that the application has left behind is ignored', { ...draft, seen: 12 }, 10, 'ignored'],
    ['comes again, by another message: answered again', frozen, 10, 'state'],
    ['older than the last one is ignored', accessOf(freeze(draft, 14)), 10, 'ignored'],
    ['newer than the last one is taken', frozen, 14, 'state'],
  ])('%s', (_what, access, attempt, expected) => {
    expect(code(freeze(access, attempt))).toBe(expected);
  });

  it('answers with what is held, and once', () => {
    const held = [heldOf('document-1', 3, checked)!];
    expect(held).toEqual([
      { documentId: 'document-1', type: 'CV', state: 'checked', revision: 3, sha256: 'hash' },
    ]);
    const answered = answerFreeze(
      { ...frozen, underWay: [takeOut] },
      { applicationId: 'application-1', attempt: 10, held },
    );
    expect(answered).toEqual({
      state: frozen,
      messages: [
        {
          name: 'documents.documents-frozen.v1',
          data: { applicationId: 'application-1', attempt: 10, held },
        },
      ],
    });
    for (const access of [undefined, draft, accessOf(freeze(frozen, 14))])
      expect(code(answerFreeze(access, { applicationId: 'application-1', attempt: 10, held }))).toBe(
        'ignored',
      );
    expect(heldOf('document-1', 4, taken(checked))).toBeUndefined();
  });
});

describe('what is let through', () => {
  it('is written down until it is done', () => {
    const one = accessOf(letThrough(draft, owner, takeOut, never));
    expect(one.underWay).toEqual([takeOut]);
    expect(code(letThrough(one, owner, takeOut, never))).toBe('ignored');
    const sent: UnderWay = { documentId: 'document-2', move: 'claim' };
    const two = accessOf(letThrough(one, owner, sent, never));
    expect(two.underWay).toEqual([takeOut, sent]);
    expect(accessOf(letThrough(one, owner, sent, () => true)).underWay).toEqual([sent]);
    expect(accessOf(follow(two, snapshot(true), 4)).underWay).toEqual([takeOut, sent]);
  });

  it('is done when the document has moved, or is not there', () => {
    const sent: UnderWay = { ...takeOut, move: 'claim' };
    expect([isDone(sent, awaited), isDone(sent, checked), isDone(sent, undefined)]).toEqual([
      false,
      true,
      true,
    ]);
    expect([isDone(takeOut, awaited), isDone(takeOut, checked), isDone(takeOut, taken(checked))]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

/*
 * Two tabs and a freeze, step by step in any order: each step is one insert into one stream, and between two steps anything
 * may happen. What the answer says is held is there for ever; what it leaves out never comes.
 */
describe('whatever the order of the steps', () => {
  const steps = ['discard: written down', 'discard: done', 'claim: written down', 'claim: done'] as const;
  const freezing = ['freeze', 'finish', 'answer'] as const;

  it('what a freeze says is held stays, and nothing else comes to be checked', () => {
    const order = fc.shuffledSubarray([...steps, ...freezing], { minLength: 7 });
    fc.assert(
      fc.property(order, (sequence) => {
        const world = run(inOrder(sequence));
        const { held } = world;
        expect(held.includes('document-1')).toBe(world.documents['document-1']!.state === 'checked');
        // One that was claimed in time is in check: the answer names it, and the application waits for no fee with it.
        expect(held.includes('document-2:checking')).toBe(
          world.documents['document-2']!.state === 'checking',
        );
      }),
      { numRuns: 500 },
    );
  });
});

/** Each of the three goes through its own steps in order; only how they mix is left to chance. */
function inOrder(mixed: readonly string[]): string[] {
  const own = ['discard', 'claim', 'freeze'].map((name) =>
    name === 'freeze' ? ['freeze', 'finish', 'answer'] : [`${name}: written down`, `${name}: done`],
  );
  const left = own.map((steps) => [...steps]);
  return mixed.map((step) => left[own.findIndex((steps) => steps.includes(step))]!.shift()!);
}

function run(sequence: readonly string[]) {
  let access = draft;
  const through = new Set<string>();
  const documents: Record<string, Document> = { 'document-1': checked, 'document-2': awaited };
  let held: string[] = [];
  const ask = (name: string, asking: UnderWay) => {
    const outcome = letThrough(access, owner, asking, (move) => isDone(move, documents[move.documentId]));
    if (isRefusal(outcome)) return;
    if ('state' in outcome) access = outcome.state;
    through.add(name);
  };
  const move = ({ documentId, move: name }: UnderWay) => {
    const outcome = (name === 'claim' ? claim : discard)(documents[documentId]!, documentId, now);
    if ('state' in outcome) documents[documentId] = outcome.state;
  };
  const sent: UnderWay = { documentId: 'document-2', move: 'claim' };
  const acts: Record<string, () => void> = {
    'discard: written down': () => ask('discard', takeOut),
    'discard: done': () => through.has('discard') && move(takeOut),
    'claim: written down': () => ask('claim', sent),
    'claim: done': () => through.has('claim') && move(sent),
    freeze: () => (access = accessOf(freeze(access, 10))),
    finish: () => (access.underWay ?? []).forEach(move),
    answer: () => {
      held = Object.entries(documents).flatMap(([id, document]) => {
        const one = heldOf(id, 1, document);
        if (one?.state === 'checked') return [id];
        return one?.state === 'checking' ? [`${id}:checking`] : [];
      });
      access = accessOf(answerFreeze(access, { applicationId: 'application-1', attempt: 10, held: [] }));
    },
  };
  for (const step of sequence) acts[step]!();
  return { documents, held };
}

function taken(document: Document): Document {
  const outcome = discard(document, 'document-1', now);
  if (!('state' in outcome)) throw new Error('not taken out');
  return outcome.state;
}
