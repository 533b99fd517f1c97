import type { InterviewView, SlotView } from '@admissions/contracts/interviews';
import type { SessionView } from '@admissions/contracts/juries';
import type { EvaluationView } from '@admissions/contracts/marks';
import { interviewLabels, type Said } from './interview-state.ts';
import { sessionLabels, type JuryFile, type JurySession } from './jury-session.ts';
import { evaluatorsMissing, isComplete, isFarApart, markOf, points, resultOf, type Mark } from './marks.ts';
import type { Selection } from './selection.ts';
import type { Slot, SlotFacts } from './slot.ts';

/** A slot as lists show it; who booked it and where it takes place are not told. */
export function slotView(id: string, slot: Pick<Slot, 'state'> & SlotFacts): SlotView {
  const { programmeId, startsAt, endsAt, interviewerName, state } = slot;
  return { id, programmeId, startsAt, endsAt, interviewerName, isFree: state === 'open' };
}

/**
 * The interview for those who take part in it: candidate, interviewer, evaluators, officers of the programme. Why the school gave an
 * appointment up is said among staff; the candidate hears of it by letter.
 */
export function interviewView(
  { applicationId, candidateId, programmeId, interview }: Selection,
  reader: { readonly id: string },
): InterviewView {
  const view = {
    applicationId,
    state: interview.state,
    stateLabel: interviewLabels[interview.state],
    moves: Math.max(0, interview.bookings - 1),
    ...('bySchool' in interview && interview.bySchool
      ? bySchoolView(interview.bySchool, reader.id !== candidateId)
      : {}),
  };
  if (!('slot' in interview)) return view;
  const { slotId: id, startsAt, endsAt, interviewerName, roomUrl } = interview.slot;
  return { ...view, slot: { id, programmeId, startsAt, endsAt, interviewerName, isFree: false }, roomUrl };
}

function bySchoolView({ at, reason }: Said & { reason: string }, isStaff: boolean) {
  return { cancelledBySchool: { at, ...(isStaff ? { reason } : {}) } };
}

/** Who looks at the marks. */
export interface MarkReader {
  readonly id: string;
  /** Names evaluators, and therefore learns that a third one is due before the marks are known. */
  readonly assigns: boolean;
}

/**
 * The marks as one reader may see them (R32): one's own always; another's score and comment only once all that count are locked,
 * whoever reads. Until then only the state is told. Why somebody stepped back or was taken off concerns who names another, not those who
 * go on marking.
 */
export function evaluationView(selection: Selection, reader: MarkReader): EvaluationView {
  const { applicationId, reference, programmeId, marks, figures } = selection;
  const complete = isComplete(marks, figures);
  const mean = resultOf(marks, figures);
  const needsThird = isFarApart(marks, figures) && evaluatorsMissing(marks, figures) > 0;
  const readsReasons = reader.assigns && markOf(marks, reader.id) === undefined;
  return {
    applicationId,
    reference,
    programmeId,
    marks: marks.map((mark) => ({
      ...markView(mark, complete || mark.evaluatorId === reader.id),
      ...(mark.state === 'recused' && readsReasons ? { recusal: recusalView(mark) } : {}),
    })),
    isComplete: complete,
    ...(mean === undefined ? {} : { mean: points(mean) }),
    needsThird: reader.assigns && needsThird,
  };
}

function markView(mark: Mark, isVisible: boolean): EvaluationView['marks'][number] {
  const { evaluatorId, state } = mark;
  if (!isVisible || mark.state === 'assigned' || mark.state === 'recused') return { evaluatorId, state };
  return {
    evaluatorId,
    state,
    ...(mark.score === undefined ? {} : { score: points(mark.score) }),
    ...(mark.comment === undefined ? {} : { comment: mark.comment }),
    ...(mark.state === 'locked' ? { lockedAt: mark.lockedAt } : {}),
  };
}

function recusalView({ recusedAt, reason, relievedBy }: Extract<Mark, { state: 'recused' }>) {
  return { at: recusedAt, reason, ...(relievedBy === undefined ? {} : { relievedBy }) };
}

/**
 * A jury session with its files, for its members and the officers of the programme. Nobody reads here what is thought of their own
 * application, or of one from which they are recused (R36): neither mark, decision and grounds, nor that there is no place for it.
 */
export function sessionView(session: JurySession, readerId: string): SessionView {
  const { id, programmeId, intakeId, scheduledAt, state, chairId, memberIds, quorum } = session;
  const hidden = session.files.filter((file) => isHidden(file, readerId));
  const refused = session.refused.filter(({ applicationId }) =>
    hidden.every((file) => file.applicationId !== applicationId),
  );
  return {
    id,
    programmeId,
    intakeId,
    scheduledAt,
    state,
    chairId,
    quorum,
    stateLabel: sessionLabels[state],
    memberIds: [...memberIds],
    present: 'present' in session ? [...session.present] : [],
    files: session.files.map((file) => fileView(file, hidden.includes(file))),
    refused: refused.map((each) => ({ ...each })),
    ...(session.state === 'closed' ? sealedView(session) : {}),
    ...(session.state === 'adjourned' ? adjournedView(session) : {}),
  };
}

/** True for a file of which this reader must not learn what is thought of it: their own, or one from which they are recused (R36). */
export function isHidden(file: JuryFile, readerId: string): boolean {
  return isOwn(file, readerId) || file.recusals.some(({ memberId }) => memberId === readerId);
}

/** True when the reader is the candidate of the file. */
export function isOwn({ candidateId }: JuryFile, readerId: string): boolean {
  return candidateId === readerId;
}

function adjournedView({ adjourned: { at, reason } }: Extract<JurySession, { state: 'adjourned' }>) {
  return { adjourned: { at, reason } };
}

function sealedView({ closedAt, minutes }: Extract<JurySession, { state: 'closed' }>) {
  const { number, signedAt, signedBy } = minutes;
  return { closedAt, minutes: { number, signedAt, signedBy: signedBy.name } };
}

function fileView(file: JuryFile, hides: boolean): SessionView['files'][number] {
  const { applicationId, reference, candidateName, mean, derogation, decision, recusals } = file;
  return {
    applicationId,
    reference,
    candidateName,
    ...(hides ? {} : { mean: points(mean) }),
    ...(derogation === undefined ? {} : { derogation }),
    ...(decision && !hides ? { decision: decisionView(decision) } : {}),
    recused: recusals.map(({ memberId }) => memberId),
  };
}

function decisionView({ outcome, grounds, conditionalOn, by }: NonNullable<JuryFile['decision']>) {
  return { outcome, grounds: [...grounds], by, ...(conditionalOn === undefined ? {} : { conditionalOn }) };
}
