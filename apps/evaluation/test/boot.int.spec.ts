import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { reportClock } from '@admissions/contracts/evaluation';
import { readConfig } from '@admissions/runtime/config';
import { startTestService, subjects, waitFor, type TestService } from '@admissions/runtime/testing';
import { AppModule } from '../src/app.module.ts';
import { evaluationConfig } from '../src/config.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({
    service: 'evaluation',
    build: (env, replace) => ({ module: AppModule.for(readConfig(evaluationConfig, env), replace) }),
  });
});
afterAll(async () => service.stop());

it('is live and becomes ready', async () => {
  expect((await fetch(`${service.url}/health/live`)).status).toBe(200);
  await waitFor('readiness', async () => (await fetch(`${service.url}/health/ready`)).ok);
});

it('reports its clock to an administrator, and to nobody else', async () => {
  const report = await service.call(reportClock, {}, subjects.administrator);
  expect(report).toMatchObject({ offsetMs: 0 });
  await expect(service.call(reportClock, {}, subjects.candidate('c'))).rejects.toMatchObject({
    problem: { code: 'permission-missing' },
  });
});
