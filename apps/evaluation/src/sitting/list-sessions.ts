import { Injectable } from '@nestjs/common';
import type { InputOf, OutputOf } from '@admissions/contracts/call';
import type { listSessions } from '@admissions/contracts/juries';
import { programmesOf, type Subject } from '@admissions/contracts/subject';
import type { ListQuery } from '@admissions/store/aggregate';
import { maySit } from '../domain/access.ts';
import { sessionView } from '../domain/views.ts';
import { memberField } from '../store/member-field.ts';
import { SessionStore } from '../store/session.store.ts';

/** Jury sessions, newest first: those of an officer's programmes, and those in which a member sits. */
@Injectable()
export class ListSessions {
  constructor(private readonly sessions: SessionStore) {}

  async run(
    { cursor, limit }: InputOf<typeof listSessions>,
    subject: Subject,
  ): Promise<OutputOf<typeof listSessions>> {
    const { items, next } = await this.sessions.streams.list({
      ...whoseOf(subject),
      orderBy: 'scheduledAt',
      descending: true,
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const loaded = await Promise.all(items.map(({ id }) => this.sessions.streams.load(id)));
    return {
      items: loaded.flatMap((found) => {
        if (!found || !maySit(subject, 'jury:read', found.state)) return [];
        const { files: _files, refused: _refused, ...line } = sessionView(found.state, subject.id);
        return [line];
      }),
      ...(next === undefined ? {} : { next }),
    };
  }
}

function whoseOf(subject: Subject): Pick<ListQuery, 'where' | 'anyOf'> {
  const programmes = programmesOf(subject, 'jury:read');
  if (programmes === '*') return {};
  const sits = { [memberField(subject.id)]: true };
  return programmes.length > 0 ? { anyOf: [{ programmeId: programmes }, sits] } : { where: sits };
}
