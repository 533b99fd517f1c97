import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.ts';
import { ListPromises } from './list-promises.ts';
import { PromisingController } from './promising.controller.ts';

@Module({ imports: [StoreModule], controllers: [PromisingController], providers: [ListPromises] })
export class PromisingModule {}
