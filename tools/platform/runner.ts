import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './paths.ts';

export type Part = 'check' | 'unit' | 'service' | 'e2e';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed and why, in a few lines each. */
  failures: string[];
}

export interface Step {
  name: string;
  part: Part;
  /** The step that must have ended before, when others run beside it. */
  after?: string;
  run(): Promise<Counts>;
}

export interface RunOptions {
  /** Only test files whose path matches. */
  path?: string | undefined;
  env?: NodeJS.ProcessEnv;
  /** Ends the running step; the ones after it do not begin. */
  signal?: AbortSignal;
}

const bin = (...path: string[]) => join(root, 'node_modules', ...path);
const stepLimitMs = 20 * 60_000;

/** Everything that `npm test` runs, in its order. */
export function allSteps(options: RunOptions): Step[] {
  const tsc = bin('typescript', 'bin', 'tsc');
  const check = (name: string, ...commands: string[][]) => checkStep(name, commands, options);
  const jest = (project: 'unit' | 'service' | 'e2e', extra: string[]) => jestStep(project, extra, options);
  return [
    check('types', [tsc, '-b'], [tsc, '-p', 'tsconfig.tests.json'], [tsc, '-p', 'tsconfig.tools.json']),
    check('format', [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.']),
    check('dependency rules', [join(root, 'tools', 'check-dependencies.ts')]),
    check('generated docs', [join(root, 'tools', 'docs', 'main.ts'), '--check']),
    // After the types: rules that look at types read what the compiler wrote of the other packages.
    { ...check('lint', [bin('oxlint', 'bin', 'oxlint'), '--type-aware', '--quiet']), after: 'types' },
    jest('unit', ['--maxWorkers=2']),
    jest('service', ['--maxWorkers=3']),
    // Journeys share one platform and its business clock: one after the other.
    jest('e2e', ['--runInBand']),
  ];
}

/** A step that is one check: passed or failed as a whole. */
function checkStep(name: string, commands: string[][], options: RunOptions): Step {
  return {
    name,
    part: 'check',
    async run() {
      for (const args of commands) {
        const { code, output } = await node(args, { ...options, collects: true });
        if (output) console.log(output);
        if (code !== 0) return { ...none(), failed: 1, failures: [`${name}\n${head(output)}`] };
      }
      return { ...none(), passed: 1 };
    },
  };
}

/** A step that is a jest project: each test counts. A run that ended badly or ran no test has failed, whatever it counted. */
function jestStep(project: 'unit' | 'service' | 'e2e', extra: string[], options: RunOptions): Step {
  return {
    name: `${project} tests`,
    part: project,
    async run() {
      const folder = mkdtempSync(join(tmpdir(), 'admissions-results-'));
      const file = join(folder, 'results.json');
      try {
        const path = options.path ? [`--testPathPatterns=${options.path}`] : [];
        const args = [
          '--selectProjects',
          project,
          '--ci',
          '--json',
          `--outputFile=${file}`,
          ...extra,
          ...path,
        ];
        const { code } = await node(
          [
            '--experimental-vm-modules',
            '--disable-warning=ExperimentalWarning',
            bin('jest', 'bin', 'jest.js'),
            ...args,
          ],
          options,
        );
        return countsOf(file, code);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

const none = (): Counts => ({ passed: 0, failed: 0, skipped: 0, failures: [] });

interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults?: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

/** Sums a jest result file. Suites that could not run and an exit code without a failed test count as one failure each. */
export function countsOf(file: string, code: number): Counts {
  const counts = none();
  try {
    const result = JSON.parse(readFileSync(file, 'utf8')) as JestResult;
    counts.passed = result.numPassedTests;
    counts.failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    counts.skipped = result.numPendingTests + result.numTodoTests;
    counts.failures = failuresIn(result);
  } catch {
    // jest ended before it wrote the file: its exit code says so below
  }
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) {
    counts.failed = 1;
    counts.failures.push(`jest ended with code ${code} without naming a test`);
  }
  return counts;
}

const shownLines = 25;

/** Each failed test with its file, its name and the head of its message; a suite that could not run with its error. */
function failuresIn({ testResults = [] }: JestResult): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const where = relative(root, name);
    if (failed.length === 0) return status === 'failed' ? [`${where}\n${head(message)}`] : [];
    return failed.map((test) => `${where} › ${test.fullName}\n${head(test.failureMessages.join('\n'))}`);
  });
}

function head(message: string): string {
  const lines = stripVTControlCharacters(message).trim().split('\n').slice(0, shownLines);
  return lines.map((line) => `    ${line}`).join('\n');
}

/** Runs Node 24 with these arguments, on our console or collecting what it says; one that exceeds its limit is killed and has failed. */
function node(
  args: string[],
  { env = process.env, signal, collects = false }: RunOptions & { collects?: boolean },
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      // jest writes its JSON to a file and its report to stderr; its stdout only repeats the JSON.
      stdio: collects ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'ignore', 'inherit'],
      env,
      signal,
      timeout: stepLimitMs,
      killSignal: 'SIGKILL',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', ({ message }) => resolve({ code: 1, output: message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}

/** How many checks run at once: each uses one core most of the time. */
const lanes = 2;

/** Runs the steps, all of them also when one fails: checks beside each other, tests one after the other. Tells at the end what failed and why; returns the sum. */
export async function runSteps(steps: Step[], signal: AbortSignal): Promise<Counts> {
  const sum = none();
  const report: string[] = [];
  const run = async (step: Step) => {
    if (signal.aborted) return;
    if (step.part !== 'check') console.log(`\n── ${step.name}`);
    const started = Date.now();
    const counts = await step.run();
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
    sum.failures.push(...counts.failures);
    const verdict = counts.failed === 0 ? 'ok' : 'FAILED';
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    report.push(
      `  ${step.name.padEnd(18)} ${verdict.padEnd(7)} ${seconds.padStart(6)} s  ${summary(counts)}`,
    );
  };
  const checks = steps.filter(({ part }) => part === 'check');
  if (checks.length > 0) console.log(`\n── ${checks.map(({ name }) => name).join(', ')}`);
  await runBeside(checks, run);
  for (const step of steps) if (step.part !== 'check') await run(step);
  for (const failure of sum.failures) console.log(`\nFAILED ${failure}`);
  console.log(`\n${report.join('\n')}\n`);
  return sum;
}

/** Runs steps in so many lanes, in their order, none before the one that it comes after. */
async function runBeside(steps: readonly Step[], run: (step: Step) => Promise<void>): Promise<void> {
  const ended = new Map<string, Promise<void>>();
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const current = step;
      const begun = Promise.resolve(ended.get(current.after ?? '')).then(() => run(current));
      ended.set(current.name, begun);
      await begun;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Aborts at Ctrl-C or SIGTERM. What a step had started is ended by its guard. */
export function onInterruption(): AbortSignal {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => interruption.abort());
  return interruption.signal;
}

/** "3 passed, 1 failed", and ", 2 skipped" when there are any. */
export function summary({ passed, failed, skipped }: Omit<Counts, 'failures'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
