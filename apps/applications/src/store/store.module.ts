import { Module } from '@nestjs/common';
import { ApplicationStore } from './application.store.ts';
import { ContactStore } from './contact.store.ts';
import { ProgrammeStore } from './programme.store.ts';

const stores = [ApplicationStore, ContactStore, ProgrammeStore];

@Module({ providers: stores, exports: stores })
export class StoreModule {}
