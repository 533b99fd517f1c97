import { baseConfig } from '@admissions/runtime/config';
import { z } from 'zod';
import { defaultFigures, defaultJuryMembers, type Figures } from './domain/figures.ts';

/** The environment of the evaluation service. */
export const evaluationConfig = baseConfig.extend({
  /** R32: marks further apart than so many points want a third evaluator. */
  SELECTION_MAX_GAP: z.coerce.number().min(0).max(20).default(defaultFigures.maxGap),
  /** R30: how often a booked interview may be changed. */
  SELECTION_MAX_MOVES: z.coerce.number().int().min(0).max(100).default(defaultFigures.maxMoves),
  /** R30: a slot is booked, moved or given back at least so many minutes before it begins. */
  SELECTION_NOTICE_MINUTES: z.coerce.number().int().min(0).max(10_080).default(defaultFigures.noticeMinutes),
  /** R36: members of a jury, the chair included. */
  JURY_MIN_MEMBERS: z.coerce.number().int().min(2).max(21).default(defaultJuryMembers),
  /** JSON with the facts of the school; its name and address head the minutes. */
  INSTITUTION_FILE: z.string().min(1).optional(),
});
export type EvaluationConfig = z.infer<typeof evaluationConfig>;

/** Token by which the parsed environment is injected. */
export abstract class Settings {
  abstract readonly env: EvaluationConfig;
}

/** The figures that a selection takes with it at its invitation. */
export function figuresOf(env: EvaluationConfig): Figures {
  return {
    maxGap: env.SELECTION_MAX_GAP,
    maxMoves: env.SELECTION_MAX_MOVES,
    noticeMinutes: env.SELECTION_NOTICE_MINUTES,
  };
}
