import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Log } from '@admissions/runtime/log';
import { Settings } from '../config.ts';
import { Reconcile } from './reconcile.ts';

const name = 'reconcile';

/** Reconciles every minute, one round at a time, and lets the last one end before the process does. */
@Injectable()
export class ReconcilingSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    private readonly registry: SchedulerRegistry,
    private readonly reconcile: Reconcile,
    private readonly settings: Settings,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    const seconds = this.settings.env.RECONCILE_SECONDS;
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
    this.#running ??= this.#round().finally(() => {
      this.#running = undefined;
    });
  }

  async #round(): Promise<void> {
    try {
      const round = await this.reconcile.run(this.#stop.signal);
      if (round.orders + round.events > 0) this.log.info(round, 'reconciled with the card provider');
    } catch (error) {
      this.log.warn({ err: error }, 'the reconciliation failed; the next round tries again');
    }
  }
}
