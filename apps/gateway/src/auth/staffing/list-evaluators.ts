import { Injectable } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@admissions/contracts/http/route';
import type { listEvaluators as route } from '@admissions/contracts/http/staff';
import { ProblemError } from '@admissions/contracts/problem';
import { can } from '@admissions/contracts/subject';
import { assessorsOf } from '../../domain/assessors.ts';
import type { Ask } from '../../http/asked.ts';
import { AccountStore } from '../account.store.ts';

/** Who can be named as evaluator or for a jury, told to officers of the programme only; of another there is nothing. */
@Injectable()
export class ListEvaluators {
  constructor(private readonly accounts: AccountStore) {}

  async run({ programmeId }: QueryOf<typeof route>, { subject }: Ask): Promise<ResponseOf<typeof route>> {
    const may = (['evaluator:assign', 'jury:plan'] as const).some((permission) =>
      can(subject, permission, { programmeId }),
    );
    if (!may) throw new ProblemError('not-found');
    return { items: assessorsOf(programmeId, await this.accounts.allStaff()) };
  }
}
