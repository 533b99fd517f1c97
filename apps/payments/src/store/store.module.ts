import { Module } from '@nestjs/common';
import { AccessStore } from './access.store.ts';
import { OrderStore } from './order.store.ts';

const stores = [AccessStore, OrderStore];

@Module({ providers: stores, exports: stores })
export class StoreModule {}
