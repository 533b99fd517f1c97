import type { Schemas } from '../client/api.ts';

type State = Schemas['ApplicationState'];
type Facts = Schemas['ApplicantFactsInput'];

const fee = 8_000;
const deposit = 45_000;

/** What becomes of a candidate: the acts that differ, and where it must end. Money in cents. */
export interface Fate {
  readonly name: string;
  /** How many of fifty. */
  readonly share: number;
  readonly funding: NonNullable<Facts['funding']>;
  /** How far it goes by itself; without it, as far as the jury and the deposit lead. */
  readonly stopsAt?: 'draft' | 'fee' | 'study' | 'booking' | 'jury';
  readonly cards: readonly ('good' | 'declined')[];
  readonly refusedDocument?: true;
  readonly isAdmissible: boolean;
  readonly interview?: 'DONE' | 'NO_SHOW';
  readonly jury?: 'ADMITTED' | 'NOT_ADMITTED' | 'DEFERRED';
  /** What the jury that meets after the start decides of a deferred file. */
  readonly lateJury?: 'ADMITTED';
  readonly paysDeposit?: true;
  readonly agreement?: { readonly kind: 'OPCO' | 'EMPLOYER'; readonly outcome: 'CONFIRMED' | 'REFUSED' };
  readonly withdraws?: 'from-draft' | 'from-offer' | 'from-place' | 'by-right';
  readonly ends: {
    readonly state: State;
    readonly fee: number;
    /** Paid, and of it given back. */
    readonly deposit: number;
    readonly refunded: number;
    readonly letters: readonly string[];
  };
}

const self = { type: 'SELF' } as const;
const employer = { type: 'EMPLOYER', employer: 'Une entreprise' } as const;
const opco = { type: 'OPCO', opco: 'ATLAS', employer: 'Une entreprise' } as const;

const submitted = ['payment-receipt', 'application-receipt'];
const booked = [...submitted, 'admissible', 'interview-booked'];
const admitted = [...booked, 'admitted'];
const placed = [...admitted, 'deposit-receipt', 'place-confirmed'];

const untilFee = { cards: ['good'], isAdmissible: false } as const;
const untilInterview = { cards: ['good'], isAdmissible: true } as const;
const untilJury = { ...untilInterview, interview: 'DONE' } as const;
const untilPlace = { ...untilJury, jury: 'ADMITTED', paysDeposit: true } as const;

const nothing = { fee: 0, deposit: 0, refunded: 0 };
const feeOnly = { fee, deposit: 0, refunded: 0 };
const depositKept = { fee, deposit, refunded: 0 };
const depositRefunded = { fee, deposit, refunded: deposit };

const confirmed = (kind: 'OPCO' | 'EMPLOYER') => ({ kind, outcome: 'CONFIRMED' }) as const;

/** The fates of fifty candidates. */
export const fates: readonly Fate[] = [
  {
    name: 'funded by an OPCO, deposit refunded',
    share: 8,
    funding: opco,
    ...untilPlace,
    agreement: confirmed('OPCO'),
    ends: {
      state: 'confirmed',
      ...depositRefunded,
      letters: [...placed, 'funding-confirmed', 'refund-made'],
    },
  },
  {
    name: 'funded by the employer, deposit refunded',
    share: 4,
    funding: employer,
    ...untilPlace,
    agreement: confirmed('EMPLOYER'),
    ends: {
      state: 'confirmed',
      ...depositRefunded,
      letters: [...placed, 'funding-confirmed', 'refund-made'],
    },
  },
  {
    name: 'document refused and replaced, then refunded',
    share: 3,
    funding: opco,
    ...untilPlace,
    refusedDocument: true,
    agreement: confirmed('OPCO'),
    ends: {
      state: 'confirmed',
      ...depositRefunded,
      letters: [...placed, 'document-refused', 'funding-confirmed', 'refund-made'],
    },
  },
  {
    name: 'OPCO refuses, deposit kept',
    share: 3,
    funding: opco,
    ...untilPlace,
    agreement: { kind: 'OPCO', outcome: 'REFUSED' },
    ends: { state: 'confirmed', ...depositKept, letters: [...placed, 'funding-refused'] },
  },
  {
    name: 'self-funded',
    share: 3,
    funding: self,
    ...untilPlace,
    ends: { state: 'confirmed', ...depositKept, letters: placed },
  },
  {
    name: 'card declined, then a good one; self-funded',
    share: 2,
    funding: self,
    ...untilPlace,
    cards: ['declined', 'good'],
    ends: { state: 'confirmed', ...depositKept, letters: placed },
  },
  {
    name: 'not admissible',
    share: 4,
    funding: opco,
    ...untilFee,
    ends: { state: 'not-admissible', ...feeOnly, letters: [...submitted, 'not-admissible'] },
  },
  {
    name: 'does not come to the interview',
    share: 3,
    funding: opco,
    ...untilInterview,
    interview: 'NO_SHOW',
    ends: { state: 'admissible', ...feeOnly, letters: booked },
  },
  {
    name: 'not admitted',
    share: 4,
    funding: opco,
    ...untilJury,
    jury: 'NOT_ADMITTED',
    ends: { state: 'not-admitted', ...feeOnly, letters: [...booked, 'not-admitted'] },
  },
  {
    name: 'deferred',
    share: 2,
    funding: opco,
    ...untilJury,
    jury: 'DEFERRED',
    ends: { state: 'deferred', ...feeOnly, letters: [...booked, 'decision-deferred'] },
  },
  {
    name: 'deferred, admitted by a later jury',
    share: 1,
    funding: opco,
    ...untilJury,
    jury: 'DEFERRED',
    lateJury: 'ADMITTED',
    ends: { state: 'offer-open', ...feeOnly, letters: [...admitted, 'decision-deferred'] },
  },
  {
    name: 'offer lapses unpaid',
    share: 3,
    funding: self,
    ...untilJury,
    jury: 'ADMITTED',
    ends: { state: 'lapsed', ...feeOnly, letters: [...admitted, 'offer-lapsed'] },
  },
  {
    name: 'withdraws before the fee',
    share: 1,
    funding: self,
    ...untilFee,
    withdraws: 'from-draft',
    ends: { state: 'withdrawn', ...nothing, letters: ['application-withdrawn'] },
  },
  {
    name: 'withdraws before the deposit',
    share: 2,
    funding: self,
    ...untilJury,
    jury: 'ADMITTED',
    withdraws: 'from-offer',
    ends: { state: 'withdrawn', ...feeOnly, letters: [...admitted, 'application-withdrawn'] },
  },
  {
    name: 'withdraws after the deposit, which is kept',
    share: 1,
    funding: opco,
    ...untilPlace,
    agreement: confirmed('OPCO'),
    withdraws: 'from-place',
    ends: {
      state: 'withdrawn',
      ...depositKept,
      letters: [...placed, 'funding-confirmed', 'application-withdrawn'],
    },
  },
  {
    // Within fourteen days of the payment: it goes back by right (R86).
    name: 'renounces the contract by right',
    share: 1,
    funding: opco,
    ...untilPlace,
    agreement: confirmed('OPCO'),
    withdraws: 'by-right',
    ends: {
      state: 'withdrawn',
      ...depositRefunded,
      letters: [...placed, 'funding-confirmed', 'application-withdrawn', 'refund-made'],
    },
  },
  {
    name: 'leaves the form unfinished',
    share: 1,
    funding: self,
    ...untilFee,
    stopsAt: 'draft',
    ends: { state: 'draft', ...nothing, letters: [] },
  },
  {
    name: 'card declined, fee never paid',
    share: 1,
    funding: self,
    ...untilFee,
    cards: ['declined'],
    stopsAt: 'fee',
    ends: { state: 'fee-pending', ...nothing, letters: [] },
  },
  {
    name: 'waits for the study',
    share: 1,
    funding: opco,
    ...untilFee,
    stopsAt: 'study',
    ends: { state: 'submitted', ...feeOnly, letters: submitted },
  },
  {
    name: 'admissible, has not booked',
    share: 1,
    funding: opco,
    ...untilInterview,
    stopsAt: 'booking',
    ends: { state: 'admissible', ...feeOnly, letters: [...submitted, 'admissible'] },
  },
  {
    name: 'marked, waits for the next jury',
    share: 1,
    funding: opco,
    ...untilJury,
    stopsAt: 'jury',
    ends: { state: 'in-selection', ...feeOnly, letters: booked },
  },
];

/** So many fates in the proportions of the table: each once, in its order, as far as the number goes; then by share. */
export function fatesOf(count: number): Fate[] {
  const rows = fates.map((fate) => ({ fate, taken: 0 }));
  return Array.from({ length: count }, () => {
    // Who is furthest behind its share comes next.
    const next = rows.reduce((a, b) => (b.taken / b.fate.share < a.taken / a.fate.share ? b : a));
    next.taken += 1;
    return next.fate;
  });
}
