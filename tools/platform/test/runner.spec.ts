import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { root } from '../paths.ts';
import { allSteps, countsOf, runSteps, summary, type Part, type Step } from '../runner.ts';

describe('the sum of a test run', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'admissions-runner-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const counts = (result: object | string, code: number) => {
    const file = join(folder, 'results.json');
    writeFileSync(file, typeof result === 'string' ? result : JSON.stringify(result));
    return countsOf(file, code);
  };
  const good = {
    numPassedTests: 5,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 0,
    numPendingTests: 0,
    numTodoTests: 0,
  };

  it('counts tests', () => {
    expect(counts(good, 0)).toEqual({ passed: 5, failed: 0, skipped: 0, failures: [] });
    expect(counts({ ...good, numFailedTests: 2, numPendingTests: 1 }, 1)).toEqual({
      passed: 5,
      failed: 2,
      skipped: 1,
      failures: [],
    });
  });

  it('tells what failed and why, for who reads only the end of a long log', () => {
    const test = (fullName: string, ...failureMessages: string[]) => ({
      fullName,
      status: failureMessages.length > 0 ? 'failed' : 'passed',
      failureMessages,
    });
    const suite = (name: string, message: string, ...assertionResults: object[]) => ({
      name: join(root, name),
      status: 'failed',
      message,
      assertionResults,
    });
    const testResults = [
      suite('e2e/a.spec.ts', 'all', test('fine'), test('is paid once', '\u001b[31mtwice\u001b[39m\nat here')),
      suite('e2e/b.spec.ts', 'no such module'),
    ];
    expect(
      counts({ ...good, numFailedTests: 1, numRuntimeErrorTestSuites: 1, testResults }, 1),
    ).toMatchObject({
      failed: 2,
      failures: ['e2e/a.spec.ts › is paid once\n    twice\n    at here', 'e2e/b.spec.ts\n    no such module'],
    });
  });

  it.each([
    ['a suite that could not run', { ...good, numRuntimeErrorTestSuites: 1 }, 1],
    ['a bad end without a failed test', good, 1],
    ['no test at all', { ...good, numPassedTests: 0 }, 0],
    ['a result file cut short', '{"numPassed', 0],
  ])('takes %s for a failure', (_what, result, code) => {
    expect(counts(result, code).failed).toBe(1);
  });

  it('says it in one line', () => {
    expect(summary({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed');
    expect(summary({ passed: 7, failed: 1, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
  });

  it('runs checks beside each other, each after the one that it wants, then the tests; also when one fails', async () => {
    const seen: string[] = [];
    let endFirst = () => {};
    const first = new Promise<void>((resolve) => (endFirst = resolve));
    const step = (name: string, part: Part, act = async () => {}, more: Partial<Step> = {}): Step => ({
      name,
      part,
      async run() {
        seen.push(`${name} begins`);
        await act();
        seen.push(`${name} ends`);
        const failed = name === 'second' ? 1 : 0;
        return { passed: 1 - failed, failed, skipped: 0, failures: failed ? [name] : [] };
      },
      ...more,
    });
    const print = jest.spyOn(console, 'log').mockImplementation(() => {});
    const sum = await runSteps(
      [
        step('first', 'check', () => first),
        step('second', 'check', async () => endFirst()),
        step('third', 'check', undefined, { after: 'first' }),
        step('tests', 'unit'),
      ],
      new AbortController().signal,
    );
    print.mockRestore();
    expect(sum).toEqual({ passed: 3, failed: 1, skipped: 0, failures: ['second'] });
    expect(seen.indexOf('second begins')).toBeLessThan(seen.indexOf('first ends'));
    expect(seen.indexOf('third begins')).toBeGreaterThan(seen.indexOf('first ends'));
    expect(seen.slice(-2)).toEqual(['tests begins', 'tests ends']);
  });

  it('runs the cheap checks first and every jest project', () => {
    expect(allSteps({}).map(({ name }) => name)).toEqual([
      'types',
      'format',
      'dependency rules',
      'generated docs',
      'lint',
      'unit tests',
      'service tests',
      'e2e tests',
    ]);
  });
});
