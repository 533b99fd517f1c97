import { expect, it } from '@jest/globals';
import { Gate } from './gate.ts';
import { ProviderUnavailable } from './provider-errors.ts';

/** A piece of work that ends when it is told to. */
function work() {
  let end: (value: string) => void = () => undefined;
  const done = new Promise<string>((resolve) => {
    end = resolve;
  });
  return { end, run: () => done };
}

it('lets so many in at once, the others in order as places become free, and refuses who waited too long', async () => {
  const gate = new Gate(2);
  const [first, second, third] = [work(), work(), work()];
  const passing = [gate.pass(0, first.run), gate.pass(0, second.run), gate.pass(10_000, third.run)];
  await expect(gate.pass(5, async () => 'never')).rejects.toBeInstanceOf(ProviderUnavailable);
  first.end('1');
  third.end('3');
  expect(await passing[0]).toBe('1');
  expect(await passing[2]).toBe('3');
  // The place that the third gave back is free again, although the second is still inside.
  expect(await gate.pass(0, async () => '4')).toBe('4');
  second.end('2');
  expect(await passing[1]).toBe('2');
});

it('gives the place back when the work fails', async () => {
  const gate = new Gate(1);
  await expect(gate.pass(0, () => Promise.reject(new Error('x')))).rejects.toThrow('x');
  expect(await gate.pass(0, async () => 'in')).toBe('in');
});
