import { applicationSubmitted } from '@admissions/contracts/applications';
import * as gateway from '@admissions/contracts/gateway';
import type { DataOf, MessageDefinition } from '@admissions/contracts/message';
import { orderPaid } from '@admissions/contracts/payments';
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

/** Message → letter, all of them. */
export const lettersByMessage: readonly Row[] = [
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
  row(orderPaid, (paid) => ({
    template: 'payment-receipt',
    accountId: paid.candidateId,
    applicationId: paid.applicationId,
    data: paid,
  })),
  row(applicationSubmitted, (submitted) => ({
    template: 'application-receipt',
    accountId: submitted.candidateId,
    applicationId: submitted.applicationId,
    data: submitted,
  })),
];

/** The letter of a message; undefined when the table has none. */
export function planLetter(name: string, data: unknown, occurredAt: Date): Planned | undefined {
  return lettersByMessage.find(({ message }) => message.name === name)?.plan(data as never, occurredAt);
}

/** Enough to recognise one’s own address, too little to learn another’s: whoever reads the old mailbox may be a stranger. */
export function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0] ?? ''}•••${email.slice(at)}`;
}
