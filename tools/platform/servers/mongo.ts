import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { foreignServer, type Server, type ServerContext } from './server.ts';
import { startLocalServer } from './managed-server.ts';

/** MONGODB_URL → `mongod` on PATH as a replica set of one → our FerretDB program. */
export function startMongo(context: ServerContext): Promise<Server> {
  const given = context.env['MONGODB_URL'];
  if (given) return Promise.resolve(foreignServer('MongoDB', given, { MONGODB_URL: given }));
  const { mongod } = context.programs;
  return mongod ? startMongod(context, mongod) : startFerretdb(context);
}

async function startFerretdb(context: ServerContext): Promise<Server> {
  const port = context.ports.of('mongo');
  const url = `mongodb://127.0.0.1:${port}/`;
  const dir = join(context.stateDir, 'mongo');
  return startLocalServer(context, {
    name: 'MongoDB (FerretDB on SQLite)',
    address: url,
    env: { MONGODB_URL: url },
    ports: [port],
    replacedBy: 'MONGODB_URL',
    processes: [
      {
        name: 'mongo',
        command: await context.programs.localMongo(),
        args: ['-port', String(port), '-dir', dir],
        env: { PATH: context.env['PATH'], HOME: context.stateDir },
      },
    ],
    probe: () => answers(url),
    limitMs: 20_000,
  });
}

async function startMongod(context: ServerContext, mongod: string): Promise<Server> {
  const port = context.ports.of('mongo');
  const dir = join(context.stateDir, 'mongod');
  mkdirSync(dir, { recursive: true });
  const url = `mongodb://127.0.0.1:${port}/?replicaSet=admissions`;
  return startLocalServer(context, {
    name: 'MongoDB (mongod)',
    address: url,
    env: { MONGODB_URL: url },
    ports: [port],
    replacedBy: 'MONGODB_URL',
    processes: [
      {
        name: 'mongo',
        command: mongod,
        args: [
          '--port',
          String(port),
          '--bind_ip',
          '127.0.0.1',
          '--dbpath',
          dir,
          '--replSet',
          'admissions',
          '--quiet',
        ],
        env: { PATH: context.env['PATH'], HOME: context.stateDir },
      },
    ],
    probe: async () => (await initiated(port)) && (await answers(url)),
    limitMs: 60_000,
  });
}

/** Makes the one server a replica set at its first start, then says whether it is primary. */
async function initiated(port: number): Promise<boolean> {
  return withClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, async (client) => {
    const admin = client.db('admin');
    const hello = await admin.command({ hello: 1 });
    if (!hello['setName']) {
      const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
      await admin.command({ replSetInitiate: { _id: 'admissions', members } });
    }
    return hello['isWritablePrimary'] === true;
  });
}

function answers(url: string): Promise<boolean> {
  return withClient(url, async (client) => (await client.db('admin').command({ ping: 1 }))['ok'] === 1);
}

async function withClient<T>(url: string, act: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(url, {
    serverSelectionTimeoutMS: 1000,
    connectTimeoutMS: 1000,
    socketTimeoutMS: 3000,
  });
  try {
    return await act(client);
  } finally {
    await client.close();
  }
}
