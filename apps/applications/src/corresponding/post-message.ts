import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import type { MessageView, postMessage } from '@admissions/contracts/correspondence';
import type { InputOf } from '@admissions/contracts/call';
import { ProblemError } from '@admissions/contracts/problem';
import { idFrom } from '@admissions/identity/ids';
import type { CallContext } from '@admissions/messaging/handlers';
import { isOwn, mayReach } from '../domain/access.ts';
import type { Application } from '../domain/application.ts';
import { nameIn } from '../domain/names.ts';
import { post, staffName } from '../domain/thread.ts';
import { ApplicationStore } from '../store/application.store.ts';
import { ContactStore } from '../store/contact.store.ts';
import { ThreadStore } from '../store/thread.store.ts';

/** Writes into the thread of an application: its candidate in any state, staff once the fee is paid (R15). */
@Injectable()
export class PostMessage {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly contacts: ContactStore,
    private readonly threads: ThreadStore,
    private readonly clock: Clock,
  ) {}

  async run({ applicationId, text }: InputOf<typeof postMessage>, call: CallContext): Promise<MessageView> {
    const application = (await this.applications.streams.load(applicationId))?.state;
    if (!application || !mayReach(call.subject, 'message:write', application))
      throw new ProblemError('not-found');
    const from = isOwn(call.subject, application) ? 'candidate' : 'staff';
    const authorName = from === 'staff' ? staffName : await this.#nameOf(application);
    const id = idFrom('message', call.commandId);
    const { answer } = await this.threads.streams.change<MessageView>(
      applicationId,
      call.act(),
      () => post(application, { id, from, authorName, text, at: this.clock.now().toISOString() }),
      { deadline: call.deadline },
    );
    return answer;
  }

  async #nameOf({ candidateId, facts }: Application): Promise<string> {
    const contact = await this.contacts.streams.load(candidateId);
    return contact?.state.name ?? (nameIn(facts) || 'Candidat');
  }
}
