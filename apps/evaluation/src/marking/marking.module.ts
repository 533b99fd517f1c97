import { Module } from '@nestjs/common';
import { SittingModule } from '../sitting/sitting.module.ts';
import { StoreModule } from '../store/store.module.ts';
import { AssignEvaluators } from './assign-evaluators.ts';
import { ChangeMark } from './change-mark.ts';
import { GetEvaluation } from './get-evaluation.ts';
import { ListAssignments } from './list-assignments.ts';
import { LockMark } from './lock-mark.ts';
import { MarkingController } from './marking.controller.ts';
import { RecuseEvaluator } from './recuse-evaluator.ts';
import { RelieveEvaluator } from './relieve-evaluator.ts';
import { SaveMark } from './save-mark.ts';

@Module({
  imports: [StoreModule, SittingModule],
  controllers: [MarkingController],
  providers: [
    ChangeMark,
    AssignEvaluators,
    RelieveEvaluator,
    SaveMark,
    LockMark,
    RecuseEvaluator,
    GetEvaluation,
    ListAssignments,
  ],
})
export class MarkingModule {}
