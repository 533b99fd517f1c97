import { Injectable } from '@nestjs/common';
import type { listQueue } from '@admissions/contracts/applications';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { programmesOf, type Subject } from '@admissions/contracts/subject';
import { ApplicationStore } from '../store/application.store.ts';
import { rowOf } from './application-row.ts';
import { OpenPromises } from './open-promises.ts';

/** What there is to study in the programmes of the subject: fee paid, oldest submission first (R15). */
@Injectable()
export class ListQueue {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly promises: OpenPromises,
  ) {}

  async run(input: InputOf<typeof listQueue>, subject: Subject): Promise<OutputOf<typeof listQueue>> {
    const { programmeId, state, cursor, limit } = input;
    const programmes = withinReach(programmesOf(subject, 'queue:read'), programmeId);
    if (programmes.length === 0) return { items: [] };
    const { items, next } = await this.applications.streams.list({
      where: {
        isExaminable: true,
        ...(programmes === '*' ? {} : { programmeId: programmes }),
        ...(state === undefined ? {} : { state }),
      },
      orderBy: 'submittedAt',
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const promises = await this.promises.nextOf(items.map(({ id }) => id));
    const rows = items.map((item) => ({ ...rowOf(item), ...promises.get(item.id) }));
    return { items: rows, ...(next === undefined ? {} : { next }) };
  }
}

/** The programmes to list: those of the subject, or the one asked for when it is among them; none otherwise. */
function withinReach(granted: '*' | string[], asked: string | undefined): '*' | string[] {
  if (asked === undefined) return granted;
  return granted === '*' || granted.includes(asked) ? [asked] : [];
}
