import { applicationRow, type ApplicationRow } from '@admissions/contracts/applications';
import type { Page } from '@admissions/store/aggregate';
import { labelOf } from '../domain/states.ts';

/** A narrow copy as a line of a list; `otherwise` is the name to show while the form has none. */
export function rowOf(copy: Page['items'][number], otherwise = ''): ApplicationRow {
  const { stateLabel: _none, ...stored } = applicationRow.parse({ ...copy, stateLabel: '' });
  return { ...stored, stateLabel: labelOf(stored.state), candidateName: stored.candidateName || otherwise };
}
