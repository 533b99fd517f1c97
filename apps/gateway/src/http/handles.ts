import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { ResponseOf, Route } from '@admissions/contracts/http/route';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asked } from './asked.ts';
import { bind } from './bind.ts';

const routeKey = 'route';

type Handler<R> = (asked: Asked<R>) => ResponseOf<R> | Promise<ResponseOf<R>>;

/** A decorator that the compiler lets stand only on a method of the right shape. */
type On<H> = <T extends H>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<T>,
) => void;

const AskedParam = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const http = context.switchToHttp();
  return bind(routeOf(context), http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
});

/** Binds a method to a route of the table: address, status and schemas come from there. The method gets one {@link Asked}. */
export function Handles<R extends Route>(route: R): On<Handler<R>> {
  return (target, key, descriptor) => {
    AskedParam()(target, key, 0);
    applyDecorators(
      SetMetadata(routeKey, route),
      RequestMapping({ path: route.path, method: RequestMethod[route.method] }),
      HttpCode(route.status),
    )(target, key, descriptor);
  };
}

/** The route of a handler; undefined for pages and health. */
export function maybeRouteOf(context: Pick<ExecutionContext, 'getHandler'>): Route | undefined {
  return Reflect.getMetadata(routeKey, context.getHandler()) as Route | undefined;
}

function routeOf(context: ExecutionContext): Route {
  const route = maybeRouteOf(context);
  if (!route) throw new Error('the handler is bound to no route');
  return route;
}
