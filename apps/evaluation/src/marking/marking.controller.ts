import { Controller } from '@nestjs/common';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import {
  assignEvaluators,
  getEvaluation,
  listAssignments,
  lockMark,
  recuse,
  relieveEvaluator,
  saveMark,
  type EvaluationView,
} from '@admissions/contracts/marks';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { AssignEvaluators } from './assign-evaluators.ts';
import { GetEvaluation } from './get-evaluation.ts';
import { ListAssignments } from './list-assignments.ts';
import { LockMark } from './lock-mark.ts';
import { RecuseEvaluator } from './recuse-evaluator.ts';
import { RelieveEvaluator } from './relieve-evaluator.ts';
import { SaveMark } from './save-mark.ts';

@Controller()
export class MarkingController {
  constructor(
    private readonly assigning: AssignEvaluators,
    private readonly relieving: RelieveEvaluator,
    private readonly saving: SaveMark,
    private readonly locking: LockMark,
    private readonly recusing: RecuseEvaluator,
    private readonly getting: GetEvaluation,
    private readonly listing: ListAssignments,
  ) {}

  @Answers(assignEvaluators)
  assign(input: InputOf<typeof assignEvaluators>, call: CallContext): Promise<EvaluationView> {
    return this.assigning.run(input, call);
  }

  @Answers(relieveEvaluator)
  relieve(input: InputOf<typeof relieveEvaluator>, call: CallContext): Promise<EvaluationView> {
    return this.relieving.run(input, call);
  }

  @Answers(saveMark)
  save(input: InputOf<typeof saveMark>, call: CallContext): Promise<EvaluationView> {
    return this.saving.run(input, call);
  }

  @Answers(lockMark)
  lock(input: InputOf<typeof lockMark>, call: CallContext): Promise<EvaluationView> {
    return this.locking.run(input, call);
  }

  @Answers(recuse)
  recuse(input: InputOf<typeof recuse>, call: CallContext): Promise<EvaluationView> {
    return this.recusing.run(input, call);
  }

  @Answers(getEvaluation)
  get({ applicationId }: InputOf<typeof getEvaluation>, call: CallContext): Promise<EvaluationView> {
    return this.getting.run(applicationId, call.subject);
  }

  @Answers(listAssignments)
  list(input: InputOf<typeof listAssignments>, call: CallContext): Promise<OutputOf<typeof listAssignments>> {
    return this.listing.run(input, call.subject);
  }
}
