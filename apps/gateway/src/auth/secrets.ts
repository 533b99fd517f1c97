import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Chance } from '@admissions/identity/ids';
import { Seal } from '@admissions/identity/seal';
import { linkPurposes, type LinkPurpose, type NewLink } from '../domain/links.ts';
import { Settings } from '../config.ts';
import { RealTime } from '../real-time.ts';

const secretBytes = 32;

/** Which message carries the link of a purpose, and the page that it opens. */
const linkMessages = {
  'confirm-email': 'gateway.email-confirmation-requested.v1',
  'reset-password': 'gateway.password-reset-requested.v1',
  'confirm-email-change': 'gateway.email-change-requested.v1',
  'accept-invitation': 'gateway.staff-invited.v1',
} as const satisfies Record<LinkPurpose, string>;

/** Makes and reads what nobody must guess: links of mails, tokens of sessions. */
@Injectable()
export class Secrets {
  readonly #seal: Seal;
  readonly #fingerprintKey: Buffer;
  readonly #addressKey: Buffer;

  constructor(
    private readonly settings: Settings,
    private readonly chance: Chance,
    private readonly time: RealTime,
  ) {
    const { MESSAGE_SEAL_KEY } = settings.env;
    this.#seal = new Seal(MESSAGE_SEAL_KEY);
    this.#fingerprintKey = derived(MESSAGE_SEAL_KEY, 'gateway/fingerprints');
    this.#addressKey = derived(MESSAGE_SEAL_KEY, 'gateway/addresses');
  }

  /**
   * A link for a mail. Its token names the account and holds 256 bits of chance; only their hash is kept,
   * and the address is sealed for the one message that carries it.
   */
  newLink(purpose: LinkPurpose, accountId: string): NewLink {
    const secret = this.#token();
    const address = `${this.settings.env.PUBLIC_URL}/${purpose}?token=${accountId}.${secret}`;
    const expiresAt = new Date(
      this.time.now().getTime() + linkPurposes[purpose].hours * 3_600_000,
    ).toISOString();
    return { hash: hashOf(secret), expiresAt, sealed: this.#seal.seal(address, linkMessages[purpose]) };
  }

  /** The account and the hash that a token of a link names; undefined when it has another form. */
  readLink(token: string): { accountId: string; hash: string } | undefined {
    const match = /^([a-z0-9][a-z0-9-]{2,63})\.([A-Za-z0-9_-]{43})$/.exec(token);
    return match ? { accountId: match[1]!, hash: hashOf(match[2]!) } : undefined;
  }

  /** The token of a session and the hash under which the session is kept. */
  newSession(): { token: string; hash: string } {
    const token = this.#token();
    return { token, hash: hashOf(token) };
  }

  /**
   * Stands for a password in the fingerprint of a command, which is stored: a plain hash of it could be guessed at leisure.
   */
  trace(password: string): string {
    return createHmac('sha256', this.#fingerprintKey).update(password).digest('hex');
  }

  /** Stands for an address where it is kept for ever: a plain hash of it could be found by trying addresses. */
  digest(email: string): string {
    return createHmac('sha256', this.#addressKey).update(email).digest('hex');
  }

  #token(): string {
    return this.chance.bytes(secretBytes).toString('base64url');
  }
}

/** A key for one use, of a secret in base64. */
function derived(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), '', use, 32));
}

/** SHA-256 in hex; enough for what holds 256 bits of chance. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
