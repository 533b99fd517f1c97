import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.ts';
import { ContactsController } from './contacts.controller.ts';

@Module({ imports: [StoreModule], controllers: [ContactsController] })
export class ContactsModule {}
