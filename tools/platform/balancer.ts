import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Balancer {
  close(): Promise<void>;
}

const connectLimitMs = 2000;
/** How long a backend that refused is passed over (it is tried all the same when all others refuse too). */
const restMs = 1000;

/**
 * A small TCP balancer on 127.0.0.1: each connection goes to the next backend in turn; one that refuses rests a second and the next is
 * tried, before any byte was passed on, so that nothing is ever sent twice. A connection that breaks later is the client's to repeat.
 */
export async function startBalancer(port: number, backends: readonly number[]): Promise<Balancer> {
  const restUntil = new Map<number, number>();
  const open = new Set<Socket>();
  let turn = 0;

  const inTurn = (): number[] => {
    turn = (turn + 1) % backends.length;
    const order = [...backends.slice(turn), ...backends.slice(0, turn)];
    const resting = (backend: number) => ((restUntil.get(backend) ?? 0) > Date.now() ? 1 : 0);
    return order.sort((a, b) => resting(a) - resting(b));
  };

  const server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, (client) => {
    open.add(client);
    client.once('close', () => open.delete(client));
    client.on('error', () => client.destroy());
    void firstThatAccepts(inTurn(), (refused) => restUntil.set(refused, Date.now() + restMs)).then(
      (backend) => {
        if (!backend || client.destroyed) {
          client.destroy();
          backend?.destroy();
          return;
        }
        join(client, backend);
      },
    );
  });
  await listen(server, port);
  return {
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

async function firstThatAccepts(
  backends: readonly number[],
  refused: (backend: number) => void,
): Promise<Socket | undefined> {
  for (const backend of backends) {
    const socket = await tryConnect(backend);
    if (socket) return socket;
    refused(backend);
  }
  return undefined;
}

function tryConnect(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const timer = setTimeout(() => fail(), connectLimitMs);
    const fail = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(undefined);
    };
    socket.once('error', fail);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', fail);
      resolve(socket);
    });
  });
}

/** Passes bytes both ways; each side may end its half; when one breaks, so does the other. */
function join(client: Socket, backend: Socket): void {
  client.setNoDelay(true);
  backend.setNoDelay(true);
  backend.on('error', () => client.destroy());
  client.once('close', () => backend.destroy());
  backend.once('close', () => client.destroy());
  client.pipe(backend);
  backend.pipe(client);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => resolve());
  });
}
