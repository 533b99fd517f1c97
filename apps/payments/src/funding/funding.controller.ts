import { Controller } from '@nestjs/common';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { judgeFunding, listFundings, registerFunding } from '@admissions/contracts/payments';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { JudgeFunding } from './judge-funding.ts';
import { ListFundings } from './list-fundings.ts';
import { RegisterFunding } from './register-funding.ts';

@Controller()
export class FundingController {
  constructor(
    private readonly registering: RegisterFunding,
    private readonly judging: JudgeFunding,
    private readonly listing: ListFundings,
  ) {}

  @Answers(registerFunding)
  async register(
    input: InputOf<typeof registerFunding>,
    call: CallContext,
  ): Promise<OutputOf<typeof registerFunding>> {
    return this.registering.run(input, call);
  }

  @Answers(judgeFunding)
  async judge(
    input: InputOf<typeof judgeFunding>,
    call: CallContext,
  ): Promise<OutputOf<typeof judgeFunding>> {
    return this.judging.run(input, call);
  }

  @Answers(listFundings)
  async list(input: InputOf<typeof listFundings>, call: CallContext): Promise<OutputOf<typeof listFundings>> {
    return this.listing.run(input, call);
  }
}
