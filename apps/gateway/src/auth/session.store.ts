import { Injectable } from '@nestjs/common';
import type { Subject } from '@admissions/contracts/subject';
import { isStaff } from '@admissions/contracts/subject';
import type { Loaded } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { Account } from '../domain/account.ts';
import { RealTime } from '../real-time.ts';
import { AccountStore } from './account.store.ts';
import { hashOf, Secrets } from './secrets.ts';

export type SessionKind = 'browser' | 'api-client';

interface Session {
  accountId: string;
  /** Of the account when the session began; the account has moved on: the session has ended. */
  epoch: number;
  /** A cookie is no bearer token, and the other way round. */
  kind: SessionKind;
  createdAt: string;
  /** Whatever is done, it ends here. */
  expiresAt: string;
  /** When it was used last, to a few minutes; only ever moved forward. */
  seenAt: string;
}

const hour = 3_600_000;
const lifetimeMs = 12 * hour;
const idleMs = { person: 2 * hour, staff: hour / 2 };
/** Use is written down at most this often. */
const noteEveryMs = 60_000;

/** Who is signed in, as a request shows it. */
export interface SignedIn {
  readonly sessionHash: string;
  readonly account: Loaded<Account>;
  readonly subject: Subject;
}

/** Sessions: kept by the hash of their token, so that who reads the database cannot take one over. */
@Injectable()
export class SessionStore {
  readonly #sessions;
  constructor(
    store: Store,
    private readonly accounts: AccountStore,
    private readonly secrets: Secrets,
    private readonly time: RealTime,
  ) {
    this.#sessions = store.collection<Session>('sessions');
  }

  async open(account: Loaded<Account>, kind: SessionKind): Promise<{ token: string; expiresAt: Date }> {
    const { token, hash } = this.secrets.newSession();
    const now = this.time.now();
    const expiresAt = new Date(now.getTime() + lifetimeMs);
    const at = {
      createdAt: now.toISOString(),
      seenAt: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
    };
    await this.#sessions.insert(hash, { accountId: account.id, epoch: account.state.epoch, kind, ...at });
    return { token, expiresAt };
  }

  /** Who holds this token; undefined when it is none of ours, or has ended. */
  async signedIn(token: string, kind: SessionKind): Promise<SignedIn | undefined> {
    const hash = hashOf(token);
    const session = await this.#sessions.get(hash);
    if (session?.kind !== kind) return undefined;
    const account = await this.accounts.load(session.accountId);
    if (account?.state.status !== 'active' || account.state.epoch !== session.epoch) return undefined;
    const subject: Subject = { id: account.id, grants: [...account.state.grants] };
    if (!(await this.#isAlive(session, isStaff(subject)))) return undefined;
    return { sessionHash: hash, account, subject };
  }

  async close(hash: string): Promise<void> {
    await this.#sessions.remove(hash);
  }

  /** Forgets sessions that have ended; the search may be slow, it is nobody's request. */
  async sweep(): Promise<number> {
    const { deletedCount } = await this.#sessions.model.deleteMany({
      expiresAt: { $lt: this.time.now().toISOString() },
    });
    return deletedCount;
  }

  async #isAlive({ _id, seenAt, expiresAt }: Session & { _id: string }, staff: boolean): Promise<boolean> {
    const now = this.time.now();
    const unused = now.getTime() - new Date(seenAt).getTime();
    if (now >= new Date(expiresAt) || unused > (staff ? idleMs.staff : idleMs.person)) return false;
    // A use that cannot be noted ends the session earlier, never later: it fails nothing.
    if (unused > noteEveryMs) await this.#note(_id, now).catch(() => {});
    return true;
  }

  async #note(_id: string, now: Date): Promise<void> {
    await this.#sessions.model.updateOne({ _id }, { $max: { seenAt: now.toISOString() } });
  }
}
