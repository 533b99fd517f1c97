import { Module } from '@nestjs/common';
import { School } from '../minutes/school.ts';
import { StoreModule } from '../store/store.module.ts';
import { AdjournSession } from './adjourn-session.ts';
import { Agendas } from './agendas.ts';
import { Candidacies } from './candidacies.ts';
import { ChangeSession } from './change-session.ts';
import { CloseSession } from './close-session.ts';
import { GetMinutes } from './get-minutes.ts';
import { GetSession } from './get-session.ts';
import { LetInMember } from './let-in-member.ts';
import { ListSessions } from './list-sessions.ts';
import { OpenSession } from './open-session.ts';
import { PlanSession } from './plan-session.ts';
import { RecordDecision } from './record-decision.ts';
import { RecuseMember } from './recuse-member.ts';
import { SetAgenda } from './set-agenda.ts';
import { SittingController } from './sitting.controller.ts';

@Module({
  imports: [StoreModule],
  controllers: [SittingController],
  providers: [
    Agendas,
    Candidacies,
    ChangeSession,
    School,
    PlanSession,
    SetAgenda,
    OpenSession,
    LetInMember,
    AdjournSession,
    RecordDecision,
    RecuseMember,
    CloseSession,
    GetSession,
    ListSessions,
    GetMinutes,
  ],
  exports: [Agendas],
})
export class SittingModule {}
