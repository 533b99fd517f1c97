import { Injectable } from '@nestjs/common';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { listAssignments, markStates } from '@admissions/contracts/marks';
import type { Subject } from '@admissions/contracts/subject';
import { mayReach } from '../domain/access.ts';
import { SelectionStore } from '../store/selection.store.ts';
import { memberField } from '../store/member-field.ts';

const row = listAssignments.output.shape.items.element;

/** The applications that the subject is to mark or has marked, oldest invitation first; only the state of their own mark is told. */
@Injectable()
export class ListAssignments {
  constructor(private readonly selections: SelectionStore) {}

  async run(
    { cursor, limit }: InputOf<typeof listAssignments>,
    subject: Subject,
  ): Promise<OutputOf<typeof listAssignments>> {
    const own = memberField(subject.id);
    const { items, next } = await this.selections.streams.list({
      where: {
        [own]: markStates,
        hasEnded: false,
      },
      orderBy: 'invitedAt',
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return {
      items: items
        .map((item) => row.parse({ ...item, applicationId: item.id, state: item[own] }))
        .filter(({ programmeId }) =>
          mayReach(subject, 'mark:give', { candidateId: '', programmeId }, [subject.id]),
        ),
      ...(next === undefined ? {} : { next }),
    };
  }
}
