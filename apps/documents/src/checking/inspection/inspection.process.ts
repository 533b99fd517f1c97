/**
 * The process in which one file is taken apart, and nothing else happens: it has no address, no secret and no right to
 * write files or start programs. It ends with its verdict, or is ended by the guard beside it when it wants too much.
 */
import { constants, writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { inspectJpeg } from './jpeg.ts';
import { inspectPdf } from './pdf.ts';
import type { InspectionRequest, Verdict } from './verdict.ts';

const inspections = { pdf: inspectPdf, jpeg: inspectJpeg };
const [rssLimit = '0', cpuLimit = '0'] = process.argv.slice(2);

// The file system of Emscripten asks for flags by a door that is closed to a process without permissions.
Object.defineProperty(process, 'binding', { value: () => ({ fs: constants }) });

// A thread of its own, as a parser that spins or fills memory never comes back to an event loop.
const guard = `
const { writeSync } = require('node:fs');
const limits = { rss: ${Number(rssLimit)}, cpu: ${Number(cpuLimit)} };
setInterval(() => {
  const { user, system } = process.cpuUsage();
  const over = process.memoryUsage.rss() > limits.rss ? 'memory' : (user + system) / 1000 > limits.cpu ? 'time' : undefined;
  if (over === undefined) return;
  writeSync(1, 'over ' + over + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, 10);
`;
new Worker(guard, { eval: true, stdout: false }).unref();

process.once('message', (request: InspectionRequest) => {
  inspections[request.format](request.bytes, request.limits).then(
    (verdict: Verdict) => process.send?.(verdict, () => process.exit(0)),
    (error: unknown) => {
      writeSync(2, error instanceof Error ? (error.stack ?? error.message) : String(error));
      process.exit(1);
    },
  );
});
process.send?.('ready');
