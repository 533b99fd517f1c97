import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Settings } from '../config.ts';
import { MeetDeadlines } from './meet-deadlines.ts';

const name = 'deadlines';

/** Looks for deadlines every few seconds, one round at a time, and lets the last one end before the process does. */
@Injectable()
export class DeadlinesSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    private readonly registry: SchedulerRegistry,
    private readonly deadlines: MeetDeadlines,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    const seconds = this.settings.env.DEADLINE_SECONDS;
    if (seconds === 0) return;
    this.registry.addInterval(
      name,
      setInterval(() => this.#tick(), seconds * 1_000),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.registry.doesExist('interval', name)) this.registry.deleteInterval(name);
    this.#stop.abort();
    await this.#running;
  }

  #tick(): void {
    this.#running ??= this.deadlines.poll(this.#stop.signal).finally(() => {
      this.#running = undefined;
    });
  }
}
