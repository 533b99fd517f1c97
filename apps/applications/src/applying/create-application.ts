import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import { ProblemError, refuse } from '@admissions/contracts/problem';
import { idFrom } from '@admissions/identity/ids';
import type { CallContext } from '@admissions/messaging/handlers';
import { Store } from '@admissions/store/store';
import { dayOf } from '../domain/calendar.ts';
import { moves } from '../domain/application.ts';
import { create, type Start } from '../domain/decisions.ts';
import { isOpen, type Intake, type Programme } from '../domain/programme.ts';
import { referenceAttempts, referenceOf } from '../domain/reference.ts';
import { ApplicationStore } from '../store/application.store.ts';
import { ProgrammeStore } from '../store/programme.store.ts';

/** How long to wait for the application of a request that came just before this one. */
const patience = { tries: 20, ms: 50 };

/** Starts the application of the subject for one open intake: one per candidate and intake (R14). */
@Injectable()
export class CreateApplication {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly programmes: ProgrammeStore,
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  async run({ intakeId }: { intakeId: string }, call: CallContext): Promise<{ applicationId: string }> {
    const id = idFrom('app', call.commandId);
    const isRepeat = (await this.applications.streams.load(id)) !== undefined;
    const start = isRepeat ? undefined : await this.#prepare(id, intakeId, call);
    const { answer } = await this.applications.streams.change<{ applicationId: string }>(
      id,
      call.act(),
      // The store answers a repeat by its cause, whatever the intake has become; what is refused here is another request.
      (current) =>
        current || !start
          ? refuse(moves.create.otherwise, undefined, { applicationId: id })
          : create(start, this.clock.now()),
      { deadline: call.deadline },
    );
    return answer;
  }

  /** What the application starts with, once its place and its reference are claimed. */
  async #prepare(id: string, intakeId: string, call: CallContext): Promise<Start> {
    const { programme, intake } = await this.#place(intakeId);
    if (!isOpen(intake, dayOf(this.clock.now()))) throw new ProblemError('intake-not-open');
    await this.#claimPlace(id, intakeId, call);
    return {
      id,
      candidateId: call.subject.id,
      reference: await this.#claimReference(id, intake, call),
      programme: { id: programme.id, title: programme.title, tuition: programme.tuition },
      intake: { id: intake.id, label: intake.label, startsOn: intake.startsOn },
      ruleSet: intake.ruleSet,
    };
  }

  async #place(intakeId: string): Promise<{ programme: Programme; intake: Intake }> {
    const found = await this.programmes.findIntake(intakeId);
    if (!found) throw new ProblemError('not-found', 'There is no such intake');
    return found;
  }

  /** R14. Of many requests at once one gets the claim; the others are told of its application. */
  async #claimPlace(id: string, intakeId: string, call: CallContext): Promise<void> {
    const text = `application/${call.subject.id}/${intakeId}`;
    const exists = async (holder: string) => (await this.applications.streams.load(holder)) !== undefined;
    const claim = await this.store.claims.take(text, id, call.act(), exists);
    if (claim.held) return;
    for (let tries = 0; tries < patience.tries; tries++) {
      if (await exists(claim.holder)) {
        throw new ProblemError('application-exists', undefined, { data: { applicationId: claim.holder } });
      }
      await pause(patience.ms);
    }
    // Its request died half-way: within a minute the claim may be taken over.
    throw new ProblemError('busy', undefined, { retryAfter: 5 });
  }

  async #claimReference(id: string, { startsOn }: Intake, call: CallContext): Promise<string> {
    for (let attempt = 0; attempt < referenceAttempts; attempt++) {
      const reference = referenceOf(id, startsOn, attempt);
      if ((await this.store.claims.take(`reference/${reference}`, id, call.act())).held) return reference;
    }
    throw new Error(`no reference is free for ${id}`);
  }
}
