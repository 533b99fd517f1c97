import { describe, expect, it } from '@jest/globals';
import type { ApplicantFacts } from '@admissions/contracts/applicant-facts';
import { applicationStates } from '@admissions/contracts/applications';
import {
  answer,
  blank,
  codeOf,
  command,
  consent,
  documents,
  draft,
  frozen,
  hash,
  now,
  order,
  pending,
  pieces,
  situations,
  start,
  stateOf,
  submitted,
} from '../../test/examples.ts';
import { figures, frenchGraduate } from '../../test/facts.ts';
import { isExaminable, moves, permits, type Application, type Draft } from './application.ts';
import type { KeptDocuments } from './checklist.ts';
import { confirm, create, fill, settleFee } from './decisions.ts';
import { takeFreeze } from './freezing.ts';
import { keepDocument } from './kept-documents.ts';
import { checklistOf } from './own-checklist.ts';

describe('moves', () => {
  const acts = {
    fill: (application: Application) => fill(application, { residence: frenchGraduate.residence }, now),
    confirm: (application: Application) => confirm(application, command(), now),
    'take-freeze': (application: Application) => takeFreeze(application, answer(), hash, now),
    'settle-fee': (application: Application) => settleFee(application, order, now),
    'keep-document': (application: Application) =>
      keepDocument(
        application,
        { documentId: 'doc-new', applicationId: 'app-1', type: 'OTHER', state: 'checked' },
        1,
      ),
  };

  type End = ReturnType<typeof codeOf>;
  it.each<[keyof typeof acts, End, End, End, End]>([
    ['fill', 'done', 'application-not-editable', 'application-not-editable', 'application-not-editable'],
    ['confirm', 'done', 'wrong-state', 'wrong-state', 'wrong-state'],
    ['take-freeze', 'ignored', 'done', 'ignored', 'ignored'],
    ['settle-fee', 'early', 'early', 'done', 'ignored'],
    ['keep-document', 'done', 'done', 'done', 'done'],
  ])('%s: draft %s, fee-pending %s, with its documents held %s, submitted %s', (act, ...expected) => {
    expect(situations.map((application) => codeOf(acts[act](application)))).toEqual(expected);
  });

  it('go between states that exist, and no two start from one state to the same one', () => {
    for (const { from, to } of Object.values(moves)) {
      for (const state of [...from, to]) expect(applicationStates).toContain(state);
    }
    const ways = Object.values(moves).flatMap(({ from, to }) => from.map((state) => `${state} → ${to}`));
    expect(new Set(ways).size).toBe(ways.length);
  });

  it('leave the application in the state that the table names', () => {
    const reopened = stateOf(takeFreeze(pending, answer({ held: [] }), hash, now));
    expect([blank, pending, frozen, reopened, submitted].map(({ state }) => state)).toEqual([
      moves.create.to,
      moves.confirm.to,
      moves['hold-documents'].to,
      moves.reopen.to,
      moves['settle-fee'].to,
    ]);
  });

  it('are permitted by the table alone', () => {
    expect(permits('fill', draft)).toBe(true);
    expect(permits('fill', pending)).toBe(false);
    expect(permits('create', draft)).toBe(false);
  });
});

describe('R14: create', () => {
  it('starts a draft and announces it', () => {
    const outcome = create(start, now);
    expect(outcome).toMatchObject({
      state: { state: 'draft', facts: {}, documents: {}, createdAt: now.toISOString(), ruleSet: figures },
      answer: { applicationId: 'app-1' },
      messages: [
        {
          name: 'applications.application-changed.v1',
          data: { state: 'draft', isExaminable: false, isEditable: true, wanted: [...pieces, 'OTHER'] },
        },
      ],
    });
  });
});

describe('fill', () => {
  it('replaces the sections given and keeps the others', () => {
    const filled = stateOf(
      fill(draft, { french: { ...frenchGraduate.french, frenchBaccalaureat: false } }, now),
    );
    expect(filled.facts).toEqual({
      ...frenchGraduate,
      french: { ...frenchGraduate.french, frenchBaccalaureat: false },
    });
  });

  it('announces only a change of the wanted documents', () => {
    const quiet = fill(blank, { identity: frenchGraduate.identity }, now);
    expect(quiet).toMatchObject({ messages: [] });
    const asking = fill(
      stateOf(fill(blank, { residence: frenchGraduate.residence }, now)),
      { nationality: { nationalities: ['IN'] } },
      now,
    );
    expect(asking).toMatchObject({
      messages: [{ data: { wanted: expect.arrayContaining(['RESIDENCE']) } }],
    });
    expect(fill(stateOf(asking), { nationality: { nationalities: ['IN'] } }, now)).toMatchObject({
      messages: [],
    });
  });

  it('refuses what cannot be right with the path of each mistake, and changes nothing', () => {
    const facts = { residence: { ...frenchGraduate.residence, country: 'ZZ' } };
    expect(fill(draft, facts, now)).toMatchObject({
      refused: { code: 'invalid-input', issues: [{ path: 'sections.residence.country' }] },
    });
  });
});

describe('confirm', () => {
  it('R16: closes the form and asks for documents that stand still, but for no fee yet', () => {
    const confirmed = confirm(draft, command(), now);
    expect(confirmed).toMatchObject({
      state: {
        state: 'fee-pending',
        confirmation: { at: now.toISOString() },
        freeze: { is: 'pending', attempt: 7 },
      },
      messages: [
        {
          name: 'applications.application-changed.v1',
          data: { state: 'fee-pending', isEditable: false, isExaminable: false },
        },
        {
          name: 'applications.documents-freeze-requested.v1',
          data: { applicationId: 'app-1', attempt: 7 },
        },
      ],
    });
    expect('messages' in confirmed && confirmed.messages).toHaveLength(2);
  });

  it('R17: keeps the checklist as it was then', () => {
    expect(pending.checklist).toEqual(checklistOf(draft, '2026-11-24'));
    // Two years later the transcripts of this graduate would not be asked any more, or others would: it stays.
    expect(checklistOf(pending, '2029-01-01')).toEqual(pending.checklist);
  });

  it('R25: refuses without the sworn statement', () => {
    const { consents } = command();
    const unsworn = confirm(
      draft,
      command({ consents: { ...consents, swornStatement: consent(false) } }),
      now,
    );
    expect(codeOf(unsworn)).toBe('sworn-statement-missing');
  });

  it('refuses once the intake is closed', () => {
    expect(codeOf(confirm(draft, command({ intakeIsOpen: false }), now))).toBe('intake-not-open');
  });

  it.each<[string, Draft, string]>([
    ['a section', { ...draft, facts: { ...frenchGraduate, funding: undefined } }, 'funding'],
    [
      'a required piece',
      { ...draft, documents: { ...documents, 'doc-cv': { type: 'CV', state: 'rejected', revision: 4 } } },
      'CV',
    ],
    [
      'the check of an optional file',
      { ...draft, documents: { ...documents, 'doc-x': { type: 'OTHER', state: 'checking', revision: 2 } } },
      'OTHER',
    ],
    [
      'the check of a second file of a piece that is there',
      { ...draft, documents: { ...documents, 'doc-x': { type: 'ID_DOC', state: 'uploaded', revision: 2 } } },
      'ID_DOC',
    ],
  ])('R16: refuses while %s is missing and says which', (_what, application, what) => {
    expect(confirm(application, command(), now)).toMatchObject({
      refused: { code: 'application-incomplete', data: { blockers: [{ what }] } },
    });
  });

  it('refuses when time has made an answer wrong', () => {
    const { awardedOn: _past, ...studied } = frenchGraduate.lastDiploma;
    const facts: ApplicantFacts = {
      ...frenchGraduate,
      studies: { inProgress: { ...studied, expectedOn: '2026-11-24' } },
    };
    const withTranscripts: KeptDocuments = {
      ...documents,
      'doc-t': { type: 'TRANSCRIPTS', state: 'checked', revision: 1 },
    };
    const late = confirm({ ...draft, facts, documents: withTranscripts }, command(), now);
    expect(late).toMatchObject({ refused: { data: { blockers: [{ kind: 'section', what: 'studies' }] } } });
  });
});

describe('settleFee', () => {
  it('R15, R23: makes the application examinable at the moment of payment and acknowledges it', () => {
    expect(settleFee(frozen, order, now)).toMatchObject({
      state: {
        state: 'submitted',
        submission: { receivedAt: order.paidAt, orderId: 'order-1', receiptNumber: 'R-2026-000001' },
      },
      messages: [
        {
          name: 'applications.application-changed.v1',
          data: { state: 'submitted', isExaminable: true, isEditable: false },
        },
        {
          name: 'applications.application-submitted.v1',
          // 24 January 2027 is a Sunday: R61 moves the end to Monday.
          data: {
            receivedAt: order.paidAt,
            impliedRefusalOn: '2027-01-25',
            documents: pieces.map((type) => ({ type })),
          },
        },
      ],
    });
    expect(situations.map(isExaminable)).toEqual([false, false, false, true]);
  });

  it.each([
    // Fourteen days end on Tuesday 8 December: day 15 is Wednesday.
    [false, false, '2026-11-24T10:00:00.000Z', '2026-12-08T23:00:00.000Z'],
    [true, false, '2026-11-24T10:00:00.000Z', '2026-12-08T23:00:00.000Z'],
    [false, true, '2026-11-24T10:00:00.000Z', '2026-12-08T23:00:00.000Z'],
    // They end on Christmas Day and so on Monday 28 December (table 4.1): day 15 is Tuesday.
    [false, false, '2026-12-11T10:00:00.000Z', '2026-12-28T23:00:00.000Z'],
    // Paid on the 25th in Paris, though on the 24th in UTC.
    [false, false, '2026-11-24T23:30:00.000Z', '2026-12-09T23:00:00.000Z'],
    [true, true, '2026-12-11T10:00:00.000Z', '2026-12-11T10:00:00.000Z'],
  ])(
    'R82, R83: early start %s, loss acknowledged %s, paid %s: the study may begin %s',
    (early, loss, paidAt, from) => {
      const consents = {
        swornStatement: consent(true),
        earlyStart: consent(early),
        lossOfWithdrawal: consent(loss),
      };
      const confirmed = stateOf(confirm(draft, command({ consents }), now));
      const standing = stateOf(takeFreeze(confirmed, answer(), hash, now));
      expect(settleFee(standing, { ...order, paidAt }, now)).toMatchObject({
        state: { submission: { examinableFrom: from } },
        messages: [{}, { name: 'applications.application-submitted.v1', data: { examinableFrom: from } }],
      });
    },
  );

  it('records why a payment that comes again changes nothing', () => {
    expect(settleFee(submitted, order, now)).toEqual({ ignored: 'submitted by this order already' });
    expect(settleFee(submitted, { ...order, orderId: 'order-2' }, now)).toEqual({
      ignored: 'the fee was paid twice: order order-2 after order-1',
    });
  });

  it('refuses an order of another candidate or amount', () => {
    expect(codeOf(settleFee(frozen, { ...order, candidateId: 'acc-2' }, now))).toBe('invalid-input');
    expect(codeOf(settleFee(frozen, { ...order, amount: { amount: 7999, currency: 'EUR' } }, now))).toBe(
      'invalid-input',
    );
  });
});
