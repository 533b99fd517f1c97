import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isStillOurs, killGroup, type Identity } from '../platform/process-table.ts';
import { services } from '../platform/service-environment.ts';

export interface Nemesis {
  /** How often each process was killed. */
  readonly kills: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

const everyMs = 2_000;

/** Kills one process of a service by chance every two seconds (SIGKILL); the platform starts it again. */
export function startNemesis(stateDir: string, chance: () => number): Nemesis {
  const kills = new Map<string, number>();
  const end = new AbortController();
  const killing = (async () => {
    while (!end.signal.aborted) {
      await pause(everyMs, undefined, { signal: end.signal }).catch(() => undefined);
      if (end.signal.aborted) return;
      const running = processesIn(stateDir);
      const victim = running[Math.floor(chance() * running.length)];
      if (!victim) continue;
      killGroup(victim.identity.pid, 'SIGKILL');
      kills.set(victim.name, (kills.get(victim.name) ?? 0) + 1);
    }
  })();
  return {
    kills,
    async stop() {
      end.abort();
      await killing;
    },
  };
}

/** The processes of the services that run from this state folder, in the order of their names. */
function processesIn(stateDir: string): { name: string; identity: Identity }[] {
  const folder = join(stateDir, 'pids');
  const isService = new RegExp(`^(${services.join('|')})-\\d+\\.json$`);
  return readdirSync(folder)
    .filter((file) => isService.test(file))
    .toSorted()
    .flatMap((file) => {
      try {
        const identity = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Identity;
        return isStillOurs(identity, stateDir) ? [{ name: file.replace('.json', ''), identity }] : [];
      } catch {
        return []; // it is being started again at this moment
      }
    });
}
