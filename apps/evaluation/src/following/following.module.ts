import { Module } from '@nestjs/common';
import { SchedulingModule } from '../scheduling/scheduling.module.ts';
import { SittingModule } from '../sitting/sitting.module.ts';
import { StoreModule } from '../store/store.module.ts';
import { EndSelection } from './end-selection.ts';
import { FollowAdmissibility } from './follow-admissibility.ts';
import { FollowApplication } from './follow-application.ts';
import { FollowContact } from './follow-contact.ts';
import { FollowPlaces } from './follow-places.ts';
import { FollowWithdrawal } from './follow-withdrawal.ts';
import { FollowingController } from './following.controller.ts';

@Module({
  imports: [StoreModule, SchedulingModule, SittingModule],
  controllers: [FollowingController],
  providers: [
    EndSelection,
    FollowApplication,
    FollowAdmissibility,
    FollowWithdrawal,
    FollowPlaces,
    FollowContact,
  ],
})
export class FollowingModule {}
