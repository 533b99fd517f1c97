import { Controller } from '@nestjs/common';
import { documentChanged, documentsFrozen } from '@admissions/contracts/documents';
import { contactChanged } from '@admissions/contracts/gateway';
import type { DataOf } from '@admissions/contracts/message';
import { orderPaid } from '@admissions/contracts/payments';
import { Follows, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { FollowContact } from './follow-contact.ts';
import { FollowDocument } from './follow-document.ts';
import { FollowFreeze } from './follow-freeze.ts';
import { FollowOrderPaid } from './follow-order-paid.ts';

@Controller()
export class FollowingController {
  constructor(
    private readonly documents: FollowDocument,
    private readonly freezes: FollowFreeze,
    private readonly orders: FollowOrderPaid,
    private readonly contacts: FollowContact,
  ) {}

  @Follows(documentChanged)
  document(data: DataOf<typeof documentChanged>, event: EventContext): Promise<Followed> {
    return this.documents.run(data, event);
  }

  @Follows(documentsFrozen)
  frozen(data: DataOf<typeof documentsFrozen>, event: EventContext): Promise<Followed> {
    return this.freezes.run(data, event);
  }

  @Follows(orderPaid)
  paid(data: DataOf<typeof orderPaid>, event: EventContext): Promise<Followed> {
    return this.orders.run(data, event);
  }

  @Follows(contactChanged)
  contact(data: DataOf<typeof contactChanged>, event: EventContext): Promise<Followed> {
    return this.contacts.run(data, event);
  }
}
