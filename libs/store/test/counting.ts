import type { Act, Aggregate, Loaded, Outcome } from '../src/aggregate.ts';

/** The aggregate of these tests: it counts its changes, so that a lost one shows. */
export interface Counting {
  readonly count: number;
  readonly last: string;
  readonly due?: Record<string, string>;
}

export const counting: Aggregate<Counting> = {
  name: 'counting',
  summary: ({ count, last }) => ({ count, last, even: count % 2 === 0 }),
  due: ({ due = {} }) => Object.entries(due).map(([name, at]) => ({ name, at: new Date(at) })),
  indexes: ['even'],
};

export function actOf(cause: string, fingerprint = 'f'): Act {
  return { name: 'count', by: 'system:store/test', correlationId: 'test', cause: { id: cause, fingerprint } };
}

/** One more; every change sends two messages. */
export function countOn(
  cause: string,
): (current: Loaded<Counting> | undefined) => Outcome<Counting, { count: number }> {
  return (current) => {
    const count = (current?.state.count ?? 0) + 1;
    const data = { count };
    return {
      state: { count, last: cause },
      messages: [
        { name: 'store.counted.v1', data },
        { name: 'store.counted-again.v1', data },
      ],
      answer: data,
    };
  };
}
