import { Injectable } from '@nestjs/common';
import type { Refusal } from '@admissions/contracts/problem';
import { RetryLater, type Followed } from '@admissions/messaging/handlers';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import type { Application } from '../domain/application.ts';
import type { Early, Ignored, Outcome } from '../domain/outcome.ts';
import { ApplicationStore } from '../store/application.store.ts';

/** Applies what another service says to one application: done, too early, or never to matter, with the reason. */
@Injectable()
export class ChangeApplication {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly log: Log,
  ) {}

  async run(
    applicationId: string,
    act: Act,
    decide: (application: Application) => Outcome | Refusal | Ignored | Early,
  ): Promise<Followed> {
    let alarm = false;
    const { ignored } = await this.applications.streams.change(applicationId, act, (current) => {
      if (!current) throw new RetryLater(`application ${applicationId} is not known yet`);
      const decision = decide(current.state);
      if ('early' in decision) throw new RetryLater(decision.early);
      alarm = 'ignored' in decision && decision.alarm === true;
      return decision;
    });
    if (ignored === undefined) return;
    if (alarm) this.log.error({ applicationId, ignored }, 'this should not have been possible');
    return { ignored };
  }
}
