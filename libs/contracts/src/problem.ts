import { z } from 'zod';

/**
 * Every way in which the platform says no, with the HTTP status that a client sees.
 * A code is a promise to clients: it may be added, never renamed or given another meaning.
 */
export const problems = {
  // The request itself.
  'invalid-input': { status: 400, title: 'The request does not have the expected form' },
  'invalid-cursor': { status: 400, title: 'This page cursor was not issued by this list' },
  'invalid-idempotency-key': { status: 400, title: 'An Idempotency-Key has 1 to 128 printable characters' },
  'webhook-signature-invalid': { status: 400, title: 'The webhook signature does not match' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'sign-in-refused': {
    status: 401,
    title: 'Address or password is not right, or the address is not confirmed yet',
  },
  'origin-refused': { status: 403, title: 'This change came from a page of another site' },
  'permission-missing': { status: 403, title: 'Your roles do not allow this act' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This address does not know this method' },
  'body-too-large': { status: 413, title: 'The request is larger than accepted' },
  'media-type-unsupported': { status: 415, title: 'Send JSON' },
  'idempotency-key-reused': { status: 422, title: 'This Idempotency-Key was used with another request' },
  'too-many-requests': { status: 429, title: 'Too many requests; wait a moment' },
  // Faults and absences of ours: the same request may succeed later.
  'internal-error': { status: 500, title: 'Something failed on our side' },
  busy: { status: 503, title: 'Too many changes at once; try again' },
  'service-unavailable': { status: 503, title: 'A part of the platform is not reachable; try again' },
  'not-ready-yet': { status: 503, title: 'This is being prepared; try again in a moment' },
  'deadline-exceeded': { status: 504, title: 'No answer in time; the same request may be sent again' },
  // Accounts.
  'link-invalid': { status: 422, title: 'This link is unknown, used or too old' },
  'password-too-weak': { status: 422, title: 'This password is too easy to guess' },
  'password-refused': { status: 422, title: 'The current password is not right' },
  'email-taken': { status: 409, title: 'This address belongs to another account' },
  'last-administrator': { status: 409, title: 'The last administrator cannot be removed' },
  // Applications.
  'intake-not-open': { status: 409, title: 'This intake does not take applications now' },
  'application-exists': { status: 409, title: 'You already apply for this intake' },
  'application-not-editable': {
    status: 409,
    title: 'The application was confirmed and can no longer be edited',
  },
  'application-incomplete': { status: 409, title: 'Data or documents are missing' },
  'sworn-statement-missing': { status: 422, title: 'The sworn statement must be accepted' },
  'wrong-state': { status: 409, title: 'The application is not in a state that allows this' },
  'derogation-quota-full': { status: 409, title: 'The quota of this derogation is used up for the cohort' },
  'route-or-derogation': {
    status: 422,
    title: 'Give exactly one route or one derogation for an admissible file, none otherwise',
  },
  'study-not-started': { status: 409, title: 'The study of this file may not begin yet' },
  'documents-not-judged': { status: 409, title: 'Every required document must be accepted first' },
  'order-closing': { status: 409, title: 'A payment is being checked; try again in a moment' },
  // Interviews, marks and jury.
  'slot-taken': { status: 409, title: 'Somebody else has just taken this slot' },
  'slot-past': { status: 409, title: 'This slot is over or too near' },
  'slot-overlap': { status: 409, title: 'There is another interview at that time' },
  'slot-booked': { status: 409, title: 'This slot is booked and cannot be closed' },
  'too-many-moves': { status: 409, title: 'The interview was moved as often as accepted' },
  'evaluators-must-differ': { status: 422, title: 'Two different evaluators are needed' },
  'not-an-evaluator': { status: 422, title: 'This person is not an evaluator of the programme' },
  'not-a-jury-member': { status: 422, title: 'This person cannot sit in a jury of the programme' },
  'mark-locked': { status: 409, title: 'The mark is locked' },
  'mark-incomplete': { status: 422, title: 'A mark from 0 to 20 and a comment are needed' },
  'interview-not-done': { status: 409, title: 'The interview has not taken place' },
  'evaluation-incomplete': { status: 409, title: 'Two locked marks are needed first' },
  'quorum-missing': { status: 409, title: 'Fewer members are present than the quorum wants' },
  'decisions-missing': { status: 409, title: 'Some files of the agenda are not decided' },
  'grounds-missing': { status: 422, title: 'Nobody is turned down without at least one ground' },
  'session-sealed': { status: 409, title: 'The session is closed; its decisions cannot be changed' },
  'places-missing': { status: 409, title: 'There are not enough places or quota for these admissions' },
  // Documents.
  'document-type-unknown': { status: 422, title: 'This type of document does not exist' },
  'document-type-full': { status: 409, title: 'There are already as many files of this type as accepted' },
  'document-not-asked': { status: 409, title: 'This document is not asked for this application' },
  'document-format-refused': { status: 422, title: 'This type of document wants another file format' },
  'document-too-large': { status: 422, title: 'The file is larger than accepted' },
  'document-empty': { status: 422, title: 'The file is empty' },
  'document-wrong-type': { status: 422, title: 'The content is not of the declared format' },
  'document-truncated': { status: 422, title: 'The file is damaged or incomplete' },
  'document-encrypted': { status: 422, title: 'The file is protected by a password' },
  'document-active-content': { status: 422, title: 'The file holds scripts or attachments' },
  'document-too-many-pages': { status: 422, title: 'The file has more pages than accepted' },
  'document-photo-refused': {
    status: 422,
    title: 'The photo does not have the expected size or proportions',
  },
  'document-malware': { status: 422, title: 'The file holds malware' },
  'document-not-editable': { status: 409, title: 'Documents can no longer be changed by you' },
  'document-not-readable': { status: 409, title: 'The document has not passed its checks' },
  'document-replaced': { status: 409, title: 'Another document takes the place of this one' },
  'upload-not-received': {
    status: 409,
    title: 'The store has no file for this upload; it refused it or it was not sent',
  },
  'upload-expired': { status: 409, title: 'The upload form has expired; ask for another' },
  'upload-superseded': { status: 409, title: 'A newer upload has taken the place of this one' },
  // Payments.
  'order-not-payable': { status: 409, title: 'This order cannot be paid now' },
  'order-already-paid': { status: 409, title: 'This order is paid already' },
  'payment-provider-unavailable': { status: 503, title: 'The card service does not answer; try again' },
  'object-store-unavailable': { status: 503, title: 'The document store does not answer; try again' },
  'deposit-not-due': { status: 409, title: 'The deposit cannot be asked for yet' },
  'order-closed': { status: 409, title: 'The time to pay is over' },
  'funding-too-low': { status: 422, title: 'The amount does not cover the tuition; say who pays the rest' },
  'second-person-needed': { status: 409, title: 'Another person must approve this refund' },
  'refund-not-due': { status: 409, title: 'This refund is not due' },
  // Local platform.
  'clock-not-movable': { status: 409, title: 'The business clock of this platform cannot be moved' },
  'clock-only-forward': { status: 422, title: 'The business clock only moves forward' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

const codes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

/** One wrong field of a request: where it is and what was expected. */
export const issue = z.object({ path: z.string(), message: z.string() });
export type Issue = z.infer<typeof issue>;

/** What travels between services when the answer is no. HTTP clients see it as RFC 9457. */
export const problem = z.object({
  code: z.enum(codes),
  detail: z.string().optional(),
  /** What a program needs to act on the refusal: missing fields, the largest size, the date. */
  data: z.record(z.string(), z.json()).optional(),
  issues: z.array(issue).optional(),
  /** Seconds after which the same request is worth sending again. */
  retryAfter: z.number().int().positive().optional(),
});
export type Problem = z.infer<typeof problem>;

/** The error that edges throw and translate. Domain code returns a {@link Refusal} instead. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(
    code: ProblemCode,
    detail?: string,
    more: Omit<Problem, 'code' | 'detail'> = {},
    options?: ErrorOptions,
  ) {
    super(detail ?? problems[code].title, options);
    this.name = 'ProblemError';
    this.problem = { code, ...(detail === undefined ? {} : { detail }), ...more };
  }
  get code(): ProblemCode {
    return this.problem.code;
  }
  get status(): number {
    return problems[this.problem.code].status;
  }
}

/** A rule said no. Returned (not thrown) by `decide` functions, so that the compiler sees it. */
export interface Refusal {
  readonly refused: Problem;
}

/** Builds the refusal of a rule; `data` is what a program needs to act on it. */
export function refuse(code: ProblemCode, detail?: string, data?: Problem['data']): Refusal {
  return {
    refused: { code, ...(detail === undefined ? {} : { detail }), ...(data === undefined ? {} : { data }) },
  };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

/** True when the same request, sent again later with the same key, may succeed. */
export function isRetryable(code: ProblemCode): boolean {
  return problems[code].status >= 500 && code !== 'internal-error';
}
