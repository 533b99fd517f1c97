import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { maybeRouteOf } from './handles.ts';

/** Sends of an answer only what the route declares, and says whether it may be kept. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = maybeRouteOf(context);
    if (!route) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (route.cacheable !== undefined)
          void reply.header('cache-control', `public, max-age=${route.cacheable}`);
        // A service has checked its own answer; ours pass here, so that no field of an account slips out.
        return route.call ? answer : route.response?.parse(answer);
      }),
    );
  }
}
