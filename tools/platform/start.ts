import { resolve } from 'node:path';
import { localAccounts } from './accounts.ts';
import { parseArguments } from './arguments.ts';
import { runCommand, type Log } from './log.ts';
import { defaultStateDir } from './paths.ts';
import { startPlatform, type Platform } from './platform.ts';
import { parseReplicas } from './replicas.ts';
import { askedBase } from './ports.ts';
import { untilStopped } from './until-stopped.ts';

/** `npm start`: the whole platform in the foreground, until Ctrl-C. */
await runCommand(async () => {
  const started = Date.now();
  const options = parseArguments(process.argv.slice(2), {
    replicas: 'text',
    'port-base': 'number',
    'state-dir': 'text',
    'no-build': 'flag',
  });
  const log: Log = (line) => console.log(line);
  const replicas = parseReplicas(options.replicas);
  const stateDir = resolve(options['state-dir'] ?? defaultStateDir);
  const interruption = new AbortController();
  const stopped = untilStopped(() => interruption.abort());
  const platform = await startPlatform({
    stateDir,
    ports: 'fixed',
    portBase: options['port-base'] ?? askedBase(process.env),
    replicas,
    services: true,
    buildFirst: !options['no-build'],
    log,
    signal: interruption.signal,
  });
  printSummary(platform, stateDir, log);
  log(
    `Ready after ${((Date.now() - started) / 1000).toFixed(1)} s. See it work: npm run demo, in a second terminal. Ctrl-C stops it; its state is kept (npm run reset forgets it).`,
  );
  const reason = await stopped;
  log(`\nStopping (${reason}) …`);
  await platform.stop();
  log('Stopped.');
});

function printSummary(platform: Platform, stateDir: string, log: Log): void {
  const { api, docs, inbox, servers } = platform.addresses;
  log('');
  log(`  API                ${api}`);
  log(`  API documentation  ${docs}`);
  if (inbox) log(`  Mail inbox         ${inbox}`);
  for (const [name, address] of Object.entries(servers)) log(`  ${name.padEnd(34)} ${address}`);
  log(`  Logs               ${stateDir}/logs`);
  log('');
  log('  Staff accounts (e-mail, password, role):');
  for (const { email, password, roles } of localAccounts(stateDir)) {
    log(`    ${email.padEnd(32)} ${password}  ${roles.map(({ role }) => role).join(', ')}`);
  }
  log('');
  log('  Test card          4242 4242 4242 4242, any date to come, any three digits');
  log('');
}
