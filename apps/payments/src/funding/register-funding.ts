import { Injectable } from '@nestjs/common';
import { dayOf } from '@admissions/calendar/calendar';
import { Clock } from '@admissions/clock/clock';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import type { registerFunding } from '@admissions/contracts/payments';
import { ProblemError } from '@admissions/contracts/problem';
import { can } from '@admissions/contracts/subject';
import { idFrom } from '@admissions/identity/ids';
import type { CallContext } from '@admissions/messaging/handlers';
import type { Access } from '../domain/access.ts';
import { register, viewOfFunding, type FundedApplication } from '../domain/funding.ts';
import { AccessStore } from '../store/access.store.ts';
import { FundingStore } from '../store/funding.store.ts';
import { orderIdOf } from '../store/ids.ts';
import { OrderStore } from '../store/order.store.ts';

/** Registers an agreement that a funder sent, for an application of the officer’s programmes (R99). */
@Injectable()
export class RegisterFunding {
  constructor(
    private readonly accesses: AccessStore,
    private readonly orders: OrderStore,
    private readonly fundings: FundingStore,
    private readonly clock: Clock,
  ) {}

  async run(
    input: InputOf<typeof registerFunding>,
    call: CallContext,
  ): Promise<OutputOf<typeof registerFunding>> {
    const access = await this.accesses.of(input.applicationId);
    // R15: before the fee is paid there is nothing to see for staff.
    if (!access?.isExaminable || !can(call.subject, 'funding:manage', { programmeId: access.programmeId }))
      throw new ProblemError('not-found');
    const application = await this.#named(input.applicationId, access);
    const now = this.clock.now();
    const id = idFrom('funding', call.commandId);
    const registering = { id, by: call.subject.id, now, today: dayOf(now) };
    const { state } = await this.fundings.streams.change(
      id,
      call.act(),
      (current) => (current ? { ignored: 'funding-exists' } : register(application, input, registering)),
      { deadline: call.deadline },
    );
    return viewOfFunding(state, true);
  }

  /** Reference and title, which snapshots of before did not tell; the order of the fee, which is paid, does. */
  async #named(applicationId: string, access: Access): Promise<FundedApplication> {
    const { reference, programmeTitle } = access;
    if (reference && programmeTitle) return { ...access, reference, programmeTitle };
    const fee = (await this.orders.load(orderIdOf(applicationId, 'APPLICATION_FEE')))?.state;
    if (!fee) throw new ProblemError('not-ready-yet', undefined, { retryAfter: 5 });
    return { ...access, reference: fee.reference, programmeTitle: fee.programmeTitle };
  }
}
