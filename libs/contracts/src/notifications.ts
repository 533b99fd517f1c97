import { z } from 'zod';
import { defineCall, defineClockReport, page, paging } from './call.ts';
import { id, instant } from './ids.ts';

export const letterView = z.object({
  id,
  applicationId: id.optional(),
  template: z.string(),
  templateVersion: z.number().int(),
  subject: z.string(),
  state: z.enum(['due', 'sent', 'failed']),
  createdAt: instant,
  sentAt: instant.optional(),
});
export type LetterView = z.infer<typeof letterView>;

export const listLetters = defineCall({
  name: 'notifications.list-letters',
  service: 'notifications',
  kind: 'query',
  allow: ['letter:read'],
  about: 'The letters that went to the subject, newest first; letters with a secret link are not shown.',
  input: paging,
  output: page(letterView),
});

export const reportClock = defineClockReport('notifications');
