import type { BodyOf, ParamsOf, QueryOf, RequestOf, Route } from '@admissions/contracts/http/route';
import type { Subject } from '@admissions/contracts/subject';
import { commandIdOf, fingerprintOf } from '@admissions/identity/ids';
import type { Act } from '@admissions/store/aggregate';
import type { FastifyReply } from 'fastify';
import type { SignedIn } from '../auth/session.store.ts';

/** What every act knows of the request that asks for it. */
export interface Ask {
  readonly subject: Subject;
  readonly signedIn?: SignedIn | undefined;
  /** The client’s `Idempotency-Key`, or one made for this request alone. */
  readonly key: string;
  readonly correlationId: string;
  /** Who asks, as the network sees it. */
  readonly source: string;
}

/** A request to a route, with its parts parsed by the route’s schemas. */
export interface Asked<R = Route> extends Ask {
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  /** Path, query and body together: the input of the route’s call. */
  readonly input: RequestOf<R>;
  readonly reply: FastifyReply;
}

/**
 * The act of a request, as the store keeps it: the same key by the same actor is the same command.
 * @param actor keeps the keys of different people apart.
 * @param input what is asked, without secrets: its fingerprint is stored.
 */
export function actOf(ask: Ask, name: string, actor: string, input: unknown): Act {
  return {
    name,
    by: ask.subject.id,
    correlationId: ask.correlationId,
    cause: { id: commandIdOf(actor, ask.key), fingerprint: fingerprintOf(name, input) },
  };
}

/** The session of a request whose route needs one; the guard has seen to it. */
export function signedInOf(ask: Ask): SignedIn {
  if (!ask.signedIn) throw new Error('the route lets people in who are not signed in');
  return ask.signedIn;
}
