import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** A wire between the gateway and the broker that a test can cut; nobody else's connection is touched. */
export class BrokerProxy {
  readonly #server: Server;
  readonly #target: { host: string; port: number };
  readonly #sockets = new Set<Socket>();
  #isCut = false;
  /** Connections that were refused or ended while it was cut. */
  refused = 0;

  constructor(brokerUrl: string) {
    const { hostname, port } = new URL(brokerUrl);
    this.#target = { host: hostname, port: Number(port || 5672) };
    this.#server = createServer((socket) => this.#pass(socket));
  }

  /** Listens; answers the address to give to the gateway. */
  async open(brokerUrl: string): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const url = new URL(brokerUrl);
    url.hostname = '127.0.0.1';
    url.port = String((this.#server.address() as { port: number }).port);
    return url.toString();
  }

  cut(): void {
    this.#isCut = true;
    this.refused += this.#sockets.size;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #pass(socket: Socket): void {
    if (this.#isCut) {
      this.refused++;
      socket.destroy();
      return;
    }
    const far = connect(this.#target);
    for (const [one, other] of [
      [socket, far],
      [far, socket],
    ] as const) {
      this.#sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
