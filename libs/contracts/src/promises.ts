import { z } from 'zod';
import { defineCall, page, paging } from './call.ts';
import { civilDate, id, instant, slug } from './ids.ts';

export const promiseView = z.object({
  applicationId: id,
  reference: z.string(),
  programmeId: slug,
  kind: z.enum(['ADMISSIBILITY', 'JURY_DECISION']),
  startedAt: instant,
  dueOn: civilDate,
  status: z.enum(['open', 'due-today', 'late', 'kept', 'kept-late']),
  keptAt: instant.optional(),
});

export type PromiseView = z.infer<typeof promiseView>;

export const listPromises = defineCall({
  name: 'applications.list-promises',
  service: 'applications',
  kind: 'query',
  allow: ['promise:read'],
  about: 'Letters that were promised within working days (R28, R35): due today, late, open or kept.',
  input: paging.extend({ status: z.enum(['open', 'due-today', 'late', 'kept', 'kept-late']).optional() }),
  output: page(promiseView),
});
