import { Controller } from '@nestjs/common';
import { receiveStripeEvent } from '@admissions/contracts/http/platform';
import type { Asked } from '../http/asked.ts';
import { Handles } from '../http/handles.ts';
import { ReceiveStripeEvent } from './receive-stripe-event.ts';

@Controller()
export class WebhooksController {
  constructor(private readonly receive: ReceiveStripeEvent) {}

  @Handles(receiveStripeEvent)
  async stripe({ body, reply, correlationId }: Asked<typeof receiveStripeEvent>) {
    const signature = reply.request.headers['stripe-signature'];
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    await this.receive.run(bytes, typeof signature === 'string' ? signature : undefined, correlationId);
    return { received: true } as const;
  }
}
