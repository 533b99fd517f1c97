import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.ts';
import { FollowContact } from './follow-contact.ts';
import { FollowDocument } from './follow-document.ts';
import { FollowOrderPaid } from './follow-order-paid.ts';
import { FollowingController } from './following.controller.ts';

@Module({
  imports: [StoreModule],
  controllers: [FollowingController],
  providers: [FollowDocument, FollowOrderPaid, FollowContact],
})
export class FollowingModule {}
