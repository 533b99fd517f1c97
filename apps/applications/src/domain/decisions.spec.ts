import { describe, expect, it } from '@jest/globals';
import type { ApplicantFacts } from '@admissions/contracts/applicant-facts';
import { applicationStates, type ApplicationState } from '@admissions/contracts/applications';
import type { DocumentType } from '@admissions/contracts/document-types';
import type { DocumentState } from '@admissions/contracts/documents';
import type { DataOf } from '@admissions/contracts/message';
import type { orderPaid } from '@admissions/contracts/payments';
import { isRefusal, type ProblemCode } from '@admissions/contracts/problem';
import { figures, frenchGraduate } from '../../test/facts.ts';
import {
  isExaminable,
  moves,
  permits,
  type Application,
  type Draft,
  type FeePending,
  type Submitted,
} from './application.ts';
import type { KeptDocuments } from './checklist.ts';
import { consentTexts, type Consent } from './consents.ts';
import { confirm, create, fill, keepDocument, settleFee, type Confirmation } from './decisions.ts';
import { blockersIn, checklistOf, confirmedData } from './own-checklist.ts';

const now = new Date('2026-11-24T09:00:00.000Z');
const start = {
  id: 'app-1',
  candidateId: 'acc-1',
  reference: 'MS-2027-4F7K3Q',
  programme: { id: 'donnees', title: 'Mastère Spécialisé® Données' },
  intake: { id: 'donnees-2027', label: 'Septembre 2027', startsOn: '2027-09-06' },
  ruleSet: figures,
};
const pieces: DocumentType[] = ['CV', 'MOTIVATION', 'PHOTO', 'ID_DOC', 'LAST_DIPLOMA'];
const documents: KeptDocuments = Object.fromEntries(
  pieces.map((type) => [
    `doc-${type.toLowerCase()}`,
    { type, state: 'checked', revision: 3, sha256: 'a'.repeat(64) },
  ]),
);
const consent = (given: boolean): Consent => ({
  given,
  version: consentTexts.earlyStart.version,
  textHash: 'b'.repeat(64),
});
const command = (changes: Partial<Confirmation> = {}): Confirmation => ({
  consents: { swornStatement: consent(true), earlyStart: consent(false), lossOfWithdrawal: consent(false) },
  intakeIsOpen: true,
  dataHash: 'c'.repeat(64),
  ...changes,
});
const order: DataOf<typeof orderPaid> = {
  orderId: 'order-1',
  applicationId: start.id,
  candidateId: start.candidateId,
  programmeId: start.programme.id,
  product: 'APPLICATION_FEE',
  label: 'Frais',
  reference: start.reference,
  programmeTitle: start.programme.title,
  intakeLabel: start.intake.label,
  amount: figures.applicationFee,
  paidAt: '2026-11-24T10:00:00.000Z',
  receiptNumber: 'R-2026-000001',
  means: 'Visa •••• 4242',
};

/** The new state of an outcome; fails on anything else. */
function stateOf(outcome: object): Application {
  if (!('state' in outcome)) throw new Error(`not an outcome: ${JSON.stringify(outcome)}`);
  return outcome.state as Application;
}

const blank = stateOf(create(start, now)) as Draft;
const draft: Draft = { ...blank, facts: frenchGraduate, documents };
const pending = stateOf(confirm(draft, command(), now)) as FeePending;
const submitted = stateOf(settleFee(pending, order)) as Submitted;
const inState: Partial<Record<ApplicationState, Application>> = { draft, 'fee-pending': pending, submitted };

function codeOf(result: object): ProblemCode | 'done' | 'ignored' | 'early' {
  if (isRefusal(result)) return result.refused.code;
  if ('ignored' in result) return 'ignored';
  return 'early' in result ? 'early' : 'done';
}

describe('moves', () => {
  const acts = {
    fill: (application: Application) => fill(application, { residence: frenchGraduate.residence }, now),
    confirm: (application: Application) => confirm(application, command(), now),
    'settle-fee': (application: Application) => settleFee(application, order),
    'keep-document': (application: Application) =>
      keepDocument(
        application,
        { documentId: 'doc-new', applicationId: 'app-1', type: 'OTHER', state: 'checked' },
        1,
      ),
  };

  it.each<
    [keyof typeof acts, ReturnType<typeof codeOf>, ReturnType<typeof codeOf>, ReturnType<typeof codeOf>]
  >([
    ['fill', 'done', 'application-not-editable', 'application-not-editable'],
    ['confirm', 'done', 'wrong-state', 'wrong-state'],
    ['settle-fee', 'early', 'done', 'ignored'],
    ['keep-document', 'done', 'done', 'done'],
  ])('%s: draft %s, fee-pending %s, submitted %s', (act, ...expected) => {
    expect(Object.values(inState).map((application) => codeOf(acts[act](application)))).toEqual(expected);
  });

  it('go between states that exist, and no two start from one state to the same one', () => {
    for (const { from, to } of Object.values(moves)) {
      for (const state of [...from, to]) expect(applicationStates).toContain(state);
    }
    const ways = Object.values(moves).flatMap(({ from, to }) => from.map((state) => `${state} → ${to}`));
    expect(new Set(ways).size).toBe(ways.length);
  });

  it('reach every state that an application can be in so far', () => {
    const reached = new Set<ApplicationState>([moves.create.to]);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const { from, to } of Object.values(moves))
        if (from.some((state) => reached.has(state))) reached.add(to);
    }
    expect([...reached].sort()).toEqual(Object.keys(inState).sort());
  });

  it('leave the application in the state that the table names', () => {
    expect([blank.state, pending.state, submitted.state]).toEqual([
      moves.create.to,
      moves.confirm.to,
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
  it('R16, R78: closes the form and asks for the fee of the rule set', () => {
    expect(confirm(draft, command(), now)).toMatchObject({
      state: { state: 'fee-pending', confirmation: { at: now.toISOString(), dataHash: 'c'.repeat(64) } },
      messages: [
        {
          name: 'applications.application-changed.v1',
          data: { state: 'fee-pending', isEditable: false, isExaminable: false },
        },
        {
          name: 'applications.fee-requested.v1',
          data: {
            amount: { amount: 8000, currency: 'EUR' },
            confirmedDataHash: 'c'.repeat(64),
            reference: start.reference,
          },
        },
      ],
    });
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
    expect(settleFee(pending, order)).toMatchObject({
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
    expect([draft, pending, submitted].map(isExaminable)).toEqual([false, false, true]);
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
      expect(settleFee(confirmed, { ...order, paidAt })).toMatchObject({
        state: { submission: { examinableFrom: from } },
      });
    },
  );

  it('records why a payment that comes again changes nothing', () => {
    expect(settleFee(submitted, order)).toEqual({ ignored: 'submitted by this order already' });
    expect(settleFee(submitted, { ...order, orderId: 'order-2' })).toEqual({
      ignored: 'the fee was paid twice: order order-2 after order-1',
    });
  });

  it('refuses an order of another candidate or amount', () => {
    expect(codeOf(settleFee(pending, { ...order, candidateId: 'acc-2' }))).toBe('invalid-input');
    expect(codeOf(settleFee(pending, { ...order, amount: { amount: 7999, currency: 'EUR' } }))).toBe(
      'invalid-input',
    );
  });
});

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

  it('is not misled by an id that every object has', () => {
    const kept = keepDocument(draft, { ...snapshot('checked'), documentId: 'constructor' }, 1);
    expect(stateOf(kept).documents['constructor']).toMatchObject({ state: 'checked' });
  });
});

describe('R16: the confirmed data', () => {
  it('hold the answers and the pieces that are there by their content', () => {
    const data = confirmedData(
      { ...draft, documents: { ...documents, 'doc-x': { type: 'OTHER', state: 'rejected', revision: 1 } } },
      '2026-11-24',
    );
    expect(data).toMatchObject({ applicationId: 'app-1', facts: frenchGraduate, ruleSet: '2027-1' });
    expect(
      (data as { documents: { documentId: string }[] }).documents.map(({ documentId }) => documentId),
    ).toEqual(['doc-cv', 'doc-id_doc', 'doc-last_diploma', 'doc-motivation', 'doc-photo']);
  });

  it('do not depend on the order in which documents came', () => {
    const reversed = Object.fromEntries(Object.entries(documents).reverse());
    expect(confirmedData({ ...draft, documents: reversed }, '2026-11-24')).toEqual(
      confirmedData(draft, '2026-11-24'),
    );
  });
});
