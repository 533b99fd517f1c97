/**
 * `npm run demo`: the admission process as an outside client sees it: HTTP, real mail, the card page. Without options one candidate
 * from sign-up to the refunded deposit.
 *   --many 50           so many candidates with different fates (fates.ts); ends with a table of counts that must agree
 *   --kill              kills one process of a service every two seconds meanwhile
 *   --seed 1            what chance decides is decided again in the same way
 *   --replicas all=2    processes per service, when this command starts the platform itself
 * It uses the platform that runs, and starts one for itself when none does. The first surprise ends it with exit code 1.
 */
import { findAddresses, type Addresses } from '../client/addresses.ts';
import { ApiProblem, patience } from '../client/api.ts';
import { parseArguments } from '../platform/arguments.ts';
import { runCommand } from '../platform/log.ts';
import { chanceFrom } from './chance.ts';
import { manyCandidates } from './many.ts';
import { startNemesis } from './nemesis.ts';
import { oneCandidate } from './one-candidate.ts';
import { withPlatform } from './own-platform.ts';
import { lookBefore, tally } from './tally.ts';

await runCommand(async () => {
  const options = parseArguments(process.argv.slice(2), {
    many: 'count',
    kill: 'flag',
    seed: 'count',
    replicas: 'text',
  });
  const seed = options.seed ?? 1 + Math.floor(Math.random() * 999_999);
  return withPlatform(options.replicas, async () => {
    try {
      await play(findAddresses(), { many: options.many, kill: options.kill === true, seed });
      console.log('\nThe demonstration went through.');
      return 0;
    } catch (error) {
      console.error(`\n${inWords(error)}`);
      return 1;
    }
  });
});

async function play(
  addresses: Addresses,
  { many, kill, seed }: { many: number | undefined; kill: boolean; seed: number },
): Promise<void> {
  if (many !== undefined || kill) console.log(`Chance is decided by --seed ${seed}.\n`);
  // A service that was killed needs some seconds to come back, and may be killed again meanwhile.
  if (kill) patience.ms = 120_000;
  const nemesis = kill ? startNemesis(addresses.stateDir, chanceFrom(seed + 1)) : undefined;
  try {
    if (many === undefined) return await oneCandidate(addresses);
    const before = await lookBefore(addresses);
    const people = await manyCandidates(addresses, many, chanceFrom(seed));
    await nemesis?.stop();
    await tally(addresses, before, people, killsOf(nemesis?.kills, 'notifications'));
  } finally {
    await nemesis?.stop();
    if (nemesis) {
      const counts = [...nemesis.kills]
        .map(([name, count]) => `${name} ${count}×`)
        .toSorted((a, b) => a.localeCompare(b));
      console.log(`\nKilled: ${counts.join(', ') || 'nobody'}.`);
    }
  }
}

function killsOf(kills: ReadonlyMap<string, number> = new Map(), service: string): number {
  return [...kills].reduce((sum, [name, count]) => sum + (name.startsWith(service) ? count : 0), 0);
}

function inWords(error: unknown): string {
  if (error instanceof ApiProblem) return error.message;
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined
    ? (error.stack ?? error.message)
    : `${error.message}: ${inWords(error.cause)}`;
}
