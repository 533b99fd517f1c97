import { describe, expect, it } from '@jest/globals';
import { jitterMs, patiently } from './retry.ts';

const closed = () => Object.assign(new Error('closed'), { name: 'MongoNetworkError' });
const noWait = (): number => 0;

describe('waiting between tries', () => {
  it('grows, differs by chance, and has an end', () => {
    expect([1, 2, 3, 4, 5, 6, 50].map((tries) => jitterMs(tries, () => 1))).toEqual([
      20, 40, 80, 160, 300, 300, 300,
    ]);
    expect(jitterMs(4, () => 0.5)).toBe(80);
    expect(jitterMs(4, noWait)).toBe(0);
  });
});

describe('patience', () => {
  it('runs an operation again after a broken connection', async () => {
    let runs = 0;
    expect(
      await patiently(() => (++runs < 3 ? Promise.reject(closed()) : Promise.resolve('there')), noWait),
    ).toBe('there');
    expect(runs).toBe(3);
  });

  it('ends after three tries', async () => {
    let runs = 0;
    await expect(patiently(() => (runs++, Promise.reject(closed())), noWait)).rejects.toMatchObject({
      code: 'service-unavailable',
    });
    expect(runs).toBe(3);
  });

  it('is not for other errors', async () => {
    let runs = 0;
    await expect(patiently(() => (runs++, Promise.reject(new Error('mistake'))), noWait)).rejects.toThrow(
      'mistake',
    );
    expect(runs).toBe(1);
  });
});
