import { z } from 'zod';
import { defineCall, defineClockReport } from './call.ts';
import { documentTypeNames } from './document-types.ts';
import { id, instant } from './ids.ts';
import { defineMessage } from './message.ts';
import { problem } from './problem.ts';

export const documentStates = [
  'awaited',
  'uploaded',
  'checking',
  'rejected',
  'checked',
  'accepted',
  'refused',
  'replaced',
  'discarded',
] as const;
export const documentState = z.enum(documentStates);
export type DocumentState = z.infer<typeof documentState>;

const type = z.enum(documentTypeNames);

export const documentView = z.object({
  id,
  applicationId: id,
  type,
  label: z.string(),
  state: documentState,
  stateLabel: z.string(),
  fileName: z.string(),
  size: z.number().int().optional(),
  pages: z.number().int().optional(),
  sha256: z.string().optional(),
  /** Why the check rejected it; nothing of the file was kept. */
  problem: problem.pick({ code: true, detail: true }).optional(),
  requestedAt: instant,
  checkedAt: instant.optional(),
  /** What an officer said of it; a refused document may be replaced, and only that one. */
  verdict: z
    .object({
      accepted: z.boolean(),
      reason: z.string().optional(),
      reasonText: z.string().optional(),
      comment: z.string().optional(),
      at: instant,
    })
    .optional(),
});
export type DocumentView = z.infer<typeof documentView>;

export const requestUpload = defineCall({
  name: 'documents.request-upload',
  service: 'documents',
  kind: 'command',
  allow: ['document:upload'],
  about: 'A presigned form with which the browser sends one file straight to the quarantine of the store.',
  input: z.object({
    applicationId: id,
    type,
    fileName: z.string().trim().min(1).max(200),
    contentType: z.string().max(100),
    /** Size in bytes, as the browser sees it. */
    size: z.number().int().nonnegative(),
  }),
  output: z.object({
    documentId: id,
    upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
    maxSize: z.number().int(),
    expiresAt: instant,
  }),
});

const documentId = z.object({ documentId: id });

export const claimUpload = defineCall({
  name: 'documents.claim-upload',
  service: 'documents',
  kind: 'command',
  allow: ['document:upload'],
  about: 'Says that the file was sent: its content is then checked. Reports what the store refused.',
  input: documentId,
  output: documentView,
});

export const discardDocument = defineCall({
  name: 'documents.discard-document',
  service: 'documents',
  kind: 'command',
  allow: ['document:upload'],
  about: 'Takes a document out of a draft; its file is deleted.',
  input: documentId,
  output: documentView,
});

export const listDocuments = defineCall({
  name: 'documents.list-documents',
  service: 'documents',
  kind: 'query',
  allow: ['document:read'],
  about: 'The documents of one application, without those that were replaced or discarded.',
  input: z.object({ applicationId: id }),
  output: z.object({ items: z.array(documentView) }),
});

export const getDocument = defineCall({
  name: 'documents.get-document',
  service: 'documents',
  kind: 'query',
  allow: ['document:read'],
  about: 'One document and where its check stands.',
  input: documentId,
  output: documentView,
});

export const issueLink = defineCall({
  name: 'documents.issue-link',
  service: 'documents',
  kind: 'command',
  allow: ['document:read'],
  about: 'A link to the checked file that lives at most 60 seconds; who asked is written to the access log.',
  input: documentId,
  output: z.object({ url: z.string(), expiresAt: instant }),
});

export const reportClock = defineClockReport('documents');

export const checkRequested = defineMessage({
  name: 'documents.check-requested.v1',
  kind: 'fact',
  from: 'documents',
  followers: ['documents'],
  slow: ['documents'],
  about: 'A file lies in quarantine and is to be checked, away from the calls.',
  data: z.object({ documentId: id }),
});

export const documentChanged = defineMessage({
  name: 'documents.document-changed.v1',
  kind: 'snapshot',
  from: 'documents',
  followers: ['applications'],
  about: 'Where one document of an application stands, so that the checklist knows what is there.',
  data: z.object({
    documentId: id,
    applicationId: id,
    type,
    state: documentState,
    sha256: z.string().optional(),
    problem: problem.pick({ code: true, detail: true }).optional(),
  }),
});

/** Why an officer refuses a document, with what the candidate reads. */
export const refusalReasons = {
  UNREADABLE: 'Le document est illisible',
  EXPIRED: 'Le document est périmé',
  ONE_SIDE_MISSING: 'Il manque une face du document',
  NOT_TRANSLATED: 'Le document n’est pas traduit en français',
  NOT_CERTIFIED: 'La copie n’est pas certifiée conforme',
  WRONG_NAME: 'Le document est à un autre nom',
  WRONG_DOCUMENT: 'Ce n’est pas le document demandé',
  TOO_OLD: 'Le document est trop ancien',
} as const;
export type RefusalReason = keyof typeof refusalReasons;
const reasonNames = Object.keys(refusalReasons) as [RefusalReason];

export const judgeDocument = defineCall({
  name: 'documents.judge-document',
  service: 'documents',
  kind: 'command',
  allow: ['document:judge'],
  about:
    'An officer accepts a checked document, or refuses it with a reason; only that one may then be replaced.',
  input: z.object({
    documentId: id,
    verdict: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('ACCEPTED') }),
      z.object({
        outcome: z.literal('REFUSED'),
        reason: z.enum(reasonNames),
        comment: z.string().trim().max(1_000).optional(),
      }),
    ]),
  }),
  output: documentView,
});

export const documentRefused = defineMessage({
  name: 'documents.document-refused.v1',
  kind: 'fact',
  from: 'documents',
  followers: ['notifications'],
  slow: ['notifications'],
  about: 'An officer refused a document; the candidate is told why and sends another.',
  data: z.object({
    documentId: id,
    applicationId: id,
    candidateId: id,
    type,
    label: z.string(),
    fileName: z.string(),
    reason: z.enum(reasonNames),
    comment: z.string().optional(),
    refusedAt: instant,
  }),
});

export const heldDocument = z.object({
  documentId: id,
  type,
  state: documentState,
  /** Of the document, as its snapshots count it. */
  revision: z.number().int().positive(),
  /** Of the checked file. */
  sha256: z.string().optional(),
});
export type HeldDocument = z.infer<typeof heldDocument>;

export const documentsFrozen = defineMessage({
  name: 'documents.documents-frozen.v1',
  kind: 'fact',
  from: 'documents',
  followers: ['applications'],
  about:
    'No document of the application moves any more, but by a check that is under way; these are held. Ends when the application is a draft again.',
  data: z.object({
    applicationId: id,
    /** Of the request that this answers. */
    attempt: z.number().int().positive(),
    /** All that have their place, in whatever state. */
    held: z.array(heldDocument),
  }),
});
