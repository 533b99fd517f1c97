import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { PlatformError, type Log } from './log.ts';
import { consoleLine } from './console-line.ts';
import { root } from './paths.ts';
import { lastLines, type ManagedProcess, type ProcessKeeper } from './processes.ts';
import { interrupted, waitFor } from './wait.ts';

export interface ServiceSpec {
  /** The compiled program. */
  entry: string;
  /** E.g. `payments-2`. */
  instance: string;
  port: number;
  env: NodeJS.ProcessEnv;
}

/** One process of a service, started again with growing pauses when it dies by itself. */
export interface RunningService {
  instance: string;
  port: number;
  pid(): number;
  restarts(): number;
  kill(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
}

const readyLimitMs = 60_000;
const firstPauseMs = 500;
const longestPauseMs = 15_000;

/** Starts the process and waits until /health/ready says 200; one that ends before that is a fault to show, not to repeat. */
export async function startService(
  spec: ServiceSpec,
  keeper: ProcessKeeper,
  log: Log,
  signal?: AbortSignal,
): Promise<RunningService> {
  if (!existsSync(spec.entry))
    throw new PlatformError(`${spec.entry} is missing: build it with npx tsc -b, then start again.`);
  const state = { stopping: false, restarts: 0, isReady: false };
  const launch = () =>
    keeper.start({
      name: spec.instance,
      command: process.execPath,
      args: ['--enable-source-maps', spec.entry],
      cwd: root,
      env: { ...spec.env, PORT: String(spec.port), HOST: '127.0.0.1', SERVICE_INSTANCE: spec.instance },
      graceMs: 20_000,
      onLine: (line) => {
        // A crash at boot is told with the end of the log: its lines are not shown twice.
        const shown = state.isReady || line.startsWith('{') ? consoleLine(spec.instance, line) : undefined;
        if (shown) log(shown);
      },
    });
  let current: ManagedProcess = launch();

  const supervise = async () => {
    let wait = firstPauseMs;
    while (!state.stopping) {
      // One that was ready was ended from outside, and is wanted back at once; one that cannot boot is not tried all the time.
      const ready = becomesReady(spec.port, current);
      await current.whenEnded;
      if (state.stopping) return;
      if (await ready) wait = firstPauseMs;
      log(`${spec.instance}: ${current.ended()}; starting it again in ${wait / 1000} s`);
      await current.stop();
      await pause(wait);
      if (state.stopping) return;
      wait = Math.min(wait * 2, longestPauseMs);
      state.restarts += 1;
      current = launch();
    }
  };

  const service = {
    instance: spec.instance,
    port: spec.port,
    pid: () => current.pid,
    restarts: () => state.restarts,
    kill: (signal: NodeJS.Signals) => current.kill(signal),
    async stop() {
      state.stopping = true;
      if ((await current.stop()) === 'killed') log(`${spec.instance} did not end when asked and was killed`);
    },
  };
  try {
    await untilReady(spec, current, signal);
  } catch (error) {
    await service.stop();
    await current.whenLogged;
    throw new PlatformError(`${(error as Error).message}\n${lastLines(current.logFile)}`);
  }
  state.isReady = true;
  void supervise();
  return service;
}

function untilReady(
  spec: ServiceSpec,
  started: ManagedProcess,
  signal: AbortSignal | undefined,
): Promise<void> {
  return waitFor(() => isReady(spec.port), {
    what: spec.instance,
    limitMs: readyLimitMs,
    givenUp: () => interrupted(signal) ?? started.ended(),
  });
}

/** True once it was ready; false when it ended before. */
async function becomesReady(port: number, started: ManagedProcess): Promise<boolean> {
  for (;;) {
    if (await isReady(port).catch(() => false)) return true;
    if (started.ended() !== undefined) return false;
    await pause(100);
  }
}

/** True when the service itself says that all that it needs is there. */
export async function isReady(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/health/ready`, {
    signal: AbortSignal.timeout(3000),
  });
  if (response.ok) return true;
  throw new Error(`/health/ready answers ${response.status}: ${(await response.text()).slice(0, 300)}`);
}
