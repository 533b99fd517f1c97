import { admissibilityDecided } from '@admissions/contracts/admissibility';
import { documentTypes, type DocumentType } from '@admissions/contracts/document-types';
import type { DocumentState } from '@admissions/contracts/documents';
import { send, type Outgoing } from '@admissions/contracts/message';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import {
  moves,
  permits,
  type Admissible,
  type Admissibility,
  type Application,
  type NotAdmissible,
} from './application.ts';
import { addWorkingDays, dayOf } from './calendar.ts';
import type { KeptDocuments } from './checklist.ts';
import type { Outcome } from './outcome.ts';
import { mentionOf } from './mention.ts';
import { snapshotOf } from './snapshot.ts';

/** What an officer says of a file. */
export type Verdict = Omit<Admissibility, 'decidedAt' | 'decidedBy'>;

const moveOf = { ADMISSIBLE: 'find-admissible', NOT_ADMISSIBLE: 'find-not-admissible' } as const;

/**
 * Records what a named officer decides on the file alone (R4, R27, R121). The letter is promised within the working days of the
 * rule set (R28, R29). Refuses before the study may begin (R83), without exactly one route or derogation for an admissible file
 * (R5, R8, R9), while a required document is not accepted, and without a ground for one that is not admissible.
 */
export function recordAdmissibility(
  application: Application,
  verdict: Verdict,
  by: string,
  now: Date,
): Outcome | Refusal {
  const move = moveOf[verdict.outcome];
  if (!permits(move, application)) return refuse(moves[move].otherwise);
  const { examinableFrom } = application.submission;
  if (now.getTime() < Date.parse(examinableFrom))
    return refuse('study-not-started', undefined, { examinableFrom });
  const fault =
    verdict.outcome === 'ADMISSIBLE'
      ? faultOfAdmission(verdict, application)
      : faultOfRefusal(verdict, application);
  if (fault) return fault;
  const admissibility: Admissibility = { ...verdict, decidedAt: now.toISOString(), decidedBy: by };
  const state: Admissible | NotAdmissible = { ...application, admissibility, state: moves[move].to };
  return { state, messages: [snapshotOf(state), announce(state)] };
}

function faultOfAdmission(
  { route, derogation, grounds }: Verdict,
  { checklist, documents }: { checklist: Admissible['checklist']; documents: KeptDocuments },
): Refusal | undefined {
  if ((route === undefined) === (derogation === undefined)) return refuse('route-or-derogation');
  if (grounds.length > 0) return wrongField('grounds', 'an admissible file has no grounds of refusal');
  const required = checklist.filter(({ status }) => status === 'REQUIRED').map(({ type }) => type);
  const open = required.filter((type) => !isAccepted(type, documents));
  if (open.length === 0) return undefined;
  const named = open.map((type) => ({ type, label: documentTypes[type].label }));
  return refuse('documents-not-judged', undefined, { documents: named });
}

function faultOfRefusal(
  { route, derogation, grounds, comment }: Verdict,
  { state }: Application,
): Refusal | undefined {
  if (route !== undefined || derogation !== undefined) return refuse('route-or-derogation');
  if (grounds.length === 0) return wrongField('grounds', 'say at least one ground (R27)');
  if (grounds.includes('OTHER') && !comment) return wrongField('comment', 'the ground OTHER is explained');
  // R27 as ruled in 1b: nobody is refused for pieces that were never asked for.
  if (grounds.includes('INCOMPLETE') && state !== 'info-requested')
    return wrongField('grounds', 'INCOMPLETE only after a completeness request whose date has passed (R27)');
  return undefined;
}

function wrongField(path: string, message: string): Refusal {
  return { refused: { code: 'invalid-input', detail: message, issues: [{ path, message }] } };
}

/** States in which an officer, the check or the candidate has still something to do about a document. */
const unsettled: readonly DocumentState[] = ['uploaded', 'checking', 'checked', 'refused'];

/** True when a document of the type is accepted and none of it waits for a verdict or for its replacement. */
function isAccepted(type: DocumentType, documents: KeptDocuments): boolean {
  const states = Object.values(documents)
    .filter((document) => document.type === type)
    .map(({ state }) => state);
  return states.includes('accepted') && !states.some((state) => unsettled.includes(state));
}

function announce(application: Admissible | NotAdmissible): Outgoing {
  const { outcome, grounds, comment, decidedAt, decidedBy } = application.admissibility;
  return send(admissibilityDecided, {
    ...mentionOf(application),
    outcome,
    grounds: [...grounds],
    ...(comment === undefined ? {} : { comment }),
    decidedAt,
    decidedBy,
    dueOn: addWorkingDays(dayOf(decidedAt), application.ruleSet.admissibilityBusinessDays),
  });
}
