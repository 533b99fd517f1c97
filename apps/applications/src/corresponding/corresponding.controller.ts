import { Controller } from '@nestjs/common';
import { listMessages, postMessage } from '@admissions/contracts/correspondence';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { ListMessages } from './list-messages.ts';
import { PostMessage } from './post-message.ts';

@Controller()
export class CorrespondingController {
  constructor(
    private readonly posting: PostMessage,
    private readonly listing: ListMessages,
  ) {}

  @Answers(postMessage)
  post(input: InputOf<typeof postMessage>, call: CallContext): Promise<OutputOf<typeof postMessage>> {
    return this.posting.run(input, call);
  }

  @Answers(listMessages)
  list(input: InputOf<typeof listMessages>, call: CallContext): Promise<OutputOf<typeof listMessages>> {
    return this.listing.run(input, call.subject);
  }
}
