import * as admissibility from './admissibility.ts';
import * as applications from './applications.ts';
import type { CallDefinition } from './call.ts';
import * as correspondence from './correspondence.ts';
import * as documents from './documents.ts';
import * as evaluation from './evaluation.ts';
import * as gateway from './gateway.ts';
import * as interviews from './interviews.ts';
import * as juries from './juries.ts';
import * as marks from './marks.ts';
import type { MessageDefinition } from './message.ts';
import * as notifications from './notifications.ts';
import * as offers from './offers.ts';
import * as payments from './payments.ts';
import * as promises from './promises.ts';
import type { AnsweringService, Service } from './services.ts';

const everything = [
  gateway,
  applications,
  admissibility,
  promises,
  correspondence,
  offers,
  documents,
  payments,
  evaluation,
  interviews,
  marks,
  juries,
  notifications,
].flatMap((module) => Object.values(module));

/** All messages, for the topology of the broker, the generated docs and the contract tests. */
export const messages: readonly MessageDefinition[] = everything.filter(
  (value): value is MessageDefinition => typeof value === 'object' && 'followers' in value,
);

/** All calls, for the generated docs and the tests that walk them. */
export const calls: readonly CallDefinition[] = everything.filter(
  (value): value is CallDefinition => typeof value === 'object' && 'allow' in value,
);

/** The messages that a service follows in its ordinary queue (`slow` false) or its queue for slow work. */
export function followedBy(service: Service, slow: boolean): MessageDefinition[] {
  return messages.filter(
    ({ followers, slow: slowly = [] }) => followers.includes(service) && slowly.includes(service) === slow,
  );
}

export function callsOf(service: AnsweringService): CallDefinition[] {
  return calls.filter((call) => call.service === service);
}
