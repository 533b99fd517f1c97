import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArguments } from './arguments.ts';
import { writeEnvFiles } from './env-file.ts';
import { runCommand, type Log } from './log.ts';
import { defaultStateDir } from './paths.ts';
import { freePorts, portsFrom } from './ports.ts';
import { openKeeper } from './processes.ts';
import { findPrograms } from './programs.ts';
import { loadSecrets } from './secrets.ts';
import { startServers, stopServers } from './servers/start-servers.ts';
import { takeState } from './state.ts';
import { untilStopped } from './until-stopped.ts';

/**
 * `npm run servers`: the local servers alone, in the foreground, for working on a service or for running tests again and again.
 * Their addresses are written to `--write-env` (KEY=VALUE, and JSON beside it); with ADMISSIONS_TEST_ENV naming that file, jest uses them.
 */
await runCommand(async () => {
  const options = parseArguments(process.argv.slice(2), {
    'state-dir': 'text',
    'port-base': 'number',
    'write-env': 'text',
  });
  const log: Log = (line) => console.log(line);
  const stateDir = resolve(options['state-dir'] ?? `${defaultStateDir}-servers`);
  mkdirSync(stateDir, { recursive: true });
  const release = takeState(stateDir);
  const keeper = await openKeeper(stateDir);
  try {
    const base = options['port-base'];
    const ports = base === undefined ? await freePorts() : portsFrom(base);
    const programs = findPrograms(process.env, log);
    const servers = await startServers({
      stateDir,
      ports,
      secrets: loadSecrets(stateDir),
      programs,
      keeper,
      env: process.env,
      log,
    });
    const env = Object.assign({}, ...servers.map((server) => server.env)) as Record<string, string>;
    const file = resolve(options['write-env'] ?? join(stateDir, 'servers.env'));
    writeEnvFiles(file, env);
    for (const server of servers) log(`${server.name}: ${server.address}`);
    log(`Ready. For the tests: export ADMISSIONS_TEST_ENV=${file}`);
    await untilStopped();
    log('Stopping …');
    await stopServers(servers);
  } finally {
    keeper.close();
    release();
  }
});
