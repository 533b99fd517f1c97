import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.ts';
import { ChangeApplication } from './change-application.ts';
import { EvaluationController } from './evaluation.controller.ts';
import { FollowContact } from './follow-contact.ts';
import { FollowDecision } from './follow-decision.ts';
import { FollowDocument } from './follow-document.ts';
import { FollowFreeze } from './follow-freeze.ts';
import { FollowJury } from './follow-jury.ts';
import { FollowOrderClosed } from './follow-order-closed.ts';
import { FollowOrderPaid } from './follow-order-paid.ts';
import { FollowPlaces } from './follow-places.ts';
import { FollowPromise } from './follow-promise.ts';
import { FollowSelection } from './follow-selection.ts';
import { FollowingController } from './following.controller.ts';
import { ReachDeadlines } from './reach-deadlines.ts';

@Module({
  imports: [StoreModule],
  controllers: [FollowingController, EvaluationController],
  providers: [
    ChangeApplication,
    FollowContact,
    FollowDecision,
    FollowDocument,
    FollowFreeze,
    FollowJury,
    FollowOrderClosed,
    FollowOrderPaid,
    FollowPlaces,
    FollowPromise,
    FollowSelection,
    ReachDeadlines,
  ],
})
export class FollowingModule {}
