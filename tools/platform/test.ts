import { parseArguments } from './arguments.ts';
import { PlatformError, runCommand, type Log } from './log.ts';
import { findPrograms, prepareServers } from './programs.ts';
import { parseReplicas } from './replicas.ts';
import { allSteps, onInterruption, runSteps, summary, type Part } from './runner.ts';

const parts: readonly Part[] = ['check', 'unit', 'service', 'e2e'];

/**
 * `npm test`: sets up what is missing and runs everything.
 *   --only check|unit|service|e2e   one part (or several, with commas)
 *   --path <pattern>                only the test files whose path matches
 *   --replicas all=2                processes per service of the journeys' platform
 * The last line is "N passed, N failed"; the exit code is 1 when anything failed or nothing ran.
 */
await runCommand(async () => {
  const options = parseArguments(process.argv.slice(2), { only: 'text', path: 'text', replicas: 'text' });
  const wanted = wantedParts(options.only);
  parseReplicas(options.replicas); // a mistake in it is told now, not after the other parts
  const signal = onInterruption();

  const log: Log = (line) => console.log(line);
  if (wanted.includes('service') || wanted.includes('e2e')) {
    await prepareServers(process.env, findPrograms(process.env, log));
  }
  const env = { ...process.env, ...(options.replicas && { ADMISSIONS_TEST_REPLICAS: options.replicas }) };
  const steps = allSteps({ path: options.path, env, signal }).filter(({ part }) => wanted.includes(part));
  const sum = await runSteps(steps, signal);
  if (signal.aborted) throw new PlatformError(`Interrupted; until then: ${summary(sum)}.`);
  console.log(summary(sum));
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0;
});

function wantedParts(only: string | undefined): readonly Part[] {
  if (only === undefined) return parts;
  const asked = only.split(',');
  const wrong = asked.find((part) => !(parts as readonly string[]).includes(part));
  if (wrong !== undefined)
    throw new PlatformError(`--only ${only}: "${wrong}" is none of ${parts.join(', ')}.`);
  return parts.filter((part) => asked.includes(part));
}
