import { Controller } from '@nestjs/common';
import { admissibilityDecided } from '@admissions/contracts/admissibility';
import { decisionAnnounced, placeFreed } from '@admissions/contracts/offers';
import { documentChanged, documentsFrozen } from '@admissions/contracts/documents';
import { contactChanged } from '@admissions/contracts/gateway';
import type { DataOf } from '@admissions/contracts/message';
import { letterSent } from '@admissions/contracts/notifications';
import { orderClosed, orderPaid } from '@admissions/contracts/payments';
import { Follows, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { FollowContact } from './follow-contact.ts';
import { FollowDocument } from './follow-document.ts';
import { FollowFreeze } from './follow-freeze.ts';
import { FollowOrderClosed } from './follow-order-closed.ts';
import { FollowOrderPaid } from './follow-order-paid.ts';
import { FollowPlaces } from './follow-places.ts';
import { FollowPromise } from './follow-promise.ts';

@Controller()
export class FollowingController {
  constructor(
    private readonly documents: FollowDocument,
    private readonly freezes: FollowFreeze,
    private readonly orders: FollowOrderPaid,
    private readonly closings: FollowOrderClosed,
    private readonly contacts: FollowContact,
    private readonly places: FollowPlaces,
    private readonly promises: FollowPromise,
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

  @Follows(orderClosed)
  closed(data: DataOf<typeof orderClosed>, event: EventContext): Promise<Followed> {
    return this.closings.run(data, event);
  }

  @Follows(contactChanged)
  contact(data: DataOf<typeof contactChanged>, event: EventContext): Promise<Followed> {
    return this.contacts.run(data, event);
  }

  @Follows(placeFreed)
  freed(data: DataOf<typeof placeFreed>, event: EventContext): Promise<Followed> {
    return this.places.freed(data, event);
  }

  @Follows(admissibilityDecided)
  admissibility(data: DataOf<typeof admissibilityDecided>, event: EventContext): Promise<Followed> {
    return this.promises.started('ADMISSIBILITY', data, event);
  }

  @Follows(decisionAnnounced)
  announced(data: DataOf<typeof decisionAnnounced>, event: EventContext): Promise<Followed> {
    return this.promises.started('JURY_DECISION', data, event);
  }

  @Follows(letterSent)
  letter(data: DataOf<typeof letterSent>, event: EventContext): Promise<Followed> {
    return this.promises.kept(data, event);
  }
}
