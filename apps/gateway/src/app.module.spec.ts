import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { DynamicModule, Type } from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import { MODULE_METADATA, PATH_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import type { Route } from '@admissions/contracts/http/route';
import { routes } from '@admissions/contracts/http/routes';
import { readConfig } from '@admissions/runtime/config';
import { AppModule } from './app.module.ts';
import { gatewayConfig } from './config.ts';
import { maybeRouteOf } from './http/handles.ts';

const pem = (type: 'pkcs8' | 'spki', key: { export(options: object): string | Buffer }) =>
  Buffer.from(key.export({ type, format: 'pem' })).toString('base64');
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const config = readConfig(gatewayConfig, {
  NODE_ENV: 'test',
  PORT: '0',
  MONGODB_URL: 'mongodb://localhost',
  RABBITMQ_URL: 'amqp://localhost',
  SUBJECT_PRIVATE_KEY: pem('pkcs8', privateKey),
  SUBJECT_PUBLIC_KEY: pem('spki', publicKey),
  MESSAGE_SEAL_KEY: Buffer.alloc(32).toString('base64'),
  STRIPE_WEBHOOK_SECRET: 'whsec_x',
  PUBLIC_URL: 'http://localhost',
});

/** The controllers of a module and of all that it imports. */
function controllersOf(module: Type | DynamicModule): Type[] {
  const dynamic = 'module' in module ? module : { module };
  const metadata = <T>(key: 'controllers' | 'imports') =>
    [
      ...((Reflect.getMetadata(MODULE_METADATA[key.toUpperCase() as 'IMPORTS'], dynamic.module) ??
        []) as T[]),
      ...((dynamic as DynamicModule)[key] ?? []),
    ] as T[];
  return [
    ...metadata<Type>('controllers'),
    ...metadata<Type | DynamicModule>('imports').flatMap(controllersOf),
  ];
}

const methods = [...new Set(controllersOf(AppModule.for(config)))].flatMap((controller) =>
  Object.getOwnPropertyNames(controller.prototype)
    .filter((name) => name !== 'constructor')
    .map((name) => ({
      name: `${controller.name}.${name}`,
      handler: (controller.prototype as Record<string, unknown>)[name] as () => unknown,
    })),
);
const routeOf = (handler: () => unknown) => maybeRouteOf({ getHandler: () => handler as never });

describe('the controllers', () => {
  it.each(routes.map((route) => [route.id, route] as const))(
    'bind %s exactly once, at its address',
    (_id, route) => {
      const bound = methods.filter(({ handler }) => routeOf(handler) === route);
      expect(bound).toHaveLength(1);
      const { handler } = bound[0]!;
      expect(Reflect.getMetadata(PATH_METADATA, handler)).toBe(route.path);
      expect(RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]).toBe(route.method);
    },
  );

  it('answer nothing else than the table, pages, documentation and health', () => {
    const others = methods.filter(
      ({ handler }) => Reflect.hasMetadata(PATH_METADATA, handler) && !routeOf(handler),
    );
    const owners = new Set(others.map(({ name }) => name.split('.')[0]));
    expect([...owners].sort()).toEqual(['DocumentationController', 'HealthController', 'PagesController']);
    expect(
      others
        .filter(({ handler }) => Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET)
        .map(({ name }) => name),
    ).toEqual(['PagesController.use']);
  });

  it('bind no route that is not in the table', () => {
    const known: readonly (Route | undefined)[] = routes;
    for (const { handler } of methods) if (routeOf(handler)) expect(known).toContain(routeOf(handler));
  });
});
