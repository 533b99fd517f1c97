import type { Clock } from '@admissions/clock/clock';
import type { Connection } from 'mongoose';
import type { Prepared } from './connection.ts';
import type { FaultPoints } from './fault-points.ts';
import type { KeyedQueue } from './keyed-queue.ts';
import type { Logger } from './logger.ts';
import type { Tails } from './tails.ts';

/** What the parts of one store share. */
export interface Engine {
  readonly connection: Connection;
  readonly prepared: Prepared;
  /** Business time. */
  readonly clock: Clock;
  /** Real time, for ages and limits. */
  readonly now: () => Date;
  readonly random: () => number;
  readonly logger: Logger;
  readonly faults: FaultPoints;
  readonly queue: KeyedQueue;
  readonly tails: Tails;
}
