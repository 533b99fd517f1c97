import { Injectable } from '@nestjs/common';
import type { contactChanged } from '@admissions/contracts/gateway';
import type { DataOf } from '@admissions/contracts/message';
import type { EventContext, Followed } from '@admissions/messaging/handlers';
import { keepContact } from '../domain/contact.ts';
import { ContactStore } from '../store/contact.store.ts';
import { snapshotRevision } from './snapshot-revision.ts';

/** Keeps the name of a person, for agendas and minutes. */
@Injectable()
export class FollowContact {
  constructor(private readonly contacts: ContactStore) {}

  async run(data: DataOf<typeof contactChanged>, event: EventContext): Promise<Followed> {
    const revision = snapshotRevision(event.id);
    const { ignored } = await this.contacts.streams.change(
      data.accountId,
      event.act('follow-contact'),
      (current) => keepContact(current?.state, data, revision),
    );
    return ignored === undefined ? undefined : { ignored };
  }
}
