import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.ts';
import { DecidingController } from './deciding.controller.ts';
import { RecordAdmissibility } from './record-admissibility.ts';

@Module({ imports: [StoreModule], controllers: [DecidingController], providers: [RecordAdmissibility] })
export class DecidingModule {}
