// Stands before the mail catcher, so that a test can close it, let it hang, or let it refuse.
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

export type Mode = 'pass' | 'closed' | 'hang' | 'refuse' | 'defer' | 'lose-answer';

export class SmtpGate {
  mode: Mode = 'pass';
  /** Mails that the far side took, whatever the sender heard of it. */
  taken = 0;
  readonly #far: { host: string; port: number };
  readonly #server: Server;
  readonly #open = new Set<Socket>();

  constructor(url: string) {
    const { hostname, port } = new URL(url);
    this.#far = { host: hostname, port: Number(port) };
    this.#server = createServer((socket) => this.#meet(socket));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on; connections of before are cut, so that the new mode holds for all. */
  set(mode: Mode): void {
    this.mode = mode;
    for (const socket of this.#open) socket.destroy();
  }

  async stop(): Promise<void> {
    this.set('closed');
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #meet(socket: Socket): void {
    this.#open.add(socket);
    socket.on('close', () => this.#open.delete(socket)).on('error', () => undefined);
    if (this.mode === 'closed') socket.destroy();
    if (this.mode === 'pass' || this.mode === 'lose-answer') this.#pipe(socket);
    if (this.mode === 'refuse') speak(socket, '550 5.1.1 no such mailbox');
    if (this.mode === 'defer') speak(socket, '451 4.3.0 try again later');
  }

  #pipe(socket: Socket): void {
    const far = connect(this.#far);
    this.#open.add(far);
    far.on('close', () => socket.destroy()).on('error', () => socket.destroy());
    // The far side keeps its time to store what it took.
    socket.on('close', () => (this.mode === 'lose-answer' ? far.end() : far.destroy()));
    let isInData = false;
    socket.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => {
      const answer = bytes.toString('latin1');
      const isTaken = isInData && answer.startsWith('250');
      isInData = /^354/m.test(answer);
      if (isTaken) this.taken += 1;
      if (isTaken && this.mode === 'lose-answer') socket.destroy();
      else socket.write(bytes);
    });
  }
}

/** A mail server that says this to every recipient. */
function speak(socket: Socket, toRecipient: string): void {
  socket.write('220 gate ESMTP\r\n');
  socket.on('data', (bytes) => {
    for (const line of bytes.toString('latin1').split('\r\n').filter(Boolean)) {
      const [verb = ''] = line.toUpperCase().split(' ');
      const answer = verb === 'RCPT' ? toRecipient : verb === 'QUIT' ? '221 bye' : '250 ok';
      socket.write(`${answer}\r\n`);
    }
  });
}
