import { Controller, Module, type DynamicModule, type INestMicroservice, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { CallDefinition } from '@admissions/contracts/call';
import { callsOf } from '@admissions/contracts/catalogue';
import { ProblemError } from '@admissions/contracts/problem';
import { services, type AnsweringService } from '@admissions/contracts/services';
import { SubjectVerifier } from '@admissions/identity/subject-token';
import { AdmissionsTransport } from '@admissions/messaging/admissions.transport';
import { Broker } from '@admissions/messaging/broker';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import type { TestService } from '@admissions/runtime/testing';

/** What a stand-in does with a call; the default is that there is nothing. */
export type Behaviour = (call: CallDefinition, input: unknown, context: CallContext) => unknown;

export interface StandIns {
  /** Every call that passed, oldest first. */
  readonly passed: { call: string; input: unknown; context: CallContext }[];
  behave: Behaviour;
  stop(): Promise<void>;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** The other five services as the gateway meets them: real transport, real subjects, and answers that a test decides. */
export async function startStandIns(gateway: TestService): Promise<StandIns> {
  const standIns: StandIns = {
    passed: [],
    behave: () => {
      throw new ProblemError('not-found');
    },
    stop: async () => {
      await Promise.all(running.map(({ app }) => app.close()));
      await Promise.all(running.map(({ broker }) => broker.close()));
    },
  };
  const answering = services.filter((service): service is AnsweringService => service !== 'gateway');
  const running = await Promise.all(answering.map((service) => start(service, gateway, standIns)));
  return standIns;
}

async function start(service: AnsweringService, gateway: TestService, standIns: StandIns) {
  const broker = await Broker.connect({
    url: gateway.env['RABBITMQ_URL']!,
    prefix: gateway.env['RABBITMQ_PREFIX']!,
    instance: `${service}-stand-in`,
    logger: silent,
  });
  const verifier = new SubjectVerifier(gateway.env['SUBJECT_PUBLIC_KEY']!, service);
  const strategy = new AdmissionsTransport({ service, broker, verifier, logger: silent });
  const app: INestMicroservice = await NestFactory.createMicroservice(moduleOf(service, standIns), {
    strategy,
    logger: false,
  });
  await app.listen();
  return { app, broker };
}

function moduleOf(service: AnsweringService, standIns: StandIns): DynamicModule {
  class StandInModule {}
  Module({})(StandInModule);
  return { module: StandInModule, controllers: [controllerOf(service, standIns)] };
}

function controllerOf(service: AnsweringService, standIns: StandIns): Type {
  class StandIn {}
  for (const call of callsOf(service)) {
    const value = (input: unknown, context: CallContext) => {
      standIns.passed.push({ call: call.name, input, context });
      return standIns.behave(call, input, context) as never;
    };
    Object.defineProperty(StandIn.prototype, call.name, { value, configurable: true });
    Answers(call)(
      StandIn.prototype,
      call.name,
      Object.getOwnPropertyDescriptor(StandIn.prototype, call.name)!,
    );
  }
  Controller()(StandIn);
  return StandIn;
}
