import { z } from 'zod';
import { problem } from '../problem.ts';

/** What an HTTP client gets when the answer is no: RFC 9457, `application/problem+json`. */
export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** Stable; programs read this one. */
  code: problem.shape.code,
  detail: z.string().optional(),
  /** The path that was asked. */
  instance: z.string(),
  correlationId: z.string(),
  issues: problem.shape.issues,
  data: problem.shape.data,
});
export type ProblemDocument = z.infer<typeof problemDocument>;

/** The content type of a problem document. */
export const problemContentType = 'application/problem+json';
