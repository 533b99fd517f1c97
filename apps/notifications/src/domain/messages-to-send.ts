import * as admissibility from '@admissions/contracts/admissibility';
import * as applications from '@admissions/contracts/applications';
import * as correspondence from '@admissions/contracts/correspondence';
import * as offers from '@admissions/contracts/offers';
import { documentRefused } from '@admissions/contracts/documents';
import { interviewBooked, interviewCancelled } from '@admissions/contracts/interviews';
import * as gateway from '@admissions/contracts/gateway';
import type { DataOf, MessageDefinition } from '@admissions/contracts/message';
import { fundingJudged, orderPaid, refundSucceeded, type Product } from '@admissions/contracts/payments';
import type { TemplateName } from './template-names.ts';

/** The letter that follows from a message, before anybody is looked up. */
export interface Planned {
  readonly template: TemplateName;
  /** The account whose letter it is. */
  readonly accountId: string;
  /** Where it goes, when the message itself says so; else to the confirmed address of the account. */
  readonly to?: { readonly email: string; readonly name: string };
  readonly applicationId?: string;
  /** For the template; never a secret. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The sealed link of the letter and when it ends. */
  readonly link?: { readonly sealed: string; readonly expiresAt: string };
  /** Who decided: an account, or a printable name. Its name joins the data as `signatory` (R68). */
  readonly signedBy?: string;
}

/** A row of the table: a message and the letter that follows from it. */
interface Row<M extends MessageDefinition = MessageDefinition> {
  readonly message: M;
  plan(data: DataOf<M>, occurredAt: Date): Planned;
}

const row = <M extends MessageDefinition>(message: M, plan: Row<M>['plan']): Row =>
  ({ message, plan }) as unknown as Row;

type Linked = { accountId: string; email: string; name: string; sealedLink: string; expiresAt: string };
const linked =
  (template: TemplateName) =>
  ({ accountId, email, name, sealedLink: sealed, expiresAt }: Linked): Planned => ({
    template,
    accountId,
    to: { email, name },
    data: { expiresAt },
    link: { sealed, expiresAt },
  });

type About = { candidateId: string; applicationId: string };
/** A letter about an application, to the confirmed address of its candidate. */
const about = (
  template: TemplateName,
  message: About & Record<string, unknown>,
  more: object = {},
): Planned => ({
  template,
  accountId: message.candidateId,
  applicationId: message.applicationId,
  data: { ...message, ...more },
});

const receipts = {
  APPLICATION_FEE: 'payment-receipt',
  DEPOSIT: 'deposit-receipt',
} as const satisfies Record<Product, TemplateName>;
const admissibilities = { ADMISSIBLE: 'admissible', NOT_ADMISSIBLE: 'not-admissible' } as const;
const decisions = {
  ADMITTED: 'admitted',
  NOT_ADMITTED: 'not-admitted',
  DEFERRED: 'decision-deferred',
} as const;
const fundings = { CONFIRMED: 'funding-confirmed', REFUSED: 'funding-refused' } as const;

const ofAccounts: readonly Row[] = [
  row(gateway.emailConfirmationRequested, linked('confirm-address')),
  row(gateway.signUpRepeated, ({ accountId, email, name }) => ({
    template: 'sign-up-repeated',
    accountId,
    to: { email, name },
    data: {},
  })),
  row(gateway.passwordResetRequested, linked('reset-password')),
  row(gateway.passwordChanged, ({ accountId, email, name }, occurredAt) => ({
    template: 'password-changed',
    accountId,
    to: { email, name },
    data: { changedAt: occurredAt.toISOString() },
  })),
  row(gateway.emailChangeRequested, linked('confirm-new-address')),
  row(gateway.emailChanged, ({ accountId, email, name, newEmail }, occurredAt) => ({
    template: 'address-changed',
    accountId,
    to: { email, name },
    data: { changedAt: occurredAt.toISOString(), maskedNewEmail: masked(newEmail) },
  })),
  row(gateway.staffInvited, linked('staff-invitation')),
];

const ofApplications: readonly Row[] = [
  row(applications.applicationSubmitted, (submitted) => about('application-receipt', submitted)),
  row(documentRefused, (refused) => about('document-refused', refused)),
  row(correspondence.messagePosted, (posted) => about('message-posted', posted)),
  row(admissibility.admissibilityDecided, (decided) => ({
    ...about(admissibilities[decided.outcome], decided),
    signedBy: decided.decidedBy,
  })),
  // A calendar orders the changes of an appointment by the moment at which each was told.
  row(interviewBooked, (booked, occurredAt) =>
    about(booked.moved ? 'interview-moved' : 'interview-booked', booked, {
      toldAt: occurredAt.toISOString(),
    }),
  ),
  row(interviewCancelled, (cancelled, occurredAt) =>
    about('interview-cancelled', cancelled, { toldAt: occurredAt.toISOString() }),
  ),
  // R71: the grounds of a refusal are given to who asks for them; they are not in the letter, and not kept with it.
  row(offers.decisionAnnounced, ({ grounds, ...decision }) => ({
    ...about(decisions[decision.outcome], decision, decision.outcome === 'DEFERRED' ? { grounds } : {}),
    signedBy: decision.signedBy,
  })),
  row(offers.placeConfirmed, (confirmed) => about('place-confirmed', confirmed)),
  row(offers.offerLapsed, (lapsed) => about('offer-lapsed', lapsed)),
  row(offers.applicationWithdrawn, (withdrawn) => about('application-withdrawn', withdrawn)),
];

const ofPayments: readonly Row[] = [
  row(orderPaid, (paid) => about(receipts[paid.product], paid)),
  row(fundingJudged, (judged) => about(fundings[judged.outcome], judged)),
  row(refundSucceeded, (refunded) => about('refund-made', refunded)),
];

/** Message → letter, all of them. */
export const lettersByMessage: readonly Row[] = [...ofAccounts, ...ofApplications, ...ofPayments];

/** The letter of a message; undefined when the table has none. */
export function planLetter(name: string, data: unknown, occurredAt: Date): Planned | undefined {
  return lettersByMessage.find(({ message }) => message.name === name)?.plan(data as never, occurredAt);
}

/** Enough to recognise one’s own address, too little to learn another’s: whoever reads the old mailbox may be a stranger. */
export function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0] ?? ''}•••${email.slice(at)}`;
}
