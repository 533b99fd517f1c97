import { runCommand } from './log.ts';
import { allSteps, runSteps, summary } from './runner.ts';

/** `npm run check`: format, lint, types, dependency rules and unit tests; needs no server. */
await runCommand(async () => {
  let interrupted = false;
  process.on('SIGINT', () => (interrupted = true));
  const steps = allSteps({}).filter(({ part }) => part === 'check' || part === 'unit');
  const sum = await runSteps(steps, () => interrupted);
  console.log(summary(sum));
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0;
});
