import { z } from 'zod';
import { defineCall, page, paging } from './call.ts';
import { id, instant } from './ids.ts';
import { ofApplication } from './mention.ts';
import { defineMessage } from './message.ts';

export const messageView = z.object({
  id,
  from: z.enum(['candidate', 'staff']),
  authorName: z.string(),
  text: z.string(),
  at: instant,
});

export type MessageView = z.infer<typeof messageView>;

export const postMessage = defineCall({
  name: 'applications.post-message',
  service: 'applications',
  kind: 'command',
  allow: ['message:write'],
  about: 'Writes into the thread between the candidate and the staff of one application.',
  input: z.object({ applicationId: id, text: z.string().trim().min(1).max(4_000) }),
  output: messageView,
});

export const listMessages = defineCall({
  name: 'applications.list-messages',
  service: 'applications',
  kind: 'query',
  allow: ['message:read'],
  about: 'The thread of one application, oldest first.',
  input: paging.extend({ applicationId: id }),
  output: page(messageView),
});

export const messagePosted = defineMessage({
  name: 'applications.message-posted.v1',
  kind: 'fact',
  from: 'applications',
  followers: ['notifications'],
  slow: ['notifications'],
  about: 'The staff wrote to the candidate; the mail says that there is a message, not what it says.',
  data: z.object({ ...ofApplication, messageId: id }),
});
