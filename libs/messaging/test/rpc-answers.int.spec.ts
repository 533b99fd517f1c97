import { listOrders, openCheckout } from '@admissions/contracts/payments';
import { ProblemError } from '@admissions/contracts/problem';
import type { InputOf } from '@admissions/contracts/call';
import { Controller } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Answers, type CallContext } from '../src/handlers.ts';
import { currentCorrelationId } from '../src/correlation.ts';
import { Bench, candidate, visitor } from './harness.ts';

jest.setTimeout(60_000);

const seen: { input: unknown; context: CallContext; correlation: string | undefined }[] = [];

@Controller()
class Orders {
  @Answers(listOrders)
  async list(input: InputOf<typeof listOrders>, context: CallContext) {
    await Promise.resolve();
    seen.push({ input, context, correlation: currentCorrelationId() });
    if (input.applicationId === 'application-absent')
      throw new ProblemError('not-found', 'No such application');
    if (input.applicationId === 'application-broken') throw new TypeError('secret detail of the code');
    if (input.applicationId === 'application-wrong') return { items: [{ id: 7 }] as never };
    if (input.applicationId === 'application-large')
      return { items: Array.from({ length: 20_000 }, () => order) };
    return { items: [] };
  }

  @Answers(openCheckout)
  open(input: InputOf<typeof openCheckout>, context: CallContext) {
    seen.push({ input, context, correlation: currentCorrelationId() });
    return { url: `https://pay.example/${context.commandId}`, expiresAt: '2026-11-24T10:00:00.000Z' };
  }
}

const order = {
  id: 'order-1',
  applicationId: 'application-1',
  product: 'APPLICATION_FEE' as const,
  label: 'x',
  amount: { amount: 1000, currency: 'EUR' as const },
  state: 'open' as const,
  stateLabel: 'x',
  openedAt: '2026-11-24T10:00:00.000Z',
};

describe('a call over the broker', () => {
  const bench = new Bench();
  let client: Awaited<ReturnType<Bench['client']>>;

  beforeAll(async () => {
    await bench.service('payments', [Orders]);
    client = await bench.client();
  });
  afterAll(() => bench.close());

  const ask = async (applicationId: string, as = candidate) =>
    client
      .call(listOrders, { applicationId }, await bench.as(as, 'payments'))
      .catch((error: unknown) => error);

  it('gives the answer, with input, subject, deadline and correlation at the handler', async () => {
    const options = await bench.as(candidate, 'payments', { deadlineMs: 4_000 });
    const before = Date.now();
    await expect(client.call(listOrders, { applicationId: 'application-1' }, options)).resolves.toEqual({
      items: [],
    });
    const last = seen.at(-1)!;
    expect(last.input).toEqual({ applicationId: 'application-1' });
    expect(last.context.subject).toEqual(candidate);
    expect(last.context.correlationId).toBe(options.correlationId);
    expect(last.correlation).toBe(options.correlationId);
    expect(last.context.deadline.getTime() - before).toBeGreaterThan(3_900);
    expect(last.context.deadline.getTime() - before).toBeLessThan(5_000);
  });

  it('hands a refusal back unchanged', async () => {
    expect(await ask('application-absent')).toMatchObject({
      problem: { code: 'not-found', detail: 'No such application' },
    });
  });

  it('hides what else went wrong', async () => {
    const error = (await ask('application-broken')) as ProblemError;
    expect(error.problem).toEqual({ code: 'internal-error' });
    expect(bench.log.lines.some(({ fields }) => String(fields['err']).includes('secret detail'))).toBe(true);
  });

  it('does not let an answer of the wrong form, or too large, out', async () => {
    expect(((await ask('application-wrong')) as ProblemError).problem).toEqual({ code: 'internal-error' });
    expect(((await ask('application-large')) as ProblemError).problem).toEqual({ code: 'internal-error' });
  });

  it('refuses input of the wrong form, naming the field, before the handler', async () => {
    const handled = seen.length;
    expect(await ask('NOT AN ID')).toMatchObject({
      problem: { code: 'invalid-input', issues: [{ path: 'applicationId', message: 'not an id' }] },
    });
    expect(seen.length).toBe(handled);
  });

  it('refuses a subject without the permission, before it looks at the input', async () => {
    const handled = seen.length;
    expect(await ask('NOT AN ID', visitor)).toMatchObject({ problem: { code: 'permission-missing' } });
    expect(seen.length).toBe(handled);
  });

  it('refuses input that is too large, without sending it', async () => {
    expect(await ask('x'.repeat(1_100_000))).toMatchObject({ problem: { code: 'body-too-large' } });
  });

  it('gives the same command the same id and fingerprint, and other commands others', async () => {
    const open = async (orderId: string, idempotencyKey?: string) => {
      await client.call(openCheckout, { orderId }, await bench.as(candidate, 'payments', { idempotencyKey }));
      return seen.at(-1)!.context.act();
    };
    const [first, repeat, otherInput, noKey, noKeyEither] = [
      await open('order-1', 'key-1'),
      await open('order-1', 'key-1'),
      await open('order-2', 'key-1'),
      await open('order-1'),
      await open('order-1'),
    ];
    expect(first).toMatchObject({ name: 'payments.open-checkout', by: candidate.id });
    expect(repeat.cause).toEqual(first.cause);
    expect(otherInput.cause.id).toBe(first.cause.id);
    expect(otherInput.cause.fingerprint).not.toBe(first.cause.fingerprint);
    expect(noKey.cause.id).not.toBe(noKeyEither.cause.id);
  });

  it('keeps 300 calls at once apart', async () => {
    const options = await bench.as(candidate, 'payments');
    const urls = await Promise.all(
      Array.from({ length: 300 }, (_, i) =>
        client.call(openCheckout, { orderId: 'order-1' }, { ...options, idempotencyKey: `key-${i}` }),
      ),
    );
    expect(new Set(urls.map(({ url }) => url)).size).toBe(300);
  });
});
