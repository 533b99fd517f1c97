import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.ts';
import { FollowContact } from './follow-contact.ts';
import { FollowDocument } from './follow-document.ts';
import { FollowFreeze } from './follow-freeze.ts';
import { FollowOrderPaid } from './follow-order-paid.ts';
import { FollowingController } from './following.controller.ts';

@Module({
  imports: [StoreModule],
  controllers: [FollowingController],
  providers: [FollowDocument, FollowFreeze, FollowOrderPaid, FollowContact],
})
export class FollowingModule {}
