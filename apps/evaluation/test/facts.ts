import { defaultFigures } from '../src/domain/figures.ts';
import type { HeldSlot, Interview } from '../src/domain/interview-state.ts';
import type { JuryFile, JurySession } from '../src/domain/jury-session.ts';
import type { Mark } from '../src/domain/marks.ts';
import type { Selection } from '../src/domain/selection.ts';
import { openSlot, type Slot, type SlotFacts } from '../src/domain/slot.ts';

export const now = new Date('2026-12-01T09:00:00.000Z');
export const times: SlotFacts = {
  programmeId: 'donnees',
  interviewerId: 'acc-i',
  interviewerName: 'Hélène Garnier',
  roomUrl: 'https://visio.school.example/salle-12',
  startsAt: '2026-12-08T09:00:00.000Z',
  endsAt: '2026-12-08T09:30:00.000Z',
};
export const booking = { applicationId: 'app-1', token: 'token-1' };

/** A slot in each of its states. */
export const slotsIn: Record<Slot['state'], Slot> = {
  open: openSlot(times),
  booked: { ...times, voided: [], state: 'booked', booking },
  closed: { ...times, voided: [], state: 'closed' },
  over: { ...times, voided: [], state: 'over', booking },
};

const { programmeId: _programme, ...place } = times;
const held: HeldSlot = { ...place, slotId: 'slot-1', token: 'token-1' };
const common = { bookings: 1, sequence: 0, releasing: [] };
const record = { by: 'officer-1', at: now.toISOString() };

/** An interview in each of its states. */
export const interviewsIn: Record<Interview['state'], Interview> = {
  invited: { ...common, bookings: 0, state: 'invited' },
  booked: { ...common, state: 'booked', slot: held },
  done: { ...common, state: 'done', slot: held, record },
  'no-show': { ...common, state: 'no-show', slot: held, record },
  cancelled: { ...common, sequence: 1, state: 'cancelled' },
};

export function selectionOf(parts: Partial<Selection> = {}): Selection {
  return {
    applicationId: 'app-1',
    candidateId: 'acc-1',
    reference: 'MS-2027-4F7K3Q',
    programmeId: 'donnees',
    programmeTitle: 'Mastère Spécialisé® Données',
    figures: defaultFigures,
    invitedAt: now.toISOString(),
    interview: interviewsIn.done,
    marks: [],
    ...parts,
  };
}

const assignedAt = now.toISOString();
/** A mark of an evaluator in each state. */
export const marksIn = (evaluatorId: string): Record<Mark['state'], Mark> => ({
  assigned: { evaluatorId, assignedAt, state: 'assigned' },
  draft: { evaluatorId, assignedAt, state: 'draft', score: 1200, comment: 'Sérieux' },
  locked: locked(evaluatorId, 12),
  recused: { evaluatorId, assignedAt, state: 'recused', reason: 'Un lien', recusedAt: assignedAt },
});

export function locked(evaluatorId: string, points: number): Mark {
  return {
    evaluatorId,
    assignedAt,
    state: 'locked',
    score: Math.round(points * 100),
    comment: 'Vu',
    lockedAt: assignedAt,
  };
}

export function fileOf(applicationId: string, parts: Partial<JuryFile> = {}): JuryFile {
  return {
    applicationId,
    candidateId: `acc-of-${applicationId}`,
    reference: 'MS-2027-4F7K3Q',
    candidateName: 'Camille Martin',
    mean: 1425,
    marks: 2,
    snapshotAt: now.toISOString(),
    recusals: [],
    decision: { outcome: 'ADMITTED', grounds: [], by: 'acc-chair', at: now.toISOString() },
    ...parts,
  };
}

const jury = {
  id: 'jury-1',
  programmeId: 'donnees',
  intakeId: 'donnees-2027-09',
  scheduledAt: '2027-01-14T13:00:00.000Z',
  chairId: 'acc-chair',
  memberIds: ['acc-m1', 'acc-m2'],
  quorum: 2,
  files: [fileOf('app-1'), fileOf('app-2')],
  left: [],
  attempt: 0,
  refused: [],
};
const sitting = {
  ...jury,
  openedAt: now.toISOString(),
  present: ['acc-chair', 'acc-m1', 'acc-m2'],
};
const closing = { by: 'acc-chair', at: '2027-01-14T16:30:00.000Z' };

/** A session in each of its states. */
export const sessionsIn: Record<JurySession['state'], JurySession> = {
  planned: { ...jury, files: [], state: 'planned' },
  convened: { ...jury, state: 'convened' },
  open: { ...sitting, state: 'open' },
  closing: { ...sitting, attempt: 1, state: 'closing', closing },
  closed: {
    ...sitting,
    attempt: 1,
    state: 'closed',
    closedAt: closing.at,
    minutes: {
      number: 'PV-2027-0001',
      signedAt: closing.at,
      signedBy: { id: 'acc-chair', name: 'Hélène Garnier' },
      names: { 'acc-chair': 'Hélène Garnier', 'acc-m1': 'Jean Dupond', 'acc-m2': 'Nadia Roux' },
    },
  },
  adjourned: {
    ...jury,
    state: 'adjourned',
    adjourned: { by: 'officer-1', at: now.toISOString(), reason: 'Quorum perdu' },
  },
};

/** What a decision came to, in one word. */
export function codeOf(result: object): string {
  if ('refused' in result) return (result.refused as { code: string }).code;
  return 'ignored' in result ? 'ignored' : 'done';
}
