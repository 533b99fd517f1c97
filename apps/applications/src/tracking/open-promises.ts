import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import { applicationRow, type ApplicationRow } from '@admissions/contracts/applications';
import { dayOf } from '../domain/calendar.ts';
import { statusOf } from '../domain/promise.ts';
import { PromiseStore } from '../store/promise.store.ts';

type Row = Pick<ApplicationRow, 'promise'>;
const mostPromises = 200;

/** The next letter that was promised for each of some applications (R28, R35). */
@Injectable()
export class OpenPromises {
  constructor(
    private readonly promises: PromiseStore,
    private readonly clock: Clock,
  ) {}

  async nextOf(applicationIds: readonly string[]): Promise<Map<string, Row>> {
    if (applicationIds.length === 0) return new Map();
    const { items } = await this.promises.streams.list({
      where: { applicationId: applicationIds, outcome: 'open' },
      orderBy: 'dueOn',
      descending: true,
      limit: mostPromises,
    });
    const today = dayOf(this.clock.now());
    // The earliest comes last, and stays.
    return new Map(items.map((copy) => [String(copy['applicationId']), rowOf(String(copy['dueOn']), today)]));
  }
}

function rowOf(dueOn: string, today: string): Row {
  return applicationRow
    .pick({ promise: true })
    .parse({ promise: { dueOn, status: statusOf({ dueOn }, today) } });
}
