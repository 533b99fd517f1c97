import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { unsound, type InspectionRequest, type Verdict } from './inspection/verdict.ts';

/** What one inspection may use. A file that wants more is refused; a process that only hangs is a fault of ours. */
export const inspectionLimits = {
  rssBytes: 420 * 1024 * 1024,
  heapMb: 192,
  cpuMs: 15_000,
  wallMs: 120_000,
  atOnce: 2,
};

// Run from sources (tests) or from what was built: the same file with the other ending.
const program = fileURLToPath(
  new URL(`./inspection/inspection.process${import.meta.url.slice(-3)}`, import.meta.url),
);

/** Takes files apart in processes of their own, so that no file can harm the service. */
export class Inspector {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  /**
   * Runs `work` when its turn has come, with the means to inspect one file. Whoever reads a file does so in its turn, as
   * waiting with it in hand would take the memory that the turns are there to bound.
   */
  async inTurn<T>(
    work: (inspect: (request: InspectionRequest) => Promise<Verdict>) => Promise<T>,
  ): Promise<T> {
    await this.#turn();
    try {
      return await work(inspectInProcess);
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  /** The verdict on a file. Throws when there is none and another try may give one. */
  inspect(request: InspectionRequest): Promise<Verdict> {
    return this.inTurn((inspect) => inspect(request));
  }

  /** Waits until fewer than `atOnce` inspections run: their memory is what bounds this service. */
  async #turn(): Promise<void> {
    while (this.#running >= inspectionLimits.atOnce)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running++;
  }
}

function start(): ChildProcess {
  const { heapMb, rssBytes, cpuMs } = inspectionLimits;
  return fork(program, [String(rssBytes), String(cpuMs)], {
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Nothing of our environment: what takes a hostile file apart knows no secret.
    env: { MALLOC_ARENA_MAX: '2', VIPS_CONCURRENCY: '1' },
    execArgv: [
      `--max-old-space-size=${heapMb}`,
      '--permission',
      '--allow-fs-read=*',
      '--allow-worker',
      '--allow-addons',
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=SecurityWarning',
    ],
  });
}

async function inspectInProcess(request: InspectionRequest): Promise<Verdict> {
  const child = start();
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', (piece: Buffer) => (said.stdout = (said.stdout + piece.toString()).slice(-500)));
  child.stderr?.on('data', (piece: Buffer) => (said.stderr = (said.stderr + piece.toString()).slice(-2000)));
  const timer = setTimeout(() => child.kill('SIGKILL'), inspectionLimits.wallMs);
  try {
    return await new Promise<Verdict>((resolve, reject) => {
      child.once('error', reject);
      child.on('message', (message: 'ready' | Verdict) => {
        if (message === 'ready') child.send(request, (error) => error && reject(error));
        else resolve(message);
      });
      // `close` comes after the last output, so that the guard's word has arrived.
      child.once('close', (code, signal) => {
        const verdict = verdictOfDeath(said, signal);
        if (verdict) resolve(verdict);
        else
          reject(
            new Error(`the inspection ended without a verdict (${signal ?? code}): ${said.stderr.trim()}`),
          );
      });
    });
  } finally {
    clearTimeout(timer);
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  }
}

const crashes: readonly NodeJS.Signals[] = ['SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGABRT'];

/** A file that makes its reader grow or spin without end, or crash, is refused; any other death is not the file's verdict. */
function verdictOfDeath(
  said: { stdout: string; stderr: string },
  signal: NodeJS.Signals | null,
): Verdict | undefined {
  const { stdout, stderr } = said;
  const over = /^over (memory|time)$/m.exec(stdout)?.[1];
  const isHeapFull = /heap out of memory|Cannot enlarge memory|memory access out of bounds|Aborted\(/.test(
    stderr,
  );
  if (over === undefined && !isHeapFull) {
    return signal && crashes.includes(signal)
      ? unsound('document-truncated', `its reader died of ${signal}`)
      : undefined;
  }
  return unsound('document-too-large', `the inspection wanted too much ${over ?? 'memory'}`, {
    what: 'son contenu décompressé est démesuré',
  });
}
