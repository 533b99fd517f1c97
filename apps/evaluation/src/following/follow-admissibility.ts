import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { admissibilityDecided } from '@admissions/contracts/admissibility';
import type { DataOf } from '@admissions/contracts/message';
import type { EventContext, Followed } from '@admissions/messaging/handlers';
import { figuresOf, Settings } from '../config.ts';
import { endingOf } from '../domain/access.ts';
import { invite } from '../domain/selection.ts';
import { AccessStore } from '../store/access.store.ts';
import { SelectionStore } from '../store/selection.store.ts';
import { step } from '../store/steps.ts';
import { EndSelection } from './end-selection.ts';

/** An admissible application is invited to its interview (R28); a refused one has no selection. */
@Injectable()
export class FollowAdmissibility {
  constructor(
    private readonly selections: SelectionStore,
    private readonly accesses: AccessStore,
    private readonly ending: EndSelection,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async run(data: DataOf<typeof admissibilityDecided>, event: EventContext): Promise<Followed> {
    if (data.outcome !== 'ADMISSIBLE') return { ignored: 'the application is not admissible' };
    const { applicationId } = data;
    const act = event.act('follow-admissibility');
    const { ignored } = await this.selections.streams.change(applicationId, act, async (current) => {
      if (current) return { ignored: 'invited already' };
      if (endingOf(await this.accesses.of(applicationId)))
        return { ignored: 'the application was taken out' };
      return invite(data, figuresOf(this.settings.env), this.clock.now());
    });
    // It may have been taken out while it was being invited: who told us so found no selection to end.
    const why = endingOf(await this.accesses.of(applicationId));
    if (why) await this.ending.run(applicationId, why, step(act, 'end'));
    return ignored === undefined ? undefined : { ignored };
  }
}
