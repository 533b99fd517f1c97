import { send, type Outgoing } from '@admissions/contracts/message';
import { letterSent } from '@admissions/contracts/notifications';
import type { Refusal } from '@admissions/contracts/problem';
import type { TemplateName } from './template-names.ts';

/** What is kept of a letter: enough to write it again word for word, except for its secret link, which is never kept. */
interface Facts {
  readonly id: string;
  readonly template: TemplateName;
  readonly templateVersion: number;
  readonly subject: string;
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly applicationId?: string;
  readonly hasLink: boolean;
  /** The data of the template, as JSON. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
}

/** A file that went with the letter, by its digest: proof of what was sent. */
export interface SentFile {
  readonly fileName: string;
  readonly sha256: string;
}

export type DueLetter = Facts & { readonly state: 'due' };
export type SentLetter = Facts & {
  readonly state: 'sent';
  readonly sentAt: string;
  readonly files: readonly SentFile[];
};
export type FailedLetter = Facts & {
  readonly state: 'failed';
  readonly failedAt: string;
  readonly reason: string;
};
export type Letter = DueLetter | SentLetter | FailedLetter;
export type LetterState = Letter['state'];

/** Every way in which a letter moves on. */
export const moves = {
  'mark-sent': { from: ['due'], to: 'sent' },
  'mark-failed': { from: ['due'], to: 'failed' },
} as const satisfies Record<string, { from: readonly LetterState[]; to: LetterState }>;

export type Decision = { state: Letter; messages?: readonly Outgoing[] } | Refusal | { ignored: string };

/** Writes a letter down before it is sent; the same letter twice is one. */
export function writeLetter(current: Letter | undefined, facts: Facts): Decision {
  return current ? { ignored: `letter-${current.state}` } : { state: { ...facts, state: 'due' } };
}

/** The mail server took it. Of a letter about an application others are told: a promise is kept at this moment (R28, R35). */
export function markSent(
  current: Letter,
  { files, causedBy }: { files: readonly SentFile[]; causedBy: string },
  now: Date,
): Decision {
  if (!isDue(current)) return { ignored: `letter-${current.state}` };
  const sentAt = now.toISOString();
  const state = { ...current, state: 'sent', sentAt, files } as const;
  const { id: letterId, template, applicationId } = current;
  if (applicationId === undefined) return { state };
  return { state, messages: [send(letterSent, { letterId, applicationId, template, causedBy, sentAt })] };
}

/** It will never be sent: the address is refused for good, or its link has ended. */
export function markFailed(current: Letter, reason: string, now: Date): Decision {
  if (!isDue(current)) return { ignored: `letter-${current.state}` };
  return { state: { ...current, state: 'failed', failedAt: now.toISOString(), reason } };
}

function isDue(letter: Letter): letter is DueLetter {
  return letter.state === 'due';
}
