import { Injectable } from '@nestjs/common';
import { ProblemError } from '@admissions/contracts/problem';
import { hasEnded, type Access } from '../domain/access.ts';
import type { Candidacy } from '../domain/convening.ts';
import type { JurySession } from '../domain/jury-session.ts';
import { activeMarks, resultOf } from '../domain/marks.ts';
import type { Selection } from '../domain/selection.ts';
import { AccessStore } from '../store/access.store.ts';
import { ContactStore } from '../store/contact.store.ts';
import { SelectionStore } from '../store/selection.store.ts';

interface Known {
  readonly selection: Selection;
  readonly access: Access;
}

/** Collects what a jury decides on (R34). */
@Injectable()
export class Candidacies {
  constructor(
    private readonly selections: SelectionStore,
    private readonly accesses: AccessStore,
    private readonly contacts: ContactStore,
  ) {}

  /**
   * The material of one application for a session. Throws ProblemError: `not-found` when it is not of the session's programme and
   * intake, `evaluation-incomplete` while marks are missing, `wrong-state` when its candidate left.
   */
  async of(applicationId: string, session: JurySession): Promise<Known & { candidacy: Candidacy }> {
    const known = await this.#known(applicationId, session);
    const { selection, access } = known;
    const named = { data: { applicationId } };
    if (selection.ended || hasEnded(access))
      throw new ProblemError('wrong-state', 'the application was taken out', named);
    const mean = resultOf(selection.marks, selection.figures);
    if (mean === undefined) throw new ProblemError('evaluation-incomplete', undefined, named);
    const name = access.candidateName ?? (await this.contacts.nameOf(selection.candidateId));
    const candidacy: Candidacy = {
      applicationId,
      candidateId: selection.candidateId,
      reference: selection.reference,
      candidateName: name ?? selection.reference,
      ...(access.derogation === undefined ? {} : { derogation: access.derogation }),
      mean,
      marks: activeMarks(selection.marks).length,
    };
    return { ...known, candidacy };
  }

  async #known(applicationId: string, { programmeId, intakeId }: JurySession): Promise<Known> {
    const [selection, access] = await Promise.all([
      this.selections.streams.load(applicationId),
      this.accesses.of(applicationId),
    ]);
    const isHere = selection?.state.programmeId === programmeId && access?.intakeId === intakeId;
    if (!selection || !access || !isHere)
      throw new ProblemError(
        'not-found',
        'an application of the agenda is not of this programme and intake',
        {
          data: { applicationId },
        },
      );
    return { selection: selection.state, access };
  }
}
