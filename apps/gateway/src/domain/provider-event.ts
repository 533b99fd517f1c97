import { providerEventReceived } from '@admissions/contracts/gateway';
import { send, type Outgoing } from '@admissions/contracts/message';

/**
 * What is kept of a genuine webhook: which object of the provider changed. Its content is not: it may be old when it is read,
 * and it names people; the state is asked from the provider.
 */
export interface ProviderEvent {
  readonly eventId: string;
  readonly type: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly createdAt: string;
}

/** Keeps an event and passes it on once, however often it comes. */
export function receive(
  current: ProviderEvent | undefined,
  event: ProviderEvent,
): { state: ProviderEvent; messages: readonly Outgoing[] } | { ignored: string } {
  if (current) return { ignored: 'came before' };
  return { state: event, messages: [send(providerEventReceived, event)] };
}
