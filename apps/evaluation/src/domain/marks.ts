import type { markStates } from '@admissions/contracts/marks';
import type { ProblemCode } from '@admissions/contracts/problem';
import type { Figures } from './figures.ts';

export type MarkState = (typeof markStates)[number];

/** What one evaluator thinks of an application. Scores are whole hundredths of a point, so that means and gaps are exact (R74). */
export type Mark = { readonly evaluatorId: string; readonly assignedAt: string } & (
  | { readonly state: 'assigned' }
  | { readonly state: 'draft'; readonly score?: number; readonly comment?: string }
  | {
      readonly state: 'locked';
      readonly score: number;
      readonly comment: string;
      readonly lockedAt: string;
    }
  | {
      readonly state: 'recused';
      readonly reason: string;
      readonly recusedAt: string;
      /** The officer who took the evaluator off; without it the evaluator stepped back. */
      readonly relievedBy?: string;
    }
);
export type LockedMark = Extract<Mark, { state: 'locked' }>;

interface Move {
  readonly from: readonly MarkState[];
  readonly to: MarkState;
  readonly by: 'officer' | 'evaluator';
  /** What the evaluator hears in another state; a recused one is not an evaluator of the application any more. */
  readonly otherwise: Partial<Record<MarkState, ProblemCode>>;
}

/** Who moves a mark from where to where. A locked mark never changes. */
export const markMoves = {
  assign: { from: [], to: 'assigned', by: 'officer', otherwise: {} },
  save: {
    from: ['assigned', 'draft'],
    to: 'draft',
    by: 'evaluator',
    otherwise: { locked: 'mark-locked', recused: 'not-found' },
  },
  lock: {
    from: ['draft'],
    to: 'locked',
    by: 'evaluator',
    otherwise: { assigned: 'mark-incomplete', locked: 'mark-locked', recused: 'not-found' },
  },
  recuse: {
    from: ['assigned', 'draft'],
    to: 'recused',
    by: 'evaluator',
    otherwise: { locked: 'mark-locked', recused: 'not-found' },
  },
  relieve: {
    from: ['assigned', 'draft'],
    to: 'recused',
    by: 'officer',
    otherwise: { locked: 'mark-locked', recused: 'not-found' },
  },
} as const satisfies Record<string, Move>;

/** R32: as many different evaluators look at each application. */
const twoEvaluators = 2;

/** A score of 0 to 20 in hundredths, half up (R74): 12.345 is 1235. Decimal arithmetic: 1.005 is 101, not 100. */
export function hundredths(score: number): number {
  return Math.round(Number(`${score.toFixed(6)}e2`));
}

/** Hundredths as the number of points that people read. */
export function points(score: number): number {
  return score / 100;
}

/** The marks that count: of those who did not step back, in the order in which they were named. */
export function activeMarks(marks: readonly Mark[]): Exclude<Mark, { state: 'recused' }>[] {
  return marks.filter((mark) => mark.state !== 'recused');
}

/** The mark of an evaluator who did not step back. */
export function markOf(marks: readonly Mark[], evaluatorId: string): Mark | undefined {
  return activeMarks(marks).find((mark) => mark.evaluatorId === evaluatorId);
}

/** R32: the two marks are locked and further apart than accepted, so that a third evaluator counts. */
export function isFarApart(marks: readonly Mark[], { maxGap }: Pick<Figures, 'maxGap'>): boolean {
  const [first, second] = activeMarks(marks);
  if (first?.state !== 'locked' || second?.state !== 'locked') return false;
  return Math.abs(first.score - second.score) > hundredths(maxGap);
}

/** How many evaluators are to be named now; 0 when there are enough. */
export function evaluatorsMissing(marks: readonly Mark[], figures: Pick<Figures, 'maxGap'>): number {
  const wanted = isFarApart(marks, figures) ? twoEvaluators + 1 : twoEvaluators;
  return Math.max(0, wanted - activeMarks(marks).length);
}

/** R32: everybody who counts has locked: from now on the marks are no secret to each other, and a jury may sit on them. */
export function isComplete(marks: readonly Mark[], figures: Pick<Figures, 'maxGap'>): boolean {
  const active = activeMarks(marks);
  return evaluatorsMissing(marks, figures) === 0 && active.every(({ state }) => state === 'locked');
}

/** R32: the mean of two, half up to a hundredth; of three the median. Undefined until all that count are locked. */
export function resultOf(marks: readonly Mark[], figures: Pick<Figures, 'maxGap'>): number | undefined {
  if (!isComplete(marks, figures)) return undefined;
  const scores = activeMarks(marks)
    .flatMap((mark) => (mark.state === 'locked' ? [mark.score] : []))
    .sort((a, b) => a - b);
  if (scores.length > twoEvaluators) return scores[1];
  return Math.floor((scores[0]! + scores[1]! + 1) / 2);
}
