import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { connect } from 'amqplib';
import { writePrivate } from '../secrets.ts';
import { foreignServer, type Server, type ServerContext } from './server.ts';
import { startLocalServer } from './managed-server.ts';

/** RABBITMQ_URL → `rabbitmq-server` (the program of the package's own folder, or on PATH) as a node of our own. */
export async function startRabbitmq(context: ServerContext): Promise<Server> {
  const given = context.env['RABBITMQ_URL'];
  if (given) return foreignServer('RabbitMQ', given, { RABBITMQ_URL: given });
  const { server, epmd } = await context.programs.rabbitmq();
  const port = context.ports.of('amqp');
  const url = `amqp://admissions:${context.secrets.rabbitmqPassword}@127.0.0.1:${port}/`;
  const env = nodeEnvironment(context);
  writeConfiguration(context, port);
  writeControlScript(context.stateDir, env, server);
  const epmdPort = String(context.ports.of('epmd'));
  return startLocalServer(context, {
    name: 'RabbitMQ',
    address: `amqp://127.0.0.1:${port}`,
    env: { RABBITMQ_URL: url, RABBITMQCTL: join(context.stateDir, 'rabbitmq', 'ctl') },
    ports: [port, context.ports.of('epmd'), context.ports.of('erlang')],
    replacedBy: 'RABBITMQ_URL',
    processes: [
      // Erlang's name server, as a child of ours on the loopback address: started by Erlang it would listen everywhere and outlive us.
      { name: 'epmd', command: epmd, args: ['-port', epmdPort, '-address', '127.0.0.1'], env, graceMs: 1000 },
      { name: 'rabbitmq', command: server, args: [], env, graceMs: 20_000 },
    ],
    probe: () => opens(url),
    limitMs: 60_000,
  });
}

/** The variables that make the node ours alone: name, folders, ports, cookie (in HOME). Also what `rabbitmqctl` needs to reach it. */
export function nodeEnvironment({ stateDir, ports, secrets, env }: ServerContext): NodeJS.ProcessEnv {
  const dir = join(stateDir, 'rabbitmq');
  return {
    PATH: env['PATH'],
    LANG: 'C.UTF-8',
    HOME: join(dir, 'home'),
    RABBITMQ_NODENAME: secrets.rabbitmqNode,
    RABBITMQ_MNESIA_BASE: join(dir, 'data'),
    RABBITMQ_LOG_BASE: join(dir, 'log'),
    RABBITMQ_CONFIG_FILE: join(dir, 'rabbitmq.conf'),
    RABBITMQ_CONF_ENV_FILE: join(dir, 'rabbitmq-env.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(dir, 'enabled_plugins'),
    RABBITMQ_PID_FILE: join(dir, 'pid'),
    RABBITMQ_DIST_PORT: String(ports.of('erlang')),
    ERL_EPMD_PORT: String(ports.of('epmd')),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    // No busy waiting of the Erlang schedulers: on two cores it takes from the services what it gives to nobody.
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS:
      '-start_epmd false +sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}',
    RABBITMQ_CTL_ERL_ARGS: '-start_epmd false',
  };
}

function writeConfiguration({ stateDir, secrets }: ServerContext, port: number): void {
  const dir = join(stateDir, 'rabbitmq');
  for (const folder of ['home', 'data', 'log']) mkdirSync(join(dir, folder), { recursive: true });
  chmodSync(join(dir, 'home'), 0o700);
  writeFileSync(join(dir, 'enabled_plugins'), '[].\n');
  writeFileSync(join(dir, 'rabbitmq-env.conf'), '');
  const lines = {
    'listeners.tcp.1': `127.0.0.1:${port}`,
    default_user: 'admissions',
    default_pass: secrets.rabbitmqPassword,
    // A laptop with little space left is not a production broker: refuse publishing only when it is nearly full.
    'disk_free_limit.absolute': '100MB',
    'log.console': 'true',
    'log.console.level': 'warning',
    'log.file': 'false',
  };
  writePrivate(
    join(dir, 'rabbitmq.conf'),
    Object.entries(lines)
      .map(([key, value]) => `${key} = ${value}`)
      .join('\n'),
  );
}

/** `<state>/rabbitmq/ctl …` is `rabbitmqctl` for this node: it needs the node's name, ports and cookie. */
function writeControlScript(stateDir: string, env: NodeJS.ProcessEnv, server: string): void {
  const exports = Object.entries(env).map(([name, value]) => `export ${name}='${String(value)}'`);
  const script = ['#!/bin/sh', ...exports, `exec '${join(dirname(server), 'rabbitmqctl')}' "$@"`];
  writeFileSync(join(stateDir, 'rabbitmq', 'ctl'), `${script.join('\n')}\n`, { mode: 0o700 });
}

async function opens(url: string): Promise<boolean> {
  const connection = await connect(url, { timeout: 3000 });
  await connection.close();
  return true;
}
