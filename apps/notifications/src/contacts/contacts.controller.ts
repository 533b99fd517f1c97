import { Controller } from '@nestjs/common';
import { contactChanged } from '@admissions/contracts/gateway';
import type { DataOf } from '@admissions/contracts/message';
import { Follows, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { keepContact } from '../domain/contact.ts';
import { ContactStore } from '../store/stores.ts';

@Controller()
export class ContactsController {
  constructor(private readonly contacts: ContactStore) {}

  @Follows(contactChanged)
  async contactChanged(data: DataOf<typeof contactChanged>, event: EventContext): Promise<Followed> {
    const { ignored } = await this.contacts.streams.change(
      data.accountId,
      event.act('keep-contact'),
      (current) => keepContact(current?.state, data, event.id),
    );
    return ignored === undefined ? undefined : { ignored };
  }
}
