import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { ProblemError } from '@admissions/contracts/problem';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Settings } from '../config.ts';
import { RealTime } from '../real-time.ts';
import { Backoff } from './backoff.ts';

const minutes = 60;
const hours = 3_600;

/**
 * How often a source may ask. A school’s whole computer room is one source: the limits stop machines, not people.
 * They are kept in the memory of each process: with n replicas, up to n times as much passes.
 */
const perSource = {
  'sign-in': { points: 60, seconds: minutes },
  'sign-up': { points: 120, seconds: hours },
  'link-request': { points: 60, seconds: hours },
  'link-use': { points: 60, seconds: 10 * minutes },
  'own-password': { points: 20, seconds: 10 * minutes },
} as const satisfies Record<string, { points: number; seconds: number }>;
export type LimitedAct = keyof typeof perSource;

/**
 * Letters that strangers can have sent to one address: of one purpose, by one source, and by all. Above it nothing is sent, and
 * nobody is told. A stranger alone does not use up what an address can get, and the letters of one purpose leave room for the others.
 */
const mailsPerSource = { points: 4, duration: hours };
const mailsPerAddress = { points: 16, duration: hours };
export type MailPurpose = 'sign-up' | 'confirmation' | 'password-reset' | 'email-change';

/** Guessing of passwords: waiting doubles per account and source; an account under attack from everywhere is slowed as a whole. */
const perPair = { free: 5, longestMs: 15 * minutes * 1_000, forgetMs: hours * 1_000 };
const perAccount = { free: 50, longestMs: minutes * 1_000, forgetMs: hours * 1_000 };
/** Below the longest timer of Node. */
const knownSourceDays = 20;

/** Rate limits and the slowing of guesses. A refusal is `too-many-requests` with the seconds to wait. */
@Injectable()
export class Limits {
  readonly #sources: Record<LimitedAct, RateLimiterMemory>;
  readonly #mailsBySource = new RateLimiterMemory({ keyPrefix: 'mail-by-source', ...mailsPerSource });
  readonly #mails = new RateLimiterMemory({ keyPrefix: 'mail', ...mailsPerAddress });
  readonly #pairs = new Backoff(perPair);
  readonly #accounts = new Backoff(perAccount);
  /** From here the owner came in before: such a source is not slowed by the guesses of others. */
  readonly #known = new RateLimiterMemory({
    keyPrefix: 'known',
    points: 1,
    duration: knownSourceDays * 24 * hours,
  });

  constructor(
    settings: Settings,
    private readonly time: RealTime,
  ) {
    const factor = settings.env.LIMIT_FACTOR;
    this.#sources = Object.fromEntries(
      Object.entries(perSource).map(([act, { points, seconds }]) => [
        act,
        new RateLimiterMemory({ keyPrefix: act, points: points * factor, duration: seconds }),
      ]),
    ) as Record<LimitedAct, RateLimiterMemory>;
  }

  /** Counts one act of a source. */
  async source(act: LimitedAct, source: string): Promise<void> {
    const wait = await consume(this.#sources[act], sourceKey(source));
    if (wait > 0) throw tooMany(wait);
  }

  /** False when this address got enough letters of that purpose for now. */
  async mayMail(purpose: MailPurpose, email: string, source: string): Promise<boolean> {
    // What one source asks beyond its own share does not count for the others.
    if ((await consume(this.#mailsBySource, `${purpose}|${pairKey(email, source)}`)) > 0) return false;
    return (await consume(this.#mails, `${purpose}|${email}`)) === 0;
  }

  /** Counts a guess of the password of an address (known or not). */
  async guess(email: string, source: string): Promise<void> {
    const now = this.time.now().getTime();
    const pair = pairKey(email, source);
    if ((await this.#known.get(pair)) === null) {
      const wait = this.#accounts.begin(email, now);
      if (wait > 0) throw tooMany(wait);
    }
    const wait = this.#pairs.begin(pair, now);
    if (wait > 0) throw tooMany(wait);
  }

  /** The password was right, or the owner proved the address by a link. */
  async recognised(email: string, source: string): Promise<void> {
    const pair = pairKey(email, source);
    this.#pairs.clear(pair);
    await this.#known.set(pair, 1, knownSourceDays * 24 * hours);
  }
}

/** Milliseconds to wait; 0 when it may pass. */
async function consume(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext);
    throw refused;
  }
}

function tooMany(waitMs: number): ProblemError {
  return new ProblemError('too-many-requests', undefined, {
    retryAfter: Math.max(1, Math.ceil(waitMs / 1_000)),
  });
}

function pairKey(email: string, source: string): string {
  return `${email}|${sourceKey(source)}`;
}

/** An address; of IPv6 the network of 64 bits that one subscriber has whole. */
export function sourceKey(source: string): string {
  if (!isIPv6(source)) return source;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(source);
  if (mapped) return mapped[1]!;
  const [head = '', tail] = source.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...gap, ...right]
    .slice(0, 4)
    .map((part) => part.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
