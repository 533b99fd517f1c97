import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArguments } from './arguments.ts';
import { PlatformError, runCommand } from './log.ts';
import { defaultStateDir } from './paths.ts';
import { endLeftovers } from './processes.ts';
import { runningFrom } from './state.ts';

/** `npm run reset`: forgets all data, keys and accounts of the local platform; refuses while it runs. */
await runCommand(async () => {
  const options = parseArguments(process.argv.slice(2), { 'state-dir': 'text' });
  const stateDir = resolve(options['state-dir'] ?? defaultStateDir);
  if (!existsSync(stateDir)) {
    console.log(`Nothing to forget: ${stateDir} does not exist.`);
    return;
  }
  const pid = runningFrom(stateDir) ?? runningFrom(join(stateDir, 'servers-only'));
  if (pid !== undefined)
    throw new PlatformError(`The platform is running (process ${pid}): stop it first with Ctrl-C.`);
  await endLeftovers(stateDir);
  await endLeftovers(join(stateDir, 'servers-only'));
  rmSync(stateDir, { recursive: true, force: true, maxRetries: 5 });
  console.log(`Forgotten: ${stateDir}`);
});
