import { Controller } from '@nestjs/common';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import {
  adjournSession,
  closeSession,
  getMinutes,
  getSession,
  letInMember,
  listSessions,
  openSession,
  planSession,
  recordDecision,
  recuseFromFile,
  setAgenda,
  type SessionView,
} from '@admissions/contracts/juries';
import { Answers, type CallContext } from '@admissions/messaging/handlers';
import { AdjournSession } from './adjourn-session.ts';
import { CloseSession } from './close-session.ts';
import { GetMinutes } from './get-minutes.ts';
import { GetSession } from './get-session.ts';
import { LetInMember } from './let-in-member.ts';
import { ListSessions } from './list-sessions.ts';
import { OpenSession } from './open-session.ts';
import { PlanSession } from './plan-session.ts';
import { RecordDecision } from './record-decision.ts';
import { RecuseMember } from './recuse-member.ts';
import { SetAgenda } from './set-agenda.ts';

@Controller()
export class SittingController {
  constructor(
    private readonly planning: PlanSession,
    private readonly agenda: SetAgenda,
    private readonly opening: OpenSession,
    private readonly lettingIn: LetInMember,
    private readonly adjourning: AdjournSession,
    private readonly deciding: RecordDecision,
    private readonly recusing: RecuseMember,
    private readonly closing: CloseSession,
    private readonly getting: GetSession,
    private readonly listing: ListSessions,
    private readonly minutes: GetMinutes,
  ) {}

  @Answers(planSession)
  plan(input: InputOf<typeof planSession>, call: CallContext): Promise<SessionView> {
    return this.planning.run(input, call);
  }

  @Answers(setAgenda)
  setAgenda(input: InputOf<typeof setAgenda>, call: CallContext): Promise<SessionView> {
    return this.agenda.run(input, call);
  }

  @Answers(openSession)
  open(input: InputOf<typeof openSession>, call: CallContext): Promise<SessionView> {
    return this.opening.run(input, call);
  }

  @Answers(letInMember)
  letIn(input: InputOf<typeof letInMember>, call: CallContext): Promise<SessionView> {
    return this.lettingIn.run(input, call);
  }

  @Answers(adjournSession)
  adjourn(input: InputOf<typeof adjournSession>, call: CallContext): Promise<SessionView> {
    return this.adjourning.run(input, call);
  }

  @Answers(recordDecision)
  decide(input: InputOf<typeof recordDecision>, call: CallContext): Promise<SessionView> {
    return this.deciding.run(input, call);
  }

  @Answers(recuseFromFile)
  recuse(input: InputOf<typeof recuseFromFile>, call: CallContext): Promise<SessionView> {
    return this.recusing.run(input, call);
  }

  @Answers(closeSession)
  close(input: InputOf<typeof closeSession>, call: CallContext): Promise<SessionView> {
    return this.closing.run(input, call);
  }

  @Answers(getSession)
  get({ sessionId }: InputOf<typeof getSession>, call: CallContext): Promise<SessionView> {
    return this.getting.run(sessionId, call.subject);
  }

  @Answers(listSessions)
  list(input: InputOf<typeof listSessions>, call: CallContext): Promise<OutputOf<typeof listSessions>> {
    return this.listing.run(input, call.subject);
  }

  @Answers(getMinutes)
  read({ sessionId }: InputOf<typeof getMinutes>, call: CallContext): Promise<OutputOf<typeof getMinutes>> {
    return this.minutes.run(sessionId, call.subject);
  }
}
