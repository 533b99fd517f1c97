import type { Subject } from '@admissions/contracts/subject';
import type { SignedIn } from '../auth/session.store.ts';

/** Who asks: a visitor, or the person of a session. */
export interface Caller {
  readonly subject: Subject;
  readonly signedIn?: SignedIn | undefined;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard of access. */
    caller?: Caller;
  }
}

export const visitor: Caller = { subject: { id: 'visitor', grants: [{ role: 'visitor', programmes: [] }] } };
