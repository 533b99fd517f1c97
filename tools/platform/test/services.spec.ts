import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePorts } from '../ports.ts';
import { groupIsAlive } from '../process-table.ts';
import { openKeeper, type ProcessKeeper } from '../processes.ts';
import { startService, type RunningService } from '../services.ts';
import { waitFor } from '../wait.ts';

const program = `
  const { createServer } = require('node:http');
  console.log(JSON.stringify({ level: 30, msg: 'as ' + process.env.SERVICE_INSTANCE }));
  console.log(JSON.stringify({ level: 40, msg: 'no scanner' }));
  if (process.env.BROKEN) { console.error('RABBITMQ_URL is missing'); process.exit(1); }
  const begun = Date.now();
  createServer((request, response) => {
    response.statusCode = Date.now() - begun > 300 ? 200 : 503;
    response.end(request.url);
  }).listen(Number(process.env.PORT), process.env.HOST);
`;

describe('a service', () => {
  let stateDir: string;
  let keeper: ProcessKeeper;
  let running: RunningService | undefined;
  let lines: string[];

  beforeEach(async () => {
    stateDir = mkdtempSync(join(tmpdir(), 'admissions-services-'));
    writeFileSync(join(stateDir, 'main.cjs'), program);
    keeper = await openKeeper(stateDir);
    lines = [];
  });

  afterEach(async () => {
    await running?.stop();
    running = undefined;
    keeper.close();
    rmSync(stateDir, { recursive: true, force: true });
  });

  async function start(env: Record<string, string> = {}, signal?: AbortSignal): Promise<RunningService> {
    const port = (await freePorts()).of('services');
    const spec = {
      entry: join(stateDir, 'main.cjs'),
      instance: 'payments-2',
      port,
      env: { PATH: process.env['PATH'], ...env },
    };
    running = await startService(spec, keeper, (line) => lines.push(line), signal);
    return running;
  }

  it('is started when it says that it is ready, not when it listens', async () => {
    const service = await start();
    expect((await fetch(`http://127.0.0.1:${service.port}/health/ready`)).status).toBe(200);
    expect(lines).toEqual(['WARN payments-2: no scanner']);
  });

  it('is started again when it dies by itself', async () => {
    const service = await start();
    const first = service.pid();
    service.kill('SIGKILL');
    await waitFor(
      async () =>
        service.pid() !== first && (await fetch(`http://127.0.0.1:${service.port}/health/ready`)).ok,
      { what: 'the second process', limitMs: 10_000 },
    );
    expect(service.restarts()).toBe(1);
    expect(lines.some((line) => line.includes('ended with SIGKILL'))).toBe(true);
  });

  it('is not started again once it is stopped', async () => {
    const service = await start();
    const pid = service.pid();
    await service.stop();
    expect(groupIsAlive(pid)).toBe(false);
    expect(lines.filter((line) => line.includes('starting it again'))).toEqual([]);
    await expect(fetch(`http://127.0.0.1:${service.port}/`)).rejects.toThrow();
  });

  it('that cannot boot is shown with the end of its log, not tried for ever', async () => {
    await expect(start({ BROKEN: '1' })).rejects.toThrow(
      /payments-2: the process ended with code 1.*RABBITMQ_URL is missing/s,
    );
  });

  it('that is not wanted any more is not waited for', async () => {
    await expect(start({}, AbortSignal.abort())).rejects.toThrow('interrupted');
  });
});
