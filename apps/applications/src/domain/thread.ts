import { messagePosted, type MessageView } from '@admissions/contracts/correspondence';
import { send, type Outgoing } from '@admissions/contracts/message';
import type { Application } from './application.ts';
import { mentionOf } from './mention.ts';

/**
 * The thread between the candidate and the staff of one application. A revision holds the message that it added and nothing else,
 * so that the history of the stream is the thread and a long one costs no more than a short one.
 */
export interface Thread {
  readonly applicationId: string;
  readonly message: MessageView;
}

/** Candidates write to the service, not to a person. */
export const staffName = 'Service des admissions';

/** Adds a message; what the staff writes is announced to the candidate by mail, without its text. */
export function post(
  application: Application,
  message: MessageView,
): { state: Thread; messages: Outgoing[]; answer: MessageView } {
  const told = send(messagePosted, { ...mentionOf(application), messageId: message.id });
  return {
    state: { applicationId: application.id, message },
    messages: message.from === 'staff' ? [told] : [],
    answer: message,
  };
}
