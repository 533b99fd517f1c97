import { Injectable } from '@nestjs/common';
import type { EvaluationView } from '@admissions/contracts/marks';
import { ProblemError } from '@admissions/contracts/problem';
import type { Subject } from '@admissions/contracts/subject';
import { mayReach, maySit } from '../domain/access.ts';
import { fileOf } from '../domain/jury-session.ts';
import { evaluatorsOf, type Selection } from '../domain/selection.ts';
import { evaluationView } from '../domain/views.ts';
import { Agendas } from '../sitting/agendas.ts';
import { SelectionStore } from '../store/selection.store.ts';

/**
 * The marks of one application, for its evaluators, officers of its programme, and the jury on whose agenda it is; each sees what
 * the secrecy of R32 allows. A member who is recused from the file does not see them.
 */
@Injectable()
export class GetEvaluation {
  constructor(
    private readonly selections: SelectionStore,
    private readonly agendas: Agendas,
  ) {}

  async run(applicationId: string, subject: Subject): Promise<EvaluationView> {
    const selection = (await this.selections.streams.load(applicationId))?.state;
    // Nobody reads the marks of their own application here.
    if (!selection || subject.id === selection.candidateId) throw new ProblemError('not-found');
    const assigns = mayReach(subject, 'evaluator:assign', selection);
    const marks = mayReach(subject, 'mark:give', selection, evaluatorsOf(selection));
    if (!assigns && !marks && !(await this.#sitsOn(selection, subject))) throw new ProblemError('not-found');
    return evaluationView(selection, { id: subject.id, assigns });
  }

  async #sitsOn({ applicationId }: Selection, subject: Subject): Promise<boolean> {
    const session = await this.agendas.sessionOf(applicationId);
    const file = session && fileOf(session, applicationId);
    if (!session || !file || !maySit(subject, 'jury:read', session)) return false;
    return file.recusals.every(({ memberId }) => memberId !== subject.id);
  }
}
