import { badParameter } from './problems.ts';
import { lineItemsOf, type Session } from './sessions.ts';
import type { Charge } from './charges.ts';
import type { Stored } from './journal.ts';
import { page } from './lists.ts';
import type { World } from './world.ts';

type Fields = Record<string, unknown>;
/** Either the kind of object that an id in this field names, or how to build what is only there on request. */
type Expansion = string | ((world: World, owner: Stored) => unknown);

const EXPANDABLE: Record<string, Record<string, Expansion>> = {
  'checkout.session': {
    payment_intent: 'payment_intent',
    customer: 'customer',
    line_items: (world, owner) => allLineItems(world, owner as Session),
  },
  payment_intent: { latest_charge: 'charge', payment_method: 'payment_method', customer: 'customer' },
  charge: {
    balance_transaction: 'balance_transaction',
    customer: 'customer',
    payment_intent: 'payment_intent',
    refunds: (world, owner) => refundsOf(world, owner as Charge),
  },
  refund: {
    balance_transaction: 'balance_transaction',
    charge: 'charge',
    failure_balance_transaction: 'balance_transaction',
    payment_intent: 'payment_intent',
    payment_method: 'payment_method',
  },
  dispute: { charge: 'charge', payment_intent: 'payment_intent' },
  balance_transaction: { source: 'any' },
};

const MAX_DEPTH = 4;

/** Replaces ids by objects where `expand[]` asks for it; refuses what Stripe would not expand. */
export function expand<T>(world: World, answer: T, paths: string[] | undefined): T {
  for (const path of paths ?? []) {
    const steps = path.split('.');
    if (steps.length > MAX_DEPTH + 1)
      throw badParameter('expand', 'You cannot expand more than 4 levels of a property.');
    expandPath(world, answer as Fields, steps, path);
  }
  return answer;
}

function expandPath(world: World, owner: Fields, steps: string[], path: string): void {
  const [step, ...rest] = steps;
  if (step === undefined) return;
  if (owner['object'] === 'list' && step === 'data') {
    for (const element of owner['data'] as Fields[]) expandPath(world, element, rest, path);
    return;
  }
  const value = owner[step];
  if (typeof value !== 'object' || value === null) expandField(world, owner, step, path);
  const inner = owner[step];
  if (rest.length > 0 && typeof inner === 'object' && inner !== null) {
    expandPath(world, inner as Fields, rest, path);
  }
}

function expandField(world: World, owner: Fields, step: string, path: string): void {
  const expansion = EXPANDABLE[String(owner['object'])]?.[step];
  if (expansion === undefined) throw badParameter('expand', `This property cannot be expanded (${path}).`);
  if (typeof expansion === 'function') {
    owner[step] = expansion(world, owner as Stored);
    return;
  }
  const id = owner[step];
  if (typeof id !== 'string') return;
  const sql = 'SELECT body FROM objects WHERE id = ?';
  const row = world.journal.row<{ body: string }>(sql, id);
  if (row !== undefined) owner[step] = JSON.parse(row.body);
}

function allLineItems(world: World, session: Session): object {
  const url = `/v1/checkout/sessions/${session.id}/line_items`;
  return { object: 'list', data: lineItemsOf(world, session), has_more: false, url };
}

function refundsOf(world: World, charge: Charge): object {
  const filters = [{ sql: "json_extract(body, '$.charge') = ?", values: [charge.id] }];
  return page(world, 'refund', `/v1/charges/${charge.id}/refunds`, { limit: 10 }, filters);
}
