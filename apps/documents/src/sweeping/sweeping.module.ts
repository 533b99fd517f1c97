import { Module } from '@nestjs/common';
import { StorageModule } from '../storage/storage.module.ts';
import { StoreModule } from '../store/store.module.ts';
import { SweepOrphans } from './sweep-orphans.ts';

@Module({ imports: [StoreModule, StorageModule], providers: [SweepOrphans] })
export class SweepingModule {}
