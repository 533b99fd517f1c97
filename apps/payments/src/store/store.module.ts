import { Module } from '@nestjs/common';
import { AccessStore } from './access.store.ts';
import { FundingStore } from './funding.store.ts';
import { OrderStore } from './order.store.ts';
import { RefundStore } from './refund.store.ts';

const stores = [AccessStore, FundingStore, OrderStore, RefundStore];

@Module({ providers: stores, exports: stores })
export class StoreModule {}
