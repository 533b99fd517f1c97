import { Controller } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { letterView, listLetters, reportClock, type LetterView } from '@admissions/contracts/notifications';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { ServiceConfig } from '@admissions/runtime/runtime.module';
import { LetterStore } from '../store/stores.ts';

@Controller()
export class ReadingController {
  constructor(
    private readonly letters: LetterStore,
    private readonly clock: Clock,
    private readonly service: ServiceConfig,
  ) {}

  /** The subject’s own letters, without their text; those with a secret link are not even named. */
  @Answers(listLetters)
  async list(
    { cursor, limit }: InputOf<typeof listLetters>,
    call: CallContext,
  ): Promise<OutputOf<typeof listLetters>> {
    const { items, next } = await this.letters.streams.list({
      where: { accountId: call.subject.id, hasLink: false },
      orderBy: 'createdAt',
      descending: true,
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return { items: items.map(viewOf), ...(next === undefined ? {} : { next }) };
  }

  @Answers(reportClock)
  reportClock(): OutputOf<typeof reportClock> {
    return { instance: this.service.instance, offsetMs: this.clock.offsetMs() };
  }
}

/** A copy in a list has null where the letter has nothing. */
function viewOf(copy: Readonly<Record<string, unknown>>): LetterView {
  const filled = Object.entries(copy).filter(([, value]) => value !== null && value !== undefined);
  return letterView.parse(Object.fromEntries(filled));
}
