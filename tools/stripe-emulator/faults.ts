// Switches for tests, set through the control routes. They live in memory: a restart forgets them, never the state.
import { parts, optional, integer, flag, oneOf, text, list, type Read } from './readers.ts';

/** What happens to the next API answers; `before` = nothing was done yet, `after` = the effect is done and kept. */
const apiFault = parts({
  times: integer({ min: 1, max: 1_000_000 }),
  when: oneOf('before', 'after'),
  act: oneOf('delay', 'hang', 'fail', 'cut'),
  delayMs: optional(integer({ min: 1, max: 600_000 })),
  /** Status of `fail`; 500 when absent. */
  status: optional(oneOf('429', '500', '502', '503')),
  method: optional(oneOf('GET', 'POST')),
  path: optional(text(200)),
  /** For `fail` + `after`: is the 500 what the key replays (as at Stripe), or the true answer? */
  keepFailure: optional(flag()),
});

const webhookFault = parts({
  /** The next n events never reach the endpoint, not even later. */
  lose: optional(integer({ min: 0, max: 1_000_000 })),
  /** The next n attempts fail as if nobody answered; they are tried again. */
  failAttempts: optional(integer({ min: 0, max: 1_000_000 })),
  /** Each event is sent this many times, whatever the answers. */
  copies: optional(integer({ min: 1, max: 100 })),
  shuffle: optional(flag()),
  delayMs: optional(integer({ min: 0, max: 600_000 })),
  paused: optional(flag()),
});

const refundFault = parts({
  /** The next n refunds begin as `pending` and settle later. */
  pending: optional(integer({ min: 0, max: 1_000_000 })),
  /** The next n refunds fail later, whatever the card. */
  fail: optional(integer({ min: 0, max: 1_000_000 })),
});

export const faultsForm = parts({
  api: optional(list(apiFault, { max: 50 })),
  webhooks: optional(webhookFault),
  refunds: optional(refundFault),
});

export type ApiFault = Read<typeof apiFault>;
export type FaultsForm = Read<typeof faultsForm>;

export class Faults {
  #api: ApiFault[] = [];
  webhooks = { lose: 0, failAttempts: 0, copies: 1, shuffle: false, delayMs: 0, paused: false };
  refunds = { pending: 0, fail: 0 };

  /** Replaces the named groups, leaves the others. */
  set(form: FaultsForm): void {
    if (form.api) this.#api = form.api.map((fault) => ({ ...fault }));
    if (form.webhooks) this.webhooks = { ...this.webhooks, ...defined(form.webhooks) };
    if (form.refunds) this.refunds = { ...this.refunds, ...defined(form.refunds) };
  }

  clear(): void {
    this.#api = [];
    this.webhooks = { lose: 0, failAttempts: 0, copies: 1, shuffle: false, delayMs: 0, paused: false };
    this.refunds = { pending: 0, fail: 0 };
  }

  /** Takes the fault for this answer, if one waits, and counts it down. */
  takeApi(when: 'before' | 'after', method: string, path: string): ApiFault | undefined {
    const fault = this.#api.find(
      (f) => f.when === when && (f.method ?? method) === method && path.startsWith(f.path ?? ''),
    );
    if (fault === undefined) return undefined;
    fault.times -= 1;
    if (fault.times === 0) this.#api.splice(this.#api.indexOf(fault), 1);
    return fault;
  }

  take(group: 'webhooks', name: 'lose' | 'failAttempts'): boolean;
  take(group: 'refunds', name: 'pending' | 'fail'): boolean;
  take(group: 'webhooks' | 'refunds', name: string): boolean {
    const counters = this[group] as unknown as Record<string, number>;
    const left = counters[name] ?? 0;
    if (left > 0) counters[name] = left - 1;
    return left > 0;
  }

  show(): object {
    return { api: this.#api, webhooks: this.webhooks, refunds: this.refunds };
  }
}

function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
