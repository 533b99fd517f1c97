import { Injectable } from '@nestjs/common';
import type { applicationChanged } from '@admissions/contracts/applications';
import { originOf, type DataOf } from '@admissions/contracts/message';
import { ProblemError } from '@admissions/contracts/problem';
import type { EventContext, Followed } from '@admissions/messaging/handlers';
import { follow } from '../domain/access.ts';
import { AccessStore } from '../store/access.store.ts';

/** Keeps the access copy: whose application it is, and in which programme. */
@Injectable()
export class FollowApplication {
  constructor(private readonly accesses: AccessStore) {}

  async run(data: DataOf<typeof applicationChanged>, event: EventContext): Promise<Followed> {
    const origin = originOf(event.id);
    if (!origin) throw new ProblemError('invalid-input', 'the message id names no revision');
    const { ignored } = await this.accesses.streams.change(
      data.applicationId,
      event.act('access'),
      (current) => follow(current?.state, data, origin.revision),
    );
    return ignored === undefined ? undefined : { ignored };
  }
}
