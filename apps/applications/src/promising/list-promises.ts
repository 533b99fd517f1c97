import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import { promiseView as view, type listPromises } from '@admissions/contracts/promises';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import { programmesOf, type Subject } from '@admissions/contracts/subject';
import type { ListQuery } from '@admissions/store/aggregate';
import { dayOf } from '../domain/calendar.ts';
import { promiseView, type PromiseStatus } from '../domain/promise.ts';
import { PromiseStore } from '../store/promise.store.ts';

type Plan = Pick<ListQuery, 'where' | 'descending'>;

/**
 * How the promises of a status are read: "open" and "late" change with the day and are not stored, so they are read from the end at
 * which they stand until another status comes.
 */
const plans: Record<PromiseStatus, (today: string) => Plan> = {
  late: () => ({ where: { outcome: 'open' } }),
  'due-today': (today) => ({ where: { outcome: 'open', dueOn: today } }),
  open: () => ({ where: { outcome: 'open' }, descending: true }),
  kept: () => ({ where: { outcome: 'kept' }, descending: true }),
  'kept-late': () => ({ where: { outcome: 'kept-late' }, descending: true }),
};

/** The letters that were promised in the programmes of the subject (R28, R35). */
@Injectable()
export class ListPromises {
  constructor(
    private readonly promises: PromiseStore,
    private readonly clock: Clock,
  ) {}

  async run(input: InputOf<typeof listPromises>, subject: Subject): Promise<OutputOf<typeof listPromises>> {
    const { status, cursor, limit } = input;
    const programmes = programmesOf(subject, 'promise:read');
    if (programmes.length === 0) return { items: [] };
    const today = dayOf(this.clock.now());
    const plan = status === undefined ? { descending: true } : plans[status](today);
    const { items, next } = await this.promises.streams.list({
      ...plan,
      where: { ...plan.where, ...(programmes === '*' ? {} : { programmeId: programmes }) },
      orderBy: 'dueOn',
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const found = items.map((copy) => promiseView(stored.parse(copy), today));
    const fitting = status === undefined ? found : found.filter((promise) => promise.status === status);
    // Where another status begins, this one ends.
    const isLast = next === undefined || fitting.length < found.length;
    return { items: fitting, ...(isLast ? {} : { next }) };
  }
}

const stored = view.omit({ status: true });
