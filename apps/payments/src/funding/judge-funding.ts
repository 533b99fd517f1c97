import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import type { judgeFunding } from '@admissions/contracts/payments';
import { ProblemError, refuse } from '@admissions/contracts/problem';
import { can } from '@admissions/contracts/subject';
import type { CallContext } from '@admissions/messaging/handlers';
import { judge, viewOfFunding } from '../domain/funding.ts';
import { FundingStore } from '../store/funding.store.ts';

/** A finance officer of the programme confirms or refuses an agreement (R99). */
@Injectable()
export class JudgeFunding {
  constructor(
    private readonly fundings: FundingStore,
    private readonly clock: Clock,
  ) {}

  async run(
    { fundingId, verdict }: InputOf<typeof judgeFunding>,
    call: CallContext,
  ): Promise<OutputOf<typeof judgeFunding>> {
    const found = await this.fundings.load(fundingId);
    if (!found || !can(call.subject, 'funding:manage', { programmeId: found.programmeId }))
      throw new ProblemError('not-found');
    const { state } = await this.fundings.streams.change(
      fundingId,
      call.act(),
      (current) =>
        current ? judge(current.state, verdict, call.subject.id, this.clock.now()) : refuse('not-found'),
      { deadline: call.deadline },
    );
    return viewOfFunding(state, true);
  }
}
