import { Module } from '@nestjs/common';
import { StoreModule } from '../store/store.module.ts';
import { BookInterview } from './book-interview.ts';
import { CancelBySchool } from './cancel-by-school.ts';
import { CancelInterview } from './cancel-interview.ts';
import { CloseSlot } from './close-slot.ts';
import { GetInterview } from './get-interview.ts';
import { GiveBackSlots } from './give-back-slots.ts';
import { ListSlots } from './list-slots.ts';
import { MakeSlots } from './make-slots.ts';
import { OpenSlots } from './open-slots.ts';
import { ReachDeadlines } from './reach-deadlines.ts';
import { RecordInterview } from './record-interview.ts';
import { SchedulingController } from './scheduling.controller.ts';
import { SettleBooking } from './settle-booking.ts';
import { Times } from './times.ts';

@Module({
  imports: [StoreModule],
  controllers: [SchedulingController],
  providers: [
    OpenSlots,
    CloseSlot,
    ListSlots,
    MakeSlots,
    BookInterview,
    CancelInterview,
    CancelBySchool,
    GetInterview,
    RecordInterview,
    Times,
    GiveBackSlots,
    SettleBooking,
    ReachDeadlines,
  ],
  exports: [GiveBackSlots],
})
export class SchedulingModule {}
