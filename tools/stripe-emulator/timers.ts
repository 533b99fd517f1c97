import { expireSession, type Session } from './sessions.ts';
import { openDispute } from './disputes.ts';
import { failRefund, settleRefund } from './refunds.ts';
import type { TimedAct } from './later.ts';
import type { World } from './world.ts';

const ACTS: Record<TimedAct, (world: World, target: string) => void> = {
  'open-dispute': openDispute,
  'settle-refund': settleRefund,
  'fail-refund': failRefund,
};

/**
 * Does all that is due by business time: sessions that expire, refunds that settle or fail, disputes. Called before each
 * request and by the tick, so that nobody ever sees a session as open after its end.
 */
export function advance(world: World): void {
  const quiet: World = { ...world, cause: null };
  const { journal } = world;
  const nowMs = world.clock.nowMs();
  const due = journal.rows<{ seq: number; act: TimedAct; target: string }>(
    'SELECT seq, act, target FROM timers WHERE due_ms <= ? ORDER BY due_ms, seq',
    nowMs,
  );
  for (const timer of due) {
    journal.transaction(() => {
      journal.run('DELETE FROM timers WHERE seq = ?', timer.seq);
      ACTS[timer.act](quiet, timer.target);
    });
  }
  const ended = journal.rows<{ body: string }>(
    `SELECT body FROM objects INDEXED BY open_sessions WHERE kind = 'checkout.session' AND json_extract(body, '$.status') = 'open'
     AND json_extract(body, '$.expires_at') <= ?`,
    Math.floor(nowMs / 1000),
  );
  for (const row of ended) expireSession(quiet, JSON.parse(row.body) as Session);
}
