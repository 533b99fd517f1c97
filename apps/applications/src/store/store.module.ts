import { Module } from '@nestjs/common';
import { ApplicationStore } from './application.store.ts';
import { CohortStore } from './cohort.store.ts';
import { ContactStore } from './contact.store.ts';
import { ProgrammeStore } from './programme.store.ts';
import { PromiseStore } from './promise.store.ts';
import { JuryStore, ReadershipStore } from './readership.store.ts';
import { ThreadStore } from './thread.store.ts';

const stores = [
  ApplicationStore,
  CohortStore,
  ContactStore,
  JuryStore,
  ProgrammeStore,
  PromiseStore,
  ReadershipStore,
  ThreadStore,
];

@Module({ providers: stores, exports: stores })
export class StoreModule {}
