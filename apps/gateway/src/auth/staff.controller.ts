import { Controller } from '@nestjs/common';
import * as routes from '@admissions/contracts/http/staff';
import type { Asked } from '../http/asked.ts';
import { Handles } from '../http/handles.ts';
import { AccountStore, staffRowOf } from './account.store.ts';
import { AcceptInvitation } from './staffing/accept-invitation.ts';
import { ChangeGrants } from './staffing/change-grants.ts';
import { InviteStaff } from './staffing/invite-staff.ts';
import { ListEvaluators } from './staffing/list-evaluators.ts';
import { RemoveStaff } from './staffing/remove-staff.ts';
import { staffViewOf } from './staffing/staff-view.ts';
import { acceptInvitation } from '@admissions/contracts/http/accounts';

/** Accounts of the staff and their roles. */
@Controller()
export class StaffController {
  constructor(
    private readonly accounts: AccountStore,
    private readonly listEvaluators: ListEvaluators,
    private readonly inviteStaff: InviteStaff,
    private readonly acceptInvitation: AcceptInvitation,
    private readonly changeGrants: ChangeGrants,
    private readonly removeStaff: RemoveStaff,
  ) {}

  @Handles(routes.listStaff)
  async lists(asked: Asked<typeof routes.listStaff>) {
    const { items, next } = await this.accounts.listStaff(asked.query);
    const views = items.map((row) => staffViewOf(staffRowOf(row)));
    return { items: views, ...(next === undefined ? {} : { next }) };
  }

  @Handles(routes.listEvaluators)
  listsEvaluators(asked: Asked<typeof routes.listEvaluators>) {
    return this.listEvaluators.run(asked.query, asked);
  }

  @Handles(routes.inviteStaff)
  invites(asked: Asked<typeof routes.inviteStaff>) {
    return this.inviteStaff.run(asked.body, asked);
  }

  @Handles(acceptInvitation)
  accepts(asked: Asked<typeof acceptInvitation>) {
    return this.acceptInvitation.run(asked.body, asked);
  }

  @Handles(routes.changeGrants)
  changes(asked: Asked<typeof routes.changeGrants>) {
    return this.changeGrants.run(asked.input, asked);
  }

  @Handles(routes.removeStaff)
  removes(asked: Asked<typeof routes.removeStaff>) {
    return this.removeStaff.run(asked.input, asked);
  }
}
