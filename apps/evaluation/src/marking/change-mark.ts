import { Injectable } from '@nestjs/common';
import type { EvaluationView } from '@admissions/contracts/marks';
import { refuse, type Refusal } from '@admissions/contracts/problem';
import type { CallContext } from '@admissions/messaging/handlers';
import { mayReach } from '../domain/access.ts';
import type { Ignored, Outcome } from '../domain/outcome.ts';
import { evaluatorsOf, type Selection } from '../domain/selection.ts';
import { evaluationView } from '../domain/views.ts';
import { SelectionStore } from '../store/selection.store.ts';

type Decide = (selection: Selection) => Outcome<Selection> | Ignored | Refusal;

/** What the acts on marks have in common: who may, the change, and the answer as the one who asks may see it (R32). */
@Injectable()
export class ChangeMark {
  constructor(private readonly selections: SelectionStore) {}

  /** By an evaluator on their own mark; who was not assigned, or stepped back, finds nothing. */
  byEvaluator(applicationId: string, call: CallContext, decide: Decide): Promise<EvaluationView> {
    const may = (selection: Selection) =>
      mayReach(call.subject, 'mark:give', selection, evaluatorsOf(selection));
    return this.#run(applicationId, call, may, decide);
  }

  /** By an officer of the programme. */
  byOfficer(applicationId: string, call: CallContext, decide: Decide): Promise<EvaluationView> {
    const may = (selection: Selection) => mayReach(call.subject, 'evaluator:assign', selection);
    return this.#run(applicationId, call, may, decide);
  }

  async #run(
    applicationId: string,
    call: CallContext,
    may: (selection: Selection) => boolean,
    decide: Decide,
  ): Promise<EvaluationView> {
    const { state } = await this.selections.streams.change(
      applicationId,
      call.act(),
      (current) => (current && may(current.state) ? decide(current.state) : refuse('not-found')),
      { deadline: call.deadline },
    );
    const assigns = mayReach(call.subject, 'evaluator:assign', state);
    return evaluationView(state, { id: call.subject.id, assigns });
  }
}
