import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config.ts';

/** The cookie of a browser's session: never read by scripts, never sent along by other sites' changes. */
@Injectable()
export class SessionCookie {
  readonly #name: string;
  readonly #options;

  constructor({ isHttps }: Settings) {
    // `__Host-` binds it to this host and to https; a local platform has no https.
    this.#name = isHttps ? '__Host-session' : 'session';
    this.#options = { path: '/', httpOnly: true, secure: isHttps, sameSite: 'lax' as const };
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.#name];
  }

  set(reply: FastifyReply, token: string, expires: Date): void {
    void reply.setCookie(this.#name, token, { ...this.#options, expires });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.#name, this.#options);
  }
}
