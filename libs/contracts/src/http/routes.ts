import * as accounts from './accounts.ts';
import * as applications from './applications.ts';
import * as documents from './documents.ts';
import * as interviews from './interviews.ts';
import * as juries from './juries.ts';
import * as letters from './letters.ts';
import * as marks from './marks.ts';
import * as payments from './payments.ts';
import * as platform from './platform.ts';
import type { Route } from './route.ts';
import * as staff from './staff.ts';

/** Every address of the HTTP API (pages, health and documentation apart). */
export const routes: readonly Route[] = [
  accounts,
  staff,
  applications,
  documents,
  payments,
  interviews,
  marks,
  juries,
  letters,
  platform,
].flatMap((resource) => Object.values(resource).filter(isRoute));

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'method' in value && 'audience' in value;
}

/** The route of that id; throws when there is none. */
export function routeById(id: string): Route {
  const found = routes.find((route) => route.id === id);
  if (!found) throw new Error(`no route has the id ${id}`);
  return found;
}
