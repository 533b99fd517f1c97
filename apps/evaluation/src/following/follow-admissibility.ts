import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { admissibilityDecided } from '@admissions/contracts/applications';
import type { DataOf } from '@admissions/contracts/message';
import type { EventContext, Followed } from '@admissions/messaging/handlers';
import { figuresOf, Settings } from '../config.ts';
import { hasEnded } from '../domain/access.ts';
import { invite } from '../domain/selection.ts';
import { AccessStore } from '../store/access.store.ts';
import { SelectionStore } from '../store/selection.store.ts';

/** An admissible application is invited to its interview (R28); a refused one has no selection. */
@Injectable()
export class FollowAdmissibility {
  constructor(
    private readonly selections: SelectionStore,
    private readonly accesses: AccessStore,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async run(data: DataOf<typeof admissibilityDecided>, event: EventContext): Promise<Followed> {
    if (data.outcome !== 'ADMISSIBLE') return { ignored: 'the application is not admissible' };
    const { ignored } = await this.selections.streams.change(
      data.applicationId,
      event.act('follow-admissibility'),
      async (current) => {
        if (current) return { ignored: 'invited already' };
        if (hasEnded(await this.accesses.of(data.applicationId)))
          return { ignored: 'the application was taken out' };
        return invite(data, figuresOf(this.settings.env), this.clock.now());
      },
    );
    return ignored === undefined ? undefined : { ignored };
  }
}
