import { Injectable } from '@nestjs/common';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import type { listFundings } from '@admissions/contracts/payments';
import { ProblemError } from '@admissions/contracts/problem';
import type { CallContext } from '@admissions/messaging/handlers';
import { isOwner, mayKnow } from '../domain/access.ts';
import { viewOfFunding } from '../domain/funding.ts';
import { AccessStore } from '../store/access.store.ts';
import { FundingStore } from '../store/funding.store.ts';

/** The agreements of one application, for its candidate and for finance officers of its programme; for anybody else there is nothing. */
@Injectable()
export class ListFundings {
  constructor(
    private readonly accesses: AccessStore,
    private readonly fundings: FundingStore,
  ) {}

  async run(
    { applicationId }: InputOf<typeof listFundings>,
    { subject }: CallContext,
  ): Promise<OutputOf<typeof listFundings>> {
    const access = await this.accesses.of(applicationId);
    if (!access || !mayKnow(access, subject)) throw new ProblemError('not-found');
    const fundings = await this.fundings.ofApplication(applicationId);
    const isForStaff = !isOwner(access, subject);
    return { items: fundings.map((funding) => viewOfFunding(funding, isForStaff)) };
  }
}
