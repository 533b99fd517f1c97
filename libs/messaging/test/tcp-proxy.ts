import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Stands between a process and the broker, and harms the link on request. */
export class TcpProxy {
  readonly #target: URL;
  readonly #server: Server;
  readonly #pairs = new Set<[Socket, Socket]>();
  #refusing = false;
  #frozen = false;

  private constructor(target: URL) {
    this.#target = target;
    this.#server = createServer((client) => this.#pipe(client));
  }

  static async before(url: string): Promise<TcpProxy> {
    const proxy = new TcpProxy(new URL(url));
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** The address of the broker by way of this proxy. */
  get url(): string {
    const url = new URL(this.#target);
    url.hostname = '127.0.0.1';
    url.port = String((this.#server.address() as AddressInfo).port);
    return url.toString();
  }

  /** Connections that stand at this moment. */
  get links(): number {
    return this.#pairs.size;
  }

  /** Ends every connection as a pulled cable does; later ones work. */
  cut(): void {
    for (const [client, server] of this.#pairs) {
      client.resetAndDestroy();
      server.destroy();
    }
  }

  /** Refuses connections until {@link mend}, and cuts those that stand. */
  refuse(): void {
    this.#refusing = true;
    this.cut();
  }

  /** Lets nothing through while the connections stand (a half-open link), until {@link mend} or {@link cut}. */
  freeze(): void {
    this.#frozen = true;
    for (const pair of this.#pairs) for (const socket of pair) socket.pause();
  }

  /** Says something to every client in the broker's name; only between two frames, so on idle links. */
  inject(bytes: Buffer): void {
    for (const [client] of this.#pairs) client.write(bytes);
  }

  mend(): void {
    this.#refusing = false;
    this.#frozen = false;
    for (const pair of this.#pairs) for (const socket of pair) socket.resume();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pipe(client: Socket): void {
    if (this.#refusing) return void client.resetAndDestroy();
    const server = connect(Number(this.#target.port || 5672), this.#target.hostname);
    const pair: [Socket, Socket] = [client, server];
    this.#pairs.add(pair);
    const link = (from: Socket, to: Socket) => {
      from.setNoDelay(true);
      from.on('error', () => {});
      from.on('data', (bytes) => to.write(bytes));
      from.on('close', () => {
        this.#pairs.delete(pair);
        to.destroy();
      });
      if (this.#frozen) from.pause();
    };
    link(client, server);
    link(server, client);
  }
}
