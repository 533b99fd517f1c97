import type { InputOf } from '@admissions/contracts/call';
import { send, type Outgoing } from '@admissions/contracts/message';
import type { Money } from '@admissions/contracts/money';
import {
  fundingJudged,
  type fundingStates,
  type FundingView,
  type judgeFunding,
  type registerFunding,
} from '@admissions/contracts/payments';
import type { ApplicationState } from '@admissions/contracts/applications';
import { refuse, type Refusal } from '@admissions/contracts/problem';

export type FundingState = (typeof fundingStates)[number];

interface Facts {
  readonly id: string;
  readonly applicationId: string;
  readonly candidateId: string;
  readonly programmeId: string;
  /** As the letter to the candidate names the application. */
  readonly reference: string;
  readonly programmeTitle: string;
  readonly kind: FundingView['kind'];
  readonly funder: string;
  /** The funder’s own number of the agreement (R99). */
  readonly agreement: string;
  readonly amount: Money;
  readonly receivedOn: string;
  readonly remainderPaidBy?: 'EMPLOYER' | 'CANDIDATE';
  readonly registeredAt: string;
  readonly registeredBy: string;
}

export type ReceivedFunding = Facts & { readonly state: 'received' };
export type ConfirmedFunding = Facts & {
  readonly state: 'confirmed';
  readonly confirmedAt: string;
  readonly confirmedBy: string;
};
export type RefusedFunding = Facts & {
  readonly state: 'refused';
  readonly refusedAt: string;
  readonly refusedBy: string;
  readonly reason: string;
};
export type Funding = ReceivedFunding | ConfirmedFunding | RefusedFunding;

/** How an agreement moves. Requested, submitted and cancelled ones are kept by the funder or reversed by people (R102): nothing leads there yet. */
export const fundingMoves = {
  confirm: { from: ['received'], to: 'confirmed', by: 'finance-officer' },
  refuse: { from: ['received'], to: 'refused', by: 'finance-officer' },
} as const satisfies Record<string, { from: readonly FundingState[]; to: FundingState; by: string }>;

/** Words for candidates. */
export const fundingLabels = {
  requested: 'Demandé',
  submitted: 'Transmis au financeur',
  received: 'Accord reçu, en cours de vérification',
  confirmed: 'Accord confirmé',
  refused: 'Accord refusé',
  cancelled: 'Accord annulé',
} as const satisfies Record<FundingState, string>;

export type FundingDecision =
  { state: Funding; messages?: readonly Outgoing[] } | Refusal | { ignored: string };

/** What a registration needs to know of the application. */
export interface FundedApplication {
  readonly candidateId: string;
  readonly programmeId: string;
  readonly reference: string;
  readonly programmeTitle: string;
  readonly state?: ApplicationState;
  readonly tuition?: Money;
}

/** In these the candidate does not come: there is nothing to fund. */
const over: readonly ApplicationState[] = [
  'not-admissible',
  'not-admitted',
  'lapsed',
  'withdrawn',
  'cancelled',
];

interface Registering {
  readonly id: string;
  readonly by: string;
  readonly now: Date;
  /** The civil date in Paris. */
  readonly today: string;
}

/** Registers an agreement that was received (R99). Below the tuition somebody must be named who pays the rest (R100). */
export function register(
  application: FundedApplication,
  input: InputOf<typeof registerFunding>,
  { id, by, now, today }: Registering,
): FundingDecision {
  const { candidateId, programmeId, reference, programmeTitle, state, tuition } = application;
  if (state && over.includes(state)) return refuse('wrong-state', undefined, { state });
  if (input.receivedOn > today)
    return refuse('invalid-input', 'an agreement is received before it is registered');
  const covers = tuition !== undefined && input.amount.amount >= tuition.amount;
  if (input.amount.amount === 0 || (!covers && !input.remainderPaidBy))
    return refuse('funding-too-low', undefined, tuition ? { tuition: tuition.amount } : {});
  const funding: ReceivedFunding = {
    state: 'received',
    id,
    applicationId: input.applicationId,
    candidateId,
    programmeId,
    reference,
    programmeTitle,
    kind: input.kind,
    funder: input.funder,
    agreement: input.reference,
    amount: input.amount,
    receivedOn: input.receivedOn,
    ...(covers || !input.remainderPaidBy ? {} : { remainderPaidBy: input.remainderPaidBy }),
    registeredAt: now.toISOString(),
    registeredBy: by,
  };
  return { state: funding };
}

/** A named person says that issuer, person, programme and amount are right, or not (R99). Said once; the candidate is told. */
export function judge(
  funding: Funding,
  verdict: InputOf<typeof judgeFunding>['verdict'],
  by: string,
  now: Date,
): FundingDecision {
  if (funding.state !== 'received') return refuse('wrong-state', undefined, { state: funding.state });
  const at = now.toISOString();
  const { id: fundingId, applicationId, candidateId, reference, programmeTitle, funder } = funding;
  const { outcome } = verdict;
  const reason = verdict.outcome === 'REFUSED' ? { reason: verdict.reason } : {};
  const told = { fundingId, applicationId, candidateId, reference, programmeTitle, funder, outcome };
  const messages = [send(fundingJudged, { ...told, ...reason, judgedAt: at })];
  if (verdict.outcome === 'REFUSED')
    return {
      state: { ...funding, state: 'refused', refusedAt: at, refusedBy: by, reason: verdict.reason },
      messages,
    };
  return { state: { ...funding, state: 'confirmed', confirmedAt: at, confirmedBy: by }, messages };
}

/** What a reader sees of an agreement; who of the staff confirmed it is for staff. */
export function viewOfFunding(funding: Funding, isForStaff: boolean): FundingView {
  const { id, applicationId, kind, funder, agreement, amount, state, receivedOn, remainderPaidBy } = funding;
  return {
    id,
    applicationId,
    kind,
    funder,
    reference: agreement,
    amount,
    state,
    stateLabel: fundingLabels[state],
    receivedOn,
    ...(remainderPaidBy ? { remainderPaidBy } : {}),
    ...(funding.state === 'confirmed' ? { confirmedAt: funding.confirmedAt } : {}),
    ...(funding.state === 'confirmed' && isForStaff ? { confirmedBy: funding.confirmedBy } : {}),
    ...(funding.state === 'refused' ? { refusedReason: funding.reason } : {}),
  };
}
