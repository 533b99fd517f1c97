import { Controller } from '@nestjs/common';
import { listPromises } from '@admissions/contracts/promises';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { ListPromises } from './list-promises.ts';

@Controller()
export class PromisingController {
  constructor(private readonly listing: ListPromises) {}

  @Answers(listPromises)
  list(input: InputOf<typeof listPromises>, call: CallContext): Promise<OutputOf<typeof listPromises>> {
    return this.listing.run(input, call.subject);
  }
}
