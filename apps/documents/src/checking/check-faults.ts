/** The places between two steps of a check. A test stops there; production passes. */
export type CheckPoint = 'after-read' | 'after-write' | 'after-verdict';

export abstract class CheckFaults {
  abstract reached(point: CheckPoint): void | Promise<void>;
}

export class NoFaults extends CheckFaults {
  override reached(): void {}
}
