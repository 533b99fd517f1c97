import { runCommand } from './log.ts';
import { allSteps, onInterruption, runSteps, summary } from './runner.ts';

/** `npm run check`: format, lint, types, dependency rules and unit tests; needs no server. */
await runCommand(async () => {
  const signal = onInterruption();
  const steps = allSteps({ signal }).filter(({ part }) => part === 'check' || part === 'unit');
  const sum = await runSteps(steps, signal);
  console.log(summary(sum));
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0;
});
