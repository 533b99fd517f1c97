import type { admissibilityDecided } from '@admissions/contracts/admissibility';
import { selectionChanged } from '@admissions/contracts/marks';
import { send, type DataOf, type Outgoing } from '@admissions/contracts/message';
import type { Figures } from './figures.ts';
import type { Interview } from './interview-state.ts';
import { activeMarks, isComplete, type Mark } from './marks.ts';
import type { Outcome } from './outcome.ts';

/** The assessment of one admissible application: an interview and two marks (R30, R32). */
export interface Selection {
  readonly applicationId: string;
  readonly candidateId: string;
  readonly reference: string;
  readonly programmeId: string;
  readonly programmeTitle: string;
  readonly figures: Figures;
  readonly invitedAt: string;
  readonly interview: Interview;
  readonly marks: readonly Mark[];
  /** The candidate left, or the school took the application out: nothing follows any more. */
  readonly ended?: { readonly at: string; readonly why: 'WITHDRAWN' | 'CANCELLED' };
}

/** Begins the selection of an application that was found admissible (R28). */
export function invite(
  decided: DataOf<typeof admissibilityDecided>,
  figures: Figures,
  now: Date,
): Outcome<Selection> {
  const { applicationId, candidateId, reference, programmeId, programmeTitle } = decided;
  const state: Selection = {
    applicationId,
    candidateId,
    reference,
    programmeId,
    programmeTitle,
    figures,
    invitedAt: now.toISOString(),
    interview: {
      state: 'invited',
      bookings: 0,
      sequence: 0,
      releasing: [],
    },
    marks: [],
  };
  return { state, messages: [snapshotOf(state)] };
}

/** Who marks the application and has not stepped back; they may read it. */
export function evaluatorsOf({ marks }: Selection): string[] {
  return activeMarks(marks).map(({ evaluatorId }) => evaluatorId);
}

/** The outcome of a change; the others hear of it when it concerns them. */
export function changed(
  before: Selection,
  state: Selection,
  messages: readonly Outgoing[] = [],
): Outcome<Selection> {
  const now = snapshotOf(state);
  const isNews = JSON.stringify(now.data) !== JSON.stringify(snapshotOf(before).data);
  return { state, messages: isNews ? [...messages, now] : messages };
}

function snapshotOf(selection: Selection): Outgoing {
  const { applicationId, interview, marks, figures } = selection;
  return send(selectionChanged, {
    applicationId,
    interview: interview.state,
    evaluators: evaluatorsOf(selection),
    lockedMarks: activeMarks(marks).filter(({ state }) => state === 'locked').length,
    isComplete: isComplete(marks, figures),
  });
}
