import { Injectable } from '@nestjs/common';
import type { AssessorView } from '@admissions/contracts/http/staff';
import { ProblemError, type ProblemCode } from '@admissions/contracts/problem';
import { assessorsOf } from '../../domain/assessors.ts';
import { AccountStore } from '../account.store.ts';

/** People that a command names, and as what: one of the roles is enough. */
interface Named {
  readonly accountIds: readonly string[];
  readonly as: Readonly<AssessorView['roles']>;
}

/**
 * Sees to it that whom a command names can look at applications of the programme, as the list of those who can be named tells. Only
 * the gateway knows accounts and roles; the service behind it would take any id. Asked of the accounts themselves, not of the list,
 * which may be a moment behind.
 */
@Injectable()
export class CheckAssessors {
  constructor(private readonly accounts: AccountStore) {}

  /** Throws `code`, with the ids that it is about in its data, unless each account is active and holds such a role there. */
  async run(
    programmeId: string,
    code: Extract<ProblemCode, 'not-an-evaluator' | 'not-a-jury-member'>,
    named: readonly Named[],
  ): Promise<void> {
    const roles = await this.#rolesIn(programmeId, [...new Set(named.flatMap((one) => one.accountIds))]);
    const accountIds = named.flatMap((one) =>
      one.accountIds.filter((id) => !roles.get(id)?.some((role) => one.as.includes(role))),
    );
    if (accountIds.length > 0)
      throw new ProblemError(code, undefined, { data: { accountIds: [...new Set(accountIds)] } });
  }

  async #rolesIn(
    programmeId: string,
    accountIds: readonly string[],
  ): Promise<Map<string, AssessorView['roles']>> {
    const found = await Promise.all(accountIds.map((id) => this.accounts.load(id)));
    const people = found.flatMap((account) => (account ? [{ ...account.state, id: account.id }] : []));
    return new Map(assessorsOf(programmeId, people).map(({ accountId, roles }) => [accountId, roles]));
  }
}
