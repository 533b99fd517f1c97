import type { World } from './world.ts';

export type TimedAct = 'open-dispute' | 'settle-refund' | 'fail-refund';

/** Keeps, in the same transaction as the change, that something follows it after the configured business time. */
export function later(world: World, act: TimedAct, target: string): void {
  const due = world.clock.nowMs() + world.settings.laterMs;
  world.journal.run('INSERT INTO timers (due_ms, act, target) VALUES (?, ?, ?)', due, act, target);
}
