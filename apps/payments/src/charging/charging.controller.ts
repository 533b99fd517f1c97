import { Controller } from '@nestjs/common';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { openCheckout } from '@admissions/contracts/payments';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { OpenCheckout } from './open-checkout.ts';

@Controller()
export class ChargingController {
  constructor(private readonly checkout: OpenCheckout) {}

  @Answers(openCheckout)
  async openCheckout(
    input: InputOf<typeof openCheckout>,
    call: CallContext,
  ): Promise<OutputOf<typeof openCheckout>> {
    return this.checkout.run(input, call);
  }
}
