import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { endLeftovers, openKeeper } from '../processes.ts';
import { groupIsAlive, identityOf, killGroup } from '../process-table.ts';
import { waitFor } from '../wait.ts';

describe('processes of the platform', () => {
  let stateDir: string;
  const begun: number[] = [];

  beforeEach(() => {
    stateDir = mkdtempSync(join(tmpdir(), 'admissions-processes-'));
  });

  afterEach(() => {
    for (const pid of begun.splice(0)) killGroup(pid, 'SIGKILL');
    rmSync(stateDir, { recursive: true, force: true });
  });

  const script = (name: string, code: string, extra: object = {}) => ({
    name,
    command: process.execPath,
    args: ['-e', code],
    env: { PATH: process.env['PATH'] },
    ...extra,
  });

  it('stops a process that ignores SIGTERM after its grace, with its children', async () => {
    const keeper = await openKeeper(stateDir);
    const stubborn = `process.on('SIGTERM', () => {}); require('child_process').spawn('sleep', ['100']); console.log('up'); setInterval(() => {}, 1000)`;
    const one = keeper.start(script('stubborn', stubborn, { graceMs: 300 }));
    begun.push(one.pid);
    await waitFor(() => Promise.resolve(readFileSync(one.logFile, 'utf8').includes('up')), {
      what: 'start',
      limitMs: 5000,
    });
    expect(await one.stop()).toBe('killed');
    expect(groupIsAlive(one.pid)).toBe(false);
    expect(existsSync(join(stateDir, 'pids', 'stubborn.json'))).toBe(false);
    keeper.close();
  });

  it('tells why a process ended, and where its log is', async () => {
    const keeper = await openKeeper(stateDir);
    const one = keeper.start(script('short', 'console.error("no such thing"); process.exit(3)'));
    await one.whenEnded;
    expect(one.ended()).toBe(`the process ended with code 3, see ${one.logFile}`);
    expect(readFileSync(one.logFile, 'utf8')).toContain('no such thing');
    const missing = keeper.start({ name: 'missing', command: '/no/such/program', args: [], env: {} });
    await missing.whenEnded;
    expect(missing.ended()).toContain('could not be started');
    keeper.close();
  });

  it('ends what an earlier run left behind, and never a process that only has the same number', async () => {
    const left = spawn('sleep', ['100'], { detached: true, stdio: 'ignore' });
    const foreign = spawn('sleep', ['100'], { detached: true, stdio: 'ignore' });
    await Promise.all([once(left, 'spawn'), once(foreign, 'spawn')]);
    begun.push(left.pid as number, foreign.pid as number);
    mkdirSync(join(stateDir, 'pids'));
    writeFileSync(join(stateDir, 'pids', 'left.json'), JSON.stringify(identityOf(left.pid as number)));
    writeFileSync(join(stateDir, 'pids', 'other.json'), JSON.stringify({ pid: foreign.pid, startedAt: '1' }));
    writeFileSync(join(stateDir, 'pids', 'half.json'), '{"pid":');
    expect(await endLeftovers(stateDir)).toEqual(['left']);
    expect(groupIsAlive(left.pid as number)).toBe(false);
    expect(groupIsAlive(foreign.pid as number)).toBe(true);
  });

  it('ends the processes when the platform itself is killed outright, and removes a temporary folder', async () => {
    const parentCode = `
      const { openKeeper } = await import(${JSON.stringify(join(import.meta.dirname, '..', 'processes.ts'))});
      const keeper = await openKeeper(${JSON.stringify(stateDir)}, true);
      const one = keeper.start({ name: 'child', command: 'sleep', args: ['100'], env: { PATH: process.env.PATH } });
      console.log(one.pid);
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', parentCode], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(String(line));
    begun.push(pid);
    expect(groupIsAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await waitFor(() => Promise.resolve(!groupIsAlive(pid) && !existsSync(stateDir)), {
      what: 'the guard',
      limitMs: 10_000,
    });
  });
});
