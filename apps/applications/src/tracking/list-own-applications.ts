import { Injectable } from '@nestjs/common';
import type { listOwnApplications } from '@admissions/contracts/applications';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import type { Subject } from '@admissions/contracts/subject';
import { ApplicationStore } from '../store/application.store.ts';
import { ContactStore } from '../store/contact.store.ts';
import { rowOf } from './application-row.ts';

/** The applications of the subject, newest first. */
@Injectable()
export class ListOwnApplications {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly contacts: ContactStore,
  ) {}

  async run(
    { cursor, limit }: InputOf<typeof listOwnApplications>,
    subject: Subject,
  ): Promise<OutputOf<typeof listOwnApplications>> {
    const { items, next } = await this.applications.streams.list({
      where: { candidateId: subject.id },
      orderBy: 'createdAt',
      descending: true,
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    // A draft without an identity is shown under the name of the account.
    const contact = items.length === 0 ? undefined : await this.contacts.streams.load(subject.id);
    return {
      items: items.map((item) => rowOf(item, contact?.state.name)),
      ...(next === undefined ? {} : { next }),
    };
  }
}
