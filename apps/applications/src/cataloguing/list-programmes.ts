import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { ProgrammeView } from '@admissions/contracts/applications';
import { dayOf } from '../domain/calendar.ts';
import { programmeView } from '../domain/programme.ts';
import { ProgrammeStore } from '../store/programme.store.ts';

/** What the school offers, for anybody. */
@Injectable()
export class ListProgrammes {
  constructor(
    private readonly programmes: ProgrammeStore,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<{ items: ProgrammeView[] }> {
    const today = dayOf(this.clock.now());
    return { items: (await this.programmes.all()).map((programme) => programmeView(programme, today)) };
  }
}
