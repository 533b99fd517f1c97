interface Charge {
  readonly id: string;
  readonly amount: number;
  readonly paid: boolean;
  readonly metadata: Readonly<Record<string, string>>;
}
interface ProviderRefund {
  readonly id: string;
  readonly charge: string;
  readonly amount: number;
  readonly status: string;
}

/** What the card provider wrote down: every charge, paid or declined, and every refund. */
export interface Books {
  readonly charges: readonly Charge[];
  readonly refunds: readonly ProviderRefund[];
}

/** The books of the card emulator, from its own list. */
export async function readBooks(provider: string): Promise<Books> {
  const answer = await fetch(new URL('/emulator/everything', provider));
  if (!answer.ok) throw new Error(`the card emulator answered ${answer.status}`);
  const { charges, refunds } = (await answer.json()) as Books;
  return { charges, refunds };
}

/** What was written since. */
export function since(before: Books, now: Books): Books {
  const known = new Set([...before.charges, ...before.refunds].map(({ id }) => id));
  return {
    charges: now.charges.filter(({ id }) => !known.has(id)),
    refunds: now.refunds.filter(({ id }) => !known.has(id)),
  };
}

/** Cents that were paid for these orders, and given back; how many charges were declined. */
export function sumFor(orderIds: readonly string[], { charges, refunds }: Books) {
  const ours = charges.filter(({ metadata }) => orderIds.includes(metadata['order'] ?? ''));
  const paid = ours.filter((charge) => charge.paid);
  const back = refunds.filter(
    ({ charge, status }) => status !== 'failed' && paid.some(({ id }) => id === charge),
  );
  const cents = (of: readonly { amount: number }[]) => of.reduce((sum, { amount }) => sum + amount, 0);
  return { paid: cents(paid), refunded: cents(back), declined: ours.length - paid.length };
}

/** Charges of orders that nobody here has, and refunds of charges that nobody here made, in words. */
export function unexplained(orderIds: ReadonlySet<string>, { charges, refunds }: Books): string[] {
  const ours = new Set(
    charges.filter(({ metadata }) => orderIds.has(metadata['order'] ?? '')).map(({ id }) => id),
  );
  return [
    ...charges.filter(({ id }) => !ours.has(id)).map(({ id }) => `the provider has a charge ${id} of nobody`),
    ...refunds
      .filter(({ charge }) => !ours.has(charge))
      .map(({ id }) => `the provider has a refund ${id} of nobody’s charge`),
  ];
}
