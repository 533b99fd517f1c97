import { Module } from '@nestjs/common';
import { AccessLog } from './access-log.ts';
import { AccessStore } from './access.store.ts';
import { DocumentStore } from './document.store.ts';
import { JuryStore } from './jury.store.ts';
import { ShelfStore } from './shelf.store.ts';

const stores = [DocumentStore, AccessStore, ShelfStore, JuryStore, AccessLog];

@Module({ providers: stores, exports: stores })
export class StoreModule {}
