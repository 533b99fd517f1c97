import { describe, expect, it } from '@jest/globals';
import { applicationStates } from '@admissions/contracts/applications';
import { answer, codeOf, command, frozen, hash, now, order, stateOf } from '../../test/examples.ts';
import { frenchGraduate } from '../../test/facts.ts';
import {
  admissible,
  after,
  closed,
  confirmed,
  deferred,
  depositOrder,
  dueAt,
  everySituation,
  inSelection,
  juryAt,
  lapsed,
  lapsing,
  leavingOffer,
  leavingUnpaid,
  no,
  offerOpen,
  officer,
  sealed,
  selection,
  studyAt,
  submitted,
  yes,
} from '../../test/process.examples.ts';
import { recordAdmissibility } from './admissibility.ts';
import { isExaminable, moves, type Application } from './application.ts';
import { askAgain, takeClosing } from './closing-order.ts';
import { confirm, fill, settleFee } from './decisions.ts';
import { takeFreeze } from './freezing.ts';
import { enterSelection, takeDecision, wantsNoPlace } from './jury-decision.ts';
import { withdraw } from './leaving.ts';
import { depositDueAt, depositPayableFrom, payDeposit, reachDueDate } from './offer.ts';

const names = Object.keys(everySituation);
const dataOf = (outcome: object, name: string) =>
  'messages' in outcome
    ? (outcome.messages as { name: string; data: unknown }[]).find(
        (one) => one.name === `applications.${name}.v1`,
      )?.data
    : undefined;
const namesIn = (outcome: object) =>
  'messages' in outcome ? (outcome.messages as { name: string }[]).map(({ name }) => name.split('.')[1]) : [];

describe('every act in every situation', () => {
  const acts: Record<string, (application: Application) => object> = {
    fill: (one) => fill(one, { residence: frenchGraduate.residence }, now),
    confirm: (one) => confirm(one, command(), now),
    'take-freeze': (one) => takeFreeze(one, answer(), hash, now),
    'settle-fee': (one) => settleFee(one, order, now),
    'find-admissible': (one) => recordAdmissibility(one, yes, officer, studyAt),
    'find-not-admissible': (one) => recordAdmissibility(one, no, officer, studyAt),
    'enter-selection': (one) => enterSelection(one, selection('done')),
    admit: (one) => takeDecision(one, sealed(), juryAt),
    reject: (one) => takeDecision(one, sealed({ outcome: 'NOT_ADMITTED' }), juryAt),
    defer: (one) => takeDecision(one, sealed({ outcome: 'DEFERRED' }), juryAt),
    'reach-due-date': (one) => reachDueDate(one, dueAt),
    'pay-deposit': (one) => payDeposit(one, depositOrder, juryAt),
    'close-fee': (one) => takeClosing(one, closed('CLOSED_UNPAID', 'APPLICATION_FEE'), dueAt),
    'close-deposit': (one) => takeClosing(one, closed('CLOSED_UNPAID'), dueAt),
    'deposit-in-flight': (one) => takeClosing(one, closed('IN_FLIGHT'), dueAt),
    withdraw: (one) => withdraw(one, 'PERSONAL_CHOICE', juryAt),
  };
  /** What an act comes to in the situations that are named; in the others it is what stands under `otherwise`. */
  const expected: Record<string, { otherwise: string; [situation: string]: string }> = {
    fill: { otherwise: 'application-not-editable', draft: 'draft' },
    confirm: { otherwise: 'wrong-state', draft: 'fee-pending' },
    'take-freeze': { otherwise: 'ignored', 'freeze asked': 'fee-pending' },
    'settle-fee': {
      otherwise: 'ignored',
      draft: 'early',
      'freeze asked': 'early',
      'fee-pending': 'submitted',
      'leaving unpaid': 'withdrawn',
    },
    'find-admissible': { otherwise: 'wrong-state', submitted: 'admissible' },
    'find-not-admissible': { otherwise: 'wrong-state', submitted: 'not-admissible' },
    'enter-selection': {
      otherwise: 'ignored',
      draft: 'early',
      'freeze asked': 'early',
      'fee-pending': 'early',
      'leaving unpaid': 'early',
      submitted: 'early',
      admissible: 'in-selection',
    },
    ...Object.fromEntries(
      Object.entries({ admit: 'offer-open', reject: 'not-admitted', defer: 'deferred' }).map(([act, to]) => [
        act,
        {
          otherwise: 'ignored',
          draft: 'early',
          'freeze asked': 'early',
          'fee-pending': 'early',
          'leaving unpaid': 'early',
          submitted: 'early',
          admissible: to,
          'in-selection': to,
          deferred: to,
        },
      ]),
    ),
    'reach-due-date': { otherwise: 'ignored', 'offer-open': 'lapsing' },
    'pay-deposit': {
      otherwise: 'early',
      'not-admissible': 'ignored',
      'not-admitted': 'ignored',
      'offer-open': 'confirmed',
      'leaving offer': 'withdrawn',
      lapsing: 'confirmed',
      lapsed: 'ignored',
      confirmed: 'ignored',
      withdrawn: 'ignored',
    },
    'close-fee': { otherwise: 'ignored', 'leaving unpaid': 'withdrawn' },
    'close-deposit': { otherwise: 'ignored', 'leaving offer': 'withdrawn', lapsing: 'lapsed' },
    'deposit-in-flight': { otherwise: 'ignored', 'leaving offer': 'offer-open', lapsing: 'lapsing' },
    withdraw: {
      otherwise: 'withdrawn',
      'fee-pending': 'fee-pending',
      'leaving unpaid': 'ignored',
      'not-admissible': 'wrong-state',
      'not-admitted': 'wrong-state',
      'offer-open': 'offer-open',
      'leaving offer': 'ignored',
      lapsing: 'lapsing',
      lapsed: 'wrong-state',
      withdrawn: 'wrong-state',
    },
  };

  it.each(Object.keys(acts).flatMap((act) => names.map((name) => [act, name] as const)))(
    '%s: %s',
    (act, name) => {
      const outcome = acts[act]!(everySituation[name]!);
      const seen = codeOf(outcome) === 'done' ? stateOf(outcome).state : codeOf(outcome);
      const { otherwise, ...rows } = expected[act]!;
      expect(seen).toBe(rows[name] ?? otherwise);
    },
  );

  it('names no situation that does not exist', () => {
    const named = Object.values(expected).flatMap(({ otherwise: _else, ...rows }) => Object.keys(rows));
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
    expect(Object.keys(expected).sort()).toEqual(Object.keys(acts).sort());
  });

  it('the table of moves reaches every state in which an application is, and no other', () => {
    const reached = new Set<string>([moves.create.to]);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const { from, to } of Object.values(moves))
        if (from.some((state) => reached.has(state))) reached.add(to);
    }
    expect(reached).toEqual(new Set(Object.values(everySituation).map(({ state }) => state)));
  });

  it('every move ends in the state of the table, and in an application that can be announced', () => {
    for (const [act, run] of Object.entries(acts))
      for (const application of Object.values(everySituation)) {
        const outcome = run(application);
        if (codeOf(outcome) !== 'done' || stateOf(outcome).state === application.state) continue;
        const to = stateOf(outcome).state;
        const row = Object.values(moves).some(
          (move) => move.to === to && (move.from as readonly string[]).includes(application.state),
        );
        expect([act, application.state, to, row]).toEqual([act, application.state, to, true]);
        expect(applicationStates).toContain(to);
        expect(dataOf(outcome, 'application-changed')).toMatchObject({ state: to });
      }
  });
});

describe('R27: admissibility', () => {
  const judge = (verdict: object, application: Application = submitted, at = studyAt) =>
    recordAdmissibility(
      application,
      { outcome: 'ADMISSIBLE', grounds: [], ...verdict } as never,
      officer,
      at,
    );

  it('R5, R28: is announced with its author and the last day of the letter', () => {
    const outcome = judge({ route: 'M1_PLUS_3Y' });
    expect(stateOf(outcome)).toMatchObject({
      admissibility: { route: 'M1_PLUS_3Y', decidedBy: officer, decidedAt: studyAt.toISOString() },
    });
    expect(dataOf(outcome, 'admissibility-decided')).toMatchObject({
      outcome: 'ADMISSIBLE',
      decidedBy: officer,
      dueOn: '2027-01-19',
    });
  });

  it('R8: tells a derogation to the others', () => {
    expect(dataOf(judge({ derogation: 'D30_M1' }), 'application-changed')).toMatchObject({
      derogation: 'D30_M1',
      reference: submitted.reference,
      candidateName: 'Camille Martin',
      fundingType: 'EMPLOYER',
      intakeStartsOn: '2027-09-06',
    });
  });

  it.each<[string, object, string]>([
    ['neither route nor derogation', {}, 'route-or-derogation'],
    ['both', { route: 'RNCP7', derogation: 'D40_VAPP' }, 'route-or-derogation'],
    ['a route of a file that is not admissible', { ...no, route: 'RNCP7' }, 'route-or-derogation'],
    ['no ground', { ...no, grounds: [] }, 'invalid-input'],
    ['grounds of an admissible file', { route: 'RNCP7', grounds: ['OTHER'] }, 'invalid-input'],
    ['another ground without a word', { ...no, grounds: ['OTHER'] }, 'invalid-input'],
    ['another ground with a word', { ...no, grounds: ['OTHER'], comment: 'Voir le courrier' }, 'done'],
    ['1b: incomplete, and never asked to complete', { ...no, grounds: ['INCOMPLETE'] }, 'invalid-input'],
  ])('%s: %s', (_what, verdict, expected) => {
    expect(codeOf(judge(verdict))).toBe(expected);
  });

  it('R83: not before the study may begin, and from that moment on', () => {
    const { examinableFrom } = submitted.submission;
    const early = judge(yes, submitted, new Date(Date.parse(examinableFrom) - 1));
    expect(early).toMatchObject({ refused: { code: 'study-not-started', data: { examinableFrom } } });
    expect(codeOf(judge(yes, submitted, new Date(examinableFrom)))).toBe('done');
  });

  it.each<[string, string, boolean]>([
    ['checked', 'only checked', true],
    ['refused', 'refused and not replaced', true],
    ['checking', 'replaced by one in its check', true],
    ['discarded', 'gone', true],
    ['accepted', 'accepted', false],
  ])('a required document that is %s (%s)', (state, _why, refused) => {
    const documents = {
      ...submitted.documents,
      'doc-cv': { ...submitted.documents['doc-cv']!, state: state as never },
    };
    const outcome = judge(yes, { ...submitted, documents });
    expect(codeOf(outcome)).toBe(refused ? 'documents-not-judged' : 'done');
    if (refused) expect(outcome).toMatchObject({ refused: { data: { documents: [{ type: 'CV' }] } } });
  });

  it('one accepted file does not make up for another of the type that waits for its verdict', () => {
    const second = { ...submitted.documents['doc-cv']!, state: 'checked' as const };
    const outcome = judge(yes, { ...submitted, documents: { ...submitted.documents, 'doc-2': second } });
    expect(codeOf(outcome)).toBe('documents-not-judged');
  });

  it('a file that is not admissible needs no accepted documents', () => {
    expect(codeOf(judge(no, { ...submitted, documents: {} }))).toBe('done');
  });
});

describe('R35: the decision of the jury', () => {
  it('R64, R87: an admission opens an offer and asks for the deposit', () => {
    const outcome = takeDecision(inSelection, sealed({ conditionalOn: 'DIPLOMA_AWARD' }), juryAt);
    expect(namesIn(outcome)).toEqual(['application-changed', 'decision-announced', 'deposit-requested']);
    // 14 April is 21 days later; the letter is due two working days after 24 March, before Easter.
    const due = '2027-04-14T21:59:59.999Z';
    expect(dataOf(outcome, 'decision-announced')).toMatchObject({
      dueOn: '2027-03-26',
      conditionalOn: 'DIPLOMA_AWARD',
      offer: { dueAt: due, refundable: true, deposit: { amount: 45_000 } },
    });
    expect(dataOf(outcome, 'deposit-requested')).toMatchObject({ dueAt: due, amount: { amount: 45_000 } });
  });

  it('R89, R90: who pays the course alone is asked for nothing before the cooling-off is over', () => {
    const alone: typeof inSelection = {
      ...inSelection,
      facts: { ...inSelection.facts, funding: { type: 'SELF' } },
    };
    const payableFrom = '2027-04-07T22:00:00.000Z';
    const outcome = takeDecision(alone, sealed(), juryAt);
    expect(dataOf(outcome, 'deposit-requested')).toMatchObject({ payableFrom });
    expect(dataOf(outcome, 'decision-announced')).toMatchObject({
      offer: { payableFrom, refundable: false },
    });
    expect(stateOf(outcome)).toMatchObject({ offer: { payableFrom } });
    const funded = takeDecision(inSelection, sealed(), juryAt);
    expect(dataOf(funded, 'deposit-requested')).not.toHaveProperty('payableFrom');
  });

  it('a refusal and a deferral have no offer', () => {
    const refused = takeDecision(inSelection, sealed({ outcome: 'NOT_ADMITTED', grounds: ['x'] }), juryAt);
    expect(namesIn(refused)).toEqual(['application-changed', 'decision-announced']);
    expect(dataOf(refused, 'decision-announced')).not.toHaveProperty('offer');
  });

  it('a deferred file is decided by another session, and not again by the same', () => {
    expect(codeOf(takeDecision(deferred, sealed(), juryAt))).toBe('done');
    expect(codeOf(takeDecision(deferred, sealed({ sessionId: 'session-0' }), juryAt))).toBe('ignored');
  });

  it('R10: an admission that comes to nothing leaves no place held, and takes none from an offer', () => {
    const free = names.filter((name) => wantsNoPlace(everySituation[name]!));
    expect(free).toEqual(['not-admissible', 'not-admitted', 'lapsed', 'withdrawn']);
    for (const name of free)
      expect(codeOf(takeDecision(everySituation[name]!, sealed(), juryAt))).toBe('ignored');
  });

  it('only an interview that took place moves an application on', () => {
    for (const state of ['booked', 'no-show'] as const)
      expect(codeOf(enterSelection(admissible, selection(state)))).toBe('ignored');
  });
});

describe('R64: until when the deposit can be paid', () => {
  const file = (windowDays: number, type: 'SELF' | 'EMPLOYER') => ({
    ruleSet: { ...submitted.ruleSet, depositWindowDays: windowDays },
    facts: {
      ...submitted.facts,
      funding: type === 'SELF' ? ({ type } as const) : ({ type, employer: 'x' } as const),
    },
  });
  it.each<[string, number, 'SELF' | 'EMPLOYER', string, string, string]>([
    ['the window of the rule set', 21, 'EMPLOYER', '2027-03-24', '2027-03-24', '2027-04-14T21:59:59.999Z'],
    [
      'R61: on a Saturday, the next working day',
      10,
      'EMPLOYER',
      '2027-03-24',
      '2027-03-24',
      '2027-04-05T21:59:59.999Z',
    ],
    ['1b: never less than seven days', 3, 'EMPLOYER', '2027-03-24', '2027-03-24', '2027-03-31T21:59:59.999Z'],
    [
      '1b: seven days from when it could be paid',
      21,
      'EMPLOYER',
      '2027-03-01',
      '2027-03-24',
      '2027-03-31T21:59:59.999Z',
    ],
    [
      'R89: cooling-off and a working day',
      10,
      'SELF',
      '2027-03-24',
      '2027-03-24',
      '2027-04-08T21:59:59.999Z',
    ],
    ['R89: the later of both', 21, 'SELF', '2027-03-24', '2027-03-24', '2027-04-14T21:59:59.999Z'],
    ['in winter time', 21, 'EMPLOYER', '2027-01-11', '2027-01-11', '2027-02-01T22:59:59.999Z'],
  ])('%s', (_what, window, type, decided, today, expected) => {
    expect(
      depositDueAt(file(window, type), `${decided}T16:00:00.000Z`, new Date(`${today}T17:00:00.000Z`)),
    ).toBe(expected);
  });

  const from = (changes: object, type: 'SELF' | 'EMPLOYER', today: string) => {
    const one = file(21, type);
    return depositPayableFrom(
      { ...one, ruleSet: { ...one.ruleSet, ...changes } },
      new Date(`${today}T17:00:00.000Z`),
    );
  };
  it.each<[string, object, string, string | undefined]>([
    ['R89: the day after the longer period', {}, '2027-03-24', '2027-04-07T22:00:00.000Z'],
    ['R61: the period ends on a working day', {}, '2027-03-20', '2027-04-05T22:00:00.000Z'],
    [
      'the figures are those of the rule set',
      { coolingOffDays: 20 },
      '2027-03-24',
      '2027-04-13T22:00:00.000Z',
    ],
    [
      'a rule set of before the figure has its default',
      { coolingOffDays: undefined },
      '2027-03-24',
      '2027-04-07T22:00:00.000Z',
    ],
    ['in winter time', {}, '2027-01-11', '2027-01-25T23:00:00.000Z'],
  ])('payable from: %s', (_what, changes, today, expected) => {
    expect(from(changes, 'SELF', today)).toBe(expected);
    expect(from(changes, 'EMPLOYER', today)).toBeUndefined();
  });

  it('R64, R89: whatever the dates, an offer does not end before it could be paid for a whole day', () => {
    for (let i = 0; i < 400; i++) {
      const today = new Date(Date.parse('2027-01-01T12:00:00.000Z') + i * 86_400_000);
      const one = file(1 + (i % 30), 'SELF');
      const due = depositDueAt(one, '2027-01-01T12:00:00.000Z', today);
      const open = Date.parse(due) - Date.parse(depositPayableFrom(one, today)!);
      expect(open).toBeGreaterThan(22 * 3_600_000);
    }
  });

  it('the offer does not lapse in its last moment, and does after it', () => {
    expect(codeOf(reachDueDate(offerOpen, new Date(Date.parse(offerOpen.offer.dueAt) - 1)))).toBe('ignored');
    expect(namesIn(reachDueDate(offerOpen, after(offerOpen.offer.dueAt)))).toEqual([
      'application-changed',
      'order-close-requested',
    ]);
  });
});

describe('an offer ends by handshake', () => {
  it('closed unpaid: lapsed, told, and the place is free', () => {
    const outcome = takeClosing(lapsing, closed('CLOSED_UNPAID'), dueAt);
    expect(namesIn(outcome)).toEqual(['application-changed', 'offer-lapsed', 'place-freed']);
    expect(stateOf(outcome)).not.toHaveProperty('closing');
  });

  it('paid: waits for the payment, which confirms the place', () => {
    expect(codeOf(takeClosing(lapsing, closed('PAID'), dueAt))).toBe('ignored');
    expect(namesIn(payDeposit(lapsing, depositOrder, dueAt))).toEqual([
      'application-changed',
      'place-confirmed',
    ]);
  });

  it('in flight: asked again after a wait that grows to an hour', () => {
    let application: Application = lapsing;
    let at = dueAt;
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      application = stateOf(takeClosing(application, closed('IN_FLIGHT'), at));
      expect(codeOf(askAgain(application, at))).toBe('ignored');
      const next = new Date((application as typeof lapsing).closing.askAgainAt!);
      waits.push((next.getTime() - at.getTime()) / 60_000);
      at = next;
      const asked = askAgain(application, at);
      expect(namesIn(asked)).toEqual(['order-close-requested']);
      application = stateOf(asked);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(stateOf(takeClosing(application, closed('CLOSED_UNPAID'), at)).state).toBe('lapsed');
  });

  it.each<[string, Application, Date]>([
    ['a fee whose candidate leaves', leavingUnpaid, studyAt],
    ['an offer whose candidate leaves', leavingOffer, juryAt],
    ['an offer whose date has passed', lapsing, dueAt],
  ])('%s: a question without an answer is asked again and again, a day apart at most', (_what, one, from) => {
    let application = one;
    let at = from;
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      const next = new Date((application as typeof lapsing).closing.askAgainAt!);
      waits.push((next.getTime() - at.getTime()) / 3_600_000);
      expect(codeOf(askAgain(application, new Date(next.getTime() - 1)))).toBe('ignored');
      at = next;
      const asked = askAgain(application, at);
      expect(namesIn(asked)).toEqual(['order-close-requested']);
      application = stateOf(asked);
    }
    expect(waits).toEqual([0.25, 0.5, 1, 2, 4, 8, 16, 24, 24]);
  });

  it('a payment for an offer that has lapsed is an alarm, for the handshake excludes it', () => {
    expect(payDeposit(lapsed, depositOrder, dueAt)).toMatchObject({ alarm: true });
  });

  it('an order of somebody else or of another amount is refused', () => {
    expect(codeOf(payDeposit(offerOpen, { ...depositOrder, candidateId: 'acc-9' }, dueAt))).toBe(
      'invalid-input',
    );
    const dear = { ...depositOrder, amount: { amount: 1, currency: 'EUR' as const } };
    expect(codeOf(payDeposit(offerOpen, dear, dueAt))).toBe('invalid-input');
  });
});

describe('R92: leaving', () => {
  it('asks payments first where an order may be paid, and tells nobody yet', () => {
    expect(namesIn(withdraw(frozen, 'PERSONAL_CHOICE', studyAt))).toEqual(['order-close-requested']);
    expect(dataOf(withdraw(offerOpen, 'PERSONAL_CHOICE', juryAt), 'order-close-requested')).toMatchObject({
      product: 'DEPOSIT',
      reason: 'WITHDRAWN',
    });
  });

  it('an offer that lapses was asked for already', () => {
    const outcome = withdraw(lapsing, 'PERSONAL_CHOICE', dueAt);
    expect(namesIn(outcome)).toEqual([]);
    expect(stateOf(takeClosing(stateOf(outcome), closed('CLOSED_UNPAID'), dueAt)).state).toBe('withdrawn');
    expect(codeOf(withdraw(stateOf(outcome), 'PERSONAL_CHOICE', dueAt))).toBe('ignored');
  });

  it('R80: a fee that was paid in that moment is kept, and the file is withdrawn after its submission', () => {
    const outcome = settleFee(leavingUnpaid, order, now);
    expect(stateOf(outcome)).toMatchObject({
      state: 'withdrawn',
      submission: { orderId: order.orderId },
      withdrawal: { fromState: 'submitted', reason: 'PERSONAL_CHOICE' },
    });
    expect(namesIn(outcome)).toEqual(['application-changed', 'application-withdrawn']);
  });

  it('a deposit that was paid in that moment is kept too: confirmed, then withdrawn, and the place is free', () => {
    const outcome = payDeposit(leavingOffer, depositOrder, dueAt);
    expect(stateOf(outcome)).toMatchObject({
      enrolment: { orderId: 'order-2' },
      withdrawal: { fromState: 'confirmed', reason: 'VISA_REFUSED' },
    });
    expect(namesIn(outcome)).toEqual(['application-changed', 'application-withdrawn', 'place-freed']);
  });

  it('the date of the deposit does nothing to who is leaving', () => {
    expect(codeOf(reachDueDate(leavingOffer, dueAt))).toBe('ignored');
  });

  it('from a confirmed place: the place is free, and what was reached is kept', () => {
    const outcome = withdraw(confirmed, 'FORCE_MAJEURE', dueAt);
    expect(namesIn(outcome)).toEqual(['application-changed', 'application-withdrawn', 'place-freed']);
    expect(stateOf(outcome)).toMatchObject({ enrolment: confirmed.enrolment, decision: confirmed.decision });
    expect(isExaminable(stateOf(outcome))).toBe(true);
  });

  it('an answer about another order than the one it waits for changes nothing', () => {
    expect(codeOf(takeClosing(leavingUnpaid, closed('CLOSED_UNPAID', 'DEPOSIT'), dueAt))).toBe('ignored');
  });
});
