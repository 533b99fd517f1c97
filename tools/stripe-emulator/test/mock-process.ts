import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { until } from './emulator.ts';

/** Starts stripe-mock on a port that the system chooses and reads which. */
export async function startMock(program: string): Promise<[ChildProcess, number]> {
  const child = spawn(program, ['-http-addr', '127.0.0.1:0', '-https-addr', '127.0.0.1:0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit').then(() => {
    throw new Error(`stripe-mock ended: ${output}`);
  });
  const address = until(
    'stripe-mock',
    () => /Listening for HTTP at address: 127\.0\.0\.1:(\d+)/.exec(output)?.[1],
    30_000,
  );
  return [child, Number(await Promise.race([address, ended]))];
}
