import { Injectable } from '@nestjs/common';
import type { Aggregate } from '@admissions/store/aggregate';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import type { Contact } from '../domain/contact.ts';
import type { Letter } from '../domain/letter.ts';

const contacts: Aggregate<Contact> = { name: 'contact', summary: () => ({}) };

const letters: Aggregate<Letter> = {
  name: 'letter',
  summary: (letter) => ({
    accountId: letter.accountId,
    applicationId: letter.applicationId,
    template: letter.template,
    templateVersion: letter.templateVersion,
    subject: letter.subject,
    state: letter.state,
    hasLink: letter.hasLink,
    createdAt: letter.createdAt,
    sentAt: letter.state === 'sent' ? letter.sentAt : undefined,
  }),
  indexes: ['accountId'],
};

/** Names and addresses; this service is one of their keepers. */
@Injectable()
export class ContactStore {
  readonly streams: StreamStore<Contact>;

  constructor(store: Store) {
    this.streams = store.streams(contacts);
  }
}

/** The letters: those that are due, that were sent, and that could not be. */
@Injectable()
export class LetterStore {
  readonly streams: StreamStore<Letter>;

  constructor(store: Store) {
    this.streams = store.streams(letters);
  }
}
