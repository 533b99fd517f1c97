import type { applicationSubmitted } from '@admissions/contracts/applications';
import type { DataOf } from '@admissions/contracts/message';

/** R83: the instant (ISO) from which an application is studied, when it is later than its receipt; undefined when it is studied at once. */
export function studiedFrom({
  examinableFrom,
  receivedAt,
}: DataOf<typeof applicationSubmitted>): string | undefined {
  if (examinableFrom === undefined) return undefined;
  return Date.parse(examinableFrom) > Date.parse(receivedAt) ? examinableFrom : undefined;
}
