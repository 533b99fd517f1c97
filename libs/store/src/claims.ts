import type { Act, Aggregate, Loaded } from './aggregate.ts';
import type { Decision } from './change.ts';
import type { Engine } from './engine.ts';
import type { Json } from './json.ts';
import { newAttempt } from './keys.ts';
import type { StreamStore } from './stream.store.ts';

/** How long a claim is its holder's before the holder's own state must show it: longer than any command may take. */
const graceMs = 60_000;

/** The state of `claim/<text>`. `since` is real time: moving the business clock must not make a claim old. */
export interface Claim {
  readonly holder: string | null;
  readonly since: string;
}

export const claimAggregate: Aggregate<Claim> = { name: 'claim', summary: ({ holder }) => ({ holder }) };

/**
 * Uniqueness (an address, a seat, one application per candidate and intake): a text has at most one holder at a time.
 * A claim is kept for ever under its text: a text that says who somebody is must be digested with a key first.
 */
export class Claims {
  readonly #streams: StreamStore<Claim>;
  readonly #engine: Engine;

  constructor(engine: Engine, streams: StreamStore<Claim>) {
    this.#engine = engine;
    this.#streams = streams;
  }

  /**
   * Takes a text for a holder. The same holder again holds it anew: a claim that two commands rely on has the age of the later one,
   * and a release that names the claim before it does nothing. A claim older than a minute is taken over when `stillHolds(its holder)`
   * says no: its maker died between the claim and the state that was to show it.
   */
  async take(
    text: string,
    holder: string,
    act: Act,
    stillHolds?: (holder: string) => Promise<boolean>,
  ): Promise<{ held: true } | { held: false; holder: string }> {
    let other = '';
    const decide = async (current: Loaded<Claim> | undefined): Promise<Decision<Claim, Json>> => {
      const claim = current?.state;
      other = claim?.holder ?? holder;
      if (other !== holder && !(await this.#isAbandoned(claim as Claim, other, stillHolds)))
        return { unchanged: true };
      other = holder;
      return { state: { holder, since: this.#engine.now().toISOString() } };
    };
    await this.#streams.decide(text, this.#ownCause(act, 'take-claim'), decide);
    return other === holder ? { held: true } : { held: false, holder: other };
  }

  /**
   * Frees a text if the holder has it; otherwise nothing happens. When the same holder may take it anew at the same time, name the
   * `revision` of the claim that was seen before the holder's state was read: a claim that was taken since then stays.
   */
  async release(text: string, holder: string, act: Act, revision?: number): Promise<void> {
    await this.#streams.decide(text, this.#ownCause(act, 'release-claim'), (current) =>
      current?.state.holder === holder && (revision === undefined || current.revision === revision)
        ? { state: { holder: null, since: this.#engine.now().toISOString() } }
        : { unchanged: true },
    );
  }

  async holderOf(text: string): Promise<string | undefined> {
    return (await this.seen(text))?.holder;
  }

  /** Who has a text, and since which revision of the claim; undefined when it is free. */
  async seen(text: string): Promise<{ readonly holder: string; readonly revision: number } | undefined> {
    const loaded = await this.#streams.load(text);
    const holder = loaded?.state.holder;
    return loaded && holder ? { holder, revision: loaded.revision } : undefined;
  }

  async #isAbandoned(
    claim: Claim,
    holder: string,
    stillHolds?: (holder: string) => Promise<boolean>,
  ): Promise<boolean> {
    if (!stillHolds || this.#engine.now().getTime() - Date.parse(claim.since) < graceMs) return false;
    return !(await stillHolds(holder));
  }

  /**
   * One command may take, give back and take again, and its repeat must look at the claim as it is, not as it was: each call is a
   * cause of its own, which still names the command.
   */
  #ownCause(act: Act, name: string): Act {
    return { ...act, name, cause: { id: `${act.cause.id.slice(0, 250)}/${newAttempt()}`, fingerprint: '' } };
  }
}
