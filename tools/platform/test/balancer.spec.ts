import { createServer as createHttpServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startBalancer, type Balancer } from '../balancer.ts';
import { freePorts } from '../ports.ts';

describe('balancer', () => {
  let balancer: Balancer;
  let port: number;
  let backends: number[];
  let servers: (Server | undefined)[];

  beforeEach(async () => {
    const ports = await freePorts();
    port = ports.of('api');
    backends = [await ports.next(), await ports.next(), await ports.next()];
    servers = await Promise.all(backends.map((backend, index) => backendOn(backend, `b${index}`)));
    balancer = await startBalancer(port, backends);
  });

  afterEach(async () => {
    await balancer.close();
    for (const server of servers) await end(server);
  });

  it('gives each connection to the next backend', async () => {
    const answers = [await ask(), await ask(), await ask()];
    expect(answers.sort()).toEqual(['b0', 'b1', 'b2']);
  });

  it('skips a dead backend without a failed request, and uses it again when it is back', async () => {
    await end(servers[1]);
    const during = await Promise.all(Array.from({ length: 9 }, ask));
    expect(new Set(during)).toEqual(new Set(['b0', 'b2']));
    servers[1] = await backendOn(backends[1] as number, 'b1');
    const until = Date.now() + 5000;
    let seen = false;
    while (!seen && Date.now() < until) seen = (await ask()) === 'b1';
    expect(seen).toBe(true);
  });

  it('closes the connection when no backend answers', async () => {
    for (const server of servers) await end(server);
    await expect(ask()).rejects.toThrow();
  });

  it('passes a large body both ways, whole', async () => {
    const body = 'é'.repeat(2_000_000);
    const response = await fetch(`http://127.0.0.1:${port}/echo`, {
      method: 'POST',
      body,
      headers: { connection: 'close' },
    });
    expect(await response.text()).toBe(body);
  });

  it('ends the other side when one breaks off, and goes on', async () => {
    const client = connect(port, '127.0.0.1');
    await once(client, 'connect');
    client.write('GET /hang HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(client, 'data');
    client.destroy();
    expect(await ask()).toMatch(/^b/);
  });

  async function ask(): Promise<string> {
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } });
    return response.text();
  }
});

function backendOn(port: number, name: string): Promise<Server> {
  return new Promise((resolve) => {
    const server = createHttpServer((request, response) => {
      if (request.url === '/echo') request.pipe(response);
      else if (request.url === '/hang') response.write('begun');
      else response.end(name);
    });
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

async function end(server: Server | undefined): Promise<void> {
  server?.closeAllConnections();
  if (server?.listening) await new Promise((resolve) => server.close(resolve));
}
