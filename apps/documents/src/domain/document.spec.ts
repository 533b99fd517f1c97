import { describe, expect, it } from '@jest/globals';
import { documentStates } from '@admissions/contracts/documents';
import { isRefusal } from '@admissions/contracts/problem';
import {
  allows,
  awaitedUntil,
  checkDeclaration,
  claim,
  deadlines,
  discard,
  formUntil,
  gone,
  inQuarantine,
  moves,
  pass,
  problemOf,
  reachDeadline,
  readable,
  reject,
  replace,
  requestUpload,
  withoutFile,
  hasFile,
  type Decision,
  type Document,
  type MoveName,
  type State,
} from './document.ts';
import { giveWay, judge } from './judging.ts';
import { stateLabels } from './wording.ts';

const id = 'document-1';
const at = (text: string) => new Date(text);
const asked = {
  applicationId: 'application-1',
  type: 'CV',
  fileName: 'cv.pdf',
  declaredSize: 10,
  quarantineKey: `${id}/random`,
  requestedAt: '2026-11-24T09:00:00.000Z',
} as const;
const claimed = { ...asked, claimedAt: '2026-11-24T09:01:00.000Z' };
const file = {
  key: `${id}/hash`,
  sha256: 'hash',
  size: 10,
  pages: 1,
  receivedSha256: 'hash',
  malwareScan: 'off',
} as const;

/** One document in each state. */
const examples: Record<State, Document> = {
  awaited: { ...asked, state: 'awaited' },
  checking: { ...claimed, state: 'checking', askedAt: claimed.claimedAt, asked: 1 },
  rejected: {
    ...claimed,
    state: 'rejected',
    checkedAt: claimed.claimedAt,
    problem: problemOf('document-empty'),
  },
  checked: { ...claimed, state: 'checked', checkedAt: claimed.claimedAt, file },
  accepted: {
    ...claimed,
    state: 'accepted',
    checkedAt: claimed.claimedAt,
    file,
    judgedAt: claimed.claimedAt,
  },
  refused: {
    ...claimed,
    state: 'refused',
    checkedAt: claimed.claimedAt,
    file,
    judgedAt: claimed.claimedAt,
    reason: 'EXPIRED',
  },
  replaced: { ...asked, state: 'replaced', goneAt: claimed.claimedAt, why: 'newer-upload' },
  discarded: { ...asked, state: 'discarded', goneAt: claimed.claimedAt, why: 'candidate' },
};
const states = Object.keys(examples) as State[];

const judged = { documentId: id, candidateId: 'account-1' };
const acts: Record<MoveName, (document: Document, now: Date) => Decision> = {
  claim: (document, now) => claim(document, id, now),
  'ask-again': (document, now) => reachDeadline(document, 'ask-again', id, now),
  pass: (document, now) => pass(document, file, id, now),
  reject: (document, now) => reject(document, problemOf('document-empty'), id, now),
  discard: (document, now) => discard(document, id, now),
  replace: (document, now) => replace(document, id, now),
  expire: (document, now) => reachDeadline(document, 'expire', id, now),
  accept: (document, now) => judge(document, { outcome: 'ACCEPTED' }, judged, now),
  refuse: (document, now) => judge(document, { outcome: 'REFUSED', reason: 'UNREADABLE' }, judged, now),
  'give-way': (document, now) => giveWay(document, 'document-2', id, now),
};
/** When an act is tried: deadlines once they have come, the others soon after the request. */
const whenTried = (move: MoveName) =>
  at(moves[move].by === 'deadline' ? '2026-11-26T00:00:00Z' : '2026-11-24T09:05:00Z');

describe('the table of moves', () => {
  it.each(
    states.flatMap((state) => (Object.keys(moves) as MoveName[]).map((move) => [move, state] as const)),
  )('%s from %s does what the table says', (move, state) => {
    const outcome = acts[move](examples[state], whenTried(move));
    const moved = 'state' in outcome ? outcome.state.state : undefined;
    expect(moved).toBe(allows(move, state) ? moves[move].to : undefined);
  });

  it('reaches every state that this service has', () => {
    const reached = new Set<State>(['awaited', ...Object.values(moves).map(({ to }) => to)]);
    expect([...reached].toSorted()).toEqual(states.toSorted());
  });

  it('has no use for the wait before a check', () => {
    expect(documentStates.filter((state) => !(states as string[]).includes(state))).toEqual(['uploaded']);
  });

  it('has words and a group for every state', () => {
    for (const state of documentStates) expect(stateLabels[state]).toMatch(/^\p{Lu}/u);
    const grouped = [...readable, ...inQuarantine, ...withoutFile, ...gone];
    for (const state of states) expect(grouped).toContain(state);
    for (const state of readable) expect(hasFile(examples[state as State])).toBe(true);
  });
});

describe('what a candidate declares (R19)', () => {
  it.each([
    ['a PDF', { type: 'CV', contentType: 'application/pdf', size: 1 }, undefined],
    ['the largest PDF', { type: 'CV', contentType: 'application/pdf', size: 10 * 1024 * 1024 }, undefined],
    ['a photo', { type: 'PHOTO', contentType: 'image/jpeg', size: 1 }, undefined],
    ['a photo, as some browsers say', { type: 'PHOTO', contentType: 'IMAGE/JPG; q=1', size: 1 }, undefined],
    ['a photo as PDF', { type: 'PHOTO', contentType: 'application/pdf', size: 1 }, 'document-format-refused'],
    ['a CV as a picture', { type: 'CV', contentType: 'image/jpeg', size: 1 }, 'document-format-refused'],
    [
      'a format in disguise',
      { type: 'CV', contentType: 'text/html;application/pdf', size: 1 },
      'document-format-refused',
    ],
    ['nothing', { type: 'CV', contentType: 'application/pdf', size: 0 }, 'document-empty'],
    [
      'a byte too much',
      { type: 'CV', contentType: 'application/pdf', size: 10 * 1024 * 1024 + 1 },
      'document-too-large',
    ],
  ] as const)('%s', (_what, declared, code) => {
    expect(checkDeclaration(declared)?.refused.code).toBe(code);
  });
});

describe('an upload', () => {
  it('is awaited, and the others are told', () => {
    const outcome = requestUpload(asked, id, at(asked.requestedAt));
    expect(outcome).toMatchObject({
      state: { state: 'awaited' },
      messages: [{ name: 'documents.document-changed.v1' }],
    });
  });

  it('is given up half an hour after it was asked for, in business time', () => {
    expect(deadlines(examples.awaited)).toEqual([{ name: 'expire', at: at('2026-11-24T09:30:00.000Z') }]);
    const early = reachDeadline(examples.awaited, 'expire', id, at('2026-11-24T09:29:59.999Z'));
    expect(early).toMatchObject({ ignored: expect.any(String) });
    const late = claim(examples.awaited, id, at('2026-11-24T09:30:00.000Z'));
    expect(isRefusal(late) && late.refused.code).toBe('upload-expired');
  });

  it('that a newer one replaced is refused as such', () => {
    const outcome = claim(examples.replaced, id, at('2026-11-24T09:01:00.000Z'));
    expect(isRefusal(outcome) && outcome.refused.code).toBe('upload-superseded');
  });

  it('gets its form for a quarter of an hour, and time to send the last bytes and to claim', () => {
    expect(formUntil(examples.awaited)).toEqual(at('2026-11-24T09:15:00.000Z'));
    expect(awaitedUntil(examples.awaited)).toEqual(at('2026-11-24T09:30:00.000Z'));
  });

  it('asks for its check once it is claimed', () => {
    const outcome = claim(examples.awaited, id, at('2026-11-24T09:10:00Z'));
    expect(outcome).toMatchObject({
      state: { state: 'checking', asked: 1 },
      messages: [
        { name: 'documents.document-changed.v1' },
        { name: 'documents.check-requested.v1', data: { documentId: id } },
      ],
    });
  });
});

describe('a check without a verdict', () => {
  it('is asked for again after a quarter of an hour, then ever more rarely, six hours at most', () => {
    const waits = [1, 2, 3, 20].map((count) => {
      const document = { ...examples.checking, asked: count } as Document;
      return (deadlines(document)[0]?.at.getTime() ?? 0) - at(claimed.claimedAt).getTime();
    });
    expect(waits.map((ms) => ms / 60_000)).toEqual([15, 30, 60, 360]);
  });

  it('tells nobody but the check', () => {
    const outcome = reachDeadline(examples.checking, 'ask-again', id, at('2026-11-24T12:00:00Z'));
    expect(outcome).toMatchObject({
      state: { asked: 2 },
      messages: [{ name: 'documents.check-requested.v1' }],
    });
    expect('messages' in outcome && outcome.messages).toHaveLength(1);
  });
});

describe('a verdict', () => {
  it('names the hash of what readers get', () => {
    const outcome = pass(examples.checking, file, id, at('2026-11-24T09:02:00Z'));
    expect(outcome).toMatchObject({ messages: [{ data: { state: 'checked', sha256: 'hash' } }] });
  });

  it('of a refusal says why, in French', () => {
    const outcome = reject(
      examples.checking,
      problemOf('document-encrypted'),
      id,
      at('2026-11-24T09:02:00Z'),
    );
    expect(outcome).toMatchObject({
      messages: [
        {
          data: {
            state: 'rejected',
            problem: { code: 'document-encrypted', detail: expect.stringMatching(/mot de passe/) },
          },
        },
      ],
    });
  });

  it('that comes after the document was taken out is ignored', () => {
    expect(pass(examples.discarded, file, id, at('2026-11-24T09:02:00Z'))).toEqual({
      ignored: 'already discarded',
    });
  });
});
