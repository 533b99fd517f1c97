import { z } from 'zod';
import { defineCall, defineClockReport, page, paging } from './call.ts';
import { id, instant } from './ids.ts';
import { defineMessage } from './message.ts';

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

/** R28, R35: the letters by which a promise is kept; the others keep none. */
export const promiseKeptBy = {
  admissible: 'ADMISSIBILITY',
  'not-admissible': 'ADMISSIBILITY',
  admitted: 'JURY_DECISION',
  'not-admitted': 'JURY_DECISION',
  'decision-deferred': 'JURY_DECISION',
} as const;

export const letterSent = defineMessage({
  name: 'notifications.letter-sent.v1',
  kind: 'fact',
  from: 'notifications',
  followers: ['applications'],
  about: 'The mail server took a letter about an application; a promise is kept at this moment (R28, R35).',
  data: z.object({
    letterId: id,
    applicationId: id,
    /** The kind of letter; {@link promiseKeptBy} says what it keeps. */
    template: z.string(),
    /** The id of the message that caused it. */
    causedBy: z.string(),
    sentAt: instant,
  }),
});
