/** Whose hand is under a decision: the officer who studied the file, or who signed the minutes of the jury. */
export type Office = 'admissibility' | 'jury';

/** R68: who decided, as a letter prints it. `capacity` is absent when only the school’s own words for the office are known. */
export interface Signatory {
  readonly name: string;
  readonly capacity?: string;
}

/** The account that `by` names, or undefined when it is not an id: then it is a printable name. */
export function accountOf(by: string): string | undefined {
  return /^[a-z0-9][a-z0-9-]{2,63}$/.test(by) ? by : undefined;
}

/** R68: reads a printable `name, capacity`; the capacity may be missing. */
export function signatoryOf(by: string): Signatory {
  const [name = '', ...rest] = by.split(',');
  const capacity = rest.join(',').trim();
  return capacity === '' ? { name: name.trim() } : { name: name.trim(), capacity };
}
