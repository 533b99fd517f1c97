/** Figures of the selection that the school sets; those in force at the invitation go with the selection to its end. */
export interface Figures {
  /** R32: marks further apart than so many points of 20 want a third evaluator. */
  readonly maxGap: number;
  /** R30: how often a candidate may change an interview that was booked. */
  readonly maxMoves: number;
  /** R30: a slot is booked, moved or given back at least so many minutes before it begins. */
  readonly noticeMinutes: number;
}

/** The figures of a deployment that sets none. */
export const defaultFigures: Figures = { maxGap: 4, maxMoves: 3, noticeMinutes: 60 };

/** R36: the chair included, a jury has at least so many members, unless the school sets another figure. */
export const defaultJuryMembers = 3;
