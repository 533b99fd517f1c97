import { refuse, type ProblemCode, type Refusal } from '@admissions/contracts/problem';
import { isOver } from './interview-state.ts';
import { evaluatorsMissing, hundredths, markMoves, markOf, type Mark, type MarkState } from './marks.ts';
import type { Ignored, Outcome } from './outcome.ts';
import { changed, type Selection } from './selection.ts';

type Decided = Outcome<Selection> | Refusal;

/**
 * Names as many evaluators as are missing: two at first, one in the place of who stepped back, a third when two locked marks are
 * too far apart (R32). All must be different from each other, from those before, and from the candidate. Who is named already is
 * not named again.
 */
export function assign(selection: Selection, evaluatorIds: readonly string[], now: Date): Decided | Ignored {
  if (selection.ended) return refuse('wrong-state');
  const missing = evaluatorsMissing(selection.marks, selection.figures);
  const named = selection.marks
    .filter(({ state }) => state !== 'recused')
    .map(({ evaluatorId }) => evaluatorId);
  if (evaluatorIds.every((evaluatorId) => named.includes(evaluatorId))) return { ignored: 'named already' };
  if (missing === 0) return refuse('wrong-state', 'enough evaluators are named');
  const known = selection.marks.map(({ evaluatorId }) => evaluatorId);
  if (new Set([...known, ...evaluatorIds]).size !== known.length + evaluatorIds.length)
    return refuse('evaluators-must-differ');
  if (evaluatorIds.length !== missing) return refuse('evaluators-must-differ', undefined, { missing });
  if (evaluatorIds.includes(selection.candidateId)) return refuse('not-an-evaluator');
  const assignedAt = now.toISOString();
  const assigned = evaluatorIds.map((evaluatorId): Mark => ({
    evaluatorId,
    assignedAt,
    state: markMoves.assign.to,
  }));
  return changed(selection, { ...selection, marks: [...selection.marks, ...assigned] });
}

/** Keeps the draft of one's own mark; what is not given stays. */
export function save(
  selection: Selection,
  evaluatorId: string,
  draft: { score?: number | undefined; comment?: string | undefined },
): Decided {
  return changeMark(selection, evaluatorId, 'save', (mark) => {
    const kept = mark.state === 'draft' ? mark : undefined;
    const score = draft.score === undefined ? kept?.score : hundredths(draft.score);
    const comment = draft.comment ?? kept?.comment;
    const { assignedAt } = mark;
    return {
      evaluatorId,
      assignedAt,
      state: markMoves.save.to,
      ...(score === undefined ? {} : { score }),
      ...(comment === undefined ? {} : { comment }),
    };
  });
}

/** Locks one's own mark for good: with a score, a comment, and after the interview (R32). */
export function lock(selection: Selection, evaluatorId: string, now: Date): Decided {
  return changeMark(selection, evaluatorId, 'lock', (mark) => {
    if (mark.state !== 'draft') return refuse('mark-incomplete');
    const { score, comment, assignedAt } = mark;
    if (score === undefined || !comment) return refuse('mark-incomplete');
    if (!isOver(selection.interview)) return refuse('interview-not-done');
    const lockedAt = now.toISOString();
    return { evaluatorId, assignedAt, state: markMoves.lock.to, score, comment, lockedAt };
  });
}

/** Steps back for a conflict of interest: the draft is taken out, and another evaluator is to be named (R32). */
export function recuse(selection: Selection, evaluatorId: string, reason: string, now: Date): Decided {
  return changeMark(selection, evaluatorId, 'recuse', ({ assignedAt }) => ({
    evaluatorId,
    assignedAt,
    state: markMoves.recuse.to,
    reason,
    recusedAt: now.toISOString(),
  }));
}

/** An officer takes off an evaluator whose mark is not locked; a file must not wait for ever for one who is away (R32). */
export function relieve(
  selection: Selection,
  { evaluatorId, reason }: { evaluatorId: string; reason: string },
  relievedBy: string,
  now: Date,
): Decided {
  return changeMark(selection, evaluatorId, 'relieve', ({ assignedAt }) => ({
    evaluatorId,
    assignedAt,
    state: markMoves.relieve.to,
    reason,
    recusedAt: now.toISOString(),
    relievedBy,
  }));
}

function changeMark(
  selection: Selection,
  evaluatorId: string,
  move: 'save' | 'lock' | 'recuse' | 'relieve',
  change: (mark: Mark) => Mark | Refusal,
): Decided {
  const mark = markOf(selection.marks, evaluatorId);
  if (!mark) return refuse('not-found');
  if (selection.ended) return refuse('wrong-state');
  const { from, otherwise } = markMoves[move];
  if (!(from as readonly MarkState[]).includes(mark.state))
    return refuse((otherwise as Partial<Record<MarkState, ProblemCode>>)[mark.state] ?? 'wrong-state');
  const next = change(mark);
  if ('refused' in next) return next;
  return changed(selection, {
    ...selection,
    marks: selection.marks.map((old) => (old === mark ? next : old)),
  });
}
