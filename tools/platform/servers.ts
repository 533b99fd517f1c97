import { join, resolve } from 'node:path';
import { parseArguments } from './arguments.ts';
import { writeEnvFiles } from './env-file.ts';
import { runCommand, type Log } from './log.ts';
import { defaultStateDir } from './paths.ts';
import { startPlatform } from './platform.ts';
import { askedBase } from './ports.ts';
import { untilStopped } from './until-stopped.ts';

/**
 * `npm run servers`: the local servers alone, in the foreground, for working on a service or for running tests again and again.
 * Their addresses are written to `--write-env` (KEY='value', and JSON beside it); with ADMISSIONS_TEST_ENV naming that file, jest uses them.
 */
await runCommand(async () => {
  const options = parseArguments(process.argv.slice(2), {
    'state-dir': 'text',
    'port-base': 'number',
    'write-env': 'text',
  });
  const log: Log = (line) => console.log(line);
  const stateDir = resolve(options['state-dir'] ?? `${defaultStateDir}/servers-only`);
  const interruption = new AbortController();
  const stopped = untilStopped(() => interruption.abort());
  const platform = await startPlatform({
    stateDir,
    ports: 'fixed',
    portBase: options['port-base'] ?? askedBase(process.env),
    replicas: {},
    services: false,
    buildFirst: false,
    log,
    signal: interruption.signal,
  });
  const file = resolve(options['write-env'] ?? join(stateDir, 'servers.env'));
  writeEnvFiles(file, platform.env);
  for (const [name, address] of Object.entries(platform.addresses.servers)) log(`${name}: ${address}`);
  log(`Ready. For the tests: export ADMISSIONS_TEST_ENV=${file}`);
  log(`\nStopping (${await stopped}) …`);
  await platform.stop();
});
