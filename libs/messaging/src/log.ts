/** What this library needs of a log: fields first, then a sentence. */
export interface MessagingLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** For tools and tests that do not want a log. */
export const silent: MessagingLog = { debug() {}, info() {}, warn() {}, error() {} };
