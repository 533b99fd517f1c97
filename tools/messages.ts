/**
 * Dead letters: messages that a service gave up.
 *   npm run messages -- list [--service payments]
 *   npm run messages -- show <id>
 *   npm run messages -- replay <id>… | --all [--service payments]
 *   npm run messages -- drop <id>… | --all --service payments
 * The broker is the one in RABBITMQ_URL (and RABBITMQ_PREFIX), else that of the running local platform.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { services, type Service } from '@admissions/contracts/services';
import { DeadLetters, type Choice, type DeadLetter } from '@admissions/messaging/dead-letters';
import { connect } from 'amqplib';
import { readEnvFile } from './platform/env-file.ts';
import { PlatformError, runCommand } from './platform/log.ts';
import { defaultStateDir } from './platform/paths.ts';

const usage = `Usage: npm run messages -- list [--service <name>]
       npm run messages -- show <id> [--service <name>]
       npm run messages -- replay <id>… | --all [--service <name>]
       npm run messages -- drop <id>… | --all --service <name>`;

const acts: Record<string, (letters: DeadLetters, choice: Choice) => Promise<number>> = {
  async list(letters, choice) {
    const found = await letters.list(choice);
    for (const letter of found) console.log(lineOf(letter));
    console.log(found.length === 0 ? 'No dead letters.' : `${counted(found)}.`);
    return 0;
  },
  async show(letters, choice) {
    const found = await letters.list(named(choice));
    for (const letter of found) console.log(pageOf(letter));
    return allThere(found, choice);
  },
  async replay(letters, choice) {
    const found = await letters.replay(choice);
    for (const { id, queue } of found) console.log(`${id} → ${queue}`);
    console.log(`${counted(found)} replayed.`);
    return allThere(found, choice);
  },
  async drop(letters, choice) {
    if (!choice.ids && !choice.service) throw new PlatformError(`Name a service with --all.\n${usage}`);
    const found = await letters.drop(choice);
    for (const letter of found) console.log(lineOf(letter));
    console.log(`${counted(found)} dropped.`);
    return allThere(found, choice);
  },
};

await runCommand(async () => {
  const { act, choice } = readArguments(process.argv.slice(2));
  const { url, prefix } = brokerAddress();
  const model = await connect(url, { timeout: 5_000 }).catch((error: Error) => {
    throw new PlatformError(`The broker does not answer: ${error.message}`);
  });
  model.on('error', () => {});
  try {
    return await act(new DeadLetters(model, prefix), choice);
  } catch (error) {
    throw error instanceof PlatformError ? error : new PlatformError(`Not done: ${(error as Error).message}`);
  } finally {
    await model.close().catch(() => {});
  }
});

function readArguments(args: string[]) {
  const { values, positionals } = parsed(args);
  const [name = '', ...ids] = positionals;
  const act = acts[name];
  if (!act) throw new PlatformError(usage);
  const service = services.find((one) => one === values.service) satisfies Service | undefined;
  if (values.service !== undefined && !service)
    throw new PlatformError(`There is no service "${values.service}": ${services.join(', ')}`);
  if (name !== 'list' && ids.length === 0 && !values.all) throw new PlatformError(usage);
  return { act, choice: { service, ids: ids.length > 0 ? ids : undefined } satisfies Choice };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { service: { type: 'string' }, all: { type: 'boolean' } },
    });
  } catch (error) {
    throw new PlatformError(`${(error as Error).message}\n${usage}`);
  }
}

function brokerAddress(): { url: string; prefix: string } {
  const file = join(defaultStateDir, 'platform.env');
  const env = process.env['RABBITMQ_URL'] ? process.env : existsSync(`${file}.json`) ? readEnvFile(file) : {};
  const url = env['RABBITMQ_URL'];
  if (!url) throw new PlatformError('No platform is running (npm start), and RABBITMQ_URL is not set.');
  return { url, prefix: env['RABBITMQ_PREFIX'] ?? '' };
}

/** The exit code: 1 when an id is not there, perhaps because someone else has replayed it. */
function allThere(found: readonly DeadLetter[], { ids = [] }: Choice): number {
  const missing = ids.filter((id) => !found.some((letter) => letter.id === id));
  if (missing.length > 0) console.error(`Not there: ${missing.join(', ')}`);
  return missing.length > 0 ? 1 : 0;
}

function named(choice: Choice): Choice {
  if (!choice.ids) throw new PlatformError(usage);
  return choice;
}

function counted(found: readonly DeadLetter[]): string {
  return `${found.length} dead letter${found.length === 1 ? '' : 's'}`;
}

function lineOf({ service, id, name, errorCode, attempts, lastAt }: DeadLetter): string {
  return [lastAt ?? '-', service, name ?? '-', id, errorCode, `${attempts}×`].join('  ');
}

function pageOf({ body, ...letter }: DeadLetter): string {
  const facts = Object.entries(letter).map(([name, value]) => `${name.padEnd(14)}${value ?? '-'}`);
  return [...facts, 'body', readable(body)].join('\n');
}

function readable(body: Buffer): string {
  try {
    return JSON.stringify(JSON.parse(body.toString('utf8')), null, 2);
  } catch {
    return body.toString('utf8').slice(0, 2_000);
  }
}
