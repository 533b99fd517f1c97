import { once } from 'node:events';
import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Stands before the object store: lets through, answers nothing, or hangs up. */
export class StoreProxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Bytes that went to the store. */
  passed = 0;
  #mode: 'open' | 'silent' | 'closed' = 'open';

  private constructor(server: Server) {
    this.#server = server;
  }

  static async before(address: string): Promise<StoreProxy> {
    const { hostname, port } = new URL(address);
    const server = createServer();
    const proxy = new StoreProxy(server);
    server.on('connection', (socket) => proxy.#accept(socket, hostname, Number(port)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on, for old connections too. */
  set(mode: 'open' | 'silent' | 'closed'): void {
    this.#mode = mode;
    if (mode !== 'open') for (const socket of this.#sockets) if (mode === 'closed') socket.destroy();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #accept(socket: Socket, host: string, port: number): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => undefined);
    if (this.#mode === 'closed') {
      socket.destroy();
      return;
    }
    const store = connect(port, host);
    store.on('error', () => socket.destroy());
    store.on('close', () => socket.destroy());
    socket.on('close', () => store.destroy());
    socket.on('data', (bytes) => {
      if (this.#mode !== 'open') return;
      this.passed += bytes.length;
      store.write(bytes);
    });
    store.on('data', (bytes) => this.#mode === 'open' && socket.write(bytes));
  }
}
