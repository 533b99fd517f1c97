import { Injectable } from '@nestjs/common';
import type { listMessages } from '@admissions/contracts/correspondence';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { ProblemError } from '@admissions/contracts/problem';
import type { Subject } from '@admissions/contracts/subject';
import { mayReach } from '../domain/access.ts';
import { ApplicationStore } from '../store/application.store.ts';
import { ThreadStore } from '../store/thread.store.ts';

/** The thread of an application, oldest first; a cursor is the number of the last message shown. */
@Injectable()
export class ListMessages {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly threads: ThreadStore,
  ) {}

  async run(
    { applicationId, cursor, limit }: InputOf<typeof listMessages>,
    subject: Subject,
  ): Promise<OutputOf<typeof listMessages>> {
    const application = (await this.applications.streams.load(applicationId))?.state;
    if (!application || !mayReach(subject, 'message:read', application)) throw new ProblemError('not-found');
    const after = positionOf(cursor);
    const found = await this.threads.streams.history(applicationId, { after, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.flatMap(({ state }) => (state ? [state.message] : [])),
      ...(found.length > limit && last ? { next: String(last.revision) } : {}),
    };
  }
}

function positionOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^[1-9]\d{0,5}$/.test(cursor)) throw new ProblemError('invalid-cursor');
  return Number(cursor);
}
