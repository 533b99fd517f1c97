import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { services } from '@admissions/contracts/services';

/** `nest build` and `nest start` work for every app, from `nest-cli.json` alone. */
const root = join(import.meta.dirname, '..', '..', '..');
const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [nest, ...args], {
    cwd: root,
    encoding: 'utf8',
    // Nothing of the platform's environment: a started app must get as far as reading it.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    timeout: 60_000,
  });
  return { status, output: `${stdout}${stderr}` };
}

it('nest-cli.json lists the six apps', () => {
  const { projects } = JSON.parse(readFileSync(join(root, 'nest-cli.json'), 'utf8')) as { projects: object };
  expect(Object.keys(projects).sort()).toEqual([...services].sort());
});

describe.each(services)('%s', (service) => {
  it('is built', () => {
    expect(run('build', service)).toMatchObject({ status: 0 });
  });

  it('is started: it reads its environment and says what is missing', () => {
    const { output } = run('start', service);
    expect(output).toContain('the environment is not complete');
    expect(output).toContain('MONGODB_URL');
  });
});
