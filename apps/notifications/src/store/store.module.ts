import { Module } from '@nestjs/common';
import { ContactStore, LetterStore } from './stores.ts';

@Module({ providers: [ContactStore, LetterStore], exports: [ContactStore, LetterStore] })
export class StoreModule {}
