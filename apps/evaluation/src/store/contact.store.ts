import { Injectable } from '@nestjs/common';
import { Store } from '@admissions/store/store';
import type { StreamStore } from '@admissions/store/stream.store';
import type { Contact } from '../domain/contact.ts';

/** Copies of names, by account. */
@Injectable()
export class ContactStore {
  readonly streams: StreamStore<Contact>;

  constructor(store: Store) {
    this.streams = store.streams<Contact>({ name: 'contact', summary: () => ({}) });
  }

  /** The name of a person; undefined when it is not known here. */
  async nameOf(accountId: string): Promise<string | undefined> {
    return (await this.streams.load(accountId))?.state.name;
  }
}
