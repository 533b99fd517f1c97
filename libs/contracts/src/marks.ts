import { z } from 'zod';
import { defineCall, page, paging } from './call.ts';
import { id, instant, slug } from './ids.ts';
import { interviewState } from './interviews.ts';
import { defineMessage } from './message.ts';
import { line, paragraphs } from './text.ts';

const ofApplication = z.object({ applicationId: id });

export const markStates = ['assigned', 'draft', 'locked', 'recused'] as const;

export const markState = z.enum(markStates);

export const markView = z.object({
  evaluatorId: id,
  state: markState,
  /** Of another evaluator only once all that count are locked, the third included (R32). From 0 to 20, at most two decimals. */
  score: z.number().optional(),
  comment: z.string().optional(),
  lockedAt: instant.optional(),
  /** Who stepped back or was taken off, and why: told to who names evaluators, never to evaluators. */
  recusal: z
    .object({
      at: instant,
      reason: z.string(),
      /** The officer who took the evaluator off; absent when the evaluator stepped back. */
      relievedBy: id.optional(),
    })
    .optional(),
});

export const evaluationView = z.object({
  applicationId: id,
  reference: z.string(),
  programmeId: slug,
  marks: z.array(markView),
  /** All that count are locked: two, or three when the two are far apart. */
  isComplete: z.boolean(),
  /** Once complete: the mean of two, half up to a hundredth, or the median of three. */
  mean: z.number().optional(),
  /** R32: the marks are further apart than accepted and a third evaluator is to be named; told only to who names them. */
  needsThird: z.boolean(),
});

export type EvaluationView = z.infer<typeof evaluationView>;

export const assignEvaluators = defineCall({
  name: 'evaluation.assign-evaluators',
  service: 'evaluation',
  kind: 'command',
  allow: ['evaluator:assign'],
  about:
    'Names two different evaluators, or another one in the place of one who recused or a third when the marks are far apart.',
  input: z.object({ applicationId: id, evaluatorIds: z.array(id).min(1).max(3) }),
  output: evaluationView,
});

export const relieveEvaluator = defineCall({
  name: 'evaluation.relieve-evaluator',
  service: 'evaluation',
  kind: 'command',
  allow: ['evaluator:assign'],
  about:
    'Takes an evaluator off an application whose mark is not locked, so that another can be named: one who is ill must not hold up a candidate.',
  input: z.object({ applicationId: id, evaluatorId: id, reason: line(500) }),
  output: evaluationView,
});

export const saveMark = defineCall({
  name: 'evaluation.save-mark',
  service: 'evaluation',
  kind: 'command',
  allow: ['mark:give'],
  about: 'Keeps the draft of one’s own mark and comment.',
  input: z.object({
    applicationId: id,
    score: z.number().min(0).max(20).multipleOf(0.01).optional(),
    comment: paragraphs(4_000).optional(),
  }),
  output: evaluationView,
});

export const lockMark = defineCall({
  name: 'evaluation.lock-mark',
  service: 'evaluation',
  kind: 'command',
  allow: ['mark:give'],
  about: 'Locks one’s own mark for good; wants a score and a comment.',
  input: ofApplication,
  output: evaluationView,
});

export const recuse = defineCall({
  name: 'evaluation.recuse',
  service: 'evaluation',
  kind: 'command',
  allow: ['mark:give'],
  about: 'The evaluator declares a conflict of interest and steps back; what was drafted is taken out.',
  input: z.object({ applicationId: id, reason: line(500) }),
  output: evaluationView,
});

export const getEvaluation = defineCall({
  name: 'evaluation.get-evaluation',
  service: 'evaluation',
  kind: 'query',
  allow: ['mark:give', 'evaluator:assign', 'jury:read'],
  about: 'The marks of one application as the subject may see them (R32).',
  input: ofApplication,
  output: evaluationView,
});

export const listAssignments = defineCall({
  name: 'evaluation.list-assignments',
  service: 'evaluation',
  kind: 'query',
  allow: ['mark:give'],
  about: 'The applications that the subject is to mark, oldest first.',
  input: paging,
  output: page(z.object({ applicationId: id, reference: z.string(), programmeId: slug, state: markState })),
});

export const selectionChanged = defineMessage({
  name: 'evaluation.selection-changed.v1',
  kind: 'snapshot',
  from: 'evaluation',
  followers: ['applications', 'documents'],
  about:
    'Where interview and marks of an application stand, and who was assigned to mark it and may therefore read it.',
  data: z.object({
    applicationId: id,
    interview: interviewState,
    evaluators: z.array(id),
    lockedMarks: z.number().int(),
    isComplete: z.boolean(),
  }),
});
