import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Envelope } from '@admissions/contracts/message';
import type { Publisher, PublishOutcome } from '../src/publisher.ts';

/** The far side of publishing: a file that survives the process that writes it. */
export class JournalPublisher implements Publisher {
  readonly file: string;
  /** What the broker would say of a message; by default it confirms all. */
  outcome: (message: Envelope) => PublishOutcome = () => 'confirmed';

  constructor(file: string) {
    this.file = file;
  }

  async publish(messages: readonly Envelope[]): Promise<readonly PublishOutcome[]> {
    const outcomes = messages.map((message) => this.outcome(message));
    const sent = messages.filter((_, index) => outcomes[index] === 'confirmed');
    appendFileSync(this.file, sent.map((message) => `${JSON.stringify(message)}\n`).join(''));
    return outcomes;
  }

  /** Every confirmed message, repeats included. */
  sent(): Envelope[] {
    return linesOf(this.file).map((line) => JSON.parse(line) as Envelope);
  }
}

/** Lines of a file that several processes append to; none when it does not exist. */
export function linesOf(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}
