import { feeRequested } from '@admissions/contracts/applications';
import type { documentsFrozen, HeldDocument } from '@admissions/contracts/documents';
import { send, type DataOf, type Outgoing } from '@admissions/contracts/message';
import {
  moves,
  permits,
  type Application,
  type Draft,
  type FeePending,
  type FreezeHeld,
} from './application.ts';
import { askToFreeze } from './asking.ts';
import { dayOf } from './calendar.ts';
import { isInCheck, isThere, wantedTypes } from './checklist.ts';
import type { Ignored, Outcome } from './outcome.ts';
import { takeOver } from './kept-documents.ts';
import { checklistOf, confirmedData } from './own-checklist.ts';
import { snapshotOf } from './snapshot.ts';

/**
 * documents lets nothing move any more and says what it holds: the fee is asked for (R16, R78), or, when a required piece was
 * taken out at the moment of the confirmation, the application is a draft again. `hash` gives the SHA-256 of what is
 * confirmed. An answer to another confirmation than the last one, or a second one, changes nothing.
 */
export function takeFreeze(
  application: Application,
  { attempt, held }: DataOf<typeof documentsFrozen>,
  hash: (data: object) => string,
  now: Date,
): Outcome | Ignored {
  if (!permits('hold-documents', application)) return { ignored: `it is ${application.state} by now` };
  const { freeze } = application;
  if (freeze.attempt !== attempt)
    return { ignored: `the answer to revision ${attempt}, not to ${freeze.attempt}` };
  if (freeze.is === 'held') return { ignored: 'held already' };
  const documents = takeOver(application.documents, held);
  if (!isWhole(application, held)) return reopen({ ...application, documents }, now);
  const at = now.toISOString();
  const dataHash = hash(confirmedData(application, held));
  const standing: FreezeHeld = { is: 'held', attempt, at, dataHash, documents: held.filter(isThere) };
  const state: FeePending = {
    ...application,
    state: moves['hold-documents'].to,
    documents,
    freeze: standing,
  };
  return { state, messages: [requestFee(state, standing)] };
}

/** documents has not answered, and enough time has passed to ask again for the same confirmation. */
export function askToFreezeAgain(application: Application, now: Date): Outcome | Ignored {
  if (application.state !== 'fee-pending' || application.freeze.is !== 'pending')
    return { ignored: `it is ${application.state} and waits for no documents` };
  const { attempt, asked } = application.freeze;
  if (asked === undefined || now.getTime() < Date.parse(asked.againAt))
    return { ignored: 'documents is not to be asked again now' };
  const { freeze, ask } = askToFreeze(application.id, attempt, asked.asks + 1, now);
  return { state: { ...application, freeze }, messages: [ask] };
}

/** Every required piece of the checklist as it was confirmed is held (R17), and none may still come or go by a check. */
function isWhole({ checklist }: FeePending, held: readonly HeldDocument[]): boolean {
  const types = new Set(held.filter(isThere).map(({ type }) => type));
  const required = checklist.filter(({ status }) => status === 'REQUIRED');
  return required.every(({ type }) => types.has(type)) && !held.some(isInCheck);
}

/** A draft again: what was confirmed, and agreed to, is to be confirmed anew. */
function reopen(pending: FeePending, now: Date): Outcome {
  const {
    checklist: _list,
    confirmation: _consents,
    freeze: _asked,
    leaving: _leaving,
    closing: _closing,
    ...rest
  } = pending;
  const draft: Draft = { ...rest, state: moves.reopen.to };
  const state = { ...draft, wanted: wantedTypes(checklistOf(draft, dayOf(now))) };
  return { state, messages: [snapshotOf(state)] };
}

function requestFee(application: FeePending, { dataHash, at }: FreezeHeld): Outgoing {
  const { id, candidateId, programme, intake, reference, ruleSet } = application;
  return send(feeRequested, {
    applicationId: id,
    candidateId,
    programmeId: programme.id,
    reference,
    programmeTitle: programme.title,
    intakeLabel: intake.label,
    amount: ruleSet.applicationFee,
    confirmedDataHash: dataHash,
    requestedAt: at,
  });
}
