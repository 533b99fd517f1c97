import type { Act } from '@admissions/store/aggregate';

/**
 * One step of a command that changes a stream more than once, or several streams: a cause of its own, which a repeat of the
 * command makes again.
 */
export function step(act: Act, name: string): Act {
  const { cause } = act;
  return { ...act, name: `${act.name}/${name}`, cause: { ...cause, id: `${cause.id}/${name}` } };
}

/** A step that is the same whoever takes it: it is done once, by a command or by what mends it. */
export function once(act: Act, name: string, token: string): Act {
  return { ...act, name, cause: { id: `${name}/${token}`, fingerprint: token } };
}
