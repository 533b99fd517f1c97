import { describe, expect, it } from '@jest/globals';
import { sessionStates } from '@admissions/contracts/juries';
import type { Subject } from '@admissions/contracts/subject';
import { codeOf, fileOf, now, sessionsIn } from '../../test/facts.ts';
import { maySit } from './access.ts';
import { adjourn, juryNews, leave, plan, setAgenda } from './convening.ts';
import {
  askAgain,
  askAgainAt,
  close,
  decide,
  letIn,
  open,
  recuseFromFile,
  seal,
  sendBack,
} from './deliberating.ts';
import {
  deliberatorsOf,
  majorityOf,
  occupies,
  sessionLabels,
  sessionMoves,
  type JurySession,
} from './jury-session.ts';
import { minutesNumber, minutesSeries } from './minutes-number.ts';
import { sessionView } from './views.ts';

const states = ['planned', 'convened', 'open', 'closing', 'closed', 'adjourned'] as const;
const decision = { outcome: 'ADMITTED', grounds: [], by: 'acc-m1' } as const;
const candidacy = (({ recusals: _r, decision: _d, snapshotAt: _s, ...rest }) => rest)(fileOf('app-3'));
const signature = { number: 'PV-2027-0001', signedBy: { id: 'acc-chair', name: 'H. Garnier' }, names: {} };
const refused = [{ applicationId: 'app-1', why: 'D30' as const }];
const stateOf = (outcome: object): JurySession => (outcome as { state: JurySession }).state;
const sent = (outcome: object) => (outcome as { messages: { name: string; data: object }[] }).messages;

describe('R36: a jury session, every state and act', () => {
  const acts: Record<string, (session: JurySession) => object> = {
    'set-agenda': (session) => setAgenda(session, [candidacy], {}, now),
    open: (session) => open(session, ['acc-chair', 'acc-m1'], now),
    'let-in': (session) => letIn({ ...session, present: ['acc-chair'] } as JurySession, 'acc-m1', now),
    decide: (session) => decide(session, 'app-1', decision, now),
    recuse: (session) => recuseFromFile(session, 'app-1', { memberId: 'acc-m1', reason: 'Un lien' }, now),
    close: (session) => close(session, 'acc-chair', now),
    seal: (session) => seal(session, 1, signature, now),
    'send-back': (session) => sendBack(session, { attempt: 1, refused }),
    'ask-again': (session) => askAgain(session, new Date('2027-01-14T16:31:00.000Z')),
    adjourn: (session) => adjourn(session, { by: 'officer-1', reason: 'Quorum perdu' }, now),
    leave: (session) => leave(session, 'app-1'),
  };
  const [w, s] = ['wrong-state', 'session-sealed'];
  it.each([
    ['set-agenda', ['done', 'done', w, w, s, w]],
    ['open', [w, 'done', w, w, s, w]],
    ['let-in', [w, w, 'done', w, s, w]],
    ['decide', [w, w, 'done', w, s, w]],
    ['recuse', [w, 'done', 'done', w, s, w]],
    ['close', [w, w, 'done', 'ignored', s, w]],
    ['seal', ['ignored', 'ignored', 'ignored', 'done', 'ignored', 'ignored']],
    ['send-back', ['ignored', 'ignored', 'ignored', 'done', 'ignored', 'ignored']],
    ['ask-again', ['ignored', 'ignored', 'ignored', 'done', 'ignored', 'ignored']],
    ['adjourn', ['done', 'done', 'done', w, s, 'ignored']],
    ['leave', ['done', 'done', 'done', 'done', 'ignored', 'ignored']],
  ])('%s', (act, expected) => {
    expect(states.map((state) => codeOf(acts[act]!(sessionsIn[state])))).toEqual(expected);
  });

  it('nothing leads out of a closed or an adjourned session, and every state but a rectification is reached', () => {
    const all = Object.values(sessionMoves);
    const final = ['closed', 'adjourned'];
    expect(all.filter(({ from }) => (from as readonly string[]).some((one) => final.includes(one)))).toEqual(
      [],
    );
    const reached = new Set<string>(all.flatMap(({ to }) => (to === undefined ? [] : [to])));
    expect(sessionStates.filter((state) => !reached.has(state))).toEqual(['rectified']);
    expect(Object.keys(sessionLabels).sort()).toEqual([...sessionStates].sort());
  });
});

describe('R36: composition and quorum', () => {
  const input = {
    id: 'jury-1',
    programmeId: 'donnees',
    intakeId: 'donnees-2027-09',
    chairId: 'acc-chair',
    scheduledAt: now.toISOString(),
  };
  it.each([
    [['acc-m1', 'acc-m2'], undefined, 2],
    [['acc-m1', 'acc-m2', 'acc-m3'], undefined, 3],
    [['acc-m1', 'acc-m2', 'acc-m1', 'acc-chair'], undefined, 2],
    [['acc-m1', 'acc-m2'], 3, 3],
    [['acc-m1', 'acc-m2'], 4, 'invalid-input'],
    [['acc-m1'], undefined, 'invalid-input'],
    [['acc-m1', 'acc-chair'], undefined, 'invalid-input'],
  ])('members %j and quorum %s: %s', (memberIds, quorum, expected) => {
    const planned = plan({ ...input, memberIds, quorum }, 3);
    expect('state' in planned ? planned.state.quorum : codeOf(planned)).toBe(expected);
  });

  it('the default quorum is the majority of chair and members', () => {
    expect([3, 4, 5, 6].map(majorityOf)).toEqual([2, 3, 3, 4]);
  });

  it.each([
    [['acc-chair', 'acc-m1'], 'done'],
    [['acc-chair', 'acc-chair'], 'quorum-missing'],
    [['acc-m1', 'acc-m2'], 'quorum-missing'],
    [['acc-chair', 'acc-stranger'], 'invalid-input'],
  ])('opening with %j: %s', (present, expected) => {
    expect(codeOf(open(sessionsIn.convened, present, now))).toBe(expected);
  });

  it('a recusal leaves the quorum as it is: it must hold for that file, also at the close', () => {
    const three = { ...sessionsIn.open, quorum: 3 } as JurySession;
    const recused = stateOf(recuseFromFile(three, 'app-1', { memberId: 'acc-m2', reason: 'Un lien' }, now));
    expect(recused).toMatchObject({ quorum: 3, files: [{ recusals: [{ memberId: 'acc-m2' }] }, {}] });
    // The decision in which the member took part must be taken again.
    expect(recused.files[0]!.decision).toBeUndefined();
    expect(codeOf(decide(recused, 'app-1', decision, now))).toBe('quorum-missing');
    expect(codeOf(decide(recused, 'app-1', { ...decision, by: 'acc-m2' }, now))).toBe('permission-missing');
    expect(codeOf(decide(recused, 'app-2', { ...decision, by: 'acc-m2' }, now))).toBe('done');
    const weak = { ...recused, files: [fileOf('app-1', { recusals: recused.files[0]!.recusals })] };
    expect(close(weak as JurySession, 'acc-chair', now)).toMatchObject({
      refused: { code: 'quorum-missing', data: { applicationIds: ['app-1'] } },
    });
    expect(codeOf(recuseFromFile(recused, 'app-1', { memberId: 'acc-m2', reason: 'x' }, now))).toBe(
      'ignored',
    );
    expect(codeOf(recuseFromFile(recused, 'app-9', { memberId: 'acc-m2', reason: 'x' }, now))).toBe(
      'not-found',
    );
  });

  it('a member who comes late makes the quorum hold again, for what is decided from then on', () => {
    const two = stateOf(open(sessionsIn.convened, ['acc-chair', 'acc-m1'], now));
    const decided = stateOf(decide(two, 'app-2', decision, now));
    const stuck = stateOf(recuseFromFile(decided, 'app-1', { memberId: 'acc-m1', reason: 'Un lien' }, now));
    const byChair = { ...decision, by: 'acc-chair' };
    expect(codeOf(decide(stuck, 'app-1', byChair, now))).toBe('quorum-missing');
    const later = new Date(now.getTime() + 60_000);
    const joined = stateOf(letIn(stuck, 'acc-m2', later));
    const again = stateOf(decide(joined, 'app-1', byChair, later));
    expect(codeOf(close(again, 'acc-chair', later))).toBe('done');
    const deliberated = again.files.map((file) => 'present' in again && deliberatorsOf(again, file));
    expect(deliberated).toEqual([
      ['acc-chair', 'acc-m2'],
      ['acc-chair', 'acc-m1'],
    ]);
    expect(codeOf(letIn(joined, 'acc-m2', later))).toBe('ignored');
    expect(codeOf(letIn(joined, 'acc-stranger', later))).toBe('invalid-input');
  });

  it('an adjourned session has no decisions and no file, for others to read or for itself', () => {
    const adjourned = adjourn(sessionsIn.open, { by: 'acc-chair', reason: 'Quorum perdu' }, now);
    const state = stateOf(adjourned);
    expect(state).toMatchObject({
      state: 'adjourned',
      adjourned: { by: 'acc-chair', reason: 'Quorum perdu' },
    });
    expect(state.files.map((file) => 'decision' in file)).toEqual([false, false]);
    expect(occupies(state, 'app-1')).toBe(false);
    expect(sent(adjourned)).toMatchObject([{ data: { state: 'adjourned', applicationIds: [] } }]);
    expect(juryNews(state).data).toMatchObject({ applicationIds: [] });
    expect(sessionView(state, 'acc-m1')).toMatchObject({
      stateLabel: 'Séance levée sans décision',
      adjourned: { reason: 'Quorum perdu' },
    });
  });

  it('a member does not read what is thought of a file from which they are recused', () => {
    const recused = { memberId: 'acc-m1', reason: 'Un lien', at: '' };
    const file = fileOf('app-1', { recusals: [recused] });
    const back = { ...sessionsIn.open, files: [file, fileOf('app-2')], refused } as JurySession;
    const [hidden, shown] = sessionView(back, 'acc-m1').files;
    expect([hidden!.mean, hidden!.decision]).toEqual([undefined, undefined]);
    expect(shown).toMatchObject({ mean: 14.25, decision: { outcome: 'ADMITTED' } });
    // Only an admission lacks a place: that would tell the decision.
    expect(sessionView(back, 'acc-m1').refused).toEqual([]);
    expect(sessionView(back, 'acc-m2')).toMatchObject({ refused, files: [{ mean: 14.25 }, {}] });
  });

  it('a member whose own file it is does not decide on it, nor reads what is thought of it', () => {
    const own = { ...candidacy, candidateId: 'acc-m1' };
    const state = stateOf(setAgenda(sessionsIn.planned, [own], {}, now));
    expect(state.files[0]!.recusals.map(({ memberId }) => memberId)).toEqual(['acc-m1']);
    expect(sessionView(state, 'acc-m1').files[0]!.mean).toBeUndefined();
    expect(sessionView(state, 'acc-m2').files[0]!.mean).toBe(14.25);
  });
});

describe('R34: the agenda', () => {
  it('keeps recusals, and never takes back who left', () => {
    const recused = stateOf(
      recuseFromFile(sessionsIn.convened, 'app-1', { memberId: 'acc-m1', reason: 'Un lien' }, now),
    );
    const gone = stateOf(leave(recused, 'app-2'));
    expect(codeOf(leave(gone, 'app-2'))).toBe('ignored');
    const again = ['app-1', 'app-2'].map((applicationId) => ({ ...candidacy, applicationId }));
    const set = setAgenda(gone, again, { programmeTitle: 'Données' }, now);
    expect(stateOf(set).files).toMatchObject([
      { applicationId: 'app-1', recusals: [{ memberId: 'acc-m1' }] },
    ]);
    expect(sent(set)).toMatchObject([{ data: { state: 'convened', applicationIds: ['app-1'] } }]);
    // It was not on the agenda yet: nobody has to be told.
    expect(sent(leave(sessionsIn.convened, 'app-9'))).toEqual([]);
  });

  it('holds a file until it is deferred in a closed session', () => {
    const closed = sessionsIn.closed;
    const deferred = {
      ...closed,
      files: [fileOf('app-1', { decision: { ...decision, outcome: 'DEFERRED', at: '' } })],
    };
    expect([occupies(closed, 'app-1'), occupies(deferred, 'app-1'), occupies(closed, 'app-9')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('R35: closing', () => {
  it('wants every file decided, asks for places, and tells each decision once when it is sealed', () => {
    const { decision: _none, ...undecided } = fileOf('app-2');
    const half = { ...sessionsIn.open, files: [fileOf('app-1'), undecided] } as JurySession;
    expect(close(half, 'acc-chair', now)).toMatchObject({
      refused: { code: 'decisions-missing', data: { applicationIds: ['app-2'] } },
    });
    const not = fileOf('app-2', {
      decision: { ...decision, outcome: 'NOT_ADMITTED', grounds: ['a'], at: '' },
    });
    const files = [fileOf('app-1', { derogation: 'D30_M1' }), not];
    const closing = close({ ...sessionsIn.open, files } as JurySession, 'acc-chair', now);
    expect(sent(closing)[0]!.data).toMatchObject({
      attempt: 1,
      admissions: [{ applicationId: 'app-1', derogation: 'D30_M1' }],
    });
    const sealed = seal(stateOf(closing), 1, signature, new Date('2026-12-02T00:00:00Z'));
    expect(sent(sealed).map(({ name }) => name)).toEqual([
      'evaluation.decision-recorded.v1',
      'evaluation.decision-recorded.v1',
      'evaluation.jury-changed.v1',
    ]);
    // The chair signed when closing, whenever the cohort answered.
    expect(sent(sealed)[1]!.data).toMatchObject({ outcome: 'NOT_ADMITTED', signedAt: now.toISOString() });
    expect(stateOf(sealed)).not.toHaveProperty('closing');
  });

  it('R10: refused places are named and the next try has another number; an old answer closes nothing', () => {
    const back = stateOf(sendBack(sessionsIn.closing, { attempt: 1, refused }));
    expect(back).toMatchObject({ state: 'open', refused });
    const again = stateOf(close(back, 'acc-chair', now));
    expect(again).toMatchObject({ attempt: 2, refused: [] });
    expect(codeOf(seal(again, 1, signature, now))).toBe('ignored');
    expect(codeOf(seal(again, 2, signature, now))).toBe('done');
  });

  it('R10: tells the decision on who left while places were asked for, so that the place is given back', () => {
    const gone = leave(sessionsIn.closing, 'app-1');
    expect(sent(gone)).toEqual([]);
    const told = sent(seal(stateOf(gone), 1, signature, now)).map(({ data }) => data);
    expect(told.slice(0, 2)).toMatchObject([{ applicationId: 'app-1' }, { applicationId: 'app-2' }]);
    const back = sendBack(stateOf(gone), { attempt: 1, refused });
    expect(stateOf(back)).toMatchObject({
      files: [{ applicationId: 'app-2' }],
      refused: [],
      left: ['app-1'],
    });
    expect(sent(back)).toMatchObject([{ data: { applicationIds: ['app-2'] } }]);
  });

  it('R10: asks for places again under the same number, after a minute and then less and less often', () => {
    expect(states.filter((state) => askAgainAt(sessionsIn[state]))).toEqual(['closing']);
    let session = sessionsIn.closing;
    const waits: number[] = [];
    let before = Date.parse('2027-01-14T16:30:00.000Z');
    for (let times = 0; times < 9; times++) {
      const at = askAgainAt(session)!;
      waits.push((at.getTime() - before) / 60_000);
      before = at.getTime();
      expect(codeOf(askAgain(session, new Date(before - 1)))).toBe('ignored');
      const asked = askAgain(session, at);
      expect(sent(asked)).toMatchObject([
        { name: 'evaluation.places-requested.v1', data: { attempt: 1, admissions: [{}, {}] } },
      ]);
      session = stateOf(asked);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(codeOf(seal(session, 1, signature, now))).toBe('done');
  });

  it('R71: turns nobody down without a ground, also when that was recorded before grounds were asked for', () => {
    const groundless = { ...decision, outcome: 'NOT_ADMITTED' as const };
    expect(codeOf(decide(sessionsIn.open, 'app-1', groundless, now))).toBe('grounds-missing');
    expect(codeOf(decide(sessionsIn.open, 'app-1', { ...groundless, grounds: ['Prérequis'] }, now))).toBe(
      'done',
    );
    const files = [fileOf('app-1', { decision: { ...groundless, at: '' } })];
    expect(close({ ...sessionsIn.open, files } as JurySession, 'acc-chair', now)).toMatchObject({
      refused: { code: 'grounds-missing', data: { applicationIds: ['app-1'] } },
    });
  });

  it.each([
    [{ ...decision, outcome: 'NOT_ADMITTED' as const, conditionalOn: 'DIPLOMA_AWARD' }, 'invalid-input'],
    [{ ...decision, conditionalOn: 'DIPLOMA_AWARD' }, 'done'],
    [{ ...decision, by: 'acc-stranger' }, 'permission-missing'],
  ])('decision %#: %s', (given, expected) => {
    expect(codeOf(decide(sessionsIn.open, 'app-1', given, now))).toBe(expected);
    expect(codeOf(decide(sessionsIn.open, 'app-9', given, now))).toBe('not-found');
  });

  it('numbers minutes by the year in Paris', () => {
    expect(minutesSeries('2026-12-31T22:59:59.000Z')).toBe('minutes-2026');
    expect(minutesSeries('2026-12-31T23:00:00.000Z')).toBe('minutes-2027');
    expect(minutesNumber('minutes-2027', 3)).toBe('PV-2027-0003');
  });
});

describe('who reaches a session', () => {
  const who = (id: string, role: Subject['grants'][number]['role'], programmes = ['donnees']): Subject => ({
    id,
    grants: [
      {
        role,
        programmes,
      },
    ],
  });
  it.each<[string, Subject, boolean, boolean, boolean]>([
    ['its chair', who('acc-chair', 'jury-chair'), true, true, true],
    ['a member', who('acc-m1', 'jury-member'), true, true, false],
    ['a member who chairs others', who('acc-m1', 'jury-chair'), true, true, false],
    ['another member', who('acc-x', 'jury-member'), false, false, false],
    ['a member without the programme', who('acc-m1', 'jury-member', ['energies']), false, false, false],
    ['an officer', who('officer-1', 'officer'), true, false, false],
    ['an officer of another programme', who('officer-1', 'officer', ['energies']), false, false, false],
    ['a candidate', who('acc-chair', 'candidate'), false, false, false],
  ])('%s reads, decides, closes', (_who, subject, ...expected) => {
    const permissions = ['jury:read', 'jury:decide', 'jury:close'] as const;
    expect(permissions.map((permission) => maySit(subject, permission, sessionsIn.open))).toEqual(expected);
  });
});
