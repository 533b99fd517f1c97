import type { Addresses } from './addresses.ts';
import { answerOf, until, type Api, type Schemas } from './api.ts';
import { staffMember } from './staff.ts';

const minute = 60_000;

/** The people of the school, each signed in, as an outside client sees what they do. */
export class School {
  readonly administrator: Api;
  readonly officer: Api;
  readonly evaluators: readonly [Api, Api];
  readonly chair: Api;
  readonly finance: readonly [Api, Api];

  private constructor(
    people: Pick<School, 'administrator' | 'officer' | 'evaluators' | 'chair' | 'finance'>,
  ) {
    this.administrator = people.administrator;
    this.officer = people.officer;
    this.evaluators = people.evaluators;
    this.chair = people.chair;
    this.finance = people.finance;
  }

  static async open(addresses: Addresses): Promise<School> {
    const of = (role: string, nth = 0) => staffMember(addresses, role, nth);
    return new School({
      administrator: await of('administrator'),
      officer: await of('officer'),
      evaluators: [await of('evaluator'), await of('evaluator', 1)],
      chair: await of('jury-chair'),
      finance: [await of('finance-officer'), await of('finance-officer', 1)],
    });
  }

  /** Business time now. */
  async now(): Promise<Date> {
    const { now } = await answerOf(this.administrator.GET('/v1/platform/clock'));
    return new Date(now);
  }

  /** Moves business time to `to`, if it is not there yet. */
  async moveClock(to: Date): Promise<void> {
    if ((await this.now()) >= to) return;
    await answerOf(this.administrator.POST('/v1/platform/clock', { body: { to: to.toISOString() } }));
  }

  /** Accepts every checked document of a file; the applications service hears of it a moment later. */
  async acceptDocuments(applicationId: string): Promise<number> {
    const params = { path: { applicationId } };
    // Where documents are kept, the payment may be heard of a moment after the application says that it is submitted.
    const items = await until('the documents of a submitted file', async () => {
      const { data } = await this.officer.GET('/v1/applications/{applicationId}/documents', { params });
      return data?.items;
    });
    const checked = items.filter(({ state }) => state === 'checked');
    for (const { id } of checked) {
      await answerOf(
        this.officer.POST('/v1/documents/{documentId}/verdict', {
          params: { path: { documentId: id } },
          body: { verdict: { outcome: 'ACCEPTED' } },
        }),
      );
    }
    return checked.length;
  }

  async refuseDocument(documentId: string, reason: 'UNREADABLE' | 'WRONG_DOCUMENT'): Promise<void> {
    await until('a refused document', async () => {
      const { data, error } = await this.officer.POST('/v1/documents/{documentId}/verdict', {
        params: { path: { documentId } },
        body: { verdict: { outcome: 'REFUSED', reason } },
      });
      if (data) return data;
      if ((error as { code?: string }).code === 'not-found') return undefined;
      throw new Error(JSON.stringify(error));
    });
  }

  /** Decides on the file once all its documents are known as accepted. */
  async decideAdmissibility(
    applicationId: string,
    decision:
      | { outcome: 'ADMISSIBLE'; route: 'ENG_CTI' }
      | { outcome: 'NOT_ADMISSIBLE'; grounds: ['NO_ELIGIBLE_ROUTE'] },
  ): Promise<Schemas['Application']> {
    return until('the decision on the file', async () => {
      const { data, error } = await this.officer.POST('/v1/applications/{applicationId}/admissibility', {
        params: { path: { applicationId } },
        body: decision,
      });
      if (data) return data;
      if ((error as { code?: string }).code === 'documents-not-judged') return undefined;
      throw new Error(JSON.stringify(error));
    });
  }

  /** Ids of those who may mark or sit in the programme. */
  async colleagues(
    programmeId: string,
  ): Promise<Record<'evaluator' | 'jury-member' | 'jury-chair', string[]>> {
    const { items } = await answerOf(
      this.officer.GET('/v1/staff/evaluators', { params: { query: { programmeId } } }),
    );
    const having = (role: string) =>
      items.filter(({ roles }) => (roles as string[]).includes(role)).map(({ accountId }) => accountId);
    return {
      evaluator: having('evaluator'),
      'jury-member': having('jury-member'),
      'jury-chair': having('jury-chair'),
    };
  }

  /** Opens `count` slots of half an hour, one after the other, from tomorrow on, when the interviewer has the time. */
  async openSlots(programmeId: string, count: number): Promise<Schemas['Slot'][]> {
    const { evaluator } = await this.colleagues(programmeId);
    const step = 30 * minute;
    for (
      let first = Math.ceil(((await this.now()).getTime() + 24 * 60 * minute) / step) * step;
      ;
      first += count * step
    ) {
      const { data, error } = await this.officer.POST('/v1/interview-slots', {
        body: {
          programmeId,
          interviewerId: evaluator[0]!,
          interviewerName: 'Évaluateur de démonstration',
          roomUrl: 'https://video.school.example/entretiens',
          minutes: 30,
          startsAt: Array.from({ length: count }, (_, index) => new Date(first + index * step).toISOString()),
        },
      });
      if (data) return data.items;
      if ((error as { code?: string }).code !== 'slot-overlap') throw new Error(JSON.stringify(error));
    }
  }

  async recordInterview(applicationId: string, outcome: 'DONE' | 'NO_SHOW'): Promise<void> {
    await answerOf(
      this.officer.POST('/v1/applications/{applicationId}/interview/outcome', {
        params: { path: { applicationId } },
        body: { outcome },
      }),
    );
  }

  /** Two evaluators mark the file, each without seeing the other's mark. */
  async mark(applicationId: string, programmeId: string, scores: readonly [number, number]): Promise<void> {
    const params = { path: { applicationId } };
    const { evaluator } = await this.colleagues(programmeId);
    await answerOf(
      this.officer.PUT('/v1/applications/{applicationId}/evaluation/evaluators', {
        params,
        body: { evaluatorIds: evaluator.slice(0, 2) },
      }),
    );
    for (const [index, api] of this.evaluators.entries()) {
      const body = { score: scores[index]!, comment: 'Projet clair, parcours cohérent.' };
      await answerOf(api.PUT('/v1/applications/{applicationId}/evaluation/mark', { params, body }));
      await answerOf(api.POST('/v1/applications/{applicationId}/evaluation/mark/lock', { params }));
    }
  }

  /** A whole jury session over these files; returns it closed. */
  async holdJury(
    of: { programmeId: string; intakeId: string },
    decisions: Readonly<Record<string, 'ADMITTED' | 'NOT_ADMITTED' | 'DEFERRED'>>,
  ): Promise<Schemas['JurySession']> {
    const people = await this.colleagues(of.programmeId);
    const chairId = people['jury-chair'][0]!;
    const session = await answerOf(
      this.officer.POST('/v1/jury-sessions', {
        body: {
          programmeId: of.programmeId,
          intakeId: of.intakeId,
          scheduledAt: (await this.now()).toISOString(),
          chairId,
          memberIds: people['jury-member'].slice(0, 2),
        },
      }),
    );
    const params = { path: { sessionId: session.id } };
    const applicationIds = Object.keys(decisions);
    await answerOf(
      this.officer.PUT('/v1/jury-sessions/{sessionId}/agenda', { params, body: { applicationIds } }),
    );
    const present = [chairId, ...people['jury-member'].slice(0, 2)];
    await answerOf(this.chair.POST('/v1/jury-sessions/{sessionId}/opening', { params, body: { present } }));
    for (const [applicationId, outcome] of Object.entries(decisions)) {
      await answerOf(
        this.chair.PUT('/v1/jury-sessions/{sessionId}/decisions/{applicationId}', {
          params: { path: { sessionId: session.id, applicationId } },
          body: { outcome, grounds: outcome === 'NOT_ADMITTED' ? ['Projet professionnel à préciser'] : [] },
        }),
      );
    }
    await answerOf(this.chair.POST('/v1/jury-sessions/{sessionId}/closing', { params }));
    return until('a closed jury session', async () => {
      const now = await answerOf(this.chair.GET('/v1/jury-sessions/{sessionId}', { params }));
      if (now.state === 'open') throw new Error(`the session was sent back: ${JSON.stringify(now.refused)}`);
      return now.state === 'closed' ? now : undefined;
    });
  }

  /** Registers the funder's agreement and confirms or refuses it (the first finance officer). */
  async judgeFunding(
    applicationId: string,
    agreement: {
      kind: 'OPCO' | 'EMPLOYER';
      outcome: 'CONFIRMED' | 'REFUSED';
      amount: Schemas['Money'];
    },
  ): Promise<string> {
    const [finance] = this.finance;
    const { kind, outcome, amount } = agreement;
    const funding = await answerOf(
      finance.POST('/v1/applications/{applicationId}/funding-agreements', {
        params: { path: { applicationId } },
        body: {
          kind,
          funder: kind === 'OPCO' ? 'OPCO Atlas' : 'Une entreprise',
          reference: `APC-${applicationId.slice(-6)}`,
          amount,
          receivedOn: (await this.now()).toISOString().slice(0, 10),
        },
      }),
    );
    await answerOf(
      finance.POST('/v1/funding-agreements/{fundingId}/verdict', {
        params: { path: { fundingId: funding.id } },
        body: {
          verdict:
            outcome === 'CONFIRMED' ? { outcome } : { outcome, reason: 'Hors du budget de la branche' },
        },
      }),
    );
    return funding.id;
  }

  /** The refund of an application once it is due, approved by the second finance officer, when it has succeeded. */
  async refundDeposit(applicationId: string): Promise<Schemas['Refund']> {
    const [, second] = this.finance;
    const due = await until('a refund that is due', () => this.#refundOf(applicationId, 'due'));
    await answerOf(
      second.POST('/v1/refunds/{refundId}/approval', { params: { path: { refundId: due.id } } }),
    );
    return until('a refund that succeeded', () => this.#refundOf(applicationId, 'succeeded'));
  }

  async #refundOf(
    applicationId: string,
    state: Schemas['Refund']['state'],
  ): Promise<Schemas['Refund'] | undefined> {
    const found = await this.refunds(state);
    return found.find((refund) => refund.applicationId === applicationId);
  }

  /** All refunds, or those in a state. */
  refunds(state?: Schemas['Refund']['state']): Promise<Schemas['Refund'][]> {
    return allPages((cursor) =>
      answerOf(
        this.finance[1].GET('/v1/refunds', {
          params: { query: { limit: 100, ...cursor, ...(state === undefined ? {} : { state }) } },
        }),
      ),
    );
  }

  /** The letters that were promised within working days, in these states. */
  async promises(
    states: readonly Schemas['PromisedLetter']['status'][],
  ): Promise<Schemas['PromisedLetter'][]> {
    const lists = states.map((status) =>
      allPages((cursor) =>
        answerOf(this.officer.GET('/v1/promises', { params: { query: { limit: 100, ...cursor, status } } })),
      ),
    );
    return (await Promise.all(lists)).flat();
  }
}

/** Reads a list to its end. */
async function allPages<T>(
  read: (cursor: { cursor?: string }) => Promise<{ items: T[]; next?: string }>,
): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await read(cursor === undefined ? {} : { cursor });
    items.push(...page.items);
    if (page.next === undefined) return items;
    cursor = page.next;
  }
}
