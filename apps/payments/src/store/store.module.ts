import { Module } from '@nestjs/common';
import { OrderStore } from './order.store.ts';

@Module({ providers: [OrderStore], exports: [OrderStore] })
export class StoreModule {}
