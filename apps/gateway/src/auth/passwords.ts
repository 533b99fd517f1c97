import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { ProblemError } from '@admissions/contracts/problem';

interface Cost {
  /** KiB. */
  readonly m: number;
  readonly t: number;
  readonly p: number;
}

/** OWASP's first choice: about 34 ms of one core. Raise it here; each password is kept anew at its owner's next sign-in. */
const cost: Cost = { m: 19_456, t: 2, p: 1 };
const saltLength = 16;
const hashLength = 32;

/** Hashes at once: half of Node's worker threads, so that files and names are still served, and 40 MB at most. */
const atOnce = 2;
/** Waiting ones: about a second of work; further ones are told to come again. */
const mostWaiting = 64;

const derive = promisify(argon2);

/** Hashes passwords, a few at a time: otherwise signing in would be the cheapest way to take the platform down. */
@Injectable()
export class Passwords {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  /** Of a password that nobody knows: checked against when there is no account, so that it takes as long. */
  readonly #nobodys = encode(cost, randomBytes(saltLength), randomBytes(hashLength));

  /** The text to store: algorithm, cost, salt and hash. Throws `too-many-requests` when too many wait. */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(saltLength);
    return encode(cost, salt, await this.#derive(password, salt, cost, hashLength));
  }

  /** True when the password is the stored one. Without a stored one it takes the same time and is false. */
  async verify(password: string, stored: string | null | undefined): Promise<boolean> {
    const { cost: its, salt, hash } = decode(stored ?? this.#nobodys);
    const derived = await this.#derive(password, salt, its, hash.length);
    return timingSafeEqual(derived, hash) && typeof stored === 'string';
  }

  /** True when it was stored at another cost than today's. */
  isStale(stored: string): boolean {
    const { cost: its } = decode(stored);
    return its.m !== cost.m || its.t !== cost.t || its.p !== cost.p;
  }

  async #derive(password: string, salt: Buffer, { m, t, p }: Cost, length: number): Promise<Buffer> {
    await this.#turn();
    try {
      // The same password typed on two keyboards may differ in its code points.
      const message = password.normalize('NFKC');
      const parameters = { message, nonce: salt, memory: m, passes: t, parallelism: p, tagLength: length };
      return await derive('argon2id', parameters);
    } finally {
      // The place is handed over, so that nobody slips in between.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }

  async #turn(): Promise<void> {
    if (this.#running < atOnce) {
      this.#running++;
      return;
    }
    if (this.#waiting.length >= mostWaiting)
      throw new ProblemError('too-many-requests', undefined, { retryAfter: 2 });
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}

function encode({ m, t, p }: Cost, salt: Buffer, hash: Buffer): string {
  return `$argon2id$v=19$m=${m},t=${t},p=${p}$${unpadded(salt)}$${unpadded(hash)}`;
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

function decode(stored: string): { cost: Cost; salt: Buffer; hash: Buffer } {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(
    stored,
  );
  if (!match) throw new Error('a stored password has another form');
  const [, m, t, p, salt, hash] = match as unknown as [string, string, string, string, string, string];
  return {
    cost: { m: Number(m), t: Number(t), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}
