import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import { MovableClock } from '@admissions/clock/movable-clock';
import * as applications from '@admissions/contracts/applications';
import * as documents from '@admissions/contracts/documents';
import * as evaluation from '@admissions/contracts/evaluation';
import type { ClockView } from '@admissions/contracts/http/platform';
import * as notifications from '@admissions/contracts/notifications';
import * as payments from '@admissions/contracts/payments';
import { ProblemError } from '@admissions/contracts/problem';
import { ServiceConfig } from '@admissions/runtime/runtime.module';
import type { Aggregate, Outcome } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import { moveClock, type BusinessClock, type Move } from '../domain/business-clock.ts';
import { actOf, type Ask } from '../http/asked.ts';
import { Services } from '../http/services.ts';
import { RealTime } from '../real-time.ts';

const clockAggregate: Aggregate<BusinessClock> = {
  name: 'business-clock',
  summary: ({ offsetMs }) => ({ offsetMs }),
};
const theOne = 'platform';
const reports = [applications, documents, payments, evaluation, notifications].map(
  ({ reportClock }) => reportClock,
);
const reportMs = 3_000;
const agreeMs = 10_000;
const pauseMs = 100;

/** Reads the business clock and, on the local platform, moves it for all services. */
@Injectable()
export class MoveClock {
  readonly #streams;
  constructor(
    store: Store,
    private readonly clock: Clock,
    private readonly services: Services,
    private readonly service: ServiceConfig,
    private readonly time: RealTime,
  ) {
    this.#streams = store.streams(clockAggregate);
  }

  /** Answers once every service reports the new time; throws `clock-not-movable` where there is no movable clock. */
  async run(move: Move, ask: Ask): Promise<ClockView> {
    const { clock } = this;
    if (!(clock instanceof MovableClock)) throw new ProblemError('clock-not-movable');
    // The move is stored first: the same command again puts the clock where it put it before, and not further.
    const act = actOf(ask, 'move-clock', ask.subject.id, move);
    const { state } = await this.#streams.change(
      theOne,
      act,
      (current) =>
        moveClock(current?.state, move, clock.offsetMs(), this.time.now()) as Outcome<BusinessClock>,
    );
    clock.moveTo(state.offsetMs);
    return this.#agreed(state.offsetMs, ask);
  }

  async read(ask: Ask): Promise<ClockView> {
    const own = {
      service: this.service.service,
      instance: this.service.instance,
      offsetMs: this.clock.offsetMs(),
    };
    const others = await Promise.all(
      reports.map(async (call) => ({
        service: call.service,
        ...(await this.services.call(call, {}, ask, reportMs)),
      })),
    );
    const now = this.clock.now().toISOString();
    return {
      now,
      offsetMs: own.offsetMs,
      movable: this.clock instanceof MovableClock,
      services: [own, ...others],
    };
  }

  async #agreed(offsetMs: number, ask: Ask): Promise<ClockView> {
    const end = performance.now() + agreeMs;
    for (;;) {
      const view = await this.read(ask);
      // Another move may have gone further meanwhile.
      if (view.services.every((service) => service.offsetMs >= offsetMs)) return view;
      if (performance.now() > end)
        throw new ProblemError('deadline-exceeded', 'The clock is moved; not every service follows yet.');
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
