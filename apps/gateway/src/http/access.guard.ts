import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { isChange, permissionsOf, type Route } from '@admissions/contracts/http/route';
import { ProblemError } from '@admissions/contracts/problem';
import { can } from '@admissions/contracts/subject';
import type { FastifyRequest } from 'fastify';
import { SessionCookie } from '../auth/session-cookie.ts';
import { SessionStore } from '../auth/session.store.ts';
import { Settings } from '../config.ts';
import { visitor, type Caller } from './caller.ts';
import { maybeRouteOf } from './handles.ts';
import { checkOrigin } from './origin.ts';

/** Who asks, from where, and whether the route lets such people in at all. What they may see of an object, its owner decides. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: SessionStore,
    private readonly cookie: SessionCookie,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = maybeRouteOf(context);
    if (!route) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const bearer = bearerOf(request);
    const cookie = this.cookie.read(request);
    // A bearer token is never sent by a browser on its own: no other site can make it act.
    if (isChange(route) && !route.raw && bearer === undefined)
      checkOrigin(request, this.#origins(), cookie !== undefined);
    request.caller = await this.#caller(bearer, cookie);
    admit(route, request.caller);
    return true;
  }

  async #caller(bearer: string | undefined, cookie: string | undefined): Promise<Caller> {
    if (bearer === undefined && cookie === undefined) return visitor;
    const signedIn =
      bearer === undefined
        ? await this.sessions.signedIn(cookie!, 'browser')
        : await this.sessions.signedIn(bearer, 'api-client');
    return signedIn ? { subject: signedIn.subject, signedIn } : visitor;
  }

  #origins(): string[] {
    return [this.settings.publicOrigin, ...(this.settings.env.CORS_ORIGINS ?? [])];
  }
}

function admit({ audience }: Route, { subject, signedIn }: Caller): void {
  if (audience === 'public') return;
  if (!signedIn) throw new ProblemError('not-signed-in');
  const wanted = permissionsOf(audience);
  if (wanted.length > 0 && !wanted.some((permission) => can(subject, permission)))
    throw new ProblemError('permission-missing');
}

function bearerOf(request: FastifyRequest): string | undefined {
  const { authorization } = request.headers;
  if (authorization === undefined) return undefined;
  // Anything else than a bearer token is nobody’s.
  return /^Bearer ([A-Za-z0-9_-]{20,100})$/i.exec(authorization)?.[1] ?? '';
}
