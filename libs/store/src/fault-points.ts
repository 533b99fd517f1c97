/** The places between two writes of a change. A campaign kills the process there; production does nothing there. */
export const faultPoints = [
  'after-outbox-row',
  'after-revision',
  'before-copy',
  'after-copy',
  'after-publish',
  'before-row-delete',
] as const;
export type FaultPoint = (typeof faultPoints)[number];

export interface FaultPoints {
  reached(point: FaultPoint): void | Promise<void>;
}

/** Production: every point is passed without a stop. */
export const noFaults: FaultPoints = { reached: () => undefined };
