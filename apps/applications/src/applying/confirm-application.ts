import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { ApplicationView, confirmApplication } from '@admissions/contracts/applications';
import type { InputOf } from '@admissions/contracts/call';
import { ProblemError, refuse } from '@admissions/contracts/problem';
import type { CallContext } from '@admissions/messaging/handlers';
import { mayReach } from '../domain/access.ts';
import type { Application } from '../domain/application.ts';
import { dayOf } from '../domain/calendar.ts';
import { consentNames, consentTexts, type Consent, type ConsentName } from '../domain/consents.ts';
import { confirm } from '../domain/decisions.ts';
import { intakeOf, isOpen } from '../domain/programme.ts';
import { applicationView } from '../domain/views.ts';
import { sha256 } from '../sha256.ts';
import { ApplicationStore } from '../store/application.store.ts';
import { ProgrammeStore } from '../store/programme.store.ts';

type Input = InputOf<typeof confirmApplication>;

/** Confirms data and documents (R16, R25, R82); the fee is asked for once documents has frozen them. */
@Injectable()
export class ConfirmApplication {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly programmes: ProgrammeStore,
    private readonly clock: Clock,
  ) {}

  async run(input: Input, call: CallContext): Promise<ApplicationView> {
    const { applicationId } = input;
    const loaded = await this.applications.streams.load(applicationId);
    if (!loaded || !mayReach(call.subject, 'application:edit', loaded.state))
      throw new ProblemError('not-found');
    const now = this.clock.now();
    const today = dayOf(now);
    const intakeIsOpen = await this.#intakeIsOpen(loaded.state, today);
    const { state } = await this.applications.streams.change(
      applicationId,
      call.act(),
      (current) => {
        if (!current) return refuse('not-found');
        const attempt = current.revision + 1;
        return confirm(current.state, { consents: consentsOf(input), intakeIsOpen, attempt }, now);
      },
      { deadline: call.deadline },
    );
    return applicationView(state, today);
  }

  /** Of the intake as it is now: the school may have prolonged it, or taken it back. */
  async #intakeIsOpen({ programme, intake }: Application, today: string): Promise<boolean> {
    const kept = await this.programmes.streams.load(programme.id);
    const now = kept && intakeOf(kept.state, intake.id);
    return now !== undefined && isOpen(now, today);
  }
}

function consentsOf(input: Input): Record<ConsentName, Consent> {
  const given: Record<ConsentName, boolean> = {
    swornStatement: input.swornStatement,
    earlyStart: input.earlyStart,
    lossOfWithdrawal: input.lossOfWithdrawalAcknowledged,
  };
  const entries = consentNames.map((name) => {
    const { version, text } = consentTexts[name];
    return [name, { given: given[name], version, textHash: sha256(text) }] as const;
  });
  return Object.fromEntries(entries) as Record<ConsentName, Consent>;
}
