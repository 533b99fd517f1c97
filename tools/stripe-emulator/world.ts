import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Journal } from './journal.ts';
import type { Settings } from './settings.ts';

/** The request that causes an event, or null: the hosted page, the passing of time. */
export type Cause = { id: string; idempotency_key: string | null } | null;

/** Everything that an act of the emulator needs. One per running emulator; `cause` differs per request. */
export type World = {
  settings: Settings;
  journal: Journal;
  clock: Clock;
  faults: Faults;
  apiVersion: string;
  baseUrl: string;
  cause: Cause;
};
