import type { Addresses } from '../client/addresses.ts';
import { answerOf, until } from '../client/api.ts';
import { Candidate, sampleFacts } from '../client/candidate.ts';
import { cards } from '../client/card-page.ts';
import { Inbox } from '../client/inbox.ts';
import { School } from '../client/school.ts';
import { shuffled } from './chance.ts';
import { fatesOf, type Fate } from './fates.ts';
import { intakesFor, openIntakes, type OpenIntake } from './intakes.ts';
import { expectEqual, expectThat, step } from './step.ts';
import { together } from './together.ts';

/** One of the many: a candidate, an intake and a fate. */
export interface Person {
  readonly candidate: Candidate;
  readonly intake: OpenIntake;
  readonly fate: Fate;
  /** Known once the application was created. */
  applicationId: string;
}

/** How many people act at the same time inside a phase. */
const atOnce = 10;
const minute = 60_000;

/** Plays so many candidates with different fates, all at once inside each phase; business time moves between the phases only. */
export async function manyCandidates(
  addresses: Addresses,
  count: number,
  chance: () => number,
): Promise<Person[]> {
  const inbox = new Inbox(addresses.inbox);
  const school = await step(
    'The people of the school sign in',
    () => School.open(addresses),
    () => '',
  );
  const people = await step(
    `${count} people choose their intakes`,
    () => cast(addresses, inbox, count, chance),
    (cast) => [...new Set(cast.map(({ intake }) => intake.id))].join(', '),
  );
  const play = new Play(school, people, chance);

  await step('They sign up, apply, send their documents and pay the fee', () => play.apply());
  await step('Officers study the files; refused documents are replaced', () => play.study());
  await step('Those who are invited book an interview, many at once', () => play.book());
  await step('The clock moves to the end of the last interview', () => play.endInterviews());
  await step('Interviews are recorded, two evaluators mark each file', () => play.evaluate());
  await step('The juries sit, decide and close', () => play.decide());
  await step('Deposits are paid, agreements judged; some withdraw', () => play.answerOffers());
  await step('The clock moves past the cooling-off; who pays the course alone pays the deposit', () =>
    play.payAlone(),
  );
  await step('The clock moves past the last deadline; unpaid offers lapse', () => play.lapse());
  await step('The clock moves to the last start; due refunds are approved and made', () => play.refund());
  await step('A later jury decides on a file that was deferred', () => play.decideLate());
  return people;
}

/** Gives each person a fate and an intake. */
async function cast(
  addresses: Addresses,
  inbox: Inbox,
  count: number,
  chance: () => number,
): Promise<Person[]> {
  const fates = fatesOf(count);
  const visitor = new Candidate(addresses.api, inbox);
  const { items } = await answerOf(visitor.api.GET('/v1/programmes'));
  // A jury may not admit more than there are places, also when some of them are given back later.
  const admissions = fates.filter((fate) => isAdmitted(fate)).length;
  const intakes = intakesFor(openIntakes(items), admissions);
  const places = new Map(intakes.map(({ id, capacity }) => [id, capacity]));
  let turn = 0;
  const people = fates.map((fate): Person => {
    const intake = intakes[turn++ % intakes.length]!;
    if (isAdmitted(fate)) places.set(intake.id, places.get(intake.id)! - 1);
    const candidate = new Candidate(addresses.api, inbox, `Camille Exemple ${turn}`);
    return { candidate, intake, fate, applicationId: '' };
  });
  expectThat(
    'no intake with more admissions than places',
    [...places.values()].every((left) => left >= 0),
  );
  return shuffled(people, chance);
}

const isAdmitted = ({ jury, lateJury }: Fate) => jury === 'ADMITTED' || lateJury === 'ADMITTED';

const paysFee = ({ stopsAt, withdraws }: Fate) =>
  stopsAt !== 'draft' && stopsAt !== 'fee' && withdraws !== 'from-draft';
const paysAlone = ({ paysDeposit, funding }: Fate) => paysDeposit === true && funding.type === 'SELF';
const isStudied = (fate: Fate) => paysFee(fate) && fate.stopsAt !== 'study';
const isBooked = (fate: Fate) => isStudied(fate) && fate.isAdmissible && fate.stopsAt !== 'booking';
const isMarked = (fate: Fate) => isBooked(fate) && fate.interview === 'DONE';

/** Waits until a letter has left. */
function letterTo(candidate: Candidate, template: string): Promise<boolean> {
  return until(`the letter ${template} to ${candidate.email}`, async () => {
    const letters = await candidate.letters();
    return letters.some((letter) => letter.template === template && letter.state === 'sent');
  });
}

class Play {
  readonly #school: School;
  readonly #people: readonly Person[];
  readonly #chance: () => number;
  #interviewsEnd = new Date(0);

  constructor(school: School, people: readonly Person[], chance: () => number) {
    this.#school = school;
    this.#people = people;
    this.#chance = chance;
  }

  async apply(): Promise<string> {
    await this.#each(
      () => true,
      async (person) => {
        const { candidate, fate, intake } = person;
        await candidate.signUp();
        await candidate.confirmEmail();
        await candidate.signIn();
        person.applicationId = await candidate.apply(intake.id);
        const { applicationId } = person;
        await candidate.fill(applicationId, { ...sampleFacts, funding: fate.funding });
        if (fate.stopsAt === 'draft') return;
        if (fate.withdraws === 'from-draft') {
          await candidate.withdraw(applicationId);
          return;
        }
        const { checklist } = await candidate.application(applicationId);
        for (const { type, status } of checklist)
          if (status === 'REQUIRED')
            expectEqual('state', (await candidate.upload(applicationId, type)).state, 'checked');
        await candidate.confirm(applicationId);
        await this.#payFee(person);
      },
    );
    return this.#count(paysFee, 'fees paid');
  }

  async #payFee({ candidate, applicationId, fate }: Person): Promise<void> {
    const order = await candidate.feeOrder(applicationId);
    for (const card of fate.cards) {
      const outcome = await candidate.pay(order.id, cards[card]);
      expectEqual('outcome of the card', outcome.kind, card === 'good' ? 'paid' : 'refused');
    }
    if (paysFee(fate)) await candidate.waitForState(applicationId, 'submitted');
  }

  async study(): Promise<string> {
    await this.#each(isStudied, async ({ candidate, applicationId, fate }) => {
      if (fate.refusedDocument) {
        const cv = (await candidate.documents(applicationId)).find(({ type }) => type === 'CV')!;
        await this.#school.refuseDocument(cv.id, 'UNREADABLE');
        await letterTo(candidate, 'document-refused');
        expectEqual('state', (await candidate.upload(applicationId, 'CV')).state, 'checked');
      }
      await this.#school.acceptDocuments(applicationId);
      await this.#school.decideAdmissibility(
        applicationId,
        fate.isAdmissible
          ? { outcome: 'ADMISSIBLE', route: 'ENG_CTI' }
          : { outcome: 'NOT_ADMISSIBLE', grounds: ['NO_ELIGIBLE_ROUTE'] },
      );
      await candidate.waitForState(applicationId, fate.isAdmissible ? 'admissible' : 'not-admissible');
      await letterTo(candidate, fate.isAdmissible ? 'admissible' : 'not-admissible');
    });
    return this.#count(isStudied, 'files studied');
  }

  async book(): Promise<string> {
    const slots = new Map<string, string[]>();
    for (const programmeId of new Set(this.#people.map(({ intake }) => intake.programmeId))) {
      const wanted = this.#people.filter(
        ({ fate, intake }) => isBooked(fate) && intake.programmeId === programmeId,
      ).length;
      if (wanted === 0) continue;
      const opened = await this.#school.openSlots(programmeId, wanted);
      for (const { endsAt } of opened)
        if (new Date(endsAt) > this.#interviewsEnd) this.#interviewsEnd = new Date(endsAt);
      slots.set(
        programmeId,
        opened.map(({ id }) => id),
      );
    }
    let taken = 0;
    // There are as many slots as people: the last of them find one after many refusals.
    await this.#each(isBooked, async ({ candidate, applicationId, intake }) => {
      for (const slotId of shuffled(slots.get(intake.programmeId)!, this.#chance)) {
        if (await candidate.book(applicationId, slotId)) return;
        taken += 1;
      }
      throw new Error(`${candidate.email} found no slot`);
    });
    return `${this.#count(isBooked, 'booked')}, ${taken} times somebody else was sooner`;
  }

  async endInterviews(): Promise<string> {
    if (this.#people.some(({ fate }) => isBooked(fate)))
      await this.#school.moveClock(new Date(this.#interviewsEnd.getTime() + minute));
    return (await this.#school.now()).toISOString();
  }

  async evaluate(): Promise<string> {
    await this.#each(isBooked, async ({ applicationId, intake, fate }) => {
      await this.#school.recordInterview(applicationId, fate.interview ?? 'NO_SHOW');
      if (!isMarked(fate)) return;
      const first = 8 + Math.round(this.#chance() * 20) / 2;
      await this.#school.mark(applicationId, intake.programmeId, [first, first + 1.5]);
    });
    return this.#count(isMarked, 'files marked');
  }

  async decide(): Promise<string> {
    await this.#sit(({ jury, stopsAt }) => (stopsAt === 'jury' ? undefined : jury));
    await this.#each(
      ({ jury }) => jury !== undefined,
      async ({ candidate, applicationId, fate }) => {
        const letter = {
          ADMITTED: 'admitted',
          NOT_ADMITTED: 'not-admitted',
          DEFERRED: 'decision-deferred',
        } as const;
        const state = { ADMITTED: 'offer-open', NOT_ADMITTED: 'not-admitted', DEFERRED: 'deferred' } as const;
        await candidate.waitForState(applicationId, state[fate.jury!]);
        // Promised within two working days: it leaves before the clock moves.
        await letterTo(candidate, letter[fate.jury!]);
      },
    );
    return this.#count(({ jury }) => jury === 'ADMITTED', 'admitted');
  }

  async decideLate(): Promise<string> {
    await this.#sit(({ lateJury }) => lateJury);
    await this.#each(
      ({ lateJury }) => lateJury !== undefined,
      async ({ candidate, applicationId }) =>
        void (await candidate.waitForState(applicationId, 'offer-open')),
    );
    return this.#count(({ lateJury }) => lateJury === 'ADMITTED', 'admitted');
  }

  /** One session for each intake that has files to decide. */
  async #sit(outcomeOf: (fate: Fate) => Fate['jury']): Promise<void> {
    const intakes = new Map(this.#people.map(({ intake }) => [intake.id, intake]));
    await together([...intakes.values()], atOnce, async ({ id: intakeId, programmeId }) => {
      const decisions = Object.fromEntries(
        this.#people
          .filter(({ intake, fate }) => intake.id === intakeId && outcomeOf(fate) !== undefined)
          .map(({ applicationId, fate }) => [applicationId, outcomeOf(fate)!]),
      );
      if (Object.keys(decisions).length > 0)
        await this.#school.holdJury({ programmeId, intakeId }, decisions);
    });
  }

  async answerOffers(): Promise<string> {
    const hasOffer = ({ jury }: Fate) => jury === 'ADMITTED';
    await this.#each(hasOffer, async ({ candidate, applicationId, fate, intake }) => {
      const deposit = await candidate.order(applicationId, 'DEPOSIT');
      if (fate.paysDeposit && !paysAlone(fate)) {
        expectEqual('outcome', (await candidate.pay(deposit.id)).kind, 'paid');
        await candidate.waitForState(applicationId, 'confirmed');
      }
      if (fate.agreement)
        await this.#school.judgeFunding(applicationId, {
          ...fate.agreement,
          amount: intake.tuition,
        });
      if (fate.withdraws) {
        await candidate.withdraw(
          applicationId,
          fate.withdraws === 'by-right' ? 'STATUTORY_WITHDRAWAL' : 'PERSONAL_CHOICE',
        );
        await candidate.waitForState(applicationId, 'withdrawn');
      }
    });
    return this.#count((fate) => fate.paysDeposit === true && !paysAlone(fate), 'deposits paid');
  }

  /** R89, R90: nothing can be paid before the end of the cooling-off. */
  async payAlone(): Promise<string> {
    const from: number[] = [];
    await this.#each(paysAlone, async ({ candidate, applicationId }) => {
      const { payableFrom } = await candidate.order(applicationId, 'DEPOSIT');
      expectThat('the deposit has a first day', payableFrom !== undefined);
      from.push(new Date(payableFrom!).getTime());
    });
    if (from.length > 0) await this.#school.moveClock(new Date(Math.max(...from)));
    await this.#each(paysAlone, async ({ candidate, applicationId }) => {
      const deposit = await candidate.order(applicationId, 'DEPOSIT');
      expectEqual('outcome', (await candidate.pay(deposit.id)).kind, 'paid');
      await candidate.waitForState(applicationId, 'confirmed');
    });
    return this.#count(paysAlone, 'deposits paid');
  }

  async lapse(): Promise<string> {
    const lapses = ({ ends }: Fate) => ends.state === 'lapsed';
    const due = await Promise.all(
      this.#people
        .filter(({ fate }) => lapses(fate))
        .map(({ candidate, applicationId }) => candidate.application(applicationId)),
    );
    const last = Math.max(0, ...due.map(({ offer }) => new Date(offer!.dueAt).getTime()));
    if (last > 0) await this.#school.moveClock(new Date(last + minute));
    await this.#each(
      lapses,
      async ({ candidate, applicationId }) => void (await candidate.waitForState(applicationId, 'lapsed')),
    );
    return this.#count(lapses, 'lapsed');
  }

  async refund(): Promise<string> {
    // Who withdrew has the money already, without any approval (R86).
    const isRefunded = ({ ends, withdraws }: Fate) => ends.refunded > 0 && !withdraws;
    const starts = this.#people.map(({ intake }) => new Date(`${intake.startsOn}T12:00:00Z`).getTime());
    await this.#school.moveClock(new Date(Math.max(...starts)));
    await this.#each(isRefunded, async ({ applicationId }) => {
      const { amount } = await this.#school.refundDeposit(applicationId);
      expectEqual('amount of the refund in cents', amount.amount, 45_000);
    });
    return this.#count(isRefunded, 'refunds made');
  }

  async #each(whose: (fate: Fate) => boolean, act: (person: Person) => Promise<void>): Promise<void> {
    const chosen = this.#people.filter(({ fate }) => whose(fate));
    await together(chosen, atOnce, (person) =>
      act(person).catch((error: unknown) => {
        throw new Error(`${person.candidate.email} (${person.fate.name}, ${person.applicationId})`, {
          cause: error,
        });
      }),
    );
  }

  #count(whose: (fate: Fate) => boolean, what: string): string {
    return `${this.#people.filter(({ fate }) => whose(fate)).length} ${what}`;
  }
}
