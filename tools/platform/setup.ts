import { buildServices } from './build.ts';
import { runCommand, type Log } from './log.ts';
import { findPrograms, prepareServers } from './programs.ts';

/** `npm run setup`: everything that `npm start` and `npm test` install or build; starts nothing. */
await runCommand(async () => {
  const log: Log = (line) => console.log(line);
  await prepareServers(process.env, findPrograms(process.env, log));
  await buildServices(log);
  log('All is installed and built.');
});
