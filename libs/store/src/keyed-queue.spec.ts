import { describe, expect, it } from '@jest/globals';
import { KeyedQueue } from './keyed-queue.ts';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a queue by key', () => {
  it('lets one task at a time run for a key, in order, and others beside it', async () => {
    const queue = new KeyedQueue();
    const log: string[] = [];
    const task = (name: string) => async () => {
      log.push(`${name} begins`);
      await turn();
      log.push(`${name} ends`);
      return name;
    };
    const ends = await Promise.all([
      queue.run('a', task('a1')),
      queue.run('a', task('a2')),
      queue.run('b', task('b1')),
    ]);
    expect(ends).toEqual(['a1', 'a2', 'b1']);
    expect(log).toEqual(['a1 begins', 'b1 begins', 'a1 ends', 'a2 begins', 'b1 ends', 'a2 ends']);
  });

  it('goes on after a task that failed, and forgets keys that nobody uses', async () => {
    const queue = new KeyedQueue();
    const failed = queue.run('a', () => Promise.reject(new Error('no')));
    const next = queue.run('a', () => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
    await turn();
    expect(queue.size).toBe(0);
  });
});
