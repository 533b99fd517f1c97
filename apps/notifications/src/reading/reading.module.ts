import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.ts';
import { ReadingController } from './reading.controller.ts';

@Module({ imports: [StoreModule], controllers: [ReadingController] })
export class ReadingModule {}
