import { baseConfig } from '@admissions/runtime/config';
import type { z } from 'zod';

/** The environment of the evaluation service: only what every service needs, so far. */
export const evaluationConfig = baseConfig.extend({});
export type EvaluationConfig = z.infer<typeof evaluationConfig>;
