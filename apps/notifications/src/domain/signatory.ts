/** Whose hand is under a decision: the officer who studied the file, or who signed the minutes of the jury. */
export type Office = 'admissibility' | 'jury';

/** R68: who decided, as a letter prints it. `capacity` is absent when only the school’s own words for the office are known. */
export interface Signatory {
  readonly name: string;
  readonly capacity?: string;
}

/** R68: reads `name, capacity`, where the name may still be an account and the capacity may be missing. */
export function signatoryOf(by: string): Signatory {
  const [name = '', ...rest] = by.split(',');
  const capacity = rest.join(',').trim();
  return capacity === '' ? { name: name.trim() } : { name: name.trim(), capacity };
}

/** The account that a name is, or undefined when it is printable as it stands. */
export function accountOf(name: string): string | undefined {
  return /^[a-z0-9][a-z0-9-]{2,63}$/.test(name) ? name : undefined;
}
