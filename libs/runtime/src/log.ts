import type { LoggerService } from '@nestjs/common';
import { currentCorrelationId } from '@admissions/messaging/correlation';
import { pino, type Logger } from 'pino';

/** Fields that must never reach a log, wherever they stand in what is logged. */
const secrets = ['password', 'token', 'authorization', 'cookie', 'sealedLink', 'secret', 'set-cookie'];
const redact = secrets.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);

/** The log of one process: JSON lines with the service, its instance and the correlation id of the work at hand. */
export abstract class Log {
  abstract readonly pino: Logger;
  abstract debug(fields: object, message: string): void;
  abstract info(fields: object, message: string): void;
  abstract warn(fields: object, message: string): void;
  abstract error(fields: object, message: string): void;
}

export class PinoLog extends Log {
  override readonly pino: Logger;

  constructor(options: { service: string; instance: string; level: string }) {
    super();
    this.pino = pino({
      level: options.level,
      base: { service: options.service, instance: options.instance },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        // Libraries name the process too; one line says it once.
        log: (fields) => withoutRepeats(fields, { service: options.service, instance: options.instance }),
      },
      mixin: () => {
        const correlationId = currentCorrelationId();
        return correlationId === undefined ? {} : { correlationId };
      },
      redact: { paths: redact, censor: '[secret]' },
    });
  }

  override debug(fields: object, message: string): void {
    this.pino.debug(fields, message);
  }
  override info(fields: object, message: string): void {
    this.pino.info(fields, message);
  }
  override warn(fields: object, message: string): void {
    this.pino.warn(fields, message);
  }
  override error(fields: object, message: string): void {
    this.pino.error(fields, message);
  }
}

function withoutRepeats(
  fields: Record<string, unknown>,
  base: Record<string, string>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => base[key] !== value));
}

/** Lets Nest write into the same log; its start-up chatter becomes `debug`. */
export class NestLog implements LoggerService {
  readonly #log: Log;
  constructor(log: Log) {
    this.#log = log;
  }
  log(message: unknown, ...rest: unknown[]): void {
    this.#log.debug(fieldsOf(rest), String(message));
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.#log.debug(fieldsOf(rest), String(message));
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.#log.debug(fieldsOf(rest), String(message));
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.#log.warn(fieldsOf(rest), String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.#log.error(
      { ...fieldsOf(rest), ...(message instanceof Error ? { err: message } : {}) },
      String(message),
    );
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.error(message, ...rest);
  }
}

function fieldsOf(rest: unknown[]): object {
  const [context] = rest.slice(-1);
  return { context, ...(rest.length > 1 ? { stack: rest[0] } : {}) };
}
