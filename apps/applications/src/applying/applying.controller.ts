import { Controller } from '@nestjs/common';
import { confirmApplication, createApplication, fillApplication } from '@admissions/contracts/applications';
import { withdrawApplication } from '@admissions/contracts/offers';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { ConfirmApplication } from './confirm-application.ts';
import { CreateApplication } from './create-application.ts';
import { FillApplication } from './fill-application.ts';
import { WithdrawApplication } from './withdraw-application.ts';

@Controller()
export class ApplyingController {
  constructor(
    private readonly creating: CreateApplication,
    private readonly filling: FillApplication,
    private readonly confirming: ConfirmApplication,
    private readonly withdrawing: WithdrawApplication,
  ) {}

  @Answers(createApplication)
  create(
    input: InputOf<typeof createApplication>,
    call: CallContext,
  ): Promise<OutputOf<typeof createApplication>> {
    return this.creating.run(input, call);
  }

  @Answers(fillApplication)
  fill(input: InputOf<typeof fillApplication>, call: CallContext): Promise<OutputOf<typeof fillApplication>> {
    return this.filling.run(input, call);
  }

  @Answers(confirmApplication)
  confirm(
    input: InputOf<typeof confirmApplication>,
    call: CallContext,
  ): Promise<OutputOf<typeof confirmApplication>> {
    return this.confirming.run(input, call);
  }

  @Answers(withdrawApplication)
  withdraw(
    input: InputOf<typeof withdrawApplication>,
    call: CallContext,
  ): Promise<OutputOf<typeof withdrawApplication>> {
    return this.withdrawing.run(input, call);
  }
}
