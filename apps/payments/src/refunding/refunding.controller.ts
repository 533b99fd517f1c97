import { Controller } from '@nestjs/common';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { approveRefund, listRefunds } from '@admissions/contracts/payments';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { ApproveRefund } from './approve-refund.ts';
import { ListRefunds } from './list-refunds.ts';

@Controller()
export class RefundingController {
  constructor(
    private readonly listing: ListRefunds,
    private readonly approving: ApproveRefund,
  ) {}

  @Answers(listRefunds)
  async list(input: InputOf<typeof listRefunds>, call: CallContext): Promise<OutputOf<typeof listRefunds>> {
    return this.listing.run(input, call);
  }

  @Answers(approveRefund)
  async approve(
    input: InputOf<typeof approveRefund>,
    call: CallContext,
  ): Promise<OutputOf<typeof approveRefund>> {
    return this.approving.run(input, call);
  }
}
