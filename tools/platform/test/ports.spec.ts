import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  askedBase,
  blockSize,
  claimBase,
  freePorts,
  holderOf,
  isFree,
  portOffsets,
  portsFrom,
} from '../ports.ts';

const servers: Server[] = [];

function occupy(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    servers.push(server);
    server.once('error', reject);
    server.listen({ port, host }, () => resolve());
  });
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

/** A base whose block is free now, away from the default one. */
async function someBase(): Promise<number> {
  for (let base = 21_000; base < 31_000; base += blockSize) {
    const ports = Object.values(portOffsets).map((offset) => base + offset);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return base;
  }
  throw new Error('no free block');
}

describe('ports', () => {
  it('gives every server a port of its own, all within one block, services last', () => {
    const offsets = Object.values(portOffsets);
    expect(new Set(offsets).size).toBe(offsets.length);
    expect(Math.max(...offsets)).toBe(portOffsets.services);
    // 6 services, at most 9 processes each
    expect(portOffsets.services + 6 * 9).toBeLessThan(blockSize);
  });

  it.each(['127.0.0.1', '0.0.0.0'])('sees a port that is taken on %s', async (host) => {
    const base = await someBase();
    expect(await isFree(base)).toBe(true);
    await occupy(base, host);
    expect(await isFree(base)).toBe(false);
  });

  describe('the block of a platform', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'admissions-ports-'));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('that was asked for and is taken is refused, naming the port, its holder and the flag', async () => {
      const base = await someBase();
      await occupy(base + portOffsets.amqp, '127.0.0.1');
      const refusal = claimBase(folder, base, undefined);
      await expect(refusal).rejects.toThrow(`Port ${base + portOffsets.amqp} is in use`);
      await expect(refusal).rejects.toThrow('--port-base');
      if (process.platform === 'linux')
        expect(holderOf(base + portOffsets.amqp)).toContain(`process ${process.pid} (`);
    });

    it('of the last start is kept while it is free, else another is taken without asking', async () => {
      const base = await someBase();
      const first = await claimBase(folder, undefined, base);
      expect(first.base).toBe(base);
      first.release();
      await occupy(base, '127.0.0.1');
      expect((await claimBase(folder, undefined, base)).base).not.toBe(base);
    });

    it('is not given to two that start in the same second, though no port of it is open yet', async () => {
      const base = await someBase();
      const both = await Promise.all([
        claimBase(folder, undefined, base),
        claimBase(folder, undefined, base),
      ]);
      expect(new Set(both.map((one) => one.base)).size).toBe(2);
      await expect(claimBase(folder, base, undefined)).rejects.toThrow(
        `kept by another platform (process ${process.pid})`,
      );
      for (const one of both) one.release();
      expect((await claimBase(folder, base, undefined)).base).toBe(base);
    });
  });

  it('passes over a port that is taken when a service needs one', async () => {
    const base = await someBase();
    await occupy(base + portOffsets.services, '127.0.0.1');
    expect(await portsFrom(base).next()).toBe(base + portOffsets.services + 1);
  });

  it('gives tests free ports, none twice, below the range of outgoing connections', async () => {
    const ports = await freePorts();
    const all = [
      ports.of('api'),
      ports.of('mongo'),
      ports.of('epmd'),
      await ports.next(),
      await ports.next(),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(Math.max(...all)).toBeLessThan(32_768);
  });

  it('reads PLATFORM_PORT_BASE and refuses nonsense in it', () => {
    expect(askedBase({})).toBeUndefined();
    expect(askedBase({ PLATFORM_PORT_BASE: '5200' })).toBe(5200);
    expect(() => askedBase({ PLATFORM_PORT_BASE: 'x' })).toThrow('PLATFORM_PORT_BASE');
  });
});
