import { startCardEmulator } from './card-emulator.ts';
import { startMail } from './mail.ts';
import { startMongo } from './mongo.ts';
import { startObjectStore } from './object-store.ts';
import { startRabbitmq } from './rabbitmq.ts';
import type { Server, ServerContext } from './server.ts';

const starters = [startRabbitmq, startMongo, startObjectStore, startMail, startCardEmulator];

/** Starts all local servers side by side; when one fails, those that started are stopped and its message is thrown. */
export async function startServers(context: ServerContext): Promise<Server[]> {
  const results = await Promise.allSettled(starters.map((start) => start(context)));
  const servers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = results.find((result) => result.status === 'rejected');
  if (!failed) return servers;
  await stopServers(servers);
  throw failed.reason;
}

export async function stopServers(servers: Server[]): Promise<void> {
  await Promise.all(servers.map((server) => server.stop()));
}
