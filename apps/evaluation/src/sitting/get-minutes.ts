import { Injectable } from '@nestjs/common';
import type { OutputOf } from '@admissions/contracts/call';
import type { getMinutes } from '@admissions/contracts/juries';
import { ProblemError } from '@admissions/contracts/problem';
import type { Subject } from '@admissions/contracts/subject';
import { isHidden, isOwn } from '../domain/views.ts';
import { minutesPdf } from '../minutes/minutes.pdf.ts';
import { School } from '../minutes/school.ts';
import { SessionStore } from '../store/session.store.ts';

/**
 * The minutes of a closed session; made from the sealed state, so that they are the same bytes whenever they are asked for. They tell
 * mark, decision and grounds of every file: for whose own file is among them they do not exist, and who was recused from one is
 * refused (R36) and asks an officer for an extract. A copy without some lines would bear the number of the signed one.
 */
@Injectable()
export class GetMinutes {
  constructor(
    private readonly sessions: SessionStore,
    private readonly school: School,
  ) {}

  async run(sessionId: string, subject: Subject): Promise<OutputOf<typeof getMinutes>> {
    const session = await this.sessions.reach(sessionId, subject, 'jury:read');
    if (session.files.some((file) => isOwn(file, subject.id))) throw new ProblemError('not-found');
    if (session.files.some((file) => isHidden(file, subject.id)))
      throw new ProblemError('permission-missing', 'who is recused from a file does not read its decision');
    if (session.state !== 'closed') throw new ProblemError('wrong-state', 'the session is not closed');
    const pdf = await minutesPdf(session, this.school.facts);
    return {
      fileName: `proces-verbal-${session.minutes.number.toLowerCase()}.pdf`,
      contentType: 'application/pdf',
      base64: pdf.toString('base64'),
    };
  }
}
