import { Injectable } from '@nestjs/common';
import type { Subject } from '@admissions/contracts/subject';
import { couldBeAssigned, mayRead, type Access, type Sight } from '../domain/access.ts';
import { assignedTo } from '../domain/jury.ts';
import { granted } from '../granted.ts';
import { AccessStore } from '../store/access.store.ts';
import { JuryStore } from '../store/jury.store.ts';

/** What a reader sees of an application; for whoever may not read it, it does not exist. */
@Injectable()
export class SightOf {
  constructor(
    private readonly accesses: AccessStore,
    private readonly juries: JuryStore,
  ) {}

  async run(applicationId: string, who: Subject): Promise<Sight> {
    const access = await this.accesses.of(applicationId);
    return granted(mayRead(access, who, await this.#assigned(applicationId, access, who)));
  }

  /** Sessions are looked up for those alone to whom it matters. */
  async #assigned(applicationId: string, access: Access | undefined, who: Subject) {
    if (!access || !couldBeAssigned(access, who)) return [];
    return assignedTo(applicationId, access, await this.juries.of(access.sessions ?? []));
  }
}
