import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.ts';
import { GetApplication } from './get-application.ts';
import { ListOwnApplications } from './list-own-applications.ts';
import { ListQueue } from './list-queue.ts';
import { OpenPromises } from './open-promises.ts';
import { TrackingController } from './tracking.controller.ts';

@Module({
  imports: [StoreModule],
  controllers: [TrackingController],
  providers: [GetApplication, ListOwnApplications, ListQueue, OpenPromises],
})
export class TrackingModule {}
