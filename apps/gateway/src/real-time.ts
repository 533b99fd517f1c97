/** Real time, for sessions, links and limits: the business clock may be moved, these may not follow it. */
export abstract class RealTime {
  abstract now(): Date;
}

export class SystemTime extends RealTime {
  override now(): Date {
    return new Date();
  }
}
