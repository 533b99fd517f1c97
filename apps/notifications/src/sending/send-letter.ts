import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@admissions/clock/clock';
import { ProblemError } from '@admissions/contracts/problem';
import { idFrom } from '@admissions/identity/ids';
import { Seal } from '@admissions/identity/seal';
import { RetryLater, type EventContext, type Followed } from '@admissions/messaging/handlers';
import { Log } from '@admissions/runtime/log';
import type { Act } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import { MailChannel, MailRefused } from '../channels/mail.channel.ts';
import { Settings } from '../config.ts';
import * as letters from '../domain/letter.ts';
import { planLetter, type Planned } from '../domain/messages-to-send.ts';
import { accountOf, signatoryOf, type Signatory } from '../domain/signatory.ts';
import { InstitutionFacts } from '../institution.facts.ts';
import { ContactStore, LetterStore } from '../store/stores.ts';
import { printableName } from '../templates/french.ts';
import { render, subjectOf } from '../templates/render.ts';
import { templateOf } from '../templates/templates.ts';
import type { Writing } from '../templates/template.ts';

/**
 * Writes and sends the letter of a message: one letter per message, for ever. The mail server is outside of our database: a crash
 * between its "yes" and our note sends the same mail again, with the same Message-ID; nothing else does (REL-3).
 */
@Injectable()
export class SendLetter {
  readonly #seal: Seal;

  constructor(
    private readonly store: Store,
    private readonly letters: LetterStore,
    private readonly contacts: ContactStore,
    private readonly mail: MailChannel,
    private readonly settings: Settings,
    private readonly school: InstitutionFacts,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.#seal = new Seal(settings.env.MESSAGE_SEAL_KEY);
  }

  async run(data: unknown, event: EventContext): Promise<Followed> {
    const planned = planLetter(event.name, data, event.occurredAt);
    if (!planned) return { ignored: 'no-letter-for-it' };
    const id = idFrom('letter', `${event.id}/${planned.template}`);
    const letter = await this.#write(id, planned, event);
    if (letter.state !== 'due') return { ignored: `letter-${letter.state}` };
    await this.#send(letter, planned, event);
    return undefined;
  }

  /** Stored before it is sent, so that lists show what is due. A second delivery finds the first one’s letter. */
  async #write(id: string, planned: Planned, event: EventContext): Promise<letters.Letter> {
    const found = await this.letters.streams.load(id);
    if (found) return found.state;
    const { email, name } = planned.to ?? (await this.#contactOf(planned.accountId));
    const { template, accountId, applicationId } = planned;
    const data = await this.#signed(planned);
    const { version, hasLink } = templateOf(template);
    const subject = subjectOf(template, data, this.#writing(name, email));
    const facts = { id, template, templateVersion: version, subject, accountId, email, name, hasLink, data };
    const createdAt = event.occurredAt.toISOString();
    const written = await this.letters.streams.change(id, event.act('write-letter'), (current) =>
      letters.writeLetter(current?.state, {
        ...facts,
        ...(applicationId ? { applicationId } : {}),
        createdAt,
      }),
    );
    return written.state;
  }

  /** R68: the name of who decided goes into the letter when it is written, and stays in it. */
  async #signed({ data, signedBy }: Planned): Promise<Planned['data']> {
    return signedBy === undefined ? data : { ...data, signatory: await this.#signatory(signedBy) };
  }

  async #signatory(by: string): Promise<Signatory> {
    const printed = signatoryOf(by);
    const account = accountOf(printed.name);
    return account === undefined ? printed : { ...printed, name: (await this.#contactOf(account)).name };
  }

  async #contactOf(accountId: string): Promise<{ email: string; name: string }> {
    const contact = await this.contacts.streams.load(accountId);
    // The message of the address may be on its way, in another queue.
    if (!contact) throw new RetryLater(`the address of ${accountId} is not known yet`);
    return contact.state;
  }

  async #send(letter: letters.Letter, planned: Planned, event: EventContext): Promise<void> {
    if (planned.link && Date.parse(planned.link.expiresAt) <= Date.now()) {
      return this.#markFailed(letter, 'link-expired', event);
    }
    let files: letters.SentFile[] = [];
    try {
      await this.store.inbox.run('send-letter', letter.id, async () => {
        files = await this.#hand(letter, planned, event);
      });
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      this.log.warn({ letterId: letter.id, reason: error.reason }, 'a letter cannot be delivered');
      return this.#markFailed(letter, error.reason, event);
    }
    await this.#change(letter.id, act(event, 'mark-sent'), (current) =>
      letters.markSent(current, { files, causedBy: event.id }, this.clock.now()),
    );
  }

  /** The only place where a link is open: it goes into the mail and nowhere else. */
  async #hand(letter: letters.Letter, { link }: Planned, event: EventContext): Promise<letters.SentFile[]> {
    const opened = link ? { link: this.#open(link.sealed, event.name) } : {};
    const writing = { ...this.#writing(letter.name, letter.email), ...opened };
    const rendered = await render(letter.template, letter.data, writing);
    const isToStranger = templateOf(letter.template).isToStranger === true;
    const to = { email: letter.email, name: isToStranger ? '' : letter.name };
    await this.mail.send({ letterId: letter.id, to, letter: rendered });
    const { attachments, calendar } = rendered;
    return [...attachments, ...(calendar ? [calendar] : [])].map(({ fileName, content }) => ({
      fileName,
      sha256: createHash('sha256').update(content).digest('hex'),
    }));
  }

  /** What cannot be opened is no letter: it is laid aside at once, and can be replayed when the key was at fault. */
  #open(sealed: string, purpose: string): string {
    try {
      return webLink(this.#seal.open(sealed, purpose));
    } catch (cause) {
      throw new ProblemError('invalid-input', 'the sealed link cannot be opened', {}, { cause });
    }
  }

  #writing(name: string, email: string): Writing {
    const { institution } = this.school;
    const { PUBLIC_URL, CANDIDATE_SITE_URL } = this.settings.env;
    return { institution, name: printableName(name), email, publicUrl: CANDIDATE_SITE_URL ?? PUBLIC_URL };
  }

  #markFailed(letter: letters.Letter, reason: string, event: EventContext): Promise<void> {
    return this.#change(letter.id, act(event, 'mark-failed'), (current) =>
      letters.markFailed(current, reason, this.clock.now()),
    );
  }

  async #change(
    id: string,
    change: Act,
    decide: (letter: letters.Letter) => letters.Decision,
  ): Promise<void> {
    await this.letters.streams.change(id, change, (current) =>
      current ? decide(current.state) : { ignored: 'letter-unknown' },
    );
  }
}

/** One message makes two changes of its letter: each has a cause of its own. */
function act(event: EventContext, name: string): Act {
  const whole = event.act(name);
  return { ...whole, cause: { ...whole.cause, id: `${whole.cause.id}/${name}` } };
}

function webLink(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new Error('the sealed text is not a link');
  return text;
}
