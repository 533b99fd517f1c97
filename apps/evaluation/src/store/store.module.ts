import { Module } from '@nestjs/common';
import { AccessStore } from './access.store.ts';
import { ContactStore } from './contact.store.ts';
import { DiaryStore } from './diary.store.ts';
import { SelectionStore } from './selection.store.ts';
import { SessionStore } from './session.store.ts';
import { SlotStore } from './slot.store.ts';

const stores = [AccessStore, ContactStore, DiaryStore, SelectionStore, SessionStore, SlotStore];

@Module({ providers: stores, exports: stores })
export class StoreModule {}
